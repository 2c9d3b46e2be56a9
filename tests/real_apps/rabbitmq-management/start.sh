#!/usr/bin/env bash
# The real management UI of RabbitMQ, for the tests of its recipe: 120 users and an administrator (admin / Admin-pass-1), and
# four virtual hosts. Usage: start.sh DIR PORT. Makes a fresh node in DIR with a name, ports, a cookie and a port mapper (epmd) of
# its own, so that it never meets another broker of this machine, and serves the UI on 127.0.0.1:PORT until it is ended. The
# program is the Debian package rabbitmq-server (3.10); there is nothing to install into a cache. Ends with 75 without it.
set -euo pipefail
dir=$1 port=$2
program() { ls "/usr/lib/rabbitmq/bin/$1" /usr/lib/erlang/erts-*/bin/"$1" 2>/dev/null | head -1 || true; }
server=$(program rabbitmq-server) epmd=$(program epmd)
plugins=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/plugins/rabbitmq_management-3.10.* 2>/dev/null || true)
if [ -z "$server" ] || [ -z "$epmd" ] || [ -z "$plugins" ]; then
    echo 'RabbitMQ 3.10 is not installed: apt-get install --no-install-recommends rabbitmq-server' >&2
    exit 75
fi
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
home=$dir/rabbitmq
rm -rf "$home"
mkdir -p "$home/mnesia" "$home/log"
# Ports that are free now: AMQP, the node's own, the port mapper's.
read -r amqp dist mapper <<<"$(python3 -c '
import socket
held = [socket.socket() for _ in range(3)]
for one in held: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))')"
python3 - >"$home/definitions.json" <<'PYTHON'
import base64, hashlib, json

def user(name, password, *tags):
    # RabbitMQ: base64(salt + sha256(salt + password)); no password is an empty hash.
    salt = b"salt"
    hashed = base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode() if password else ""
    return {"name": name, "password_hash": hashed, "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": list(tags)}

users = [user("admin", "Admin-pass-1", "administrator")]
for n in range(1, 121):
    tags = (["monitoring"] if n % 3 == 0 else []) + (["policymaker", "management"] if n % 7 == 0 else [])
    users.append(user(f"user{n:03d}", "" if n % 10 == 0 else f"Pw-{n}-long-pass", *tags))
vhosts = ["/", "billing", "it's \"new\" <b>", "orders"]
allowed = [("admin", "/")] + [(f"user{n:03d}", vhosts[n % 4]) for n in range(1, 121, 5)] + [("user006", "/")]
permission = {"configure": ".*", "write": ".*", "read": ".*"}
print(json.dumps({
    "users": users,
    "vhosts": [{"name": name} for name in vhosts],
    "permissions": [{"user": user, "vhost": vhost, **permission} for user, vhost in allowed],
}))
PYTHON
echo '[rabbitmq_management].' >"$home/plugins"
: >"$home/env.conf"
cat >"$home/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$amqp
management.tcp.ip = 127.0.0.1
management.tcp.port = $port
load_definitions = $home/definitions.json
disk_free_limit.absolute = 50MB
log.file.level = warning
CONF
# It ends with the server: then the pipe that it reads from has no writer any more.
mkfifo "$home/alive"
HOME=$home "$epmd" -port "$mapper" -address 127.0.0.1 </dev/null >"$home/log/epmd.log" 2>&1 &
mapper_pid=$!
{ cat "$home/alive" >/dev/null; kill "$mapper_pid"; } </dev/null >/dev/null 2>&1 &
exec 9>"$home/alive"
exec env -i PATH="$PATH" LANG=C.UTF-8 HOME="$home" ERL_EPMD_PORT="$mapper" \
    RABBITMQ_NODENAME="idlcm-app-$port@localhost" \
    RABBITMQ_CONF_ENV_FILE="$home/env.conf" RABBITMQ_CONFIG_FILE="$home/rabbitmq.conf" \
    RABBITMQ_MNESIA_BASE="$home/mnesia" RABBITMQ_LOG_BASE="$home/log" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$home/plugins" RABBITMQ_PID_FILE="$home/rabbitmq.pid" \
    RABBITMQ_DIST_PORT="$dist" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none' \
    "$server" </dev/null >&2
