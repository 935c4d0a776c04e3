import Parapet
import ParapetPack
import Testing

@testable import ParapetEngine

@Suite("Bundles of rules")
struct RuleBundleTests {
  private static let profile = RuleFile(
    path: "profiles/strict.yaml",
    bytes: Array(
      """
      profile: strict
      version: 1.0.0
      title: {zh: 严格, en: Strict}
      owner: tests
      select: ['refusal.*', 'masking.*']
      channels:
        marketing:
          override:
            - {rule: masking.phone, replace: {then: {action: refuse, reply: refused}}, why: advertisements name nobody}
      examples:
        - {text: 保本, expect: {marketing: refuse}}
      """.utf8))

  private static let rules = [
    Workshop.rule(
      "refusal.promise",
      """
      when: {stage: [input, output]}
      find:
        promise: {phrases: [保本, no risk]}
        sure: {pattern: '(?i)sure(?:ly)? (?<what>wins?)', group: what}
      then: {action: refuse, reply: refused}
      """),
    Workshop.rule(
      "masking.phone",
      """
      when: {stage: [input, output]}
      find:
        phone: {pattern: '(?<![0-9])1[3-9]\\d{9}(?![0-9])'}
        any: {pattern: '[①-⑨]'}
      unless:
        order: {before: '订单号$'}
      then: {action: mask, keep: [3, 4]}
      """),
    Workshop.rule(
      "format.short",
      """
      when: {stage: [output]}
      require: {length: {max: 40, unit: scalars}}
      then: {action: hold, reply: held}
      """),
  ]

  private static let events = [
    #"{"stage":"output","text":"保本 or surely wins, call 13800138000 ①"}"#,
    #"{"stage":"input","text":"订单号13800138000","facts":{"channel":"marketing"}}"#,
    #"{"stage":"output","text":"Nothing to see here, and a good deal too long to be let through."}"#,
    #"{"stage":"output","text":"１３８００１３８０００","facts":{"channel":"marketing"}}"#,
  ]

  private func set(of rules: [RuleFile] = rules) throws -> RuleSet {
    let (set, diagnostics) = RuleSet.decode(rules + [Self.profile] + Workshop.shared, date: "2026-11-21")
    #expect(diagnostics.filter { $0.severity == .error }.isEmpty, "\(diagnostics.map(\.message))")
    return set
  }

  private func reopened(_ packed: (head: [UInt8], tail: [UInt8]), day: String) -> RuleBundle? {
    RuleBundle(head: packed.head, day: day) { range in range.upperBound <= packed.tail.count ? Array(packed.tail[range]) : nil }
  }

  /// Every verdict of `shelf` in every profile and channel.
  private func verdicts(_ shelf: ProgramShelf) throws -> [String] {
    var shelf = shelf
    var lines: [String] = []
    for profile in shelf.profiles {
      for channel in [nil] + profile.channels.map(Optional.some) {
        let program = try shelf.program(profile: profile.id, channel: channel)
        for event in Self.events {
          lines.append(String(decoding: program.judged(try Workshop.event(event), trace: .full).json(), as: UTF8.self))
        }
      }
    }
    return lines
  }

  @Test("programs of a bundle give the verdicts of the files")
  func verdicts() throws {
    let set = try set()
    let packed = try RuleBundle.pack([("2026-11-21", set)], end: "2027-01-01")
    let bundle = try #require(reopened(packed, day: "2026-12-31"))
    let expected = try verdicts(ProgramShelf(set))
    #expect(bundle.profiles == set.profileNames)
    #expect(expected.count == 12 && expected.contains { $0.contains(#""decision":"refuse""#) })
    #expect(try verdicts(ProgramShelf(bundle)) == expected)
    #expect(try RuleBundle.pack([("2026-11-21", set)], end: "2027-01-01") == packed)
  }

  @Test("programs that share what was found out of the rules say what each says alone")
  func shared() throws {
    let fewer = Workshop.rule(
      "refusal.promise", "when: {stage: [input, output]}\nfind: {promise: {phrases: [no risk]}}\nthen: {action: refuse, reply: refused}")
    let (set, other) = (try set(), try set(of: [fewer] + Self.rules.dropFirst()))
    let shelf = PatternShelf()
    var options = Program.Options()
    options.shelf = shelf
    for rules in [set, other, set] {
      for channel in [nil, "marketing"] {
        let effective = try rules.effective(profile: "strict", channel: channel)
        let (alone, beside) = (try Program.compile(effective), try Program.compile(effective, options: options))
        for event in try Self.events.map(Workshop.event) {
          #expect(beside.judged(event, trace: .full).json() == alone.judged(event, trace: .full).json())
        }
      }
    }
    // How rules act in a channel is no part of what they look for.
    func aim(_ rules: RuleSet, _ channel: String?) throws -> String {
      Foresight.aim(of: try rules.effective(profile: "strict", channel: channel).rules)
    }
    #expect(try aim(set, "marketing") == aim(set, nil) && shelf.foresight(aim(set, nil)) != nil)
    #expect(try aim(set, nil) != aim(other, nil))
  }

  @Test("a bundle speaks for its days alone, each period for its own")
  func days() throws {
    let sets = [try set(), try set(of: Self.rules.dropLast())]
    let packed = try RuleBundle.pack([("2026-11-21", sets[0]), ("2026-12-01", sets[1])], end: "2027-01-01")
    for day in ["2026-11-20", "2027-01-01", ""] { #expect(reopened(packed, day: day) == nil) }
    for (day, period) in [("2026-11-21", 0), ("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-31", 1)] {
      let program = try #require(reopened(packed, day: day)).program(profile: "default", channel: nil)
      #expect(try program.ruleset.digest == sets[period].effective(profile: "default", channel: nil).digest)
    }
    #expect(try sets[0].effective(profile: "default", channel: nil).digest != sets[1].effective(profile: "default", channel: nil).digest)
  }

  @Test("what is not in a bundle is told")
  func unknown() throws {
    let bundle = try #require(reopened(try RuleBundle.pack([("2026-11-21", try set())], end: "2027-01-01"), day: "2026-11-21"))
    #expect(throws: RuleErrors.self) { try bundle.program(profile: "lax", channel: nil) }
  }

  @Test("a damaged bundle is none, or gives the same verdicts")
  func damage() throws {
    let set = try set()
    let packed = try RuleBundle.pack([("2026-11-21", set)], end: "2027-01-01")
    let expected = try verdicts(ProgramShelf(set))
    for count in stride(from: 0, to: packed.head.count, by: 7) {
      #expect(reopened((Array(packed.head.prefix(count)), packed.tail), day: "2026-11-21") == nil, "\(count)")
    }
    var other = packed.head
    other[1] ^= 1  // who made it
    #expect(reopened((other, packed.tail), day: "2026-11-21") == nil)
    let cut = try #require(reopened((packed.head, Array(packed.tail.dropLast())), day: "2026-11-21"))
    #expect(try verdicts(ProgramShelf(cut)) == expected)
  }

  @Test("every shipped rule comes back as it was, but for its examples")
  func shipped() throws {
    let rules = try RuleSource.shipped.rules(date: "2026-11-28")
    #expect(rules.rules.count > 200)
    for var rule in rules.rules {
      rule.examples = []
      var packer = Packer()
      packer.pack(rule)
      var unpacker = Unpacker(packer.bytes)
      var back: Rule = try unpacker.unpack()
      #expect(unpacker.isAtEnd)
      var again = Packer()
      again.pack(back)
      #expect(again.bytes == packer.bytes, "\(rule.id)")
      // Nothing was left out in writing; tables have no order to compare by.
      for keys in [\Then.byFormat, \Then.otherwise] {
        #expect(back.then[keyPath: keys].keys == rule.then[keyPath: keys].keys)
        back.then[keyPath: keys] = [:]
        rule.then[keyPath: keys] = [:]
      }
      #expect(String(reflecting: back) == String(reflecting: rule), "\(rule.id)")
    }
  }
}
