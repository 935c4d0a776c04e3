"""Parapet as its users run it."""

import os
import statistics
import subprocess
import time

from . import process
from .places import PARAPET

_has_jobs = None


def command(rules=None):
    """`parapet filter` on one thread, by the rules of a folder or by those that travel with it."""
    global _has_jobs
    if _has_jobs is None:
        text = subprocess.run([PARAPET, "filter", "--help"], stdout=subprocess.PIPE).stdout.decode()
        _has_jobs = "-j" in text.replace(",", " ").split()
    return [PARAPET, "filter", *(["-j", "1"] if _has_jobs else []), *(["--rules", rules / "Rules"] if rules else [])]


def filtering(rules, events, passes):
    """Processor seconds of each pass over a file of events, start-up taken off: the best of as many empty runs."""
    empty = min(process.seconds(command(rules)) for _ in range(passes))
    return [process.seconds(command(rules), events) - empty for _ in range(passes)]


def start(rules=None, runs=20):
    """Median and best milliseconds on the wall from start to end of an empty run."""
    times = []
    words = process.pinned(command(rules))
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begin) * 1000)
    return {"median_ms": statistics.median(times), "best_ms": min(times), "runs": runs}


def resident(rules=None):
    """The most resident memory, in MB of 2^20 bytes, of a filter that has loaded its rules and waits for its first event."""
    waiting = subprocess.Popen([str(word) for word in command(rules)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        used, deadline = -1, time.monotonic() + 60
        while time.monotonic() < deadline:
            time.sleep(0.2)
            state, now = _progress(waiting.pid)
            if state == "S" and now == used:
                break
            used = now
        with open("/proc/%d/status" % waiting.pid) as status:
            peak = next(line for line in status if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    finally:
        waiting.stdin.close()
        waiting.wait()


def _progress(pid):
    """Whether a process sleeps, and the processor time that it has used."""
    with open("/proc/%d/stat" % pid) as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return fields[0], int(fields[11]) + int(fields[12])


def version():
    """What `parapet` says that it is."""
    return subprocess.run([PARAPET, "--version"], stdout=subprocess.PIPE).stdout.decode().strip()


def exists():
    return os.access(PARAPET, os.X_OK)
