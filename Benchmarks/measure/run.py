"""One run: everything that is measured, raw."""

from . import inputs, mallocs, peers, process, program
from .places import HARNESS, WORK

KB, MB = 1 << 10, 1 << 20


class Plan:
    """How large a run is. Slow peers get the head of the same texts, so many bytes of it, and are compared by the byte."""

    def __init__(self, size, passes, loop, large_loop, hyperscan, presidio, ahocorasick):
        self.size, self.passes = size, passes
        self.loop, self.large_loop, self.hyperscan, self.presidio, self.ahocorasick = loop, large_loop, hyperscan, presidio, ahocorasick


FULL = Plan(50 * MB, 5, loop=8 * MB, large_loop=2 * MB, hyperscan=20 * MB, presidio=300 * KB, ahocorasick=10 * MB)
SMALL = Plan(5 * MB, 5, loop=3 * MB, large_loop=1 * MB, hyperscan=5 * MB, presidio=150 * KB, ahocorasick=3 * MB)
QUICK = Plan(2 * MB, 3, loop=1 * MB, large_loop=400 * KB, hyperscan=2 * MB, presidio=40 * KB, ahocorasick=1 * MB)

# Processor seconds for one set in the harness, after which no further pass begins.
BUDGET = 60

# The sets that the program and the harness are measured with; None is the rules that travel with Parapet.
PROGRAM_SETS = ["300+50k", "300", None]
# The sets take turns in the harness, since a machine is not as fast a minute later: ratios between sets would drift.
TURNS = 2
PASSES = ["read_s", "read_match_s", "read_judge_s", "read_judge_write_s"]
HARNESS_SETS = ["300", "300+5k", "300+50k", "2000", "2000+50k", "50k", None]


def name_of(set_):
    return set_ or "shipped"


def measure(plan):
    """Raw figures of one run by `plan`."""
    corpus = inputs.corpus(plan.size)
    events, texts = corpus / "corpus.ndjson", corpus / "texts.bin"
    raw = {"corpus": inputs.manifest(corpus), "passes": plan.passes, "program": {}, "harness": {}, "peers": {}, "start": {}, "resident_mb": {}}

    for set_ in ("300", "2000", "50k"):
        process.say("examples of the %s rules" % set_)
        program.check(inputs.rules(set_))
    for set_ in PROGRAM_SETS:
        process.say("program, %s rules" % name_of(set_))
        rules = inputs.rules(set_) if set_ else None
        raw["program"][name_of(set_)] = {"bytes": raw["corpus"]["text_bytes"],
                                         "seconds": program.filtering(rules, events, plan.passes)}
        raw["start"][name_of(set_)] = program.start(rules)
        raw["resident_mb"][name_of(set_)] = program.resident(rules)
    raw["mallocs"] = mallocs.per_message(corpus)

    def peer(name, label, measured):
        process.say(label)
        raw["peers"][label] = {"absent": peers.absent(name)} if peers.absent(name) else measured()

    set_300, set_2000, set_terms, set_50k = (inputs.rules(name) for name in ("300", "2000", "300+50k", "50k"))
    peer("copy", "memcpy", lambda: peers.copy(events, plan.passes))
    peer("simdjson_ondemand", "simdjson", lambda: peers.simdjson(events, plan.passes))
    for turn in range(TURNS):
        for set_ in HARNESS_SETS:
            process.say("matcher, %s rules, turn %d" % (name_of(set_), turn + 1))
            add_turn(raw["harness"], name_of(set_), harness(set_, events, plan.passes))
    peer("pcre2_loop", "PCRE2 loop, 300", lambda: peers.pcre2_loop(set_300, texts, plan.passes, plan.loop))
    peer("pcre2_loop", "PCRE2 loop, 2000", lambda: peers.pcre2_loop(set_2000, texts, plan.passes, plan.large_loop))
    peer("hyperscan_confirm", "Hyperscan, 300", lambda: peers.hyperscan(set_300, texts, plan.passes, plan.hyperscan))
    peer("hyperscan_confirm", "Hyperscan, 300+50k", lambda: peers.hyperscan(set_terms, texts, plan.passes, plan.hyperscan))
    peer("ripgrep", "ripgrep -F, 50k", lambda: peers.ripgrep(set_50k, corpus / "texts.lines", plan.passes, raw["corpus"]["text_bytes"]))
    peer("pyahocorasick", "pyahocorasick, 50k", lambda: peers.ahocorasick(set_50k, texts, min(3, plan.passes), plan.ahocorasick))
    peer("presidio", "Presidio's engine, 300", lambda: peers.presidio("engine", set_300, texts, min(3, plan.passes), plan.presidio))
    peer("presidio", "Presidio, 300", lambda: peers.presidio("recognisers", set_300, texts, min(3, plan.passes), plan.presidio))
    raw["agreement"] = agreement(plan, corpus, set_300)
    return raw


def add_turn(measured, name, turn):
    """Adds the passes of another turn to those of the turns before; everything else is that of the last."""
    for passes in PASSES:
        turn[passes] = measured.get(name, {}).get(passes, []) + turn[passes]
    measured[name] = turn


def harness(set_, events, passes, pairs=None):
    rules = ["--rules", inputs.rules(set_) / "Rules"] if set_ else []
    return process.report([HARNESS, "--events", events, "--passes", passes, "--budget", BUDGET, *rules, *(["--pairs", pairs] if pairs else [])])


def agreement(plan, corpus, rules):
    """Whether Parapet and the loop find the same: pairs of message and rule, for rules that are nothing but a pattern."""
    if peers.absent("pcre2_loop"):
        return {"absent": peers.absent("pcre2_loop")}
    process.say("agreement with the PCRE2 loop")
    ours, theirs = WORK / "pairs-parapet.tsv", WORK / "pairs-loop.tsv"
    harness("300", corpus / "corpus.ndjson", 1, ours)
    peers.pcre2_loop(rules, corpus / "texts.bin", 1, 0, theirs)
    plain = {line.split("\t")[0] for line in open(rules / "patterns.tsv", encoding="utf-8") if line.split("\t")[1] == "0"}

    def counts(path):
        rows = (line.split("\t") for line in open(path, encoding="utf-8"))
        return {rule: int(count) for rule, count in rows if rule in plain}

    ours, theirs = counts(ours), counts(theirs)
    differing = sorted(rule for rule in set(ours) | set(theirs) if ours.get(rule, 0) != theirs.get(rule, 0))
    return {"rules": len(plain), "parapet_pairs": sum(ours.values()), "loop_pairs": sum(theirs.values()), "differing_rules": differing}
