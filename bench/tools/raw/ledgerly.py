"""Ledgerly: pages made on the server, read with patterns."""

import re
from datetime import datetime
from html import unescape
from urllib.parse import urlencode

from client import Client, absent, certain, same

ROLES = {"Administrator": "admin", "Accountant": "accountant", "Read only": "viewer"}
STATES = {"Active": "active", "Suspended": "disabled"}
ROW = re.compile(
    r'<td class="name"[^>]*>(.*?)</td>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*<td><span[^>]*>(.*?)</span></td>\s*'
    r'<td class="date">(.*?)</td>\s*<td class="actions"><a href="/admin/users/(\d+)/edit"',
    re.DOTALL,
)
COUNT = re.compile(r'class="count">[^<]* of ([0-9,]+)<')
NEXT = re.compile(r'<a href="([^"]+)" rel="next"')


class App:
    def __init__(self, url):
        self.client = Client(url)

    def login(self, username, password):
        self.client.send("POST", "/login", form={"email": username, "password": password})

    def read(self, path):
        page = self.client.send("GET", path)
        rows = []
        for name, email, role, status, joined, number in ROW.findall(page):
            rows.append(
                {
                    "email": unescape(email),
                    "name": unescape(name),
                    "role": ROLES[unescape(role)],
                    "status": STATES[status],
                    "joined": datetime.strptime(joined, "%d %b %Y").date().isoformat(),
                    "id": number,
                }
            )
        count = COUNT.search(page)
        if not count and "No users found" not in page:
            raise RuntimeError("neither users nor the word that there are none")
        following = NEXT.search(page)
        total = int(count[1].replace(",", "")) if count else 0
        return rows, total, following and "/admin/users" + unescape(following[1])

    def all(self, path):
        rows = []
        while path:
            page, total, path = self.read(path)
            rows += page
        if len(rows) != total:
            raise RuntimeError(f"{len(rows)} of {total} users")
        return rows

    def found(self, user):
        return self.all("/admin/users?" + urlencode({"q": user["email"]}))

    def first(self):
        return self.read("/admin/users")[0]

    def list(self):
        return [without_id(row) for row in self.all("/admin/users")]

    def get(self, user):
        return without_id(certain(self.found(user), user, "email"))

    def create(self, user):
        absent(self.found(user), user, "email")
        self.client.send("POST", "/admin/users", form={"user[email]": user["email"], **values(user)})
        return same(self.get(user), {**user, "status": "active"})

    def change(self, user, end="", form=None):
        number = certain(self.found(user), user, "email")["id"]
        self.client.send("POST", f"/admin/users/{number}{end}", form=form or {})

    def update(self, user):
        self.change(user, form=values(user))
        return same(self.get(user), user)

    def disable(self, user):
        self.change(user, "/suspend")
        return same(self.get(user), {"status": "disabled"})


def values(user):
    return {"user[full_name]": user["name"], "user[role]": user["role"]}


def without_id(row):
    return {name: value for name, value in row.items() if name != "id"}
