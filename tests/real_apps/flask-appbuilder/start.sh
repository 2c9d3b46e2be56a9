#!/bin/sh
# The real Flask-AppBuilder with its own user administration, for the tests of its recipe: an administrator (admin / Admin-pass-1)
# and 122 users, roles, of which one has a comma in its name, and groups.
# Usage: start.sh DIR PORT. Installs it from PyPI into a cache once, makes a fresh app in DIR, and serves it until it is ended.
# Its database is DIR/app.db. Exit status 75: it cannot be installed.
set -eu
dir=$1 port=$2
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/flask-appbuilder
mkdir -p "$cache" "$dir"
# Two tests that start at once install it once.
(
    flock 9
    "$cache/bin/python" -c 'import flask_appbuilder' 2>/dev/null || {
        python3 -m venv "$cache" && "$cache/bin/pip" install --quiet --retries 1 'flask-appbuilder>=5.3,<5.4'
    } >&2
) 9>"$cache/lock" || {
    echo "Flask-AppBuilder 5.3 cannot be installed from PyPI" >&2
    exit 75
}
rm -f "$dir/app.db"
cd "$dir"
exec "$cache/bin/python" "$here/app.py" "$dir/app.db" "$port" >&2
