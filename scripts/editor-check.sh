#!/bin/sh
# Checks the recipes and their completion with the YAML language server that editors use. Without npm there is nothing to
# check with, and nothing is checked.
set -eu
cd "$(dirname "$0")/.."
if ! command -v npm >/dev/null; then
    echo "editor-check: passed over, npm is not installed" >&2
    exit 0
fi
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/editor
if [ ! -x "$cache/node_modules/.bin/yaml-language-server" ]; then
    mkdir -p "$cache"
    npm install --silent --no-audit --no-fund --prefix "$cache" yaml-language-server@1 >&2
fi
exec timeout 120 node scripts/editor-check.mjs "$cache/node_modules/.bin/yaml-language-server" "$@"
