"""Ledgerly: pages made on the server."""

from datetime import datetime
from urllib.parse import urlencode

from page import Page, absent, certain, same
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as condition
from selenium.webdriver.support.ui import Select

ROLES = {"Administrator": "admin", "Accountant": "accountant", "Read only": "viewer"}
LABELS = {role: label for label, role in ROLES.items()}
STATES = {"Active": "active", "Suspended": "disabled"}


class App(Page):
    key = "email"

    def login(self, username, password):
        self.open("/login")
        self.fill("#email", username)
        self.fill("#password", password)
        self.button("Sign in").click()
        self.wait.until(condition.url_contains("/admin/users"))

    def read(self):
        """The users on the page, each with its row."""
        self.visible("table[aria-label=Users], .empty")
        rows = []
        for row in self.find_all("table[aria-label=Users] tbody tr"):
            name, email, role, status, joined, _ = row.find_elements(By.TAG_NAME, "td")
            user = {
                "email": email.text,
                "name": name.text,
                "role": ROLES[role.text],
                "status": STATES[status.text],
                "joined": datetime.strptime(joined.text, "%d %b %Y").date().isoformat(),
            }
            rows.append((user, row))
        return rows

    def all(self):
        rows = self.read()
        while following := self.find_all("a[rel=next]"):
            following[0].click()
            self.wait.until(condition.staleness_of(following[0]))
            rows += self.read()
        if self.find_all(".empty"):
            return []
        total = int(self.find(".table-footer .count").text.split(" of ")[1].replace(",", ""))
        if len(rows) != total:
            raise RuntimeError(f"{len(rows)} of {total} users")
        return rows

    def found(self, user):
        self.open("/admin/users?" + urlencode({"q": user["email"]}))
        return self.all()

    def first(self):
        self.open("/admin/users")
        return self.read()

    def list(self):
        self.open("/admin/users")
        return [user for user, _ in self.all()]

    def create(self, user):
        absent(self.found(user), user, self.key)
        self.open("/admin/users/new")
        self.fill("#user_email", user["email"])
        self.fill("#user_name", user["name"])
        Select(self.find("#user_role")).select_by_visible_text(LABELS[user["role"]])
        self.button("Create user").click()
        self.visible(".flash")
        return same(self.get(user), {**user, "status": "active"})

    def form(self, user):
        certain(self.found(user), user, self.key)[1].find_element(By.LINK_TEXT, "Edit").click()
        if self.visible("#user_email").get_attribute("value") != user["email"]:
            raise RuntimeError("this is somebody else")

    def update(self, user):
        self.form(user)
        self.fill("#user_name", user["name"])
        Select(self.find("#user_role")).select_by_visible_text(LABELS[user["role"]])
        self.button("Save changes").click()
        self.visible(".flash")
        return same(self.get(user), user)

    def disable(self, user):
        self.form(user)
        self.button("Suspend account").click()
        dialog = self.wait.until(condition.alert_is_present())
        if not dialog.text.startswith("Suspend this account?"):
            raise RuntimeError(f"an unknown question: {dialog.text}")
        dialog.accept()
        self.visible(".flash")
        return same(self.get(user), {"status": "disabled"})
