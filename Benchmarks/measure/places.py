"""Where things stand."""

import itertools
import os
import pathlib

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
BUILD = BENCHMARKS / ".build"
WORK = BUILD / "work"
PEERS = BUILD / "peers"
PARAPET = pathlib.Path(os.environ.get("PARAPET_BINARY") or ROOT / ".build" / "release" / "parapet")
HARNESS = BUILD / "release" / "MatchBench"
PYTHON = BUILD / "venv" / "bin" / "python3"
RUNS = BENCHMARKS / "runs"


def free(folder, name):
    """A path for a record of this name that is not there yet: NAME.json, NAME-2.json and so on. What was recorded is never written over."""
    paths = (folder / ("%s%s.json" % (name, "" if number == 1 else "-%d" % number)) for number in itertools.count(1))
    return next(path for path in paths if not path.exists())
