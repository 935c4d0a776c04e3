"""The corpus and the rule sets, made once for each size and kept until what makes them changes."""

import hashlib
import json
import shutil
import sys

from .places import BENCHMARKS, ROOT, WORK

sys.path.insert(0, str(BENCHMARKS / "generate"))
import corpus as corpus_generator  # noqa: E402
import rules as rules_generator  # noqa: E402

# Rules and terms of each set that is measured.
SETS = {"300": (300, 0), "300+5k": (300, 5000), "300+50k": (300, 50000), "2000": (2000, 0), "2000+50k": (2000, 50000), "50k": (0, 50000)}


def fingerprint(*folders):
    """A digest of the files that an input is made from."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*")):
            if path.suffix in (".py", ".ndjson"):
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def corpus(size, with_fixtures=True):
    """The folder of a corpus of `size` bytes."""
    fixtures = ROOT / "Fixtures" / "benign" if with_fixtures else None
    if fixtures and not fixtures.is_dir():
        fixtures = None
    mark = fingerprint(BENCHMARKS / "generate", *([fixtures] if fixtures else []))
    return made(WORK / ("corpus-%d%s-%s" % (size, "" if fixtures else "-own", mark)),
                lambda folder: corpus_generator.generate(folder, size, fixtures=fixtures))


def rules(name):
    """The folder of a rule set of `SETS`."""
    count, terms = SETS[name]
    return made(WORK / ("rules-%s-%s" % (name, fingerprint(BENCHMARKS / "generate"))), lambda folder: rules_generator.generate(folder, count, terms))


def made(folder, make):
    """`folder`, after `make` has filled it unless it had been filled before. Older versions of it are thrown away."""
    if not folder.is_dir():
        stem = folder.name.rsplit("-", 1)[0]
        for old in folder.parent.glob(stem + "-*"):
            if old.name.rsplit("-", 1)[0] == stem:
                shutil.rmtree(old)
        unfinished = folder.with_name(folder.name + ".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        make(unfinished)
        unfinished.rename(folder)
    return folder


def manifest(folder):
    """What a corpus holds."""
    return json.loads((folder / "manifest.json").read_text())
