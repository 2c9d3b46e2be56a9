#!/usr/bin/env python3
"""What RabbitMQ itself holds, by its HTTP API, in the words of the recipe. Usage: state.py DIR PORT (DIR is not needed)."""
import base64
import json
import sys
import urllib.request

ADMIN = base64.b64encode(b"admin:Admin-pass-1").decode()


def get(path):
    request = urllib.request.Request(f"http://127.0.0.1:{sys.argv[2]}/api{path}", headers={"Authorization": f"Basic {ADMIN}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


vhosts = {}
for permission in get("/permissions"):
    vhosts.setdefault(permission["user"], []).append(permission["vhost"])
users = {
    user["name"]: {
        "username": user["name"],
        "roles": sorted(user["tags"]),
        "assets": sorted(vhosts.get(user["name"], [])),
        "status": "active" if user["password_hash"] else "disabled",
    }
    for user in get("/users")
}
# The tags that the form proposes are in no list of the app.
roles = {tag: {"tag": tag, "label": tag} for tag in ("administrator", "monitoring", "policymaker", "management", "impersonator")}
assets = {vhost["name"]: {"name": vhost["name"]} for vhost in get("/vhosts")}
json.dump({"users": users, "roles": roles, "assets": assets}, sys.stdout, ensure_ascii=False, sort_keys=True)
