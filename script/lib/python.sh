# ruff and mypy for the harness, schemathesis for the API, in an environment of their own.

python_checks() {
  local want folder="$data/python" harness="$root/docker/runner/requirements-checks.txt" api="$root/apps/api/schemathesis/requirements.txt"
  want=$(cat "$harness" "$api" | sha256)
  [ -x "$folder/bin/mypy" ] && [ "$(recall PYTHON_CHECKS)" = "$want" ] && return 0
  if ! python3 -c 'import ensurepip, sys; assert sys.version_info >= (3, 11)' 2>/dev/null; then
    may_install && install_packages python3-venv ||
      { give_up 'Python 3.11 or newer with venv is missing.' 'sudo apt-get install python3-venv   (macOS: brew install python)'; return 1; }
  fi
  python3 -m venv --clear "$folder"
  "$folder/bin/pip" install --quiet --requirement "$harness" --requirement "$api"
  remember PYTHON_CHECKS "$want"
}
