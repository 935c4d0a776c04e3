#!/usr/bin/env python3
"""Writes a rule directory of Parapet and the same patterns for its peers: the same bytes for the same seed and counts.

Into the output directory go
  Rules/        a rule directory: one file a rule, each with examples that `parapet test` runs
  patterns.tsv  one pattern a line, after its rule and whether the rule asks for more (a check digit, a word nearby)
  terms.txt     the watch list, one term a line
"""

import argparse
import pathlib
import re

import figures
import speech
from dice import Dice
from identifiers import IBAN_LENGTHS
from terms import terms as watch_list

SEED = 20260703
# How many of the first 300 rules are about what, in a hundred; phrases take what is left.
CORE = [("number", 22), ("iban", 10), ("secret", 22), ("chinese", 26), ("english", 14)]
# The same of all further rules: a set grows by keys of yet another service and numbers of yet another bank.
MORE = [("rare_number", 16), ("secret", 50), ("chinese", 26), ("rare_english", 5)]
STAGES = "[input, retrieval, output, tool-call, tool-result]"

SUPPORT = {
    "legal.yaml": """BENCH-2026:
  title: {zh: 基准测试规则, en: Rules for measuring}
  issuer: Parapet
  in_force: {from: 2026-01-01}
  verified: true
  checked: made for measuring, no law
  articles:
    art.1: {demands: 供测量使用}
""",
    "replies.yaml": """refused: {zh: 这个问题我无法回答。, en: I cannot answer this.}
held: {zh: 稍后由专人答复。, en: A colleague will answer.}
""",
    "profiles/default.yaml": """profile: default
version: 1.0.0
title: {zh: 默认, en: Default}
owner: measuring
select: ['*']
""",
}


def quoted(text):
    """A YAML string in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def flow(texts):
    """A YAML list on one line."""
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


class Rule:
    """One rule: where it stands, what it finds, what proves it."""

    def __init__(self, name, family, made):
        self.path = "%s/bench/%s" % (family, name)
        self.family = family
        self.made = made

    @property
    def id(self):
        return self.path.replace("/", ".")

    @property
    def pattern(self):
        """What the peers look for: the pattern, or the phrases as one, with the word boundaries that Parapet gives them."""
        if "pattern" in self.made:
            return self.made["pattern"]
        word = re.compile("[0-9A-Za-z_]")
        texts = sorted(self.made["phrases"], key=len, reverse=True)
        return "(?:%s)" % "|".join(
            ("\\b" if word.match(t[0]) else "") + re.escape(t).replace("\\ ", " ") + ("\\b" if word.match(t[-1]) else "") for t in texts)

    @property
    def asks_for_more(self):
        return "validate" in self.made or "context" in self.made

    def yaml(self):
        made = self.made
        if "pattern" in made:
            lines = ["  it:", "    pattern: " + quoted(made["pattern"])]
        elif "phrases" in made:
            lines = ["  it:", "    phrases: " + flow(made["phrases"])]
        else:
            lines = ["  it:", "    terms: " + made["terms"]]
        if "validate" in made:
            lines.append("    validate: " + made["validate"])
        if "context" in made:
            lines.append("    context: {any: %s, within: %d}" % (flow(made["context"]["any"]), made["context"]["within"]))
        action = {"masking": "{action: mask, keep: [2, 2]}", "refusal": "{action: refuse}"}[self.family]
        if "terms" in made:
            action = "{action: flag}"
        hit = quoted("%s ⟦%s⟧ ." % (made.get("lead", "提示:"), made["hit"]))
        return "\n".join([
            "rule: " + self.id, "version: 1.0.0", "title: {zh: 基准规则, en: A rule for measuring}", "status: stable", "severity: medium",
            "owner: measuring", "reviewed: 2026-07-01", "legal: [{cite: BENCH-2026 art.1, for: nothing but measuring}]",
            "when: {stage: %s}" % STAGES, "find:", *lines, "then: " + action, "on_error: closed", "examples:", "  - hit: " + hit,
            "  - miss: 无", ""])


def family(name, count, seed, taken):
    """`count` rules of one family; its chance is its own, so that a small set is part of a large one."""
    dice = Dice("%d %s" % (seed, name))
    source = figures if name in ("number", "rare_number", "secret") else speech
    made = []
    while len(made) < count:
        body = getattr(source, name)(dice)
        if not isinstance(body, dict):
            found, hit = body
            body = {"pattern" if isinstance(found, str) else "phrases": found, "hit": hit}
        key = str(body.get("pattern", body.get("phrases"))), str(body.get("context"))
        if key not in taken:
            taken.add(key)
            made.append(Rule("%s-%04d" % (name.replace("_", "-"), len(made) + 1), "masking" if source is figures else "refusal", body))
    return made


def rules(count, seed=SEED):
    """`count` rules, the same ones first whatever the count."""
    core = min(count, 300)
    wanted = {name: core * share // 100 for name, share in CORE}
    wanted["phrases"] = core - sum(wanted.values())
    for name, share in MORE:
        wanted[name] = wanted.get(name, 0) + (count - core) * share // 100
    wanted["phrases"] += count - sum(wanted.values())
    countries = Dice("%d iban" % seed).some(sorted(IBAN_LENGTHS), wanted.pop("iban"))
    made = [Rule("iban-" + c.lower(), "masking", figures.iban(Dice("%d %s" % (seed, c)), c)) for c in countries]
    taken = set()
    for name, number in wanted.items():
        made += family(name, number, seed, taken)
    return made


def generate(out, count, terms=0, seed=SEED):
    """Writes `count` rules, and one more about `terms` names when there are any."""
    out = pathlib.Path(out)
    set_ = rules(count, seed)
    names = watch_list(terms)
    files = dict(SUPPORT)
    if names:
        files["shared/watch-list.txt"] = "\n".join(names) + "\n"
        set_.append(Rule("watch-list", "refusal", {"terms": "watch-list", "hit": names[0]}))
    for rule in set_:
        files[rule.path + ".yaml"] = rule.yaml()
    for path, text in files.items():
        place = out / "Rules" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    patterns = ["%s\t%d\t%s\n" % (rule.id, rule.asks_for_more, rule.pattern) for rule in set_ if "terms" not in rule.made]
    (out / "patterns.tsv").write_text("".join(patterns), encoding="utf-8")
    (out / "terms.txt").write_text("".join(name + "\n" for name in names), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--rules", type=int, default=300)
    parser.add_argument("--terms", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    generate(options.out, options.rules, options.terms, options.seed)


if __name__ == "__main__":
    main()
