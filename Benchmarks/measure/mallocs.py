"""Allocations a message, counted by the interposed malloc of Benchmarks/mallocs."""

import itertools
import subprocess

from . import inputs, process, program
from .places import BENCHMARKS, PEERS, WORK

MESSAGES = 2000


def per_message(corpus):
    """Mallocs for one more message in steady state, by rule set: what MESSAGES more of the corpus cost when they were judged before."""
    source = BENCHMARKS / "mallocs" / "mallocs.c"
    if not source.exists():
        return {"absent": "absent: Benchmarks/mallocs/mallocs.c is not there"}
    library = PEERS / "mallocs.so"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
    with open(corpus / "corpus.ndjson", "rb") as file:
        head = list(itertools.islice(file, MESSAGES))
    plain = [b'{"id":"e%d","stage":"output","text":"Nothing here."}\n' % number for number in range(MESSAGES)]
    return {"300, corpus": _more(library, head, inputs.rules("300")), "shipped, corpus": _more(library, head, None),
            "300, nothing found": _more(library, plain, inputs.rules("300")), "shipped, nothing found": _more(library, plain, None)}


def _more(library, lines, rules):
    """The difference between two runs, one over `lines` twice and one over them three times. Swift's hashing is told to be the same in both."""
    counts = []
    for times in (2, 3):
        events = WORK / "mallocs.ndjson"
        events.write_bytes(b"".join(lines) * times)
        count = WORK / "mallocs.count"
        with open(events, "rb") as source:
            subprocess.run(process.pinned(["env", "SWIFT_DETERMINISTIC_HASHING=1", "LD_PRELOAD=%s" % library, "MALLOCS_TO=%s" % count] + program.command(rules)),
                           stdin=source, stdout=subprocess.DEVNULL, check=True)
        counts.append(int(count.read_text()))
    return (counts[1] - counts[0]) / len(lines)
