# A Chromium for the end-to-end tests: CHROMIUM_PATH, else an installed one.

chromium_path() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    # type -P: programs only, and not the function below.
    [ -n "$candidate" ] && type -P "$candidate" && return
  done
  return 1
}

chromium() {
  if ! chromium_path; then
    may_install && install_packages chromium ||
      { give_up 'Chromium is missing.' 'sudo apt-get install chromium   (or set CHROMIUM_PATH to a Chrome)'; return 1; }
  fi
  remember CHROMIUM_PATH "$(chromium_path)"
}
