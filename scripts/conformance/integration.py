"""Makes an integration for the fixture app boardly at a gateway, tests it, syncs it, and prints its SCIM URL and a token.

Usage: integration.py MANAGEMENT-URL SCIM-ADDRESS ADMIN-TOKEN-FILE BOARDLY-URL [PROFILE]
"""

import json
import sys
import time
import urllib.error
import urllib.request

management, scim, token_file, boardly, profile = (*sys.argv[1:], "generic")[:5]
with open(token_file, encoding="utf-8") as file:
    token = file.read().strip()


def ask(method, path, body=None):
    request = urllib.request.Request(
        f"{management}/api/v1{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")


def until(what, holds):
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        found = ask("GET", "/integrations/boardly")
        if holds(found):
            return found
        if found["open_jobs"] == 0:
            entries = ask("GET", "/integrations/boardly/activity?count=3")
            sys.exit(f"{what} has failed: {json.dumps(entries)}")
        time.sleep(0.2)
    sys.exit(f"{what} takes too long")


ask("POST", "/integrations", {
    "idp": profile,
    "document": {
        "schema": "idlcm.integration/1", "id": "boardly", "name": "Conformance", "app": "boardly", "base_url": boardly,
        "params": {"workspace": "acme"},
        "service_account": {"username": {"env": "BOARDLY_USER"}, "password": {"env": "BOARDLY_PASSWORD"}},
    },
})
ask("POST", "/integrations/boardly/check")
until("the test", lambda found: found["stage"] != "draft")
ask("POST", "/integrations/boardly/sync")
found = until("the sync", lambda found: found["synced"])
print(f"{scim}{found['scim_url']}")
print(ask("POST", "/integrations/boardly/tokens")["token"])
