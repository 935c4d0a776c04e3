"""Whether texts made to be slow stay within a multiple of what a benign text costs by the byte."""

import subprocess

from . import inputs, process, program, table
from .places import HARNESS, WORK

import hostile as generator

BOUND = 20
# Each example of the shipped rules, repeated until it has so many bytes; the slowest of them are shown.
REPEATED, SLOWEST = 100_000, 5
TIMEOUT = 120


def run(scale):
    """The table, and whether every case stays within the bound."""
    corpus = inputs.corpus(2 << 20)
    benign, size = corpus / "corpus.ndjson", inputs.manifest(corpus)["bytes"]
    nested = inputs.made(WORK / ("rules-nested-" + inputs.fingerprint(inputs.BENCHMARKS / "generate")), generator.generate)
    sets = {"shipped": None, "300": inputs.rules("300"), "nested": nested}
    start = {name: min(process.seconds(program.command(rules)) for _ in range(3)) for name, rules in sets.items()}
    base = {name: (process.seconds(program.command(rules), benign) - start[name]) / size for name, rules in sets.items()}
    rows, worst = [], 0.0
    for case, line in generator.cases(scale):
        process.say(case)
        events = WORK / "hostile.ndjson"
        # A short event is repeated: a clock needs more to measure than the start drifts by.
        times = max(1, (1 << 20) // len(line))
        events.write_bytes((line + b"\n") * times)
        cells = []
        for name, rules in sets.items():
            factor = slowdown(rules, events, start[name], base[name])
            worst = max(worst, factor)
            cells.append("> %.0f s" % TIMEOUT if factor == float("inf") else "%.1f%s" % (factor, " !" if factor > BOUND else ""))
        rows.append((case, "{:,}".format(len(line)), *cells))
    rows += repetition(base["shipped"])
    worst = max([worst] + [float(row[2].split()[0]) for row in rows[-SLOWEST:]])
    head = ["text", "bytes", *("× benign, %s rules" % name for name in sets)]
    benign_costs = ", ".join("%s %.2f" % (name, cost * 1024 * 1e6) for name, cost in base.items())
    return "Benign events cost, in µs per KB: %s. The bound is %d times that.\n\n%s\n" % (benign_costs, BOUND, table.grid(head, rows)), worst <= BOUND


def repetition(base):
    """Rows for the slowest examples of the shipped rules, each said again and again."""
    process.say("the examples of the shipped rules, repeated")
    measured = process.report([HARNESS, "--bytes", REPEATED])
    for slow in measured["slowest"][:SLOWEST]:
        factor = slow["us_per_kb"] / (base * 1024 * 1e6)
        yield "repeated: " + slow["example"], "{:,}".format(measured["bytes"]), "%.1f%s" % (factor, " !" if factor > BOUND else ""), "", ""


def slowdown(rules, events, start, base):
    """How many times as long as a benign event of the same length; what looks too slow gets two more runs, and the best counts."""
    factor = float("inf")
    for _ in range(3):
        try:
            time = process.seconds(program.command(rules), events, timeout=TIMEOUT) - start
        except subprocess.TimeoutExpired:
            return factor
        factor = min(factor, max(0.0, time) / events.stat().st_size / base)
        if factor <= BOUND:
            break
    return factor
