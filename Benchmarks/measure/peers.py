"""The peers: who is there, and how each is run."""

import shutil
import subprocess

from . import process
from .places import PEERS, PYTHON, BENCHMARKS

# Why a peer may be absent.
NEEDS = {
    "copy": "a C compiler", "pcre2_loop": "libpcre2-dev", "hyperscan_confirm": "libhyperscan-dev", "simdjson_ondemand": "libsimdjson-dev",
    "ripgrep": "ripgrep", "presidio": "presidio-analyzer from PyPI", "pyahocorasick": "pyahocorasick from PyPI",
}
MODULES = {"presidio": "presidio_analyzer", "pyahocorasick": "ahocorasick"}


def absent(peer):
    """Why `peer` cannot be measured, or nothing when it can."""
    if peer in MODULES:
        there = PYTHON.exists() and subprocess.run([PYTHON, "-c", "import " + MODULES[peer]], stderr=subprocess.DEVNULL).returncode == 0
    elif peer == "ripgrep":
        there = shutil.which("rg")
    else:
        there = (PEERS / peer).exists()
    return None if there else "absent: needs %s (Benchmarks/setup)" % NEEDS[peer]


def copy(events, passes):
    return process.report([PEERS / "copy", events, passes])


def simdjson(events, passes):
    return process.report([PEERS / "simdjson_ondemand", events, passes])


def pcre2_loop(rules, texts, passes, limit, pairs=None):
    return process.report([PEERS / "pcre2_loop", rules / "patterns.tsv", texts, passes, limit, *([pairs] if pairs else [])])


def hyperscan(rules, texts, passes, limit):
    return process.report([PEERS / "hyperscan_confirm", rules / "patterns.tsv", rules / "terms.txt", texts, passes, limit])


def presidio(way, rules, texts, passes, limit):
    return process.report([PYTHON, BENCHMARKS / "peers" / "presidio_loop.py", way, rules / "patterns.tsv", texts, passes, limit])


def ahocorasick(rules, texts, passes, limit):
    return process.report([PYTHON, BENCHMARKS / "peers" / "ahocorasick_loop.py", rules / "terms.txt", texts, passes, limit])


def ripgrep(rules, lines, passes, size):
    """ripgrep on one thread; what it needs to read the terms is taken off."""
    words = ["rg", "--no-config", "-j", "1", "-a", "-F", "-c", "-f", rules / "terms.txt"]
    empty = min(process.seconds(words + ["/dev/null"], accept=(1,)) for _ in range(passes))
    return {"bytes": size, "seconds": [process.seconds(words + [lines], accept=(0, 1)) - empty for _ in range(passes)]}
