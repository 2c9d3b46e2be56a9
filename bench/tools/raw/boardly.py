"""Boardly: what its script asks the server for, asked without it."""

import csv
import io
import time
from urllib.parse import urlencode

from client import Client, absent, certain, only, same

MEMBERS = "/api/w/acme/members"
STATES = {"Active": "active", "Invite sent": "invited", "Deactivated": "disabled"}


class App:
    def __init__(self, url):
        self.client = Client(url)

    def login(self, username, password):
        self.client.send("POST", "/api/session", data={"email": username, "password": password})

    def found(self, user):
        answer = self.client.get_json(f"{MEMBERS}?{urlencode({'q': user['email'], 'page': 1})}")
        if len(answer["items"]) != answer["total"]:
            raise RuntimeError(f"{len(answer['items'])} of {answer['total']} users")
        return [person(item) for item in answer["items"]]

    def first(self):
        return self.client.get_json(f"{MEMBERS}?page=1")["items"]

    def list(self):
        total = self.client.get_json(f"{MEMBERS}?page=1")["total"]
        roles = {role["label"]: role["id"] for role in self.client.get_json("/api/w/acme/roles")}
        users = [
            {
                "email": line["Email"],
                "name": line["Display name"],
                "status": STATES[line["State"]],
                "roles": [roles[label.strip()] for label in line["Roles"].split(";")],
                "cost_center": line["Cost center"],
            }
            for line in csv.DictReader(io.StringIO(self.client.send("GET", f"{MEMBERS}.csv")))
        ]
        if len(users) != total:
            raise RuntimeError(f"{len(users)} of {total} users")
        return users

    def get(self, user):
        return without_id(certain(self.found(user), user, "email"))

    def create(self, user):
        absent(self.found(user), user, "email")
        self.client.send("POST", MEMBERS, data=user)
        # The list shows who was invited only some seconds later.
        end = time.monotonic() + 60
        while not (read := only(self.found(user), user, "email")) and time.monotonic() < end:
            time.sleep(0.02)
        return same(without_id(read), {**user, "status": "invited"})

    def change(self, method, user, end="", data=None):
        number = certain(self.found(user), user, "email")["id"]
        self.client.send(method, f"{MEMBERS}/{number}{end}", data=data)

    def update(self, user):
        self.change("PATCH", user, data=user)
        return same(self.get(user), user)

    def disable(self, user):
        self.change("POST", user, "/deactivate")
        return same(self.get(user), {"status": "disabled"})


def person(item):
    names = ("email", "name", "roles", "cost_center")
    return {"id": item["id"], "status": item["status"], **{name: item["fields"].get(name) for name in names}}


def without_id(row):
    return {name: value for name, value in row.items() if name != "id"}
