"""Whether what makes Parapet fast changes what it says, on the texts of a folder."""

import json
import subprocess

from . import process, program
from .places import HARNESS, WORK

WORKERS = (1, 2, 8)


def run(folder):
    """The differences on all events in the NDJSON files of a folder, as lines to print, and whether there are none."""
    events = WORK / "exact.ndjson"
    WORK.mkdir(parents=True, exist_ok=True)
    count = write(sorted(folder.rglob("*.ndjson")), events)
    process.say("%d events" % count)
    lines = []
    judged = subprocess.run([HARNESS, "exact", "--events", events], stdout=subprocess.PIPE, check=True).stdout
    for way in json.loads(judged)["ways"]:
        lines.append("%7d verdicts differ: %s %s" % (way["differing"], way["way"], way["lines"] or ""))
    first = None
    for workers in WORKERS:
        words = [str(word) for word in program.command()]
        if "-j" in words:
            words[words.index("-j") + 1] = str(workers)
        with open(events, "rb") as source:
            verdicts = subprocess.run(words, stdin=source, stdout=subprocess.PIPE, check=True).stdout
        first = first or verdicts
        lines.append("%7d verdicts differ: %d workers" % (sum(a != b for a, b in zip(first.splitlines(), verdicts.splitlines())), workers))
        if verdicts.count(b"\n") != count:
            lines.append("%7d verdicts instead of %d: %d workers" % (verdicts.count(b"\n"), count, workers))
    return lines, all(line.startswith("      0 ") for line in lines)


def write(files, target):
    """One event for each text, answers with their material; texts are asked and said by turns."""
    count = 0
    with open(target, "w", encoding="utf-8") as out:
        for path in files:
            for line in path.read_text(encoding="utf-8").split("\n"):
                if not line:
                    continue
                record = json.loads(line)
                event = {"id": "e%d" % count, "stage": "output" if count % 2 or "answer" in record else "input"}
                if "answer" in record:
                    context = record.get("context") or ""
                    context = context if isinstance(context, str) else json.dumps(context, ensure_ascii=False)
                    event.update(text=record["answer"], input=record.get("question") or "", context=[{"id": "c1", "text": context}])
                elif isinstance(record.get("text"), str):
                    event["text"] = record["text"]
                else:
                    continue
                out.write(json.dumps(event, ensure_ascii=False) + "\n")
                count += 1
    return count
