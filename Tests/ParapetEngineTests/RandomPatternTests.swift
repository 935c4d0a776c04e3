import ParapetRule
import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

/// Patterns of every make find the same with what a scan foresees of them as without it.
@Suite struct RandomPatternTests {
  @Test func whereAPatternCanMatchIsForeseenRightly() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Random patterns, seed \(seed)")
    var (finds, removals) = (0, 0)
    var random = RandomPatterns(generator: RandomEvents(seed: seed))
    for _ in 0..<20 {
      let patterns = (0..<30).map { _ in random.pattern() }
      let rules = patterns.enumerated().map { number, pattern in Workshop.rule("refusal.r\(number)", random.body(finding: pattern)) }
      var options = Program.Options()
      let program = try Workshop.program(and: rules, options: options)
      (options.prefilter, options.readsPatterns) = (false, false)
      let plain = try Workshop.program(and: rules, options: options)
      for _ in 0..<60 {
        let event = Event(stage: .input, text: random.text())
        let (found, expected) = (program.evaluate(event), plain.evaluate(event))
        finds += found.findings.count
        removals += found.suppressed.count
        // Who is tried at more places may come to a limit of PCRE2.
        let given = Set((found.unjudged + expected.unjudged).map(\.rule))
        for (number, pattern) in patterns.enumerated() where !given.contains("refusal.r\(number)") {
          #expect(found.places(of: number) == expected.places(of: number), "\(pattern) in \(event.text?.string ?? "")")
        }
      }
    }
    #expect(finds > 1000 && removals > 100, "the patterns and the texts have something to do with each other")
  }

  /// 12保险单号 for [0-9]{6,}保险单号 ended the process.
  @Test(arguments: [#"[0-9]{6,}保险单号"#, #"[0-9]{6,}(?=保险单号)"#, #"\s{3,}保险单号"#, #"(?:\w+\s){2}\w{6,}保险单号"#])
  func runsMayBeShorterThanAMatchNeeds(_ pattern: String) throws {
    let program = try Workshop.program(
      Workshop.rule("refusal.x", "when: {stage: input}\nfind: {c: {pattern: '\(pattern)'}}\nthen: {action: flag}"))
    for text in ["这是保险单号，12保险单号", "保险单号", "a 1保险单号"] {
      #expect(program.judged(Event(stage: .input, text: text)).findings.isEmpty)
    }
  }
}

extension Verdict {
  /// Where the rule of a number found something.
  fileprivate func places(of rule: Int) -> [String] { zip(findings, places).filter { $0.0.rule == "refusal.r\(rule)" }.map(\.1) }
}

/// Patterns and texts of the same few words, digits and blanks.
private struct RandomPatterns {
  var generator: RandomEvents

  private static let needed = [
    "保单", "号", "abc", "x1", "12", #"\d{2}"#, #"[0-9]{4,}"#, #"\w{3,}"#, #"[a-z0-9-]{3,}"#, #"\s{2,}"#, #"\w+\s"#, "(?i)ABC", "[保单]",
    "[A-Za-z0-9]{15,}", #"(?:\d[ -]?){6}"#,
  ]
  private static let spare = [#"[^。]{0,6}"#, "(?:ab|保)?", #"\s*"#, #"\w{0,3}"#, #"\b"#, "(?<![a-z])", #"(?!\d)"#, #"(?<!\d)"#]
  private static let words = [
    "保", "单", "保单", "号", "abc", "ABC", "ab", "x1", "12", "1234", "56789012", " ", "  ", "。", "-", "a", "z9", "abcdefgh12345678",
    "1-2 34-56", "９",
  ]

  mutating func pattern() -> String { sequence(depth: 2) }

  /// A rule that finds `pattern`, here and there with a context, an exception, or more folds.
  mutating func body(finding pattern: String) -> String {
    let folds = pick(["width", "width, invisible, gaps", "width, numerals", "case, han"])
    let context = pick(["", "", ", context: {any: [保单, abc, x1], within: 4}", ", again: true"])
    let unless = pick([
      "", "", "\nunless: {e: {within: '\(sequence(depth: 1))'}}", "\nunless: {e: {before: '\(sequence(depth: 1))$', scope: text}}",
    ])
    return "when: {stage: input}\nfold: [\(folds)]\nfind: {c: {pattern: '\(pattern)'\(context)}}\(unless)\nthen: {action: flag}"
  }

  mutating func text() -> String { (0..<Int.random(in: 3...20, using: &generator)).map { _ in pick(Self.words) }.joined() }

  private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }

  private mutating func sequence(depth: Int) -> String {
    var parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in part(depth: depth) }
    parts.insert(pick(Self.needed), at: Int.random(in: 0...parts.count, using: &generator))
    return parts.joined()
  }

  private mutating func part(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &generator) {
    case 0, 1: pick(Self.needed)
    case 2, 3: pick(Self.spare)
    case 4, 5: "(?=\(sequence(depth: depth - 1)))"
    case 6: "(?:\(sequence(depth: depth - 1))|\(sequence(depth: depth - 1)))"
    default: "(?:\(sequence(depth: depth - 1))){1,3}"
    }
  }
}
