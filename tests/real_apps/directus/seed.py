#!/usr/bin/env python3
"""Fills a fresh Directus database: seed.py DATABASE."""
import sqlite3
import sys
import uuid

with sqlite3.connect(sys.argv[1]) as database:
    roles = {name: str(uuid.uuid4()) for name in ("Editor", "Auditor", "Helpdesk", "Finance", "Operator")}
    database.executemany("INSERT INTO directus_roles (name, id) VALUES (?, ?)", roles.items())
    ids = list(roles.values())
    database.executemany(
        "INSERT INTO directus_users (id, email, first_name, last_name, role, status) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (str(uuid.uuid4()), f"user{n:03d}@example.org", f"First{n}", f"Last{n}", ids[n % 5],
             "suspended" if n % 10 == 0 else "active")
            for n in range(1, 121)
        ],
    )
