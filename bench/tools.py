"""The tools that are compared, and how one of them does the jobs of a work as a process."""

import json
import os
import shutil
import signal
import subprocess
import threading
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "idlcm-tests/bench"
TITLES = {"idlcm": "idlcm", "playwright": "Playwright", "selenium": "Selenium", "raw": "raw HTTP"}
# As idlcm chooses them (src/browser/launch.rs).
BROWSERS = ["/usr/lib/chromium/chromium-headless-shell", "chromium-headless-shell", "chrome-headless-shell"]
DRIVERS = ["chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"]
# No job of the bench takes so long.
LONGEST = 900


def program(names):
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise RuntimeError(f"none of these is installed: {', '.join(names)}")
    return found


class Script:
    """A script of bench/tools, which prints a line for each job."""

    def __init__(self, name, command):
        self.name = name
        self.command = command

    def prepare(self, app, jobs, folder):
        file = folder / "jobs"
        file.write_text("".join(json.dumps(job) + "\n" for job in jobs))
        environment = {
            "BENCH_USERNAME": app.username,
            "BENCH_PASSWORD": app.password,
            "BENCH_PLAYWRIGHT": str(CACHE / "playwright"),
        }
        if self.name != "raw":
            environment.update(BENCH_BROWSER=program(BROWSERS), BENCH_DRIVER=program(DRIVERS))
        return [*self.command, app.name, app.url, file], environment

    def take(self, line, answers, at):
        answers.append({**json.loads(line), "at": at})

    def offers(self, work):
        # Without a browser there is no grid.
        return self.name != "raw" or work != "grid"


class Idlcm:
    """`idlcm run`, with an integration of its own."""

    name = "idlcm"

    def __init__(self, binary):
        self.binary = binary

    def prepare(self, app, jobs, folder):
        (folder / "integrations").mkdir()
        recipes = ROOT / "recipes"
        if any(job.get("view") == "grid" for job in jobs):
            recipes = self.grid(folder)
        integration = {
            "schema": "idlcm.integration/1",
            "id": "bench",
            "app": "django-admin" if app.name == "django" else app.name,
            "base_url": app.url,
            "params": app.params,
            "service_account": {"username": {"env": "BENCH_USERNAME"}, "password": {"env": "BENCH_PASSWORD"}},
        }
        (folder / "integrations/bench.yaml").write_text(json.dumps(integration))
        (folder / "jobs").write_text("".join(json.dumps(job_of(job)) + "\n" for job in jobs))
        options = ["--recipes", recipes, "--integrations", folder / "integrations", "--evidence", folder / "evidence"]
        environment = {
            "BENCH_USERNAME": app.username,
            "BENCH_PASSWORD": app.password,
            "XDG_STATE_HOME": str(folder / "state"),
        }
        return [self.binary, *options, "run", folder / "jobs"], environment

    def grid(self, folder):
        """Boardly's recipe, with the list from the grid instead of the export."""
        recipe = (ROOT / "recipes/boardly/recipe.yaml").read_text()
        shipped = "users.list: {view: users_csv, fallback: users}"
        if shipped not in recipe:
            raise RuntimeError(f"recipes/boardly has changed: `{shipped}` is not there")
        (folder / "recipes/boardly").mkdir(parents=True)
        (folder / "recipes/boardly/recipe.yaml").write_text(recipe.replace(shipped, "users.list: {view: users}"))
        return folder / "recipes"

    def take(self, line, answers, at):
        """A list comes in chunks; an answer is there with its last one."""
        result = json.loads(line)
        if not answers or answers[-1].get("last"):
            answers.append({"action": result["action"], "items": []})
        answer = answers[-1]
        answer["items"] += result.get("items") or []
        answer.update(at=at, last=result["last"], commands=result["times"]["commands"])
        if result["outcome"] not in ("succeeded", "pending"):
            error = result.get("error") or {}
            answer["wrong"] = f"{result['outcome']}: {error.get('message')}"
        if result["action"] == "users.list" and result["last"] and not result.get("complete"):
            answer["wrong"] = "the list is not complete"
        answer["user"] = (result.get("subject") or {}).get("fields")

    def offers(self, _work):
        return True


def job_of(job):
    """A job as idlcm takes it."""
    rest = {name: value for name, value in job.items() if name != "view"}
    return {"schema": "idlcm.job/1", "job_id": str(uuid.uuid4()), "integration": "bench", **rest}


def all_tools(idlcm):
    scripts = ROOT / "bench/tools"
    python = CACHE / "selenium/bin/python"
    found = [
        Idlcm(idlcm),
        Script("playwright", ["node", scripts / "playwright/bench.mjs"]),
        Script("selenium", [python, scripts / "selenium/bench.py"]),
        Script("raw", [python, scripts / "raw/bench.py"]),
    ]
    return {tool.name: tool for tool in found}


def measure(tool, app, jobs, folder):
    """Does the jobs in one process: its answers with the second at which each came, and what the process itself used.

    Seconds count from the start of the process. `cpu` is that of the tool's process alone, without driver and browser."""
    command, environment = tool.prepare(app, jobs, folder)
    environment = {**os.environ, **environment, "TMPDIR": str(folder)}
    answers = []
    with open(folder / "log", "wb") as log:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, env=environment)
        # Interrupted, it still ends its browser.
        guard = threading.Timer(LONGEST, process.send_signal, [signal.SIGINT])
        guard.start()
        try:
            for line in process.stdout:
                tool.take(line, answers, time.monotonic() - began)
            # Ended and not yet reaped, it still tells what it used.
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        except BaseException:
            process.send_signal(signal.SIGINT)
            raise
        finally:
            guard.cancel()
        wall = time.monotonic() - began
        cpu = own_cpu(process.pid)
    wrong = next((answer["wrong"] for answer in answers if "wrong" in answer), None)
    if process.wait() != 0 or len(answers) != len(jobs):
        said = (folder / "log").read_text(errors="replace").strip().splitlines()
        wrong = wrong or f"exit code {process.returncode}, {len(answers)} of {len(jobs)} answers: {' '.join(said[-2:])[-300:]}"
    return {"answers": answers, "wall": wall, "cpu": cpu, "wrong": wrong}


def own_cpu(pid):
    """Seconds on a processor, without those of other processes that it has waited for (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
