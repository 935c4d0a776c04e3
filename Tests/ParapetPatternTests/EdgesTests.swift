import Testing

@testable import ParapetPattern

/// What must stand beside the digits of a pattern.
@Suite struct EdgesTests {
  /// The edges of the first run of digits alone.
  private func edges(_ pattern: String) throws -> Edges {
    let anchors = Outline.of(try #require(SyntaxParser.parse(pattern, caseless: false))).anchors
    let runs = anchors.filter { if case .digits = $0.sign { true } else { false } }
    return try #require(runs.min { $0.items.lowerBound < $1.items.lowerBound }).edges
  }

  private func scanned(_ text: String, _ index: SignIndex) -> [SignEvent] {
    var buffer = ScanBuffer()
    var events = SignEvents()
    buffer.load(Array(text.utf8).span)
    index.scan(buffer, into: &events)
    return (0..<events.count).map { events[$0] }
  }

  private func bytes(_ set: ByteSet) -> String {
    String(decoding: (UInt8(0x20)..<0x7F).filter { set.contains($0) }, as: UTF8.self)
  }

  @Test(arguments: [
    (#"\d{1,6}[A-Z]?%"#, "%abcdefghijklmnopqrstuvwxyz"),
    (#"\d{1,3}(?:,\d{3})+"#, ","),
    (#"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(?:25[0-5]|[1-9]?\d)"#, "."),
    (#"\d[\d.]*+%"#, "%."),
    (#"\d{4}(?=[ x]?(?:is|=))"#, " =ix"),
    (#"\d{4}(?=\d|x)[ a]b"#, " a"),
    (#"\d{4}(?:-\d{4})?/"#, "-/"),
  ])
  func behind(_ pattern: String, _ asked: String) throws {
    let edges = try edges(pattern)
    #expect(bytes(edges.after) == asked)
    #expect(edges.before == .all)
    #expect(!edges.after.contains(0) && !edges.after.contains(0xE5))
  }

  @Test(arguments: [
    (#"[A-Z]{2}\d{2} [A-Z]{4}"#, "abcdefghijklmnopqrstuvwxyz", " "),
    (#"#[0-9a-c]{0,4}-?\d{7}!"#, "#-abc", "!"),
  ])
  func inFront(_ pattern: String, _ before: String, _ after: String) throws {
    let edges = try edges(pattern)
    #expect(bytes(edges.before) == before)
    #expect(bytes(edges.after) == after)
  }

  /// Where the way along the pattern ends, or where something unknown may hold digits, everything may stand.
  @Test(arguments: [
    #"\d{17}[\dXx]"#, #"\d{4}(?!元)"#, #"\d{6}-?"#, #"\d{6}(?:-|)"#, #"\d{4}(?=x|)"#, #"(?<![A-Z])\d{4}(?![A-Z])"#,
    #"(?<!\d\.)\d{4}(?!\dx)"#,
    #"(?:\b|x)\d{4}\b?"#, #"\B\d{4}\B"#,
  ])
  func anything(_ pattern: String) throws { #expect(try edges(pattern) == .any) }

  /// What refuses a digit on one side shows where the run ends, and what else may not stand there.
  @Test(arguments: [
    (#"(?<![0-9A-Za-z])\d{6}(?![0-9A-Za-z])"#, "4x", "4x", UInt32(6)), (#"\b\d{3,5}\b"#, "_9", "_9", 5),
    (#"(?<!\d)\d{4,}(?!\d|-)"#, "9", "9-", .max),
    (#"(?<![\d.])1\d{2}(?:\d{3})?(?![\d%])"#, "3.", "3%", 6), (#"(?<![0-9A-F])\d{4}-"#, "0", "09a", 4),
  ])
  func bounded(_ pattern: String, _ notBefore: String, _ notAfter: String, _ most: UInt32) throws {
    let edges = try edges(pattern)
    #expect(edges.isOpening)
    #expect(edges.most == most)
    for byte in notBefore.utf8 { #expect(!edges.before.contains(byte)) }
    for byte in notAfter.utf8 { #expect(!edges.after.contains(byte)) }
    // A character beyond ASCII, and the end of the text.
    for byte: UInt8 in [0, 0x20, 0x80, 0xBF] { #expect(edges.before.contains(byte)) }
    if !pattern.hasSuffix("-") { for byte: UInt8 in [0, 0x20, 0xC2, 0xE5] { #expect(edges.after.contains(byte)) } }
  }

  /// Where digits may go on in front or behind, nothing is said of how many there are: what a group has matched is one of all that it can match.
  @Test(arguments: [
    #"(?<!\d)(\d)\d{5}(?!\1)"#, #"(?<!\d)(\d)\d{5}(?!-|\1)"#, #"(?<!\d)\d{6}"#, #"(?<!\d)\d{6}[\dX]"#, #"\d{6}(?!\d)"#,
    #"\b[A-Z]?\d{6}\b?"#,
  ])
  func unbounded(_ pattern: String) throws { #expect(try edges(pattern).most == .max) }

  /// The edges of the sign of a pattern, which is a literal.
  private func edgesOfLiteral(_ pattern: String) throws -> Edges {
    let branch = try #require(Trigger(pattern)?.branches.first)
    guard case .literals = branch.sign else { throw Mismatch() }
    return branch.edges
  }

  private struct Mismatch: Error {}

  /// What stands beside a literal: what the pattern goes on with, and what a boundary leaves where the literal is a word.
  @Test(arguments: [
    (#"\bEVER[0-9a-f]{32}\b"#, " .", "ax_", "0f", "gy. "),
    (#"(?i)\bborrow(?:s|ed|ing)?\s+\w"#, " .", "ax_", "sei ", "xw."),
    (#"(?:decrypt|inflate)\b.{0,9}"#, " ax.", "", " .-", "abs_0"),
    (#"[ab]?secret=(?!-)"#, " abx", "", " ay", "-"),
    (#"[^.,]secret=(?=[0-9])"#, "az 0", ".,", "059", "a "),
    // A boundary at a sign that is no letter is one of the other kind.
    (#"\bsecret==\b[a-c ]"#, " .", "ab", "ab ", "d."),
    (#"secret==\b"#, " a", "", " a", ""),
  ])
  func besideALiteral(_ pattern: String, _ before: String, _ notBefore: String, _ after: String, _ notAfter: String) throws {
    let edges = try edgesOfLiteral(pattern)
    for byte in before.utf8 { #expect(edges.before.contains(byte), "\(byte)") }
    for byte in notBefore.utf8 { #expect(!edges.before.contains(byte), "\(byte)") }
    for byte in after.utf8 { #expect(edges.after.contains(byte), "\(byte)") }
    for byte in notAfter.utf8 { #expect(!edges.after.contains(byte), "\(byte)") }
  }

  @Test func nothingIsAskedWhereAPatternEnds() throws {
    #expect(try edgesOfLiteral("保本保息").isAny)
    #expect(try edgesOfLiteral("(?:保本保息)?x?稳赚不赔").isAny)
  }

  @Test func lettersOfOneCaseMayStand() throws {
    let edges = try edges(#"(?<![\dA-F])\d{4}(?![\da-f])"#)
    #expect(edges.before.contains(UInt8(ascii: "a")) && edges.after.contains(UInt8(ascii: "a")))
  }

  /// The pairs of digits with which a number may begin.
  @Test(arguments: [
    (#"(?<!\d)13\d{4}(?!\d)"#, ["13"]),
    (#"(?<!\d)(?:4[0-2]|5)\d{5}(?!\d)"#, ["40", "41", "42", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59"]),
    (#"\b(?:86)?1[3-5]\d{5}\b"#, ["13", "14", "15", "86"]), (#"\b[12]{2,4}9{3}\b"#, ["11", "12", "21", "22"]),
    (#"\b7{1,3}8{4}\b"#, ["77", "78"]), (#"\b0?9[05]\d{4}"#, ["09", "90", "95"]),
  ])
  func heads(_ pattern: String, _ expected: [String]) throws {
    let heads = try edges(pattern).heads
    var pairs: [String] = []
    for pair in 0..<100 where heads & UInt128(1) << UInt128(pair) != 0 { pairs.append(pair < 10 ? "0\(pair)" : "\(pair)") }
    #expect(pairs == expected)
  }

  /// A pattern whose digits do not begin the run may begin with any.
  @Test func aRunThatMayHaveBegunBeforeSaysNothingOfItsHead() throws {
    #expect(try edges(#"13\d{4}(?!\d)"#).heads == .max)
    #expect(try edges(#"[\d.]?13\d{4}(?!\d)"#).heads == .max)
  }

  /// A run is told only to signs that its length and its first digits suit, with a place to begin that is its own.
  @Test func aScanLooksAtTheRunItself() throws {
    var edges = Edges.any
    (edges.isOpening, edges.most, edges.heads) = (true, 6, 1 << 13)
    var builder = SignIndex.Builder()
    builder.add(.digits(4), edges: edges, owner: 0)
    builder.add(.digits(40), owner: 1)
    let index = builder.index()
    func events(_ text: String) -> [SignEvent] { scanned(text, index) }
    #expect(events("no. 13579 and 130000") == [SignEvent(owner: 0, start: 4, end: 8), SignEvent(owner: 0, start: 14, end: 18)])
    #expect(events("135 3579 1357911").isEmpty)
    #expect(events("13" + String(repeating: "0", count: 38)) == [SignEvent(owner: 1, start: 0, end: 40)])
    #expect(events("13" + String(repeating: "0", count: 37)).isEmpty)
  }

  @Test func charactersBeyondASCIICountByTheirFirstByteBehindAndTheirLastInFront() throws {
    let edges = try edges(#"[¥￥]\d{5}(?:元|万)"#)
    #expect(edges.after == ByteSet(leadsOf: Array("元万".utf8)))
    #expect(edges.before.contains(0xA5) && !edges.before.contains(UInt8(ascii: " ")))
  }

  /// A run is told only to signs whose edges it has, and to all where it stands alone in the text.
  @Test func aScanLooksBesideTheRun() {
    var builder = SignIndex.Builder()
    builder.add(.digits(2), edges: Edges(before: .all, after: ByteSet(leadsOf: Array("%.".utf8))), owner: 0)
    builder.add(.digits(2), edges: Edges(before: ByteSet(leadsOf: Array("a".utf8)), after: .all), owner: 1)
    builder.add(.digits(3), owner: 2)
    let index = builder.index()
    func owners(_ text: String) -> [Int32] { scanned(text, index).map(\.owner).sorted() }
    #expect(owners("12%") == [0])
    #expect(owners("x12") == [])
    #expect(owners("A123") == [1, 2])
    #expect(owners("123") == [2])
    #expect(owners("A12.") == [0, 1])
    #expect(owners("12") == [])
  }

  /// What can be parted in very many ways is tried with PCRE2's own look ahead.
  @Test(arguments: [(#"(?:\d+[ -]?)+z"#, false), (#"\d{4}(?:[ -]\d{4}){3}"#, true), (#"[1-9]\d{5,8}x{1,3}"#, true)])
  func nestedRepetitionIsNotNarrow(_ pattern: String, _ isNarrow: Bool) throws {
    #expect(try #require(Trigger(pattern)).isNarrow == isNarrow)
  }
}
