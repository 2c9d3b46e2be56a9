"""The work of the bench as people write it with Selenium: bench.py APP URL JOBS, where JOBS has one job a line.

One line of JSON for each job goes to standard output as it ends. The account is BENCH_USERNAME and BENCH_PASSWORD.
"""

import importlib
import json
import os
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


def main():
    app, url, jobs = sys.argv[1:]
    with tempfile.TemporaryDirectory() as downloads:
        driver = webdriver.Chrome(options=options(), service=Service(os.environ["BENCH_DRIVER"]))
        # A headless shell keeps no download without being told so.
        driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": downloads})
        try:
            now = importlib.import_module(app).App(driver, url, downloads)
            now.login(os.environ["BENCH_USERNAME"], os.environ["BENCH_PASSWORD"])
            with open(jobs) as lines:
                for line in lines:
                    job = json.loads(line)
                    print(json.dumps({"action": job["action"], **work(now, **job)}), flush=True)
        finally:
            driver.quit()


def options():
    """What idlcm gives its browser, too (src/browser/launch.rs)."""
    options = webdriver.ChromeOptions()
    options.binary_location = os.environ["BENCH_BROWSER"]
    # A headless shell does not answer to the name `chrome`.
    options.set_capability("browserName", "chrome-headless-shell")
    for flag in ["window-size=1280,900", "disable-gpu", "disable-quic", "no-first-run", "headless"]:
        options.add_argument(f"--{flag}")
    for flag in ["disable-background-networking", "disable-component-update", "disable-sync"]:
        options.add_argument(f"--{flag}")
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
        options.add_argument("--disable-dev-shm-usage")
    return options


def work(now, action, user=None, view=None):
    if action == "check":
        return {"read": len(now.first())}
    if action == "users.list":
        return {"items": now.grid() if view == "grid" else now.list()}
    write = {"users.get": now.get, "users.create": now.create, "users.update": now.update, "users.disable": now.disable}
    return {"user": write[action](user)}


if __name__ == "__main__":
    main()
