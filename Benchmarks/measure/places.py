"""Where things stand."""

import pathlib

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
BUILD = BENCHMARKS / ".build"
WORK = BUILD / "work"
PEERS = BUILD / "peers"
PARAPET = ROOT / ".build" / "release" / "parapet"
HARNESS = BUILD / "release" / "MatchBench"
PYTHON = BUILD / "venv" / "bin" / "python3"
RUNS = BENCHMARKS / "runs"
