"""presidio_loop.py recognisers|engine PATTERNS TEXTS PASSES LIMIT: Presidio with these patterns on every text, without a language model.

`recognisers` calls each recogniser directly, which leaves out what Presidio's engine does around them. `engine` asks the engine, as users of
Presidio do; instead of a model it has a tokeniser that knows no language, which is the least that the engine runs with.
"""

import json
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

from texts import read_texts


class Tokeniser(SpacyNlpEngine):
    """A language engine that splits text into tokens and knows nothing of them."""

    def load(self):
        self.nlp = {"en": spacy.blank("en")}


def recognisers(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            rule, _, pattern = line.rstrip("\n").split("\t")
            yield PatternRecognizer(supported_entity=rule, patterns=[Pattern(name=rule, regex=pattern, score=0.5)], global_regex_flags=0)


def by_recognisers(all_):
    return lambda text: sum(bool(one.analyze(text, one.supported_entities, None)) for one in all_)


def by_engine(all_):
    tokeniser = Tokeniser()
    tokeniser.load()
    engine = AnalyzerEngine(registry=RecognizerRegistry(recognizers=all_), nlp_engine=tokeniser, supported_languages=["en"])
    return lambda text: len(engine.analyze(text=text, language="en"))


def main():
    way, patterns, texts, passes, limit = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
    find = {"recognisers": by_recognisers, "engine": by_engine}[way](list(recognisers(patterns)))
    messages = read_texts(texts, limit)
    seconds = []
    for _ in range(passes):
        start = time.process_time()
        found = sum(find(text) for text in messages)
        seconds.append(time.process_time() - start)
    print(json.dumps({"bytes": sum(len(t.encode()) for t in messages), "messages": len(messages), "found": found, "seconds": seconds}))


if __name__ == "__main__":
    main()
