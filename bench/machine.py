"""What a measurement was made with: the machine and the versions."""

import os
import platform
import re
import subprocess
from pathlib import Path

import tools


def describe(idlcm):
    """The machine, with idlcm and what it drives."""
    versions = {
        "idlcm": said([idlcm, "--version"]),
        "browser": said([tools.program(tools.BROWSERS), "--no-sandbox", "--version"]),
        "driver": said([tools.program(tools.DRIVERS), "--version"]),
    }
    return {
        "machine": {
            "cpu": cpu(),
            "cores": os.cpu_count(),
            "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
            "system": system(),
            "load_before": round(os.getloadavg()[0], 2),
        },
        "versions": versions,
    }


def scripts():
    """The versions of what idlcm is compared with, and of the app that is not a fixture."""
    lock = (tools.ROOT / "bench/tools/playwright/package.json").read_text()
    selenium = (tools.ROOT / "bench/tools/selenium/requirements.txt").read_text()
    versions = {
        "playwright-core": re.search(r'"playwright-core": "([^"]+)"', lock)[1],
        "node": said(["node", "--version"]),
        "selenium": selenium.strip().partition("==")[2],
        "python": platform.python_version(),
    }
    django = tools.CACHE.parent / "django-admin/bin/python"
    if django.exists():
        versions["django"] = said([django, "-c", "import django; print(django.__version__)"])
    return versions


def said(command):
    """The version in what a program says."""
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", output)
    return found[0] if found else output.strip()


def cpu():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def system():
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("PRETTY_NAME="):
            return f"{line.partition('=')[2].strip(chr(34))}, Linux {platform.release()}"
    return f"Linux {platform.release()}"
