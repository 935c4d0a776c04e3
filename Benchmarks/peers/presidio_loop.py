"""presidio_loop.py PATTERNS TEXTS PASSES LIMIT: the pattern recognisers of Presidio on every text, without a language model.

Each recogniser is called directly, which leaves out what Presidio's engine does around them: less work than a user of Presidio has.
"""

import json
import sys
import time

from presidio_analyzer import Pattern, PatternRecognizer

from texts import read_texts


def main():
    patterns, texts, passes, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    recognizers = []
    with open(patterns, encoding="utf-8") as file:
        for line in file:
            rule, _, pattern = line.rstrip("\n").split("\t")
            recognizers.append(PatternRecognizer(
                supported_entity=rule, patterns=[Pattern(name=rule, regex=pattern, score=0.5)], global_regex_flags=0))
    messages = read_texts(texts, limit)
    seconds = []
    for _ in range(passes):
        start = time.process_time()
        found = 0
        for text in messages:
            for recognizer in recognizers:
                found += bool(recognizer.analyze(text, recognizer.supported_entities, None))
        seconds.append(time.process_time() - start)
    print(json.dumps({"bytes": sum(len(t.encode()) for t in messages), "messages": len(messages), "found": found, "seconds": seconds}))


if __name__ == "__main__":
    main()
