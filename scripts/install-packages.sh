#!/bin/sh
# Installs what is missing of the system packages that idlcm's demo and tests use, with the system's package manager.
# Usage: scripts/install-packages.sh browser|broker|python|node|postgres|debootstrap ...   (as root, or with sudo). Does nothing when all is there.
set -eu

missing=""
need() { # PROGRAM PACKAGE: wants PACKAGE unless PROGRAM is there
    for program in $1; do
        PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null 2>&1 && return 0
    done
    missing="$missing $2"
}

for what in "$@"; do
    case "$what" in
    browser)
        if grep -qi '^ID=ubuntu' /etc/os-release 2>/dev/null; then
            need "chromium chromium-browser google-chrome" chromium-browser
            need chromedriver chromium-chromedriver
        else
            need "chromium google-chrome" chromium
            need chromedriver chromium-driver
            # Starts faster than the whole browser; only some systems have it.
            if apt-cache show chromium-headless-shell >/dev/null 2>&1 || [ ! -e /usr/bin/chromium ]; then
                need chromium-headless-shell chromium-headless-shell
            fi
        fi
        ;;
    broker) need rabbitmq-server rabbitmq-server ;;
    python) python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv" ;;
    node)
        need node nodejs
        need npm npm
        ;;
    postgres) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql" ;;
    debootstrap) need debootstrap "debootstrap debian-archive-keyring" ;;
    *) echo "install-packages.sh: unknown group '$what'; known: browser, broker, python, node, postgres, debootstrap" >&2; exit 2 ;;
    esac
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "install-packages.sh: these are missing and this system has no apt-get:$missing" >&2
    echo "install them with your system's package manager, then run make again" >&2
    exit 4
fi
sudo=""
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "install-packages.sh: these are missing:$missing; install them as root: apt-get install$missing" >&2
        exit 4
    }
    sudo=sudo
fi
echo "installing$missing" >&2
$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
