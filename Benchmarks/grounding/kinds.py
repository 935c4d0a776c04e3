#!/usr/bin/env python3
"""Tells what a set of labelled answers finds apart by the kinds that the set itself names: recall, false alarms and precision of each.

    kinds.py [--parapet CMD] [--certain] [--misses FILE] SET.ndjson

A line of the set has `context`, `answer`, `label` (`hallucinated` or `grounded`), perhaps `question`, and `meta.type`, the kind. An answer counts as
found when a rule of the grounding family finds something; with `--certain`, when one holds it back. Two groups are told besides the kinds: hallucinated
answers of which a span that the set marks as wrong has digits (`wrong figure`), and those that print a number which the material does not (`other number`).
Their false alarms are those on all answers that are right and have digits.

Needs Python 3.9 and nothing else.
"""
import argparse, collections, json, re, subprocess, sys

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers(text):
    return set(NUMBER.findall(text.replace(",", "")))


def judge(args, records):
    events = [{"stage": "output", "text": r["answer"], "input": r.get("question") or "",
               "context": [{"id": "c1", "text": r["context"] if isinstance(r["context"], str) else json.dumps(r["context"], ensure_ascii=False)}]}
              for r in records]
    lines = "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in events).encode()
    run = subprocess.run(args.parapet.split() + ["filter"], input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode != 0:
        sys.exit(run.stderr.decode(errors="replace")[:2000])
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def found(args, verdict):
    return any(f["rule"].startswith("grounding.") and (not args.certain or f["action"] in ("hold", "refuse")) for f in verdict["findings"])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("set")
    p.add_argument("--parapet", default="parapet")
    p.add_argument("--certain", action="store_true")
    p.add_argument("--misses")
    args = p.parse_args()
    with open(args.set, encoding="utf-8") as f:
        records = [r for r in map(json.loads, f) if r.get("context")]
    counts = collections.defaultdict(collections.Counter)
    misses = []
    for record, verdict in zip(records, judge(args, records)):
        kind = (record.get("meta") or {}).get("type") or "-"
        is_wrong, is_found = record["label"] == "hallucinated", found(args, verdict)
        kinds = [kind]
        own = numbers(record["answer"])
        if own and not is_wrong or any(numbers(span["text"]) for span in record.get("spans") or []):
            kinds.append("wrong figure")
        if own and not is_wrong or own - numbers(json.dumps(record["context"], ensure_ascii=False)):
            kinds.append("other number")
        for name in kinds:
            counts[name][(is_wrong, is_found)] += 1
        if is_wrong != is_found:
            misses.append({"kind": kind, "wrong": is_wrong, **record})
    for name, n in sorted(counts.items()):
        wrong, right = n[True, True] + n[True, False], n[False, True] + n[False, False]
        flagged = n[True, True] + n[False, True]
        share = lambda a, b: f"{100 * a / b:.1f}" if b else "-"
        print(f"{name:20} recall {share(n[True, True], wrong):>5} of {wrong:4}  false alarms {share(n[False, True], right):>5} of {right:4}  "
              f"precision {share(n[True, True], flagged):>5}")
    if args.misses:
        with open(args.misses, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(m, ensure_ascii=False) + "\n" for m in misses)


if __name__ == "__main__":
    main()
