"""ahocorasick_loop.py TERMS TEXTS PASSES LIMIT: an Aho-Corasick automaton of all terms on every text."""

import json
import sys
import time

import ahocorasick

from texts import read_texts


def main():
    terms, texts, passes, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    automaton = ahocorasick.Automaton()
    with open(terms, encoding="utf-8") as file:
        for number, line in enumerate(file):
            automaton.add_word(line.rstrip("\n"), number)
    automaton.make_automaton()
    messages = read_texts(texts, limit)
    seconds = []
    for _ in range(passes):
        start = time.process_time()
        found = sum(1 for text in messages if sum(1 for _ in automaton.iter(text)))
        seconds.append(time.process_time() - start)
    print(json.dumps({"bytes": sum(len(t.encode()) for t in messages), "messages": len(messages), "found": found, "seconds": seconds}))


if __name__ == "__main__":
    main()
