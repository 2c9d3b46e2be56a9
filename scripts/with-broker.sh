#!/bin/sh
# Runs a command with a RabbitMQ of its own: own node name, ports and data folder, ended with the command.
# A broker that is already running on this machine is never touched.
set -eu
dir=$(mktemp -d "${TMPDIR:-/tmp}/idlcm-broker.XXXXXX")
stop() {
    "$(dirname "$0")/../tests/support/broker.sh" stop "$dir" || true
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM
IDLCM_TEST_AMQP_URL=$("$(dirname "$0")/../tests/support/broker.sh" start "$dir")
IDLCM_TEST_BROKER_DIR=$dir
export IDLCM_TEST_AMQP_URL IDLCM_TEST_BROKER_DIR
"$@"
