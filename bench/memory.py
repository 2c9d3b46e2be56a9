#!/usr/bin/env python3
"""The memory of a worker over many jobs: four integrations, so four warm sessions, and a RabbitMQ of its own.

Started by scripts/with-broker.sh. Options by environment: BENCH_JOBS (2000), BENCH_IDLCM (target/release/idlcm). With 2,000 jobs
or more it writes bench/memory.svg, bench/memory.json and the part of bench/README.md about it; with fewer below target/bench.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import linear_regression, median

import apps
import machine
import plot
import report
import tools
import works

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- memory: written by make bench-memory -->", "<!-- end of memory -->"
INTEGRATIONS = {"ledgerly-a": apps.Ledgerly, "ledgerly-b": apps.Ledgerly, "boardly-a": apps.Boardly, "boardly-b": apps.Boardly}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    idlcm = Path(os.environ.get("BENCH_IDLCM", ROOT / "target/release/idlcm")).resolve()
    count = int(os.environ.get("BENCH_JOBS", "2000"))
    head = {"date": time.strftime("%Y-%m-%d"), "jobs": count, **machine.describe(idlcm)}
    with tempfile.TemporaryDirectory(prefix="idlcm-memory-", ignore_cleanup_errors=True) as folder:
        samples = Rig(idlcm, Path(folder)).work(count)
    results = {**head, **summary(samples), "samples": samples}
    write(results, ROOT / ("bench" if count >= 2000 else "target/bench"))


class Rig:
    """The apps, a worker, and who sends the jobs."""

    def __init__(self, idlcm, folder):
        self.idlcm = idlcm
        self.folder = folder
        self.environment = {
            **os.environ,
            "IDLCM_AMQP_URL": os.environ["IDLCM_TEST_AMQP_URL"],
            "IDLCM_RECIPES": str(folder / "recipes"),
            "IDLCM_INTEGRATIONS": str(folder / "integrations"),
            "IDLCM_EVIDENCE": str(folder / "evidence"),
            "TMPDIR": str(folder),
        }
        self.recipes()
        (folder / "integrations").mkdir()
        self.apps = []

    def recipes(self):
        """As shipped, but without their pace: a job a second would tell little in an hour."""
        for app in ("ledgerly", "boardly"):
            (self.folder / "recipes" / app).mkdir(parents=True)
            text = (ROOT / "recipes" / app / "recipe.yaml").read_text()
            text, paces = re.subn(r"actions_per_minute: \d+, ", "", text)
            if paces != 1:
                raise RuntimeError(f"the pace of recipes/{app} is not where it was")
            (self.folder / "recipes" / app / "recipe.yaml").write_text(text)

    def integrate(self, name, kind):
        own = self.folder / name
        own.mkdir()
        app = kind(kind.__name__.lower(), self.idlcm, own)
        self.apps.append(app)
        app.fresh()
        for secret in ("username", "password"):
            (own / secret).write_text(getattr(app, secret))
        integration = {
            "schema": "idlcm.integration/1",
            "id": name,
            "app": app.name,
            "base_url": app.url,
            "params": app.params,
            "service_account": {secret: {"file": str(own / secret)} for secret in ("username", "password")},
        }
        (self.folder / f"integrations/{name}.yaml").write_text(json.dumps(integration))

    def work(self, count):
        """A sample for each second: seconds, jobs done, MiB of the worker, MiB of its browsers."""
        try:
            for name, kind in INTEGRATIONS.items():
                self.integrate(name, kind)
            self.run("queue", "apply", stdout=subprocess.DEVNULL).wait()
            with open(self.folder / "worker.log", "wb") as log:
                worker = self.run("worker", "--sessions", "4", stderr=log)
            try:
                return self.sample(worker, self.submit(count), count)
            finally:
                worker.terminate()
                worker.wait()
        finally:
            for app in self.apps:
                app.end()

    def run(self, *arguments, **options):
        return subprocess.Popen([self.idlcm, *arguments], env=self.environment, cwd=ROOT, **options)

    def submit(self, count):
        lines = []
        for n in range(count):
            name = list(INTEGRATIONS)[n % len(INTEGRATIONS)]
            user = works.Users(name.partition("-")[0]).key(n // len(INTEGRATIONS) % 900)
            lines.append(json.dumps({**tools.job_of({"action": "users.get", "user": user}), "integration": name}) + "\n")
        (self.folder / "jobs").write_text("".join(lines))
        return self.run("submit", self.folder / "jobs", "--wait", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def sample(self, worker, submit, count):
        ends = []
        reader = threading.Thread(target=lambda: ends.extend(json.loads(line)["outcome"] for line in submit.stdout))
        reader.start()
        began, samples = time.monotonic(), []
        while reader.is_alive():
            if worker.poll() is not None:
                submit.terminate()
                sys.exit(f"the worker ended: {(self.folder / 'worker.log').read_text()[-2000:]}")
            seconds = round(time.monotonic() - began, 1)
            samples.append([seconds, len(ends), round(resident(worker.pid), 2), round(browsers(worker.pid), 1)])
            if len(samples) % 60 == 0:
                print(f"{len(ends)} of {count} jobs, worker {samples[-1][2]} MiB", file=sys.stderr, flush=True)
            reader.join(max(0, began + len(samples) - time.monotonic()))
        if ends.count("succeeded") != count:
            sys.exit(f"{ends.count('succeeded')} of {count} jobs succeeded")
        return samples


def resident(pid):
    """MiB of RAM of that process alone."""
    return kilobytes(Path(f"/proc/{pid}/status"), "VmRSS:") / 1024


def browsers(pid):
    """MiB of the processes below that one (its browsers and their drivers), what they share counted once (PSS)."""
    below, parents = {pid}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(") ")[2].split()[1])
        except OSError:
            continue
    while more := {child for child, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(kilobytes(Path(f"/proc/{one}/smaps_rollup"), "Pss:") for one in below - {pid}) / 1024


def kilobytes(file, name):
    try:
        return next((int(line.split()[1]) for line in file.read_text().splitlines() if line.startswith(name)), 0)
    except OSError:
        return 0  # ended meanwhile


def summary(samples):
    worker = [one[2] for one in samples]
    rest = samples[len(samples) // 4 :]
    by_jobs = linear_regression([one[1] for one in rest], [one[2] for one in rest]).slope * 1000
    by_time = linear_regression([one[0] for one in rest], [one[2] for one in rest]).slope * 3600
    return {
        "seconds": samples[-1][0],
        "worker_mib": {"minimum": min(worker), "median": median(worker), "maximum": max(worker)},
        "browsers_mib": {"median": median(one[3] for one in samples), "maximum": max(one[3] for one in samples)},
        "slope_mib": {"per 1000 jobs": round(by_jobs, 3), "per hour": round(by_time, 3)},
    }


def write(results, folder):
    folder.mkdir(parents=True, exist_ok=True)
    samples = results["samples"]
    series = {
        "the worker's own process (RSS)": [(one[0], one[2]) for one in samples],
        "its browsers and drivers (PSS)": [(one[0], one[3]) for one in samples],
    }
    title = f"Memory over {results['jobs']:,} jobs in four warm sessions"
    (folder / "memory.svg").write_text(plot.lines(title, series, "MiB"))
    (folder / "memory.json").write_text(report.json_text(results))
    worker, others, slope = results["worker_mib"], results["browsers_mib"], results["slope_mib"]
    text = (
        f"{results['jobs']:,} jobs (`users.get`) in {results['seconds']:.0f} s, {results['date']}, on {report.place(results)}.\n"
        f"\n| | minimum | median | maximum |\n|---|--:|--:|--:|\n"
        f"| worker, RSS of its process alone | {worker['minimum']:.1f} MiB | {worker['median']:.1f} MiB | {worker['maximum']:.1f} MiB |\n"
        f"| its browsers and drivers, PSS | | {others['median']:.0f} MiB | {others['maximum']:.0f} MiB |\n"
        f"\nSlope of the worker over the last three quarters: {slope['per 1000 jobs']:+.2f} MiB for 1,000 jobs,"
        f" {slope['per hour']:+.2f} MiB an hour.\n"
    )
    report.between(folder / "README.md", BEGIN, END, text)
    print(text)


if __name__ == "__main__":
    main()
