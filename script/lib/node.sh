# Node, npm's packages, the build, the database's tables and the demo cohort.

node_version() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null ||
    give_up "Node 20.19 or newer is needed; this is $(node --version 2>/dev/null || echo none)." 'https://nodejs.org/en/download   (20, 22 and 24 work)'
}

npm_packages() {
  local want
  want="$(node --version) $(sha256 <"$root/package-lock.json")"
  [ -d "$root/node_modules" ] && [ "$(recall NPM_INSTALLED)" = "$want" ] && return 0
  # Not `npm ci`: it refuses a lock file that lacks packages for other platforms (docs/decisions/004).
  (cd "$root" && npm install --no-save)
  remember NPM_INSTALLED "$want"
}

build() { (cd "$root" && NX_DAEMON=false npx nx run-many -t build); }

# tables: migrations and the demo cohort, in the database of DATABASE_URL. Both may run again and again.
tables() { (cd "$root" && npm run --silent -w @lakeproof/persistence migrate && npm run --silent -w @lakeproof/persistence seed); }
