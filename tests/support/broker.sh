#!/usr/bin/env bash
# A RabbitMQ of the tests' own: own node name, ports, folder, cookie and port mapper (epmd), so that it never meets a
# broker that runs on this machine for something else. Works as root and as anybody else.
#
#   broker.sh start DIR [IDLE]   starts one in DIR unless it runs already, prints its URL; with IDLE it ends by itself
#                                when no test has held DIR/in-use for that many seconds
#   broker.sh stop DIR           ends the one in DIR
#   broker.sh permit DIR VHOST USER CONFIGURE WRITE READ   changes what a user of the one in DIR may do
#   broker.sh ctl DIR COMMAND…   runs rabbitmqctl for the one in DIR
#
# With BROKER_TLS=FOLDER in the environment, start lets it listen with TLS, too, with the files ca.pem, cert.pem and key.pem
# of that folder, and writes the port into DIR/tls-port.
#
# With BROKER_ROOT=FOLDER, the root of a Debian system with another RabbitMQ, it is that one: what is run for it sees the
# usr of that folder as /usr, by a mount of its own that ends with it. Everything else stays this machine's.
#
# It has the virtual hosts t0 to t15, one for each test that runs at a time, and the users admin, worker, publisher,
# operator and gateway with the permissions that the documentation recommends; each one's password is its name.
set -euo pipefail

VHOSTS=16
usage() { sed -n '2,19s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
command=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
idle=${3:-}
inside=()
if [ -n "${BROKER_ROOT:-}" ]; then
    inside=(unshare --mount)
    [ "$(id -u)" = 0 ] || inside+=(--map-root-user)
    inside+=(sh -c 'mount --rbind "$0/usr" /usr && exec "$@"' "$BROKER_ROOT")
fi

is_ours() { # PID: whether that process is still the one we started, known by its HOME
    [ -n "$1" ] && [ -r "/proc/$1/environ" ] && { tr "\\0" "\\n" <"/proc/$1/environ" | grep -qx "HOME=$dir/data"; } 2>/dev/null
}
pid_in() { cat "$dir/$1" 2>/dev/null || true; }
is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

stop() {
    local pid name end
    for name in broker epmd; do
        pid=$(pid_in "$name.pid")
        if is_ours "$pid"; then
            kill -TERM "$pid" 2>/dev/null || true
            end=$((SECONDS + 15))
            while is_ours "$pid" && [ $SECONDS -lt $end ]; do sleep 0.1; done
            if is_ours "$pid"; then kill -KILL "$pid" 2>/dev/null || true; fi
        fi
        rm -f "$dir/$name.pid"
    done
    rm -rf "$dir/data" "$dir/url"
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        is_open "$port" || { echo "$port"; return; }
    done
}

# RabbitMQ's password hash is base64(salt + sha256(salt + password)); the salt here is "salt".
password_hash() {
    { printf 'salt'; printf 'salt%s' "$1" | sha256sum | cut -d' ' -f1 | sed 's/../\\x&/g' | xargs -0 printf '%b'; } |
        head -c 36 | base64 -w0
}

definitions() {
    local user vhost comma=''
    echo '{"users": ['
    for user in admin worker publisher operator gateway; do
        echo "$comma{\"name\": \"$user\", \"password_hash\": \"$(password_hash $user)\","
        echo '  "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": []}'
        comma=,
    done
    echo '], "vhosts": ['
    comma=''
    for ((vhost = 0; vhost < VHOSTS; vhost++)); do
        echo "$comma{\"name\": \"t$vhost\"}"
        comma=,
    done
    echo '], "permissions": ['
    comma=''
    for ((vhost = 0; vhost < VHOSTS; vhost++)); do
        permission() {
            echo "$comma{\"user\": \"$1\", \"vhost\": \"t$vhost\", \"configure\": \"$2\", \"write\": \"$3\", \"read\": \"$4\"}"
            comma=,
        }
        permission admin '.*' '.*' '.*'
        permission worker '^$' '^idlcm\\.(results|dead|state)$' '^idlcm\\.(jobs\\..+|unrouted|state|members)$'
        permission publisher '^idlcm\\.reply\\.' '^idlcm\\.(jobs$|reply\\.)' '^idlcm\\.(results$|reply\\.)'
        permission gateway '^idlcm\\.jobs\\..+$' '^idlcm\\.(jobs(\\..+)?|dead|state)$' '^idlcm\\.(jobs(\\..+)?|gateway|dead)$'
        permission operator '^$' '^idlcm\\.(jobs|dead|state)$' '^idlcm\\.(dead|unrouted|state|jobs\\..+)$'
    done
    echo ']}'
}

start() {
    local home port tls_port epmd epmd_port server attempt end
    if is_ours "$(pid_in broker.pid)" && [ -s "$dir/url" ]; then
        cat "$dir/url"
        return
    fi
    stop
    server=$(program rabbitmq-server)
    if [ -z "$server" ]; then
        echo 'no RabbitMQ found; install it: apt-get install --no-install-recommends rabbitmq-server' >&2
        exit 4
    fi
    epmd=$(program epmd)
    [ -n "$epmd" ] || { echo 'no epmd found; it comes with erlang-base' >&2; exit 4; }
    home=$dir/data
    for attempt in 1 2 3; do
        rm -rf "$home"
        mkdir -p "$home/mnesia" "$home/log"
        port=$(free_port)
        epmd_port=$(free_port)
        definitions >"$home/definitions.json"
        echo '[].' >"$home/plugins"
        : >"$home/env.conf"
        cat >"$home/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$port
load_definitions = $home/definitions.json
disk_free_limit.absolute = 50MB
log.file.level = warning
CONF
        if [ -n "${BROKER_TLS:-}" ]; then
            tls_port=$(free_port)
            cat >>"$home/rabbitmq.conf" <<CONF
listeners.ssl.1 = 127.0.0.1:$tls_port
ssl_options.cacertfile = $BROKER_TLS/ca.pem
ssl_options.certfile = $BROKER_TLS/cert.pem
ssl_options.keyfile = $BROKER_TLS/key.pem
CONF
            echo "$tls_port" >"$dir/tls-port"
        fi
        HOME=$home setsid "${inside[@]}" "$epmd" -port "$epmd_port" -address 127.0.0.1 \
            </dev/null >"$home/log/epmd.log" 2>&1 9>&- &
        echo $! >"$dir/epmd.pid"
        env -i PATH="$PATH" LANG=C.UTF-8 HOME="$home" ERL_EPMD_PORT="$epmd_port" \
            RABBITMQ_NODENAME="broker-$$-$attempt@localhost" \
            RABBITMQ_CONF_ENV_FILE="$home/env.conf" RABBITMQ_CONFIG_FILE="$home/rabbitmq.conf" \
            RABBITMQ_MNESIA_BASE="$home/mnesia" RABBITMQ_LOG_BASE="$home/log" \
            RABBITMQ_ENABLED_PLUGINS_FILE="$home/plugins" RABBITMQ_PID_FILE="$home/rabbitmq.pid" \
            RABBITMQ_DIST_PORT="$(free_port)" RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none' \
            setsid "${inside[@]}" "$server" </dev/null >"$home/log/out" 2>&1 9>&- &
        echo $! >"$dir/broker.pid"
        echo "$epmd_port broker-$$-$attempt@localhost" >"$home/node"
        end=$((SECONDS + 60))
        while [ $SECONDS -lt $end ] && kill -0 "$(pid_in broker.pid)" 2>/dev/null; do
            # RabbitMQ 4 listens with TLS a moment later than without.
            if is_open "$port" && is_open "${tls_port:-$port}"; then
                echo "amqp://admin:admin@127.0.0.1:$port/t0" | tee "$dir/url"
                if [ -n "$idle" ]; then setsid "$0" watch "$dir" "$idle" </dev/null >/dev/null 2>&1 9>&- & fi
                return
            fi
            sleep 0.1
        done
        stop_keeping_log
    done
    echo "RabbitMQ did not start; see $dir/failed" >&2
    exit 4
}

stop_keeping_log() {
    rm -rf "$dir/failed"
    cp -r "$dir/data/log" "$dir/failed" 2>/dev/null || true
    stop
}

ctl() {
    local epmd_port node
    read -r epmd_port node <"$dir/data/node"
    HOME=$dir/data ERL_EPMD_PORT=$epmd_port RABBITMQ_CONF_ENV_FILE=$dir/data/env.conf \
        "${inside[@]}" "$(program rabbitmqctl)" --quiet -n "$node" "$@"
}

program() { # NAME: where it is, for what runs inside
    "${inside[@]}" sh -c 'command -v "/usr/lib/rabbitmq/bin/$0" || command -v "$0" ||
        ls /usr/lib/erlang/erts-*/bin/"$0" 2>/dev/null' "$1" | head -1 || true
}

case $command in
start)
    # Several tests may come at once: one starts it, the others wait and then find it.
    exec 9>"$dir/starting"
    flock 9
    start
    ;;
stop)
    exec 9>"$dir/starting"
    flock 9
    stop
    ;;
permit)
    [ $# -eq 7 ] || usage
    ctl set_permissions -p "$3" "$4" "$5" "$6" "$7"
    ;;
ctl)
    [ $# -ge 3 ] || usage
    ctl "${@:3}"
    ;;
watch)
    while sleep "$idle"; do
        exec 9>"$dir/starting"
        flock 9
        is_ours "$(pid_in broker.pid)" || exit 0
        if flock --exclusive --nonblock "$dir/in-use" true && [ -z "$(find "$dir/in-use" -newermt "-$idle seconds")" ]; then
            stop
            exit 0
        fi
        exec 9>&-
    done
    ;;
*) usage ;;
esac
