import ParapetText
import Testing

@Suite("Text")
struct TextTests {
  @Test(
    "bytes that are no UTF-8 make no text",
    arguments: [
      [0x80], [0xBF, 0x41], [0xC3], [0x41, 0xC3], [0xE4, 0xB8], [0xE4, 0xB8, 0x41], [0xF0, 0x9F, 0x92], [0xFF], [0xFE, 0xFF],
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      Array("十二个字节的文本".utf8) + [0x00, 0xE4] + Array("后".utf8),
    ] as [[UInt8]])
  func badBytes(bytes: [UInt8]) {
    #expect(Text(validating: bytes) == nil)
  }

  @Test(
    "bytes that are UTF-8 make a text of these bytes",
    arguments: [
      [], [0x00], [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF],
      [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], Array("护栏 guardrail 🚧".utf8),
    ] as [[UInt8]])
  func goodBytes(bytes: [UInt8]) {
    #expect(Text(validating: bytes)?.utf8 == bytes)
  }

  @Test("a span counts bytes, scalars and UTF-16 units")
  func span() {
    let text = Text("a护🚧é")
    #expect(text.span(0..<1) == TextSpan(utf8: 0..<1, scalar: 0..<1, utf16: 0..<1))
    #expect(text.span(1..<4) == TextSpan(utf8: 1..<4, scalar: 1..<2, utf16: 1..<2))
    #expect(text.span(4..<8) == TextSpan(utf8: 4..<8, scalar: 2..<3, utf16: 2..<4))
    #expect(text.span(8..<10) == TextSpan(utf8: 8..<10, scalar: 3..<4, utf16: 4..<5))
    #expect(text.span(10..<10) == TextSpan(utf8: 10..<10, scalar: 4..<4, utf16: 5..<5))
    #expect(Text("").span(0..<0) == TextSpan(utf8: 0..<0, scalar: 0..<0, utf16: 0..<0))
  }

  @Test("span and ruler count as the standard library does", arguments: [0, 1, 40, 2000])
  func spans(pieces: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var generator = Seeded(seed)
    for alphabet in [["a", "bc", "1"], DifferentialTests.fragments, ["𠀀", "🚧"], ["护栏"]] {
      let string = (0..<pieces).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      let text = Text(string)
      let ruler = TextRuler(text)
      let scalars = string.unicodeScalars
      let edges = Array(scalars.indices) + [scalars.endIndex]
      for _ in 0..<20 {
        let ends = [edges.randomElement(using: &generator), edges.randomElement(using: &generator)].compactMap { $0 }.sorted()
        let range = string.utf8.distance(from: string.startIndex, to: ends[0])..<string.utf8.distance(from: string.startIndex, to: ends[1])
        let expected = TextSpan(
          utf8: range,
          scalar: scalars.distance(from: scalars.startIndex, to: ends[0])..<scalars.distance(from: scalars.startIndex, to: ends[1]),
          utf16: string.utf16.distance(from: string.startIndex, to: ends[0])..<string.utf16.distance(from: string.startIndex, to: ends[1]))
        #expect(text.span(range) == expected)
        #expect(ruler.span(range) == expected)
      }
      let whole = 0..<text.utf8.count
      #expect(ruler.span(whole) == text.span(whole))
    }
  }

  @Test("spans are ordered by start, then by end")
  func order() {
    let text = Text("abcdef")
    #expect([text.span(2..<3), text.span(0..<4), text.span(0..<2)].sorted().map(\.utf8) == [0..<2, 0..<4, 2..<3])
  }
}
