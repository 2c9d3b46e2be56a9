"""The apps of the bench with a thousand users each: started, brought back to how they began, looked into."""

import importlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Fixture:
    """A fixture app of this repository, with a thousand users. Each fresh one is a new process."""

    def __init__(self, name, idlcm, folder):
        self.name = name
        self.idlcm = idlcm
        self.source = folder / f"{name}-fixture"
        self.process = None
        self.url = None
        shutil.copytree(ROOT / "fixtures" / name, self.source)
        file = self.source / "fixture.yaml"
        file.write_text(self.many(file.read_text()))

    def fresh(self):
        """As it begins: nobody is signed in, and there are exactly the users of the fixture."""
        self.end()
        command = [self.idlcm, "fixture", "serve", self.source]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip().rstrip("/")
        if not self.url.startswith("http"):
            raise RuntimeError(f"the fixture {self.name} does not start")

    def state(self):
        """Everybody with all that the recipe can read of them, from the app's own pages without a browser."""
        sys.path.insert(0, str(ROOT / "bench/tools/raw"))
        try:
            reader = importlib.import_module(self.name).App(self.url)
        finally:
            sys.path.pop(0)
        reader.login(self.username, self.password)
        users = reader.list()
        reader.client.connection.close()
        return users

    def end(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process.stdout.close()
            self.process = None


class Ledgerly(Fixture):
    """Pages made on the server: 1,000 users in 40 pages."""

    username, password = "owner@ledgerly.example", "S3cure+pass/word=42%"
    params = {"subdomain": "acme"}
    users = 1000

    def many(self, text):
        text = replaced(text, "- count: 42", "- count: 985")
        text = replaced(text, "{{ last | lower }}@", "{{ last | lower }}{{ n }}@")
        text = replaced(text, "n * 22", "n")
        return replaced(text, "seats: {limit: 60}", "seats: {limit: 5000}")


class Boardly(Fixture):
    """A single-page app: 1,000 users in a grid that holds the rows in sight, and as a CSV."""

    username, password = "robin@boardly.example", "Kanban!board&2026"
    params = {"workspace": "acme"}
    users = 1000
    firsts = "Amara Tomasz Priya Lucas Ingrid Kofi Hana Mateo Elif Oscar Yuki Dalia Pavel".split()
    lasts = "Okafor Kowalski Raman Silva Larsen Mensah Novak Garcia Demir Wilde Tanaka".split()
    roles = ["[member]", "[guest]", "[member, billing]", "[member]", "[admin]"]

    def many(self, text):
        # Written out, since a fixture's patterns make no lists.
        further = "".join(self.record(n) for n in range(943))
        text = replaced(text, "\nrules:\n", f"{further}\nrules:\n")
        return replaced(text, "limit: 55", "limit: 5000")

    def record(self, n):
        first, last = self.firsts[n % 13], self.lasts[n % 11]
        email = f"{first}.{last}{n}@acme.example".lower()
        cost = f", cost_center: CC-{1000 + n % 40}" if n % 3 else ""
        status = "disabled" if n % 9 == 8 else "active"
        rest = f"status: {status}, joined: {2023 + n // 300}-{1 + n % 12:02}-{1 + n % 28:02}"
        return f"      - {{email: {email}, name: {first} {last}, roles: {self.roles[n % 5]}{cost}, {rest}}}\n"


class Django:
    """Django's own admin with 1,110 users, a tenth of them inactive. Its database is put back between runs."""

    name = "django"
    username, password = "admin", "Admin-pass-1"
    params = {}
    users = 1111

    def __init__(self, folder):
        self.folder = folder / "django"
        self.folder.mkdir()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database = self.folder / "site/db.sqlite3"
        self.begun = self.folder / "begun.sqlite3"
        self.log = open(self.folder / "log", "wb")
        script = ROOT / "bench/seed/django.sh"
        self.process = subprocess.Popen(
            [script, self.folder, str(self.port)], stdout=self.log, stderr=self.log, start_new_session=True
        )
        end = time.monotonic() + 300
        while not (self.folder / "ready").exists() or not answers(self.port):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Django does not start; see {self.folder}/log")
            time.sleep(0.1)
        shutil.copy(self.database, self.begun)

    def fresh(self):
        copy = self.database.with_suffix(".copy")
        shutil.copy(self.begun, copy)
        copy.rename(self.database)

    def end(self):
        if self.process:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait()
            self.log.close()
            self.process = None

    def state(self):
        """Everybody with all that the recipe can read of them, from the database."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            rows = database.execute(
                "SELECT username, email, first_name, last_name, is_staff, is_active,"
                " (SELECT group_concat(name) FROM auth_group g JOIN auth_user_groups m ON m.group_id = g.id"
                "  WHERE m.user_id = u.id) FROM auth_user u"
            ).fetchall()
        names = ("username", "email", "first_name", "last_name")
        return [
            {
                **dict(zip(names, row)),
                "is_staff": bool(row[4]),
                "status": "active" if row[5] else "disabled",
                "roles": row[6].split(",") if row[6] else [],
            }
            for row in rows
        ]


def start(name, idlcm, folder):
    """The app with that name."""
    if name == "django":
        return Django(folder)
    return {"ledgerly": Ledgerly, "boardly": Boardly}[name](name, idlcm, folder)


def replaced(text, old, new):
    if text.count(old) != 1:
        raise RuntimeError(f"a fixture has changed: `{old.strip()}` stands there {text.count(old)} times")
    return text.replace(old, new)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
