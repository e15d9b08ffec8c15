# Servers of ours that end by themselves are started again. Sourced after steps.sh.

# One that ends earlier than so many seconds after its start has a fault that another start may not mend …
quick_end=60
# … and after so many such ends in a row, none is tried any more.
most_quick_ends=5

# serve NAME command…: starts a server of ours with its log in .data/log; Ctrl-C on the terminal does not reach it.
serve() {
  local name=$1
  shift
  started "$name" "$(detached "$data/log/$name-server.log" "$@")"
  date +%s >"$data/run/$name.began"
}

# keep NAME…: watches over servers, and starts each that ends again by its start_NAME, after a growing pause. Returns,
# with 1, only when one ends at once again and again.
keep() {
  local name
  while :; do
    for name in "$@"; do
      is_alive "$(cat "$data/run/$name.pid")" || start_again "$name" || return 1
    done
    nap 1
  done
}

# start_again NAME: says how it ended. Fails when it has ended at once too often.
start_again() {
  local name=$1 count="quick_ends_$1" lived ends=0
  lived=$(($(date +%s) - $(cat "$data/run/$name.began")))
  [ "$lived" -ge "$quick_end" ] || ends=$((${!count:-0} + 1))
  printf -v "$count" %s "$ends"
  forget "$name"
  printf '\n%s  The %s ended by itself after %d s. Its last lines, from .data/log/%s-server.log:\n' \
    "$(date +%T)" "$name" "$lived" "$name"
  tail -n 5 "$data/log/$name-server.log" | cut -c1-2000
  if [ "$ends" -ge "$most_quick_ends" ]; then
    printf 'It ended at once %d times in a row, and is not started any more. Mend what its last lines name.\n' "$ends"
    return 1
  fi
  # 0 after a long life, then 1, 2, 4, 8 s.
  [ "$ends" = 0 ] || nap $((1 << (ends - 1)))
  "start_$name"
  printf '%s  The %s is being started again.\n' "$(date +%T)" "$name"
}

# nap SECONDS: a pause that Ctrl-C and SIGTERM cut short.
nap() { sleep "$1" & wait $!; }
