#!/bin/sh
# Runs the SCIM conformance suites against a gateway with real workers, for the fixture app `boardly`: scim2-tester and
# scim-sanity, of the versions in scripts/conformance/requirements.txt, which are installed below target/conformance once.
# Usage: scripts/conformance.sh [scim2-tester] [scim-sanity]   (default: both). Ends with 0 only if every check passed.
# SCIM_URL and SCIM_TOKEN: a server that runs already, instead of an own one. SCIM_SEED: repeats what scim2-tester chose in
# another run. Reports stay in target/conformance.
set -eu
cd "$(dirname "$0")/.."
work=target/conformance
idlcm=${IDLCM:-target/debug/idlcm}
mkdir -p "$work"

pids=""
end() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    for pid in $pids; do wait "$pid" 2>/dev/null || true; done
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- start_gateway: sets SCIM_URL and SCIM_TOKEN ----------------------------------------------------------------------
# The fixture app, then the gateway with its workers and the integration for it, connected and synced. What is started goes
# into `pids`, and ends with this script.
start_gateway() {
    rm -f "$work/boardly.url"
    "$idlcm" fixture serve fixtures/boardly --journal "$work/journal.jsonl" >"$work/boardly.url" 2>"$work/boardly.log" &
    pids="$pids $!"
    wait_for "$work/boardly.url" '^http' "$work/boardly.log"
    BOARDLY_URL=$(sed -n 1p "$work/boardly.url")
    BOARDLY_USER=robin@boardly.example
    BOARDLY_PASSWORD='Kanban!board&2026'
    export BOARDLY_URL BOARDLY_USER BOARDLY_PASSWORD
    rm -rf "$work/data" "$work/gateway.out"
    "$idlcm" serve --data "$work/data" --evidence "$work/evidence" --scim-listen 127.0.0.1:0 --manage-listen 127.0.0.1:0 \
        >"$work/gateway.out" 2>"$work/gateway.log" &
    pids="$pids $!"
    wait_for "$work/gateway.out" '^management' "$work/gateway.log"
    scim=$(sed -n 's/^scim //p' "$work/gateway.out")
    management=$(sed -n 's/^management //p' "$work/gateway.out")
    "$work/venv/bin/python" scripts/conformance/integration.py "$management" "$scim" "$work/data/admin-token" "$BOARDLY_URL" \
        >"$work/connected" || { tail -n 20 "$work/gateway.log" >&2; exit 4; }
    SCIM_URL=$(sed -n 1p "$work/connected")
    SCIM_TOKEN=$(sed -n 2p "$work/connected")
    rm -f "$work/connected"
}

# Waits until a file has a line like that; else shows the log.
wait_for() { # FILE PATTERN LOG
    tries=100
    until grep -q "$2" "$1" 2>/dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { echo "conformance: $1 never said $2" >&2; tail -n 20 "$3" >&2; exit 4; }
        sleep 0.1
    done
}
# -----------------------------------------------------------------------------------------------------------------------

# The suites, installed anew when the versions change.
if ! cmp -s scripts/conformance/requirements.txt "$work/installed"; then
    rm -rf "$work/venv"
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r scripts/conformance/requirements.txt
    # Last, so that what was cut off is begun again.
    cp scripts/conformance/requirements.txt "$work/installed"
fi

[ -n "${SCIM_URL:-}" ] || start_gateway
export SCIM_TOKEN="${SCIM_TOKEN:?the bearer token}"
# A write is carried out in a browser before it is answered.
export SCIM_TIMEOUT="${SCIM_TIMEOUT:-120}"

ended=0
run() { # SUITE COMMAND...: its report is target/conformance/SUITE.json
    suite=$1
    shift
    begun=$(date +%s)
    rm -f "$work/$suite.json"
    timeout "${SUITE_TIMEOUT:-3600}" "$@" >"$work/$suite.log" 2>&1 || true
    grep -h SCIM_SEED= "$work/$suite.log" || true
    "$work/venv/bin/python" scripts/conformance/suites.py verdict "$suite" "$work/$suite.json" || ended=1
    echo "$suite: $(($(date +%s) - begun)) s; $work/$suite.json"
    [ -s "$work/$suite.json" ] || tail -n 20 "$work/$suite.log" >&2
}

for suite in ${*:-scim2-tester scim-sanity}; do
    case "$suite" in
    scim2-tester) run "$suite" "$work/venv/bin/python" scripts/conformance/suites.py tester "$SCIM_URL" "$work/$suite.json" ;;
    # Its report is what it prints. Strict is the default; a warning is a failure here.
    scim-sanity)
        run "$suite" sh -c 'exec "$0" probe "$1" --token "$SCIM_TOKEN" --timeout "$SCIM_TIMEOUT" --i-accept-side-effects --json-output >"$2"' \
            "$work/venv/bin/scim-sanity" "$SCIM_URL" "$work/$suite.json"
        ;;
    *) echo "conformance: unknown suite '$suite'; known: scim2-tester, scim-sanity" >&2; exit 2 ;;
    esac
done
exit "$ended"
