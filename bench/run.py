#!/usr/bin/env python3
"""The bench: the same work done by idlcm, Playwright, Selenium and raw HTTP, in turn, on apps with a thousand users.

Options by environment: BENCH_ROUNDS (5), BENCH_APPS, BENCH_WORKS and BENCH_TOOLS (all; names with spaces between them),
BENCH_IDLCM (target/release/idlcm). A run of everything writes bench/results.json, bench/README.md's tables and bench/times.svg;
a run of a part of it writes them below target/bench instead.
"""

import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

import apps
import machine
import report
import tools
import truth
import works

ROOT = Path(__file__).resolve().parent.parent


def chosen(name, known):
    wished = os.environ.get(name, "").split() or list(known)
    for one in wished:
        if one not in known:
            sys.exit(f"{name}: `{one}` is none of {', '.join(known)}")
    return [one for one in known if one in wished]


def main():
    # So that what was started ends with this process, however it is told to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # A shell lets what it starts in the background ignore it, and the tools would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    idlcm = Path(os.environ.get("BENCH_IDLCM", ROOT / "target/release/idlcm")).resolve()
    if not idlcm.is_file():
        sys.exit(f"{idlcm} is not there: make build, or BENCH_IDLCM")
    rounds = int(os.environ.get("BENCH_ROUNDS", "5"))
    all_tools = tools.all_tools(idlcm)
    now_tools = [all_tools[name] for name in chosen("BENCH_TOOLS", all_tools)]
    now_works, now_apps = chosen("BENCH_WORKS", works.WORKS), chosen("BENCH_APPS", works.APPS)
    whole = len(now_tools) == len(all_tools) and now_works == list(works.WORKS) and now_apps == list(works.APPS)

    head = {"date": time.strftime("%Y-%m-%d"), "rounds": rounds, **machine.describe(idlcm)}
    runs = []
    with tempfile.TemporaryDirectory(prefix="idlcm-bench-", ignore_cleanup_errors=True) as folder:
        for name in now_apps:
            app = apps.start(name, idlcm, Path(folder))
            try:
                for work in now_works:
                    if works.applies(work, name):
                        runs += work_on(app, work, now_tools, rounds, Path(folder))
            finally:
                app.end()
    head["versions"] |= machine.scripts()
    results = {**head, "runs": runs}
    to = ROOT / ("bench" if whole else "target/bench")
    report.write(results, to)
    wrong = [run for run in runs if run["wrong"]]
    sys.exit(f"{len(wrong)} runs were wrong and are not timed" if wrong else 0)


def work_on(app, work, now_tools, rounds, folder):
    """A work on an app, by each tool in turn."""
    runs = []
    for number in range(1, rounds + 1):
        for tool in now_tools:
            if tool.offers(work):
                run = once(app, work, tool, folder)
                runs.append({"app": app.name, "work": work, "tool": tool.name, "round": number, **run})
                print(f"{app.name} {work} {number}/{rounds} {tool.name}: {told(run)}", file=sys.stderr, flush=True)
    return runs


def once(app, work, tool, folder):
    """One run of a tool, on an app that is as it begins; its times only if what it read and wrote is right."""
    jobs = works.jobs(work, app.name)
    app.fresh()
    before = app.state()
    # A browser may write into its profile for a moment after its tool has ended.
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as own:
        done = tools.measure(tool, app, jobs, Path(own))
        keep(work, app.name, tool.name, done["answers"])
    wrong = done["wrong"] or faults(app, jobs, done["answers"], before)
    if wrong:
        return {"wrong": wrong, "times": {}}
    return {
        "wrong": None,
        "times": times(work, [answer["at"] for answer in done["answers"]]),
        "commands": commands(work, [answer.get("commands", 0) for answer in done["answers"]]),
        "wall": round(done["wall"], 3),
        "cpu": round(done["cpu"], 3),
    }


def faults(app, jobs, answers, before):
    after = app.state()
    wrong = truth.wrong_state(app.name, before, jobs, after) or truth.wrong_answers(app.name, jobs, answers, after)
    for job, answer in zip(jobs, answers):
        if job["action"] == "users.list" and not wrong:
            wrong = truth.wrong_list(app.name, answer["items"], before)
    return wrong


def times(work, ends):
    """The seconds of what is timed, of the seconds at which each job ended."""
    found = {}
    for name, which in works.WORKS[work].items():
        if which == "cold":
            found[name] = [ends[0]]
        elif which == "warm":
            found[name] = [ends[-1] - ends[0]]
        else:
            found[name] = [ends[at] - ends[at - 1] for at in which]
    return {name: [round(one, 4) for one in each] for name, each in found.items()}


def commands(work, counts):
    """WebDriver commands of the same jobs."""
    found = {}
    for name, which in works.WORKS[work].items():
        found[name] = {"cold": counts[:1], "warm": [sum(counts[1:])]}.get(which) if isinstance(which, str) else [counts[at] for at in which]
    return found


def keep(work, app, tool, answers):
    """What a tool read, for whoever wants to look."""
    folder = ROOT / "target/bench/read"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{work}-{app}-{tool}.json").write_text(json.dumps(answers, ensure_ascii=False, indent=1))


def told(run):
    if run["wrong"]:
        return f"WRONG: {run['wrong']}"
    seconds = ", ".join(f"{name} {' '.join(f'{one:.2f}' for one in each)} s" for name, each in run["times"].items())
    return f"{seconds}, {run['cpu'] / run['wall']:.0%} of a core by the tool itself"


if __name__ == "__main__":
    main()
