"""The works of the bench, as jobs. Users that are changed are among those an app begins with; each is changed once."""

import random

# The works and what is timed of each: (name of the time, which jobs), the first job of a process being number 0.
# "cold": from the start of the process to the answer of its first job.
WORKS = {
    "check": {"cold": "cold"},
    "list": {"cold": "cold", "warm": [1]},
    "grid": {"cold": "cold"},
    "write": {"create": [1, 3, 5], "disable": [2, 4, 6]},
    "mixed": {"all 50": "warm"},
}
# What a person who reads the tables calls them.
TITLES = {
    ("check", "cold"): "start, log in, read the first page of users",
    ("list", "cold"): "start, log in, list all users",
    ("list", "warm"): "list all users, session warm",
    ("grid", "cold"): "start, log in, list all users from the grid",
    ("write", "create"): "create a user, session warm",
    ("write", "disable"): "disable a user, session warm",
    ("mixed", "all 50"): "50 mixed jobs, session warm",
}
APPS = {"ledgerly": "Ledgerly", "boardly": "Boardly", "django": "Django admin"}


def applies(work, app):
    """Only Boardly has a grid besides the list that is tried first."""
    return work != "grid" or app == "boardly"


def jobs(work, app):
    """The jobs of a work, in their order."""
    users = Users(app)
    if work == "check":
        return [{"action": "check"}]
    if work == "list":
        return [{"action": "users.list"}] * 2
    if work == "grid":
        return [{"action": "users.list", "view": "grid"}]
    if work == "write":
        pairs = [[("users.create", users.new()), ("users.disable", users.old())] for _ in range(3)]
        found = [one for pair in pairs for one in pair]
    else:
        makers = {
            "users.create": users.new,
            "users.update": users.changed,
            "users.disable": users.old,
            "users.get": users.old,
        }
        actions = ["users.create"] * 12 + ["users.update"] * 13 + ["users.disable"] * 12 + ["users.get"] * 13
        random.Random(50).shuffle(actions)
        found = [(action, makers[action]()) for action in actions]
    # The first logs in; it is not timed.
    return [{"action": "check"}] + [{"action": action, "user": user} for action, user in found]


class Users:
    """Users of an app, none twice."""

    def __init__(self, app):
        self.app = app
        self.made = 0
        # Of the generated ones, by their number; every ninth (of Django's: tenth) is inactive from the start.
        numbers = [n for n in range(130, 900) if n % 9 != 8 and n % 10 != 0]
        random.Random(app).shuffle(numbers)
        self.numbers = iter(numbers)

    def key(self, n):
        if self.app == "django":
            return {"username": f"user{n:03d}"}
        firsts = "amara tomasz priya lucas ingrid kofi hana mateo elif oscar yuki dalia pavel".split()
        lasts = "okafor kowalski raman silva larsen mensah novak garcia demir wilde tanaka".split()
        host = {"ledgerly": "northwind", "boardly": "acme"}[self.app]
        return {"email": f"{firsts[n % 13]}.{lasts[n % 11]}{n}@{host}.example"}

    def old(self):
        return self.key(next(self.numbers))

    def values(self, n):
        """What a user is given, different for each."""
        if self.app == "ledgerly":
            return {"name": f"Zoë “Z” O'Brien-{n}", "role": ["accountant", "viewer"][n % 2]}
        if self.app == "boardly":
            return {"roles": [["member", "billing"], ["guest"]][n % 2], "cost_center": f"CC-{7000 + n}"}
        roles = [["auditors", "editors"], ["finance"]][n % 2]
        names = {"first_name": f"Zoë {n}", "last_name": f"O'Brien-{n}"}
        return {"email": f"zoe.{n}@bench.example", **names, "roles": roles}

    def changed(self):
        n = next(self.numbers)
        return {**self.key(n), **self.values(n)}

    def new(self):
        self.made += 1
        n = self.made
        key = {"username": f"bench.{n}"} if self.app == "django" else {"email": f"zoe.{n}@bench.example"}
        return {**key, **self.values(n)}
