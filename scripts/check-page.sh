#!/bin/sh
# Type-checks the script that looks at the page with TypeScript, of the version in the lock file. Without npm, or without
# a way to its registry, there is nothing to check with, and nothing is checked.
set -eu
cd "$(dirname "$0")/.."
pass_over() {
    echo "check-page: passed over, $1" >&2
    exit 0
}
command -v npm >/dev/null || pass_over "npm is not installed"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/page-types
mkdir -p "$cache"
if ! cmp -s scripts/page-types/package-lock.json "$cache/installed"; then
    cp scripts/page-types/package.json scripts/page-types/package-lock.json "$cache"
    npm ci --silent --no-audit --no-fund --prefix "$cache" >&2 || pass_over "TypeScript could not be installed"
    # Last, so that what was cut off is begun again.
    cp scripts/page-types/package-lock.json "$cache/installed"
fi
exec "$cache/node_modules/.bin/tsc" -p scripts/page-types
