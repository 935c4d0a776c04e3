import ParapetPattern
import Testing

/// Every behaviour holds with machine code and in the interpreter.
@Suite struct MatcherTests {
  @Test(arguments: [true, false]) func `empty subjects can match`(jit: Bool) throws {
    var matcher = Matcher()
    #expect(try matcher.firstRange(Pattern("^$", jit: jit), in: []) == 0..<0)
    #expect(try matcher.firstRange(Pattern("a", jit: jit), in: []) == nil)
    #expect(try matcher.firstMatch(Pattern("(a)?", jit: jit), in: []) == Match(groups: [0..<0, nil], range: 0..<0))
    #expect(try unsafe matcher.firstRange(Pattern("^$", jit: jit), in: UnsafeBufferPointer(start: nil, count: 0)) == 0..<0)
  }

  @Test(arguments: [true, false]) func `looking goes on from an offset with what came before still in sight`(jit: Bool) throws {
    var matcher = Matcher()
    let text = Array("aab".utf8)
    #expect(try matcher.firstRange(Pattern("(?<=a)a", jit: jit), in: text, from: 1) == 1..<2)
    #expect(try matcher.firstRange(Pattern("^a", jit: jit), in: text, from: 1) == nil)
    #expect(try matcher.firstRange(Pattern("$", jit: jit), in: text, from: 3) == 3..<3)
    #expect(try matcher.firstRange(Pattern("$", jit: jit), in: text, from: 4) == nil)
    #expect(throws: MatchFailure.self) { try matcher.firstRange(Pattern("a"), in: text, from: -1) }
  }

  @Test(arguments: [true, false]) func `a scope is matched as if it were all there is`(jit: Bool) throws {
    var matcher = Matcher()
    let text = Array("本产品不保本".utf8)
    let before = 0..<12
    #expect(try matcher.firstRange(Pattern("不$", jit: jit), in: text, within: before) == 9..<12)
    #expect(try matcher.firstRange(Pattern("不$", jit: jit), in: text) == nil)
    #expect(try matcher.firstRange(Pattern("^保", jit: jit), in: text, within: 12..<18) == 12..<15)
    #expect(try matcher.firstMatch(Pattern("(保)(本)", jit: jit), in: text, within: 12..<18)?.groups == [12..<18, 12..<15, 15..<18])
    #expect(try matcher.firstRange(Pattern("$", jit: jit), in: text, within: 18..<18) == 18..<18)
    #expect(try matcher.firstRange(Pattern("(?<=本)产", jit: jit), in: text, within: 3..<18) == nil)
    #expect(try matcher.firstRange(Pattern("本", jit: jit), in: text, within: 0..<18, from: 3) == 15..<18)
    #expect(throws: MatchFailure.self) { try matcher.firstRange(Pattern("a"), in: text, within: 0..<19) }
    #expect(throws: MatchFailure.self) { try matcher.firstRange(Pattern("a"), in: text, within: 6..<9, from: 3) }
  }

  @Test func `buffers match like arrays`() throws {
    var matcher = Matcher()
    let pattern = try Pattern("(b)(c)?")
    let text = Array("abd".utf8)
    let found = try unsafe text.withUnsafeBufferPointer { buffer in unsafe try matcher.firstMatch(pattern, in: buffer) }
    #expect(try found == matcher.firstMatch(pattern, in: text))
    #expect(found?.groups == [1..<2, 1..<2, nil])
  }

  @Test func `match data grows with the patterns`() throws {
    var matcher = Matcher()
    let many = try Pattern(String(repeating: "(a)", count: 300))
    #expect(try matcher.firstRange(Pattern("a"), in: Array("a".utf8)) == 0..<1)
    let match = try #require(try matcher.firstMatch(many, in: [UInt8](repeating: 97, count: 300)))
    #expect(match.groups.count == 301 && match.groups[300] == 299..<300)
  }

  /// Patterns that take exponential time where they do not match.
  static let hostile = ["(a+)+$", "(?:a|aa)+$", "^(a|a)*$", "(.*)*[bc]$", "(?:a*)*[bc]"]

  @Test(arguments: hostile, [true, false]) func `a hostile pattern ends in a failure, not in no match`(source: String, jit: Bool) throws {
    var matcher = Matcher()
    let pattern = try Pattern(source, jit: jit)
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 40) + Array("!".utf8)
    let elapsed = ContinuousClock().measure {
      let failure = #expect(throws: MatchFailure.self) { try matcher.firstRange(pattern, in: text) }
      #expect(failure == .matchLimit || failure == .depthLimit)
    }
    #expect(elapsed < .seconds(1))
    #expect(try matcher.firstRange(Pattern("a!", jit: jit), in: text) == 39..<41, "the matcher is as good as before")
  }

  @Test func `a small match limit is kept`() throws {
    var matcher = Matcher(limits: .init(match: 10))
    #expect(throws: MatchFailure.matchLimit) { try matcher.firstRange(Pattern("a*a*a*[bc]"), in: Array("aaaaaaaaaaaa".utf8)) }
  }

  @Test func `depth and heap limits speak in the interpreter`() throws {
    let pattern = try Pattern("(?:(a)|b)*[cd]", jit: false)
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000)
    var shallow = Matcher(limits: .init(match: .max, depth: 100))
    #expect(throws: MatchFailure.depthLimit) { try shallow.firstRange(pattern, in: text) }
    var small = Matcher(limits: .init(match: .max, depth: .max, heapKiB: 64))
    #expect(throws: MatchFailure.heapLimit) { try small.firstRange(pattern, in: text) }
  }

  @Test(.enabled(if: PCRE2.hasJIT)) func `JIT out of stack is tried again in the interpreter`() throws {
    // Each round leaves a frame on the JIT stack: 32 KB and then 1 MB are not enough for this many.
    let pattern = try Pattern("^(?:(a)|(b)|(d))*c$")
    let rounds = 200_000
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: rounds) + Array("c".utf8)
    var bounded = Matcher(limits: .init(match: .max, depth: 1_000, heapKiB: 1_024))
    #expect(throws: MatchFailure.stackLimit) { try bounded.firstRange(pattern, in: text) }
    var roomy = Matcher(limits: .init(match: .max, depth: .max, heapKiB: 1 << 20))
    #expect(try roomy.firstRange(pattern, in: text) == 0..<(rounds + 1))
  }

  @Test(.enabled(if: PCRE2.hasJIT)) func `the larger stack is enough for what the first was too small for`() throws {
    let pattern = try Pattern("^(?:(a)|(b)|(d))*c$")
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 4_000) + Array("c".utf8)
    // The interpreter would fail under this depth limit, so the answer can only come from machine code.
    var matcher = Matcher(limits: .init(depth: 10))
    #expect(try matcher.firstRange(pattern, in: text) == 0..<4_001)
  }

  @Test func `K cannot turn a range around`() throws {
    var matcher = Matcher()
    #expect(try matcher.firstRange(Pattern(#"ab\Kc"#), in: Array("abc".utf8)) == 2..<3)
    #expect(throws: Pattern.CompileError.self) { _ = try Pattern(#"(?=ab\K)"#) }
  }

  @Test func `one pattern serves many threads`() async throws {
    let pattern = try Pattern(#"(?<year>\d{4})年"#)
    let text = Array(String(repeating: "无数字。", count: 50).utf8) + Array("2026年".utf8)
    let found = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var matcher = Matcher()
          return (0..<200).count { _ in (try? matcher.firstRange(pattern, in: text)) == 600..<607 }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(found == 1_600)
  }

  @Test func `failures have words`() {
    #expect("\(MatchFailure.matchLimit)" == "match limit reached")
    #expect("\(MatchFailure.other(-33))" == "bad offset value")
  }
}
