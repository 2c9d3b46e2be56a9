"""Boardly: a single-page app. The whole list is its export; the filter stands in the address."""

import csv
import os
import time
from pathlib import Path
from urllib.parse import urlencode

from page import Page, absent, only, same
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as condition

ROLES = {"Owner": "owner", "Admin": "admin", "Member": "member", "Billing manager": "billing", "Guest (view only)": "guest"}
LABELS = {role: label for label, role in ROLES.items()}
STATES = {"Active": "active", "Invite sent": "invited", "Deactivated": "disabled"}
MEMBERS = "/w/acme/settings/members"


class App(Page):
    key = "email"

    def login(self, username, password):
        self.open("/signin")
        self.fill("#email", username)
        self.fill("#password", password)
        self.button("Continue").click()
        self.button("Got it").click()
        self.button("Accept all").click()

    def loaded(self, address):
        """Opens the list; returns how many members it says there are."""
        self.open(address)
        self.visible("[data-testid=members-total]")
        total = self.wait.until(lambda _: self.find("[data-testid=members-total]").text)
        self.wait.until(condition.invisibility_of_element_located((By.CSS_SELECTOR, "[role=progressbar]")))
        return int(total.split()[0].replace(",", ""))

    def read(self):
        return [(self.row(row), row) for row in self.find_all("[role=grid] .grid-body [role=row]")]

    def row(self, row):
        def text(css):
            return row.find_element(By.CSS_SELECTOR, css).text

        name, cost = text("[data-field=name] .who"), text("[data-field=cost_center]")
        return {
            "email": text("[data-field=email]"),
            "name": None if name == "No name yet" else name,
            "status": STATES[text("[data-field=status]")],
            "roles": [ROLES[chip.text] for chip in row.find_elements(By.CSS_SELECTOR, "[data-field=roles] .chip")],
            "cost_center": None if cost == "–" else cost,
        }

    def found(self, user):
        total = self.loaded(f"{MEMBERS}?{urlencode({'q': user['email']})}")
        rows = self.read()
        if len(rows) != total:
            raise RuntimeError(f"{len(rows)} of {total} users")
        return rows

    def first(self):
        self.loaded(MEMBERS)
        return self.read()

    def list(self):
        total = self.loaded(MEMBERS)
        for old in os.listdir(self.downloads):
            os.remove(Path(self.downloads, old))
        self.find("[aria-label='More actions']").click()
        self.xpath("//a[@role='menuitem'][normalize-space()='Export members (CSV)']").click()
        file = self.wait.until(lambda _: next(Path(self.downloads).glob("*.csv"), None))
        with open(file, newline="") as lines:
            users = [
                {
                    "email": line["Email"],
                    "name": line["Display name"],
                    "status": STATES[line["State"]],
                    "roles": [ROLES[label.strip()] for label in line["Roles"].split(";")],
                    "cost_center": line["Cost center"],
                }
                for line in csv.DictReader(lines)
            ]
        if len(users) != total:
            raise RuntimeError(f"{len(users)} of {total} users")
        return users

    def grid(self):
        """The same from the grid, which holds only the rows in sight."""
        total = self.loaded(MEMBERS)
        grid = self.find("[role=grid]")
        users = {}
        while len(users) < total:
            try:
                for row in self.find_all("[role=grid] .grid-body [role=row]"):
                    email = row.find_element(By.CSS_SELECTOR, "[data-field=email]").text
                    if email not in users:
                        users[email] = self.row(row)
            except StaleElementReferenceException:
                # The grid was drawn anew meanwhile.
                continue
            self.driver.execute_script("arguments[0].scrollTop += arguments[0].clientHeight / 2", grid)
        return list(users.values())

    def choose(self, roles):
        for role in roles:
            self.visible("[role=dialog] input[role=combobox]").send_keys(LABELS[role])
            self.xpath(f"//li[@role='option'][normalize-space()='{LABELS[role]}']").click()

    def told(self, text):
        self.wait.until(condition.visibility_of_element_located((By.XPATH, f'//*[@role="status"][contains(., "{text}")]')))

    def create(self, user):
        absent(self.found(user), user, self.key)
        self.find("[data-testid=invite-member]").click()
        self.fill("[role=dialog] input[name=email]", user["email"])
        self.choose(user["roles"])
        self.fill("[role=dialog] input[name=cost_center]", user["cost_center"])
        self.button("Send invite").click()
        self.told(f"Invite sent to {user['email']}")
        # The list shows who was invited only some seconds later.
        end = time.monotonic() + 60
        while not (one := only(self.found(user), user, self.key)) and time.monotonic() < end:
            time.sleep(0.5)
        return same(one[0], {**user, "status": "invited"})

    def menu(self, user, item):
        one = only(self.found(user), user, self.key)
        one[1].find_element(By.CSS_SELECTOR, "[data-field=actions] button").click()
        self.xpath(f"//*[@role='menuitem'][normalize-space()='{item}']").click()
        if user["email"] not in self.visible("[role=dialog], [role=alertdialog]").text:
            raise RuntimeError("this is somebody else")
        return one[0]

    def update(self, user):
        now = self.menu(user, "Edit member…")
        for role in now["roles"]:
            if role not in user["roles"]:
                self.find(f"[role=dialog] [aria-label='Remove {LABELS[role]}']").click()
        self.choose([role for role in user["roles"] if role not in now["roles"]])
        self.fill("[role=dialog] input[name=cost_center]", user["cost_center"])
        self.button("Save changes").click()
        self.told(f"Changes to {user['email']} were saved")
        return same(self.get(user), user)

    def disable(self, user):
        self.menu(user, "Deactivate…")
        self.button("Deactivate").click()
        self.told(f"{user['email']} was deactivated")
        return same(self.get(user), {"status": "disabled"})
