#!/bin/sh
# Walks through the console in a browser as somebody new would, and looks at every page with axe-core: see console-check.mjs.
# Without npm, or without a way to its registry, there is nothing to look with, and nothing is looked at.
# Usage: scripts/console-check.sh [--sources] [--pictures DIR]   (IDLCM: the program, target/debug/idlcm if it is not set)
set -eu
cd "$(dirname "$0")/.."
pass_over() {
    echo "console-check: passed over, $1" >&2
    exit 0
}
command -v npm >/dev/null || pass_over "npm is not installed"
for name in chromium chromium-browser google-chrome; do
    CHROMIUM=${CHROMIUM:-$(command -v "$name" || true)}
done
[ -n "$CHROMIUM" ] || pass_over "Chromium is not installed"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/console
mkdir -p "$cache"
if ! cmp -s scripts/console/package-lock.json "$cache/installed"; then
    cp scripts/console/package.json scripts/console/package-lock.json "$cache"
    npm ci --silent --no-audit --no-fund --prefix "$cache" >&2 || pass_over "axe-core and playwright-core could not be installed"
    # Last, so that what was cut off is begun again.
    cp scripts/console/package-lock.json "$cache/installed"
fi
export CHROMIUM IDLCM="${IDLCM:-target/debug/idlcm}"
exec timeout 1800 node scripts/console-check.mjs "$cache/node_modules" "$@"
