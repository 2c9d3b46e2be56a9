"""One connection with its cookies, and what the scripts of all apps share."""

import http.client
import json
from urllib.parse import urlencode, urlsplit


class Client:
    def __init__(self, url):
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc)
        self.cookies = {}

    def send(self, method, path, form=None, data=None):
        """The body of the answer. A redirect is followed; any other status than 2xx is an error."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif data is not None:
            body = json.dumps(data)
            headers["Content-Type"] = "application/json"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status in (302, 303):
            self.path = answer.headers["Location"]
            return self.send("GET", self.path)
        if not 200 <= answer.status < 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]}")
        return text

    def get_json(self, path):
        return json.loads(self.send("GET", path))


def only(found, user, key):
    """The one with that key, or nothing."""
    rows = [one for one in found if one[key] == user[key]]
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
