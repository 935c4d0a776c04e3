#!/usr/bin/env python3
"""Measures Parapet against its peers. Call it by the Makefile: make bench, bench-quick, bench-hostile, bench-gate, bench-accept."""

import argparse
import json
import pathlib
import sys

sys.dont_write_bytecode = True
from measure import exact, gate, hostile, machine, program, run, table  # noqa: E402
from measure.places import HARNESS, RUNS, free  # noqa: E402


def compare(plan, record):
    """Prints the tables of one run, and keeps its raw figures when asked to."""
    raw = {"machine": machine.describe(), **run.measure(plan)}
    raw["ratios"] = {name: value for name, value, _, _ in table.ratios(raw)}
    print(table.text(raw))
    if record:
        RUNS.mkdir(exist_ok=True)
        path = free(RUNS, "%s-%s" % (raw["machine"]["date"], machine.slug(raw["machine"])))
        path.write_text(json.dumps(raw, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print("Raw figures: " + str(path.relative_to(RUNS.parent.parent)))
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("full", help="50 MB, best of five, recorded under Benchmarks/runs")
    commands.add_parser("small", help="5 MB, best of five, recorded under Benchmarks/runs")
    commands.add_parser("quick", help="2 MB, best of three, not recorded")
    slow = commands.add_parser("hostile", help="texts made to be slow; exits with 1 when one is too slow")
    slow.add_argument("--scale", type=float, default=1.0, help="a part of their sizes, such as 0.1")
    commands.add_parser("gate", help="instruction counts against Benchmarks/thresholds.json; exits with 1 when one has moved")
    commands.add_parser("accept", help="writes Benchmarks/thresholds.json")
    same = commands.add_parser("exact", help="compares verdicts with and without what makes them fast; exits with 1 when one differs")
    same.add_argument("folder", type=pathlib.Path, help="NDJSON files of texts, or of answers with their context")
    shown = commands.add_parser("show", help="prints the tables of a recorded run")
    shown.add_argument("run", type=pathlib.Path)
    options = parser.parse_args()

    if options.command == "show":
        print(table.text(json.loads(options.run.read_text(encoding="utf-8"))))
        return 0
    needed = [] if options.command in ("gate", "accept") else [HARNESS]
    if not program.exists() or not all(path.exists() for path in needed):
        print("There is no release build; make builds it: make bench-%s." % options.command, file=sys.stderr)
        return 2
    if options.command == "hostile":
        text, held = hostile.run(options.scale)
        print(text)
        return 0 if held else 1
    if options.command == "exact":
        lines, held = exact.run(options.folder)
        print("\n".join(lines))
        return 0 if held else 1
    if options.command == "gate":
        return gate.check()
    if options.command == "accept":
        return gate.accept()
    plans = {"full": run.FULL, "small": run.SMALL, "quick": run.QUICK}
    return compare(plans[options.command], record=options.command != "quick")


if __name__ == "__main__":
    sys.exit(main())
