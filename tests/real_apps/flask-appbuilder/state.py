#!/usr/bin/env python3
"""What the app of start.sh holds, from its own database, in the fields of the recipe. Usage: state.py DIR PORT."""
import json
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}/app.db?mode=ro", uri=True, timeout=30)


def names(query):
    """Lists of names by what has them, in the order of the forms, which is that of the ids."""
    lists = {}
    for owner, name in database.execute(query):
        lists.setdefault(owner, []).append(name)
    return lists


user_roles = names("select m.user_id, r.name from ab_user_role m join ab_role r on r.id = m.role_id order by r.id")
user_groups = names("select m.user_id, g.name from ab_user_group m join ab_group g on g.id = m.group_id order by g.id")
group_roles = names("select m.group_id, r.name from ab_group_role m join ab_role r on r.id = m.role_id order by r.id")
permissions = names(
    "select m.role_id, replace(p.name, '_', ' ') || ' on ' || v.name from ab_permission_view_role m"
    " join ab_permission_view pv on pv.id = m.permission_view_id join ab_permission p on p.id = pv.permission_id"
    " join ab_view_menu v on v.id = pv.view_menu_id order by pv.id"
)
users = {
    username: {
        "username": username,
        "email": email,
        "first_name": first,
        "last_name": last,
        "status": "active" if active else "disabled",
        "roles": user_roles.get(number, []),
        "groups": user_groups.get(number, []),
    }
    for number, username, email, first, last, active in database.execute(
        "select id, username, email, first_name, last_name, active from ab_user"
    )
}
roles = {
    name: {"name": name, "permissions": permissions.get(number, [])}
    for number, name in database.execute("select id, name from ab_role")
}
groups = {
    name: {"name": name, "label": label, "description": description, "roles": group_roles.get(number, [])}
    for number, name, label, description in database.execute("select id, name, label, description from ab_group")
}
print(json.dumps({"users": users, "roles": roles, "groups": groups}))
