# Redis: the given one (REDIS_URL), else redis-server with its data in .data.

redis() {
  [ -z "${REDIS_URL:-}" ] || return 0
  if ! command -v redis-server >/dev/null; then
    may_install && install_packages redis-server ||
      { give_up 'Redis is missing.' 'sudo apt-get install redis-server   (macOS: brew install redis; or set REDIS_URL)'; return 1; }
  fi
  local port
  port=$(recall REDIS_PORT)
  if [ -z "$port" ] || ! redis-cli -p "$port" ping >/dev/null 2>&1; then
    port=$(free_port 63790)
    remember REDIS_PORT "$port"
    mkdir -p "$data/redis"
    # noeviction: BullMQ's jobs must not be thrown out when memory is short.
    started redis "$(detached "$data/log/redis-server.log" redis-server --port "$port" --bind 127.0.0.1 --dir "$data/redis" --appendonly yes --maxmemory-policy noeviction)"
    wait_for 20 redis-cli -p "$port" ping
  fi
  remember REDIS_URL "redis://127.0.0.1:$port"
}
