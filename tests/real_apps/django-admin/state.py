#!/usr/bin/env python3
"""What the Django of start.sh holds, from its own database, in the fields of the recipe. Usage: state.py DIR PORT."""
import json
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}/site/db.sqlite3?mode=ro", uri=True, timeout=30)
members = {}
for user, group in database.execute(
    "select m.user_id, g.name from auth_user_groups m join auth_group g on g.id = m.group_id order by g.name"
):
    members.setdefault(user, []).append(group)
users = {
    username: {
        "username": username,
        "email": email or None,
        "first_name": first or None,
        "last_name": last or None,
        "is_staff": bool(staff),
        "status": "active" if active else "disabled",
        "roles": members.get(number, []),
    }
    for number, username, email, first, last, staff, active in database.execute(
        "select id, username, email, first_name, last_name, is_staff, is_active from auth_user"
    )
}
roles = {name: {"name": name} for (name,) in database.execute("select name from auth_group")}
print(json.dumps({"users": users, "roles": roles}))
