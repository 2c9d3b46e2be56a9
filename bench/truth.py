"""What an app must hold, and whether a tool has read and written just that."""

FIELDS = {
    "ledgerly": ["email", "name", "role", "status", "joined"],
    "boardly": ["email", "name", "roles", "status", "cost_center"],
    "django": ["username", "email", "first_name", "last_name", "is_staff", "status"],
}


def key_of(app):
    return "username" if app == "django" else "email"


def plain(user):
    """Values in a form that can be compared: no order of roles, and one way to be empty."""
    return {name: sorted(value) if isinstance(value, list) else value or None for name, value in user.items()}


def by_key(app, users):
    found = {user[key_of(app)]: plain(user) for user in users}
    if len(found) != len(users):
        raise ValueError("somebody is there twice")
    return found


def wrong_list(app, items, truth):
    """What is wrong with a list, if anything: it must hold everybody, with each field that the recipe's list has."""
    fields = FIELDS[app]
    try:
        read = by_key(app, items)
    except (ValueError, KeyError) as error:
        return str(error)
    expected = {key: {name: user[name] for name in fields} for key, user in by_key(app, truth).items()}
    if read.keys() != expected.keys():
        return f"{len(read)} users, and {len(expected)} are there"
    for key, user in expected.items():
        if read[key] != user:
            return f"{key} is {user}, read was {read[key]}"
    return None


def wrong_state(app, before, jobs, after):
    """What is wrong with the app after these jobs, if anything: it must be as before, but for what the jobs wished."""
    expected, made = by_key(app, before), set()
    for job in jobs:
        user = plain(job.get("user") or {})
        key = user.get(key_of(app))
        match job["action"]:
            case "users.create":
                made.add(key)
                expected[key] = {**user, "status": "invited" if app == "boardly" else "active"}
            case "users.update":
                expected[key].update(user)
            case "users.disable":
                expected[key]["status"] = "disabled"
    now = by_key(app, after)
    if now.keys() != expected.keys():
        return f"the app has {len(now)} users, and should have {len(expected)}"
    for key, user in expected.items():
        # Of new ones only what they were given is known.
        seen = {name: now[key][name] for name in user} if key in made else now[key]
        if seen != user:
            return f"{key} should be {user}, and is {seen}"
    return None


def wrong_answers(app, jobs, answers, after):
    """Whether each user that was told of is as the app has it at the end: no user is changed twice."""
    now = by_key(app, after)
    for job, answer in zip(jobs, answers):
        if "user" in job:
            told, real = plain(answer["user"] or {}), now[job["user"][key_of(app)]]
            if not told or any(real[name] != value for name, value in told.items()):
                return f"{job['action']} told {told}, and the app has {real}"
    return None
