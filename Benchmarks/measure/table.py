"""What a run came to: microseconds per KB of text, and the ratios that are aimed at."""

import unicodedata


def best(measured):
    """The best pass in seconds, or nothing for an absent peer, or where start-up was all there was to see."""
    seconds = min(measured["seconds"]) if measured and "seconds" in measured else 0
    return seconds if seconds > 0 else None


def per_kb(measured):
    """Microseconds per 1,024 bytes of what was read, by the best pass."""
    return best(measured) / measured["bytes"] * 1024 * 1e6 if best(measured) is not None else None


def matching(raw, set_):
    """The matcher alone, in microseconds per KB: what every rule finds and no exception excuses, without a verdict on it."""
    return costs(raw["harness"][set_])[1]


def costs(measured):
    """Reading, matching, judging (matching and the verdict) and writing, in microseconds per KB: differences between the best passes.
    Runs that tell matching from judging say so; older ones do not."""
    read, matched, judged, written = (min(measured.get(passes, measured["read_judge_s"])) for passes in ("read_s", "read_match_s", "read_judge_s", "read_judge_write_s"))
    return [seconds / measured["text_bytes"] * 1024 * 1e6 for seconds in (read, matched - read, judged - read, written - judged)]


def ratio(above, below):
    return above / below if above is not None and below else None


def ratios(raw):
    """Every figure to reach: name, value, bound, and whether less is better."""
    peers, whole = raw["peers"], raw["program"]
    matcher = {set_: matching(raw, set_) for set_ in raw["harness"]}
    kilobyte = raw["harness"]["300+50k"]["latency"].get("~1 KB", {})
    mallocs = raw["mallocs"].get("300, nothing found")
    found = raw["mallocs"].get("300, corpus")
    return [
        ("whole program ÷ memcpy of the file", ratio(best(whole["300+50k"]), best(peers["memcpy"])), 45, True),
        ("whole program ÷ simdjson on-demand parse", ratio(best(whole["300+50k"]), best(peers["simdjson"])), 9, True),
        ("per-rule PCRE2 JIT loop ÷ matcher, 300 rules", ratio(per_kb(peers["PCRE2 loop, 300"]), matcher["300"]), 100, False),
        ("per-rule PCRE2 JIT loop ÷ matcher, 2,000 rules", ratio(per_kb(peers["PCRE2 loop, 2000"]), matcher["2000"]), 110, False),
        ("matcher: 2,000 rules ÷ 300", ratio(matcher["2000"], matcher["300"]), 1.3, True),
        ("matcher: +50k terms ÷ none", ratio(matcher["300+50k"], matcher["300"]), 1.15, True),
        ("Hyperscan + confirm ÷ matcher, 300 rules", ratio(per_kb(peers["Hyperscan, 300"]), matcher["300"]), 2, False),
        ("Hyperscan + confirm ÷ matcher, 300 rules + 50k terms", ratio(per_kb(peers["Hyperscan, 300+50k"]), matcher["300+50k"]), 2, False),
        ("Presidio, same patterns ÷ whole program", ratio(per_kb(peers["Presidio, 300"]), per_kb(whole["300"])), 1000, False),
        ("the same with Presidio's engine, no model", ratio(per_kb(peers.get("Presidio's engine, 300")), per_kb(whole["300"])), None, False),
        ("ripgrep -F -f terms ÷ matcher, 50k terms", ratio(per_kb(peers["ripgrep -F, 50k"]), matcher["50k"]), None, False),
        ("pyahocorasick ÷ matcher, 50k terms", ratio(per_kb(peers["pyahocorasick, 50k"]), matcher["50k"]), None, False),
        ("mallocs per message, nothing found", mallocs, 0, True),
        ("mallocs per message of the corpus", found, None, True),
        ("start with the shipped rules, ms", raw["start"]["shipped"]["best_ms"], 15, True),
        ("resident memory without input, shipped rules, MB", raw["resident_mb"]["shipped"], 30, True),
        ("p99 for 1 KB, µs", kilobyte.get("p99_us"), 60, True),
        ("shipped rules: whole program ÷ memcpy of the file", ratio(best(whole["shipped"]), best(peers["memcpy"])), None, True),
        ("shipped rules: whole program ÷ simdjson on-demand parse", ratio(best(whole["shipped"]), best(peers["simdjson"])), None, True),
        ("shipped rules: p99 for 1 KB, µs", raw["harness"]["shipped"]["latency"].get("~1 KB", {}).get("p99_us"), None, True),
    ]


def text(raw):
    """The tables, for people."""
    corpus = raw["corpus"]
    head = "%s messages, %.1f MB of events, mean %d B; best of %d; processor time on one core" % (
        "{:,}".format(corpus["messages"]), corpus["bytes"] / (1 << 20), corpus["mean_bytes"], raw["passes"])
    return "\n\n".join([
        head, grid(["engine", "µs per KB of text"], engines(raw)), grid(["µs per KB inside the process", "read", "match", "judge", "write", "by a glance", "findings"], stages(raw)),
        grid(["microseconds a message, p50 / p99", *classes(raw)], latencies(raw)), grid(["figure", "is", "to reach", ""], figures(raw)), agreement(raw),
    ]) + "\n"


def engines(raw):
    rows = [("whole program, %s rules" % set_, number(per_kb(measured))) for set_, measured in raw["program"].items()]
    rows += [("matcher alone, %s rules" % set_, number(matching(raw, set_))) for set_ in raw["harness"]]
    rows += [(label, measured.get("absent") or number(per_kb(measured))) for label, measured in raw["peers"].items()]
    return rows


def stages(raw):
    return [(set_, *map(number, costs(measured)), "%.0f %%" % (100 - 100 * measured["verdicts"] / measured["messages"]),
             "{:,}".format(measured["findings"])) for set_, measured in raw["harness"].items()]


def classes(raw):
    return list(raw["harness"]["300"]["latency"])


def latencies(raw):
    return [(set_, *("%.1f / %.1f" % (measured["latency"][c]["p50_us"], measured["latency"][c]["p99_us"]) for c in classes(raw)))
            for set_, measured in raw["harness"].items()]


def figures(raw):
    rows = []
    for name, value, bound, less in ratios(raw):
        aim = "" if bound is None else ("≤ %s" if less else "≥ %s") % "{:,}".format(bound)
        held = "" if bound is None or value is None else "reached" if (value <= bound if less else value >= bound) else "not reached"
        rows.append((name, "unknown" if value is None else number(value), aim, held))
    return rows


def agreement(raw):
    found = raw["agreement"]
    if "absent" in found:
        return "Agreement with the PCRE2 loop: " + found["absent"]
    line = "Agreement with the PCRE2 loop, %d rules that are nothing but a pattern: %d pairs of message and rule, the loop %d; %d rules differ" % (
        found["rules"], found["parapet_pairs"], found["loop_pairs"], len(found["differing_rules"]))
    return line + (": " + ", ".join(found["differing_rules"][:8]) if found["differing_rules"] else "")


def number(value):
    if value is None:
        return "too short to tell"
    return "{:,.0f}".format(value) if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value


def grid(head, rows):
    """A Markdown table whose columns stand under each other also without Markdown."""
    rows = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(width(row[at]) for row in rows) for at in range(len(head))]
    lines = ["| " + " | ".join(cell + " " * (widths[at] - width(cell)) for at, cell in enumerate(row)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (size + 2) for size in widths) + "|")
    return "\n".join(lines)


def width(cell):
    """Columns on a terminal, where Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)
