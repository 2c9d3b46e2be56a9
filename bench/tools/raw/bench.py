"""The work of the bench without a browser, as the limit: bench.py APP URL JOBS, where JOBS has one job a line.

It sends the requests that the app's pages would send, over one connection that is kept, and makes one line of JSON of each
job. The account is BENCH_USERNAME and BENCH_PASSWORD.
"""

import importlib
import json
import os
import sys


def main():
    app, url, jobs = sys.argv[1:]
    now = importlib.import_module(app).App(url)
    now.login(os.environ["BENCH_USERNAME"], os.environ["BENCH_PASSWORD"])
    with open(jobs) as lines:
        for line in lines:
            job = json.loads(line)
            print(json.dumps({"action": job["action"], **work(now, job["action"], job.get("user"))}), flush=True)


def work(now, action, user):
    if action == "check":
        return {"read": len(now.first())}
    if action == "users.list":
        return {"items": now.list()}
    write = {"users.get": now.get, "users.create": now.create, "users.update": now.update, "users.disable": now.disable}
    return {"user": write[action](user)}


if __name__ == "__main__":
    main()
