"""Whether what is generated is the same every time, and what it says it is. Run by: python3 -m unittest discover Benchmarks/tests"""

import json
import pathlib
import re
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "generate"))
import corpus  # noqa: E402
import identifiers  # noqa: E402
import rules  # noqa: E402
from dice import Dice  # noqa: E402
from terms import terms  # noqa: E402


class Generated(unittest.TestCase):
    def test_a_corpus_is_the_same_for_the_same_seed_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            made = [corpus.generate(pathlib.Path(folder) / name, 60_000, seed)["sha256"] for name, seed in (("a", 1), ("b", 1), ("c", 2))]
        self.assertEqual(made[0], made[1])
        self.assertNotEqual(made[0], made[2])

    def test_all_three_files_of_a_corpus_hold_the_same_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            manifest = corpus.generate(folder, 60_000)
            events = [json.loads(line) for line in (pathlib.Path(folder) / "corpus.ndjson").read_text(encoding="utf-8").splitlines()]
            data = (pathlib.Path(folder) / "texts.bin").read_bytes()
            lines = (pathlib.Path(folder) / "texts.lines").read_text(encoding="utf-8").split("\n")[:-1]
        texts, at = [], 0
        while at < len(data):
            length = int.from_bytes(data[at:at + 4], "little")
            texts.append(data[at + 4:at + 4 + length].decode())
            at += 4 + length
        self.assertEqual(texts, [event["text"] for event in events])
        self.assertEqual(lines, [text.replace("\n", " ") for text in texts])
        self.assertEqual(manifest["messages"], len(texts))

    def test_densities_are_met(self):
        with tempfile.TemporaryDirectory() as folder:
            carried = corpus.generate(folder, 2 << 20)["per_1000_messages"]
        for name, share in corpus.DENSITIES.items():
            self.assertLess(abs(carried[name] - 1000 * share), 1000 * share * 0.5 + 1, name)

    def test_a_small_rule_set_is_part_of_a_large_one(self):
        large = {rule.id: rule.yaml() for rule in rules.rules(2000)}
        small = rules.rules(300)
        self.assertEqual((len(small), len(large)), (300, 2000))
        for rule in small:
            self.assertEqual(rule.yaml(), large[rule.id])

    def test_a_short_watch_list_is_the_head_of_a_long_one(self):
        long = terms(50_000)
        self.assertEqual(terms(5000), long[:5000])
        self.assertEqual(len(set(long)), 50_000)

    def test_check_digits_are_right(self):
        dice = Dice(1)
        for _ in range(200):
            doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(identifiers.card(dice)))]
            self.assertEqual(sum(sum(divmod(value, 10)) for value in doubled) % 10, 0)
            iban = identifiers.iban(dice)
            self.assertEqual(int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97, 1)
            self.assertTrue(re.fullmatch(r"\d{17}[\dX]", identifiers.resident_id(dice)))


if __name__ == "__main__":
    unittest.main()
