"""Django's admin, read with patterns; its forms are sent whole, with their token."""

import re
from html import unescape
from urllib.parse import urlencode

from client import Client, absent, certain, same

USERS = "/admin/auth/user/"
CELL = r'class="field-%s[^"]*">(?:<a[^>]*>)?(.*?)(?:</a>)?</t[dh]>'
FIELDS = {name: re.compile(CELL % name, re.DOTALL) for name in ("username", "email", "first_name", "last_name")}
STAFF = re.compile(r'class="field-is_staff"><img[^>]* alt="(True|False)"')
FORM = re.compile(r'class="field-username"><a href="([^"]+)"')
COUNT = re.compile(r"([0-9,]+) users?\b")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
GROUPS = re.compile(r'<select name="groups".*?</select>', re.DOTALL)
OPTION = re.compile(r'<option value="(\d+)"( selected)?>([^<]*)</option>')


class App:
    def __init__(self, url):
        self.client = Client(url)

    def login(self, username, password):
        path = f"/admin/login/?next={USERS}"
        token = TOKEN.search(self.client.send("GET", path))[1]
        form = {"csrfmiddlewaretoken": token, "username": username, "password": password, "next": USERS}
        self.front = self.client.send("POST", path, form=form)

    def read(self, page):
        rows = []
        for row in page.partition('id="result_list"')[2].partition("<tbody>")[2].partition("</tbody>")[0].split("<tr>")[1:]:
            user = {name: unescape(field.search(row)[1]) for name, field in FIELDS.items()}
            user = {name: "" if value == "-" else value for name, value in user.items()}
            rows.append({**user, "is_staff": STAFF.search(row)[1] == "True", "form": unescape(FORM.search(row)[1])})
        return rows, int(COUNT.search(page.partition('class="paginator"')[2])[1].replace(",", ""))

    def all(self, query):
        rows, total, number = [], 1, 0
        while len(rows) < total:
            number += 1
            following = {**query, "p": number} if number > 1 else query
            page, total = self.read(self.client.send("GET", f"{USERS}?{urlencode(following)}"))
            rows += page
            if not page and rows:
                raise RuntimeError(f"{len(rows)} of {total} users")
        return rows

    def first(self):
        """Shown by the login."""
        return self.read(self.front)[0]

    def list(self):
        users = []
        for flag, status in (("1", "active"), ("0", "disabled")):
            users += [{**plain(user), "status": status} for user in self.all({"is_active__exact": flag})]
        return users

    def found(self, user):
        return self.all({"q": user["username"]})

    def form(self, user):
        """The user and the form as it is sent when nothing is changed."""
        path = certain(self.found(user), user, "username")["form"]
        page = self.client.send("GET", path)
        form = self.fields(page)
        read = {name: form[name] for name in ("username", "email", "first_name", "last_name")}
        if read["username"] != user["username"]:
            raise RuntimeError("this is somebody else")
        groups = OPTION.findall(GROUPS.search(page)[0])
        read["is_staff"] = "is_staff" in form
        read["status"] = "active" if "is_active" in form else "disabled"
        read["roles"] = [unescape(label) for _, selected, label in groups if selected]
        return read, form, path, {unescape(label): value for value, _, label in groups}

    def fields(self, page):
        form = {}
        for tag in re.findall(r"<input\b[^>]*>", page.partition('id="user_form"')[2]):
            attributes = dict(re.findall(r'\b([a-z_]+)="([^"]*)"', tag))
            kind, name = attributes.get("type"), attributes.get("name")
            if not name or kind == "submit" or (kind in ("checkbox", "radio") and "checked" not in tag):
                continue
            form[name] = unescape(attributes.get("value", "on" if kind == "checkbox" else ""))
        groups = GROUPS.search(page)
        if groups:
            form["groups"] = [value for value, selected, _ in OPTION.findall(groups[0]) if selected]
            form["user_permissions"] = []
        return form

    def get(self, user):
        return self.form(user)[0]

    def save(self, path, form):
        page = self.client.send("POST", path, form={**form, "_save": "Save"})
        if "errornote" in page:
            raise RuntimeError("Django does not accept the form")
        return page

    def fill(self, user, form, ids):
        names = ("email", "first_name", "last_name")
        return {**form, **{name: user[name] for name in names}, "groups": [ids[role] for role in user["roles"]]}

    def create(self, user):
        absent(self.found(user), user, "username")
        form = self.fields(self.client.send("GET", f"{USERS}add/"))
        page = self.save(f"{USERS}add/", {**form, "username": user["username"], "usable_password": "false"})
        ids = {unescape(label): value for value, _, label in OPTION.findall(GROUPS.search(page)[0])}
        self.save(self.client.path, self.fill(user, self.fields(page), ids))
        return same(self.get(user), {**user, "status": "active"})

    def update(self, user):
        _, form, path, ids = self.form(user)
        self.save(path, self.fill(user, form, ids))
        return same(self.get(user), user)

    def disable(self, user):
        _, form, path, _ = self.form(user)
        del form["is_active"]
        self.save(path, form)
        row = certain(self.all({"q": user["username"], "is_active__exact": "0"}), user, "username")
        return {**plain(row), "status": "disabled"}


def plain(row):
    return {name: value for name, value in row.items() if name != "form"}
