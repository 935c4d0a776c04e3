"""Instructions an event by callgrind, held against thresholds: the only figure that may fail a build, because it does not depend on the hour."""

import itertools
import json
import os
import re
import shutil
import subprocess

from . import inputs, machine, program
from .places import BENCHMARKS, WORK

THRESHOLDS = BENCHMARKS / "thresholds.json"
TOLERANCE = 0.03
SIZE = 200 << 10
# A run over so many events, and over so many more: the difference is what one event costs, without start-up.
HEAD, MORE = 40, 80
CASES = {"300 rules": "300", "300 rules and 5,000 terms": "300+5k"}


def measure():
    """Instructions: of a start, and of one more event for each case. The rules are generated: those that are shipped change from day to day."""
    # The texts of the fixtures stay out: they grow, and the figures would move with them.
    corpus = inputs.corpus(SIZE, with_fixtures=False)
    with open(corpus / "corpus.ndjson", "rb") as file:
        lines = list(itertools.islice(file, HEAD + MORE))
    head, all_ = WORK / "gate-head.ndjson", WORK / "gate-all.ndjson"
    head.write_bytes(b"".join(lines[:HEAD]))
    all_.write_bytes(b"".join(lines))
    counts = {"start with 300 rules": instructions(inputs.rules("300"), os.devnull)}
    for case, set_ in CASES.items():
        rules = inputs.rules(set_)
        counts["an event, " + case] = (instructions(rules, all_) - instructions(rules, head)) // MORE
    return counts


def instructions(rules, events):
    """What callgrind counts in one run of the filter. Swift's hashing is told to be the same every time."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, program.command(rules))]
    with open(events, "rb") as source:
        done = subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        raise RuntimeError("callgrind: exit %d: %s" % (done.returncode, done.stderr.decode(errors="replace")[-400:]))
    return int(found.group(1))


def accept():
    """Writes what is measured now as the thresholds."""
    counts = measure()
    recorded = {"measured_with": surroundings(), "instructions": counts}
    THRESHOLDS.write_text(json.dumps(recorded, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for case, count in counts.items():
        print("%16s  %s" % ("{:,}".format(count), case))
    print("Written to Benchmarks/thresholds.json; commit it with the change that moved the figures, and say why in the message.")
    return 0


def check():
    """0 when every count is within the tolerance, 1 when one is not; 0 with a word where it cannot be known."""
    if not shutil.which("valgrind"):
        print("Instruction counts are not checked: valgrind is not there (apt-get install valgrind).")
        return 0
    if not THRESHOLDS.exists():
        print("Instruction counts are not checked: there is no Benchmarks/thresholds.json yet (make bench-accept writes it).")
        return 0
    recorded = json.loads(THRESHOLDS.read_text(encoding="utf-8"))
    now = surroundings()
    for name, value in recorded["measured_with"].items():
        if now[name] != value:
            print("Note: measured with %s %s, the thresholds with %s." % (name, now[name], value))
    moved = []
    counts = measure()
    for case in sorted(set(counts) | set(recorded["instructions"])):
        count, threshold = counts.get(case), recorded["instructions"].get(case)
        if count is None or threshold is None:
            moved.append("%s: measured %s, threshold %s" % (case, count, threshold))
            continue
        change = count / threshold - 1
        print("%16s  %+6.1f %%  %s" % ("{:,}".format(count), change * 100, case))
        if abs(change) > TOLERANCE:
            moved.append("%s takes %.1f %% %s instructions: %s, the threshold is %s" % (
                case, abs(change) * 100, "more" if change > 0 else "fewer", "{:,}".format(count), "{:,}".format(threshold)))
    for line in moved:
        print("✗ " + line)
    if moved:
        print("Where that is what the change is worth, or it made things faster: make bench-accept, and commit Benchmarks/thresholds.json.")
    return 1 if moved else 0


def surroundings():
    """What a count depends on besides Parapet."""
    versions = machine.describe()["versions"]
    return {"swift": versions["swift"], "pcre2": versions["pcre2"], "valgrind": machine.first(["valgrind", "--version"])}
