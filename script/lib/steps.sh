# Progress on the terminal and the words for what a person has to do. Sourced by every script.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data="$root/.data"
mkdir -p "$data/log" "$data/run"

# step "What is being made sure": runs the rest, shows how long it took, keeps its output in a log.
step() {
  local title=$1 log started=$SECONDS
  shift
  log="$data/log/$1.log"
  printf '  %-44s' "$title"
  # Not `if "$@"`: inside a condition bash ignores set -e, and a failed line would go unnoticed.
  set +e
  (set -e && "$@") >"$log" 2>&1
  local status=$?
  set -e
  if [ "$status" = 0 ]; then
    printf 'ok  %3d s\n' $((SECONDS - started))
  else
    printf 'failed\n\n'
    tail -n 30 "$log"
    printf '\nThe whole output is in %s\n' "${log#"$root"/}"
    exit 1
  fi
}

# give_up "what is wrong" "command to run": for what a script may not do itself.
give_up() {
  printf '%s\nRun this, then start again:\n\n    %s\n' "$1" "$2"
  return 1
}

# may_install: Debian's packages can be installed, because we are root on Debian or a child of it.
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install_packages name…: from Debian's archive; only after may_install.
install_packages() {
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# parses FILE…: whether bash can read each; it says what it can't. `bash -n` itself reads the first one only.
parses() {
  local file status=0
  for file in "$@"; do bash -n "$file" || status=1; done
  return "$status"
}

# started NAME PID: remembers a process of ours, so that the script that asked for it can stop it.
started() {
  echo "$2" >"$data/run/$1.pid"
  [ -z "${STARTED_LIST:-}" ] || echo "$1 $2" >>"$STARTED_LIST"
}

# forget NAME: it has ended, and its pid may soon be somebody else's.
forget() {
  rm -f "$data/run/$1.pid"
  [ -f "${STARTED_LIST:-}" ] || return 0
  { grep -v "^$1 " "$STARTED_LIST" || true; } >"$STARTED_LIST.new"
  mv "$STARTED_LIST.new" "$STARTED_LIST"
}

# is_alive PID: whether the process runs. One that has ended and that nobody waited for (a zombie) does not.
is_alive() {
  kill -0 "$1" 2>/dev/null && [[ $(ps -o stat= -p "$1" 2>/dev/null) != Z* ]]
}

# stop_started: ends what this run started, last first, and waits until it has ended. Goes on whatever the end of one:
# it runs in a trap under set -e, and what it leaves running nobody stops.
stop_started() {
  [ -f "${STARTED_LIST:-}" ] || return 0
  local name pid signal
  while read -r name pid; do
    # Postgres: a fast shutdown is SIGINT; SIGTERM would wait for its clients.
    signal=TERM
    [ "$name" != postgres ] || signal=INT
    kill -s "$signal" "$pid" 2>/dev/null || true
    # A worker may finish what it grades: 20 s, and some more to remove its sandboxes.
    for _ in $(seq 400); do
      is_alive "$pid" || break
      sleep 0.1
    done
    kill -s KILL "$pid" 2>/dev/null || true
    rm -f "$data/run/$name.pid"
  done < <(tac "$STARTED_LIST" 2>/dev/null || tail -r "$STARTED_LIST")
  rm -f "$STARTED_LIST"
}

# wait_for SECONDS command…: until the command succeeds.
wait_for() {
  local seconds=$1
  shift
  for _ in $(seq $((seconds * 5))); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.2
  done
  echo "gave up after $seconds s waiting for: $*"
  return 1
}

# detached LOG command…: starts a process that Ctrl-C on the terminal does not reach, and prints its pid.
# The script that started it stops it in order instead.
detached() {
  local log=$1
  shift
  node "$root/script/lib/detached.mjs" "$log" "$@"
}

# free_port FIRST: the first free port of this machine from FIRST on.
free_port() { node "$root/script/lib/free-port.mjs" "$1"; }

# remember KEY VALUE: into .data/env, which later runs read.
remember() {
  touch "$data/env" && chmod 600 "$data/env"
  { grep -v "^$1=" "$data/env" || true; echo "$1=$2"; } >"$data/env.new"
  chmod 600 "$data/env.new" && mv "$data/env.new" "$data/env"
}

# recall KEY: its value from .data/env, or nothing.
recall() { [ -f "$data/env" ] && sed -n "s/^$1=//p" "$data/env"; }

# sha256: of stdin, on Linux and macOS.
sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c1-64; }
