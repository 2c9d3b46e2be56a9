"""The tables and the plot of a bench's results."""

import json
from statistics import median

import plot
import tools
import works

BEGIN, END = "<!-- tables: written by make bench -->", "<!-- end of tables -->"


def write(results, folder):
    """Into bench: tables between the markers of its README; elsewhere, a README of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json_text(results))
    (folder / "times.svg").write_text(plot.bars(groups(results), tools.TITLES))
    text = tables(results)
    between(folder / "README.md", BEGIN, END, text)
    print(text)


def json_text(results):
    """JSON that a person can read: a line for each run or sample."""
    entries = []
    for name, value in results.items():
        text = json.dumps(value)
        if isinstance(value, list):
            text = "[\n  " + ",\n  ".join(map(json.dumps, value)) + "\n ]"
        entries.append(f" {json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(entries) + "\n}\n"


def between(readme, begin, end, text):
    """Puts a text between two markers of a file, or at its end where they are not."""
    old = readme.read_text() if readme.exists() else ""
    if begin not in old:
        old += f"{begin}\n{end}\n"
    before, _, rest = old.partition(begin)
    readme.write_text(f"{before}{begin}\n{text}{end}{rest.partition(end)[2]}")


def rows(results, app):
    """(title, runs by tool, name of the time) for each that was timed on an app."""
    for (work, name), title in works.TITLES.items():
        runs = [run for run in results["runs"] if run["app"] == app and run["work"] == work]
        if runs:
            yield title, {tool: [run for run in runs if run["tool"] == tool] for tool in tools.TITLES}, name


def middle(runs, name, what="times"):
    """The median over all rounds; nothing when a run was wrong or none was made."""
    if not runs or any(run["wrong"] for run in runs):
        return None
    return median(one for run in runs for one in run[what][name])


def share(runs):
    if not runs or any(run["wrong"] for run in runs):
        return None
    return median(run["cpu"] / run["wall"] for run in runs)


def groups(results):
    """{app: [(title, {tool: seconds})]} for the plot."""
    found = {}
    for app, title in works.APPS.items():
        timed = [(row, {tool: middle(runs[tool], name) for tool in runs}) for row, runs, name in rows(results, app)]
        if timed:
            found[title] = timed
    return found


def tables(results):
    text = heading(results)
    for app, title in works.APPS.items():
        lines = []
        for row, runs, name in rows(results, app):
            seconds = {tool: middle(runs[tool], name) for tool in runs}
            cells = [cell(runs[tool], seconds[tool], seconds["playwright"]) for tool in tools.TITLES]
            number, part = middle(runs["idlcm"], name, "commands"), share(runs["idlcm"])
            cells += ["" if number is None else f"{number:g}", "" if part is None else f"{part:.1%}"]
            lines.append(f"| {row} | {' | '.join(cells)} |\n")
        if lines:
            columns = [*tools.TITLES.values(), "commands of idlcm", "its CPU"]
            text += f"\n### {title}\n\n| work | {' | '.join(columns)} |\n|---|{'--:|' * len(columns)}\n{''.join(lines)}"
    return text


def cell(runs, seconds, playwright):
    if any(run["wrong"] for run in runs):
        return "wrong"
    if seconds is None:
        return "–"
    return f"{plot.number(seconds)} s" + (f" ({seconds / playwright:.2f})" if playwright and runs[0]["tool"] != "playwright" else "")


def heading(results):
    return (
        f"Medians of {results['rounds']} rounds, {results['date']}, on {place(results)}."
        " In brackets: how many times as long as Playwright.\n"
    )


def place(results):
    """The machine and the versions, in words."""
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    return (
        f"{machine['cpu']} with {machine['cores']} cores and {machine['memory_gib']} GiB, {machine['system']},"
        f" load {machine['load_before']} before it began ({versions})"
    )
