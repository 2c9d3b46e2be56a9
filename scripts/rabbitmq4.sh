#!/bin/sh
# Runs a command like with-broker.sh does, with the RabbitMQ 4 of Debian 13 instead of this system's. Its files are unpacked
# below target/ the first time (some 500 MB, as root or with sudo), or below BROKER_ROOT, and are never installed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
BROKER_ROOT=${BROKER_ROOT:-$here/target/debian13}
export BROKER_ROOT
if [ ! -d "$BROKER_ROOT" ]; then
    echo "unpacking Debian 13 with RabbitMQ into $BROKER_ROOT" >&2
    part=$BROKER_ROOT.part
    sudo=""
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo rm -rf --one-file-system "$part"
    # debootstrap lets no package start a service.
    $sudo debootstrap --variant=minbase --force-check-gpg \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg --include=rabbitmq-server \
        trixie "$part" http://deb.debian.org/debian >&2
    $sudo mv "$part" "$BROKER_ROOT"
fi
"$here/scripts/with-broker.sh" "$@"
