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
  @Test(arguments: [#"\d{17}[\dXx]"#, #"\d{4}\b"#, #"\d{4}(?!元)"#, #"\d{6}-?"#, #"\d{6}(?:-|)"#, #"\d{4}(?=x|)"#])
  func anything(_ pattern: String) throws { #expect(try edges(pattern) == .any) }

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
    func owners(_ text: String) -> [Int32] {
      var buffer = ScanBuffer()
      var events = SignEvents()
      buffer.load(Array(text.utf8).span)
      index.scan(buffer, into: &events)
      return (0..<events.count).map { events[$0].owner }.sorted()
    }
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
