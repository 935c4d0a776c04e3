"""Where things stand."""

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
