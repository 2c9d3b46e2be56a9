#!/bin/sh
# Licences, sources and known weaknesses of all that the program is built from, by cargo-deny and deny.toml. Installs
# cargo-deny where it is missing. The database of weaknesses is on GitHub: where that cannot be reached, the copy that is
# there is used; without one the rest is checked, and that is said. With IDLCM_DENY=strict it is an error.
set -eu
cd "$(dirname "$0")/.."
# Without optimisation it is built in a third of the time, and reads a tree of this size in seconds all the same.
command -v cargo-deny >/dev/null || CARGO_PROFILE_DEV_DEBUG=0 cargo install --debug --locked --quiet cargo-deny@0.20.2
deny="cargo deny --log-level error"
$deny check bans licenses sources
if timeout 120 $deny fetch db >/dev/null 2>&1; then
    $deny --offline check advisories
elif [ "${IDLCM_DENY:-}" = strict ]; then
    echo "deny.sh: the database of advisories cannot be reached" >&2
    exit 4
elif ls "${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/*/crates >/dev/null 2>&1; then
    echo "deny.sh: the database of advisories cannot be reached; the copy that is there is used" >&2
    $deny --offline check advisories
else
    echo "deny.sh: the database of advisories cannot be reached, and there is no copy of it: advisories were not checked" >&2
fi
