"""What the scripts of all apps share."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as condition
from selenium.webdriver.support.ui import WebDriverWait


class Page:
    def __init__(self, driver, url, downloads):
        self.driver = driver
        self.url = url
        self.downloads = downloads
        self.wait = WebDriverWait(driver, 30)

    def open(self, path):
        self.driver.get(self.url + path)

    def find(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def find_all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def xpath(self, path):
        return self.wait.until(condition.element_to_be_clickable((By.XPATH, path)))

    def button(self, name):
        return self.xpath(f"//button[normalize-space()='{name}']")

    def visible(self, css):
        return self.wait.until(condition.visibility_of_element_located((By.CSS_SELECTOR, css)))

    def fill(self, css, text):
        element = self.visible(css)
        element.clear()
        element.send_keys(text)

    def get(self, user):
        return certain(self.found(user), user, self.key)[0]


def only(found, user, key):
    """The one user with that key among (user, …), or nothing."""
    rows = [one for one in found if one[0][key] == user[key]]
    if len(rows) > 1:
        raise RuntimeError(f"{user[key]} is there {len(rows)} times")
    return rows[0] if rows else None


def certain(found, user, key):
    one = only(found, user, key)
    if one is None:
        raise RuntimeError(f"{user[key]} is not there")
    return one


def absent(found, user, key):
    if only(found, user, key):
        raise RuntimeError(f"{user[key]} is there")


def same(read, wished):
    """Whether what was read back is what was wished."""
    for name, value in wished.items():
        one = sorted(read[name]) if isinstance(value, list) else read[name]
        if one != (sorted(value) if isinstance(value, list) else value):
            raise RuntimeError(f"{name} is {one!r}, and should be {value!r}")
    return read
