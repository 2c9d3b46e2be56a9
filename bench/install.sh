#!/bin/sh
# Installs what the bench's scripts need, in the versions of their lock and requirements files, into a cache outside of the
# repository: playwright-core from npm (it drives the system's browser, so that none is downloaded) and Selenium from PyPI.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)/tools
cache=${XDG_CACHE_HOME:-$HOME/.cache}/idlcm-tests/bench
mkdir -p "$cache/playwright"
if ! cmp -s "$tools/playwright/package-lock.json" "$cache/playwright/installed"; then
    cp "$tools/playwright/package.json" "$tools/playwright/package-lock.json" "$cache/playwright"
    npm ci --silent --no-audit --no-fund --prefix "$cache/playwright" >&2
    # Last, so that what was cut off is begun again.
    cp "$tools/playwright/package-lock.json" "$cache/playwright/installed"
fi
if ! cmp -s "$tools/selenium/requirements.txt" "$cache/selenium/installed"; then
    python3 -m venv --clear "$cache/selenium"
    "$cache/selenium/bin/pip" install --quiet --requirement "$tools/selenium/requirements.txt" >&2
    cp "$tools/selenium/requirements.txt" "$cache/selenium/installed"
fi
