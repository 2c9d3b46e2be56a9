"""Django's admin. The list is read through the filter "By active", since it does not show whether somebody is."""

from urllib.parse import urlencode

from page import Page, absent, certain, same
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as condition
from selenium.webdriver.support.ui import Select

USERS = "/admin/auth/user/"


class App(Page):
    key = "username"

    def login(self, username, password):
        self.open(f"/admin/login/?next={USERS}")
        self.fill("#id_username", username)
        self.fill("#id_password", password)
        self.find("input[type=submit]").click()
        self.visible("#result_list")

    def read(self):
        """The users on the page, each with its row."""
        self.visible(".paginator")
        rows = []
        for row in self.find_all("#result_list tbody tr"):

            def text(field):
                shown = row.find_element(By.CSS_SELECTOR, f".field-{field}").text
                return "" if shown == "-" else shown

            user = {
                "username": text("username"),
                "email": text("email"),
                "first_name": text("first_name"),
                "last_name": text("last_name"),
                "is_staff": row.find_element(By.CSS_SELECTOR, ".field-is_staff img").get_attribute("alt") == "True",
            }
            rows.append((user, row))
        return rows

    def all(self, query):
        self.open(f"{USERS}?{urlencode(query)}")
        rows = self.read()
        total = self.total()
        while len(rows) < total:
            following = self.find(".paginator .this-page + a:not(.showall)")
            following.click()
            self.wait.until(condition.staleness_of(following))
            rows += self.read()
        return rows

    def total(self):
        words = self.find(".paginator").text.split()
        at = next(at for at, word in enumerate(words) if word in ("user", "users"))
        return int(words[at - 1].replace(",", ""))

    def found(self, user):
        return self.all({"q": user["username"]})

    def first(self):
        self.open(USERS)
        return self.read()

    def list(self):
        users = []
        for flag, status in (("1", "active"), ("0", "disabled")):
            users += [{**user, "status": status} for user, _ in self.all({"is_active__exact": flag})]
        return users

    def get(self, user):
        certain(self.found(user), user, self.key)[1].find_element(By.CSS_SELECTOR, ".field-username a").click()
        self.visible("#id_groups_to")
        names = ("username", "email", "first_name", "last_name")
        read = {name: self.find(f"#id_{name}").get_attribute("value") for name in names}
        if read["username"] != user["username"]:
            raise RuntimeError("this is somebody else")
        return {
            **read,
            "is_staff": self.find("#id_is_staff").is_selected(),
            "status": "active" if self.find("#id_is_active").is_selected() else "disabled",
            "roles": [option.text for option in self.find_all("#id_groups_to option")],
        }

    def save(self):
        self.find("input[name=_save]").click()
        self.visible(".messagelist .success")

    def form(self, user, now):
        for name in ("email", "first_name", "last_name"):
            if now[name] != user[name]:
                self.fill(f"#id_{name}", user[name])
        for role in now["roles"]:
            if role not in user["roles"]:
                Select(self.find("#id_groups_to")).select_by_visible_text(role)
                self.button("Remove selected groups").click()
        for role in user["roles"]:
            if role not in now["roles"]:
                Select(self.find("#id_groups_from")).select_by_visible_text(role)
                self.button("Choose selected groups").click()
        self.save()

    def create(self, user):
        absent(self.found(user), user, self.key)
        self.open(f"{USERS}add/")
        self.fill("#id_username", user["username"])
        self.find("input[name=usable_password][value=false]").click()
        self.save()
        self.visible("#id_groups_to")
        self.form(user, {"email": "", "first_name": "", "last_name": "", "roles": []})
        return same(self.get(user), {**user, "status": "active"})

    def update(self, user):
        self.form(user, self.get(user))
        return same(self.get(user), user)

    def disable(self, user):
        self.get(user)
        self.find("#id_is_active").click()
        self.save()
        row = certain(self.all({"q": user["username"], "is_active__exact": "0"}), user, self.key)[0]
        return {**row, "status": "disabled"}
