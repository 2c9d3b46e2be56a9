#!/usr/bin/env python3
"""Prints what the app holds, from its database, as the views of the recipe read it: state.py DIR PORT."""
import json
import pathlib
import sqlite3
import sys

# What a text of the form `$t:key` reads in the app.
TEXTS = {"$t:admin_description": "Initial administrative role with unrestricted App/API access."}
STATUS = {
    "active": "active", "invited": "invited", "unverified": "invited",
    "suspended": "disabled", "archived": "disabled", "draft": "disabled",
}

path = pathlib.Path(sys.argv[1], "data.db").resolve()
database = sqlite3.connect(path.as_uri() + "?mode=ro", uri=True, timeout=30)
database.row_factory = sqlite3.Row
users = {}
for row in database.execute(
    "SELECT u.*, r.name AS role_name FROM directus_users AS u LEFT JOIN directus_roles AS r ON r.id = u.role"
    " WHERE u.email IS NOT NULL"
):
    user = {name: row[name] or "" for name in
            ("first_name", "last_name", "title", "location", "external_identifier", "provider")}
    user |= {
        "email": row["email"].lower(),
        "role": row["role_name"] or "",
        "status": STATUS[row["status"]],
        "app_status": row["status"],
    }
    users[user["email"]] = user
roles = {}
for row in database.execute("SELECT name, description FROM directus_roles"):
    description = row["description"] or ""
    roles[row["name"]] = {"name": row["name"], "description": TEXTS.get(description, description)}
print(json.dumps({"users": users, "roles": roles}, ensure_ascii=False, sort_keys=True))
