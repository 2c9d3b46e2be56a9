#!/bin/sh
# The real Directus, for the tests of its recipe: 120 users and an administrator (admin@example.org / Admin-pass-1), 5 roles.
# Usage: start.sh DIR PORT. Installs Directus from npm into a cache once (8 minutes: it compiles), makes a fresh project in DIR,
# and serves it until it is ended. Its database is DIR/data.db. Exit status 75: it cannot be installed.
set -eu
mkdir -p "$1"
dir=$(cd "$1" && pwd) port=$2
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/directus
if [ ! -e "$cache/node_modules/directus/package.json" ] || [ ! -e "$cache/node_modules/sqlite3/package.json" ]; then
    command -v npm >/dev/null || { echo 'directus: there is no npm' >&2; exit 75; }
    rm -rf "$cache.new"
    mkdir -p "$cache.new"
    (
        cd "$cache.new"
        npm init -y >/dev/null
        npm install --no-audit --no-fund directus@11.3.5 sqlite3@6 >&2
    ) || { echo 'directus: it cannot be installed from npm' >&2; exit 75; }
    rm -rf "$cache"
    mv "$cache.new" "$cache"
fi
cat >"$dir/directus.json" <<C
{
    "HOST": "127.0.0.1",
    "PORT": "$port",
    "PUBLIC_URL": "http://127.0.0.1:$port",
    "DB_CLIENT": "sqlite3",
    "DB_FILENAME": "$dir/data.db",
    "KEY": "trial-key-0123456789",
    "SECRET": "trial-secret-0123456789-0123456789",
    "ADMIN_EMAIL": "admin@example.org",
    "ADMIN_PASSWORD": "Admin-pass-1",
    "TELEMETRY": "false",
    "STORAGE_LOCATIONS": "local",
    "STORAGE_LOCAL_ROOT": "$dir/uploads",
    "EXTENSIONS_PATH": "$dir/extensions",
    "LOGIN_STALL_TIME": "100",
    "ACCEPT_TERMS": "true"
}
C
mkdir -p "$dir/uploads" "$dir/extensions"
rm -f "$dir/data.db"
export CONFIG_PATH="$dir/directus.json"
cd "$cache"
node node_modules/directus/cli.js bootstrap >&2
python3 "$here/seed.py" "$dir/data.db"
exec node node_modules/directus/cli.js start >&2
