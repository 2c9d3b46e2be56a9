#!/bin/sh
# Runs a command with a PostgreSQL server of its own at IDLCM_TEST_POSTGRES: another port and another folder than those of
# the server that this machine may have. The server ends with the command.
# Usage: scripts/with-postgres.sh COMMAND...
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "with-postgres: PostgreSQL is not installed: apt-get install postgresql" >&2; exit 4; }
dir=$(mktemp -d)
# The server refuses to run as root.
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" -ne 0 ] || chown postgres "$dir"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
end() {
    as "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$dir"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd "$dir"
as "$bin/initdb" -D "$dir/data" -U idlcm -A trust >/dev/null
as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c max_connections=300" start >/dev/null
cd "$OLDPWD"
export IDLCM_TEST_POSTGRES="postgres://idlcm@127.0.0.1:$port"
"$@"
