"""What a run ran on."""

import datetime
import os
import platform
import re
import shutil
import subprocess

from . import program
from .places import PYTHON


def describe():
    """The machine and the versions of everything that was measured."""
    return {
        "date": datetime.date.today().isoformat(), "cpu": cpu(), "cores": os.cpu_count(), "memory_gb": memory(), "kernel": platform.release(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "versions": {
            "parapet": program.version(), "swift": first(["swift", "--version"]), "cc": first(["cc", "--version"]), "python": platform.python_version(),
            "pcre2": first(["pkg-config", "--modversion", "libpcre2-8"]), "hyperscan": first(["pkg-config", "--modversion", "libhs"]),
            "simdjson": first(["pkg-config", "--modversion", "simdjson"]), "ripgrep": first(["rg", "--version"]),
            "presidio-analyzer": distribution("presidio-analyzer"), "pyahocorasick": distribution("pyahocorasick"),
        },
    }


def slug(machine):
    """A file name for the machine."""
    return re.sub("[^a-z0-9]+", "-", machine["cpu"].lower()).strip("-") + "-%d" % machine["cores"]


def cpu():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.machine())


def memory():
    with open("/proc/meminfo") as file:
        return round(int(file.readline().split()[1]) / (1 << 20))


def first(command):
    """The first line that a command prints, or nothing when it is not there."""
    if not shutil.which(command[0]):
        return None
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return (done.stdout.decode().splitlines() or [None])[0] if done.returncode == 0 else None


def distribution(name):
    """The version of a Python package in the environment of the peers."""
    if not PYTHON.exists():
        return None
    code = "import importlib.metadata as m; print(m.version(%r))" % name
    done = subprocess.run([PYTHON, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode().strip() or None
