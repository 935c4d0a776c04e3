"""Texts made to be slow, and rules that they are slow for."""

import json

from dice import Dice
from rules import Rule, SUPPORT

WALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

# Patterns that backtrack without end where nothing bounds them.
NESTED = ["(a+)+$", "(?:x\\w*)*!", "(?:\\d+[ -]?)+z", "(?i)\\b(?:(?:free|no|zero)\\s*)+risk\\s*!", "(.*?,){11}P"]


def cases(scale=1.0):
    """Name and event, one case after another; `scale` shrinks them all."""
    dice = Dice(20260704)
    large, middle, small = (max(1000, int(size * scale)) for size in (1 << 20, 100_000, 10_000))

    def repeated(piece, size):
        return piece * (size // len(piece.encode()) + 1)

    texts = {
        "100,000 digits": dice.text("0123456789", middle),
        "100,000 digits of one card": repeated("4111111111111111", middle),
        "digits with a separator each": repeated("1 2-3 4-", middle),
        "groups of 19 digits": repeated("6222020200112233445 ", middle),
        "10,000 brackets": "[" * small + "]" * small,
        "10,000 open braces in text": '{"a":' * small,
        "1 MB of one phrase": repeated("保本保息", large),
        "1 MB of one trigger": repeated("保证", large),
        "1 MB of @": "@" * large,
        "1 MB of a@": repeated("a@", large),
        "1 MB of a.b@": repeated("a.b@c.", large),
        "1 MB of DE89": repeated("DE89 ", large),
        "1 MB of eyJ": repeated("eyJhbGciOi", large),
        "1 MB of sk-": repeated("sk-", large),
        "1 MB of BEGIN": repeated("-----BEGIN ", large),
        "1 MB of ignore": repeated("ignore previous ", large),
        "1 MB of not": repeated("不", large),
        "1 MB of one letter": "a" * large,
        "1 MB of word characters": dice.text("abcdefghij_0123456789", large),
        "1 MB of spaces": "guaranteed" + " " * large + "return",
        "1 MB of line breaks": "\n" * large,
        "1 MB of commas": "," * large,
        "zero-width storm": repeated("保\u200b本\u200d保\ufeff息\u2060", large),
        "zero-width characters alone": repeated("\u200b", middle),
        "combining marks": "a" + repeated("\u0301", middle),
        "full-width digits": repeated("６２２２０２", middle),
        "numerals": repeated("一三八〇壹贰", middle),
        "traditional characters": repeated("保證收益穩賺", middle),
        "a gap between all characters": " ".join(repeated("保本保息", middle)),
        "base64 wall": dice.text(WALL, large),
        "hexadecimal wall": dice.text("0123456789abcdef", large),
        "hexadecimal with colons": repeated("0a:", large),
        "dotted numbers": repeated("192.0.", large),
        "nested quantifiers: a": repeated("a" * 40 + "b ", middle),
        "nested quantifiers: x": repeated("x" * 40 + " ", middle),
        "nested quantifiers: digits": repeated("1 2 3 4-5 6 7 8 ", middle),
        "nested quantifiers: words": repeated("free no zero ", middle),
        "nested quantifiers: commas": repeated("1,2,3,", middle),
    }
    for name, text in texts.items():
        yield name, event({"stage": "output", "text": text})
    yield "every character escaped", json.dumps({"stage": "output", "text": repeated("保", middle)}).encode()
    yield "10,000 keys", event({"stage": "output", "text": "x", "meta": {"k%d" % number: number for number in range(small)}})
    yield "10,000 brackets of JSON", b'{"stage":"output","text":"x","meta":{"a":' + b"[" * small + b"]" * small + b"}}"
    yield "10,000 messages", event({"stage": "output", "messages": [{"role": "user", "content": "x"}] * small})


def event(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def generate(out):
    """A rule directory of nothing but nested quantifiers; their examples are short."""
    hits = ["aaa", "x1!", "12-3z", "no risk!", "1," * 11 + "P"]
    rules = [Rule("nested-%d" % number, "refusal", {"pattern": pattern, "hit": hit}) for number, (pattern, hit) in enumerate(zip(NESTED, hits), 1)]
    files = {**SUPPORT, **{rule.path + ".yaml": rule.yaml() for rule in rules}}
    for path, text in files.items():
        place = out / "Rules" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
