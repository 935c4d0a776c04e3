import ParapetText
import Testing

@testable import ParapetPattern

/// The scan against a search that tries every literal at every place.
@Suite struct SignIndexTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 17
    }
  }

  /// Grams of ASCII have four bytes, or five where literals are many.
  private static let narrowLengths = [4, 5]

  private func index(_ literals: [[UInt8]], narrowLength: Int) -> SignIndex {
    var builder = SignIndex.Builder()
    builder.narrowLength = narrowLength
    for (number, literal) in literals.enumerated() { builder.add(literal: literal, owner: Int32(number)) }
    return builder.index()
  }

  private func events(_ literals: [[UInt8]], _ text: [UInt8], narrowLength: Int = 4) -> [SignEvent] {
    scan(index(literals, narrowLength: narrowLength), text)
  }

  private func scan(_ index: SignIndex, _ text: [UInt8]) -> [SignEvent] {
    var buffer = ScanBuffer()
    var events = SignEvents()
    buffer.load(text.span)
    index.scan(buffer, into: &events)
    return (0..<events.count).map { events[$0] }.sorted { ($0.start, $0.owner, $0.end) < ($1.start, $1.owner, $1.end) }
  }

  private func naive(_ literals: [[UInt8]], _ text: [UInt8]) -> [SignEvent] {
    let text = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var events: [SignEvent] = []
    for start in text.indices {
      for (number, literal) in literals.enumerated() where text[start...].starts(with: literal) {
        events.append(SignEvent(owner: Int32(number), start: Int32(start), end: Int32(start + literal.count)))
      }
    }
    return events
  }

  @Test(arguments: narrowLengths) func everyLiteralIsFoundOnceWhereverItStands(narrowLength: Int) {
    let words = ["保本", "保本保息", "本", "稳赚a", "a稳赚", "otp", "cvv2", "password", "ssn", "é", "été", "🔓", "🔓a", "ab", "第1", "x", "рубль", "·"]
    let literals = words.map { Array($0.utf8) }
    let pieces = words + [" ", "的", "Ab", "PASS", "word", "，", "0", "12", "oT", "P", "Z", "é", "é", "\u{2028}"]
    for seed in 1...400 {
      var generator = Generator(state: UInt64(seed))
      let text = Array(
        (0..<Int.random(in: 0...30, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined().utf8)
      #expect(
        events(literals, text, narrowLength: narrowLength) == naive(literals, text),
        "seed \(seed): \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func aLiteralMayBeLongerThanAnyGramReaches() {
    let long = Array(repeating: UInt8(ascii: "a"), count: 40_000) + Array("保本保息".utf8)
    let text = Array("bb".utf8) + long + Array("。".utf8)
    #expect(events([long], text) == [SignEvent(owner: 0, start: 2, end: 2 + Int32(long.count))])
  }

  @Test(arguments: narrowLengths) func randomLiteralsInRandomTexts(narrowLength: Int) {
    let alphabet = Array("abAB01 -保本息收益的é🔓".unicodeScalars)
    for seed in 1...300 {
      var generator = Generator(state: UInt64(seed &* 7919))
      func word(_ length: ClosedRange<Int>) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: length, using: &generator) { scalars.append(alphabet.randomElement(using: &generator) ?? "a") }
        return Array(String(scalars).utf8)
      }
      let literals = Array(Set((0..<40).map { _ in word(1...6).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } })).sorted {
        $0.lexicographicallyPrecedes($1)
      }
      let text = word(0...120)
      #expect(events(literals, text, narrowLength: narrowLength) == naive(literals, text), "seed \(seed)")
    }
  }

  /// So many grams that pairs of bytes do not speak of them.
  @Test(arguments: narrowLengths) func manyLiteralsAreFoundByAFilterOfTheirOwn(narrowLength: Int) {
    let alphabet = Array("abcd abcd abcd的".unicodeScalars)
    var generator = Generator(state: 4_099)
    func word(_ length: ClosedRange<Int>) -> [UInt8] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: length, using: &generator) { scalars.append(alphabet.randomElement(using: &generator) ?? "a") }
      return Array(String(scalars).utf8)
    }
    let literals = Array(Set((0..<2 * PairTable.mostGrams).map { _ in word(4...8) })).sorted { $0.lexicographicallyPrecedes($1) }
    let index = index(literals, narrowLength: narrowLength)
    #expect(index.grams.entries.filter { !GramTable.isWide($0.key) }.count > PairTable.mostGrams)
    for _ in 0..<4 {
      let text = word(60...120)
      #expect(scan(index, text) == naive(literals, text))
    }
  }

  /// So many grams of Chinese characters that many second ones share a number.
  @Test func manyChineseLiteralsAreFound() {
    let alphabet = Array("一二三四五六七八九十的，金银卡号a1é😀".unicodeScalars)
    let common = Array("金银卡号".unicodeScalars)
    var generator = Generator(state: 4_099)
    func word(_ length: ClosedRange<Int>, _ alphabet: [Unicode.Scalar]) -> [UInt8] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: length, using: &generator) { scalars.append(alphabet.randomElement(using: &generator) ?? "a") }
      return Array(String(scalars).utf8)
    }
    let others = (0..<12_000).compactMap { Unicode.Scalar(0x4E00 + UInt32($0)) }.map { Array(("金" + String($0)).utf8) }
    let literals = Array(Set(others + (0..<300).map { _ in word(2...5, alphabet) })).sorted { $0.lexicographicallyPrecedes($1) }
    let index = index(literals, narrowLength: 5)
    #expect(Set(index.grams.entries.map(\.key).filter { $0 & 0xF000_00F0 == 0xE000_00E0 }).count > 10_000)
    for _ in 0..<6 {
      let text = word(30...60, alphabet + common)
      #expect(scan(index, text) == naive(literals, text))
    }
  }

  /// No two characters of three bytes share an entry.
  @Test func everyCharacterOfThreeBytesHasItsPlace() {
    var seen: Set<Int> = []
    for code in UInt32(0x800)...0xFFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      seen.insert(ThreeTable.place(String(scalar).utf8.reversed().reduce(0xAB) { $0 << 8 | UInt64($1) }))
    }
    #expect(seen.count == 0x1_0000 - 0x800 - 0x800)
    #expect(seen.allSatisfy { $0 >= 0 && $0 < 1 << 16 })
  }

  /// A literal of one byte, wherever in a run of ASCII it stands.
  @Test func singleBytesAreFoundAtEveryOffset() {
    let literals = [Array("%".utf8), Array("#".utf8)]
    for front in ["", "为", "é"] {
      for before in 0..<18 {
        for behind in ["", "b", "#。", "cdefghijk%", "的"] {
          let text = Array((front + String(repeating: "a", count: before) + "%" + behind).utf8)
          #expect(events(literals, text) == naive(literals, text))
        }
      }
    }
  }

  @Test func commercialAtsAreFoundAtEveryOffset() {
    var builder = SignIndex.Builder()
    builder.add(.at, owner: 0)
    let index = builder.index()
    for front in ["", "为", "é"] {
      for before in 0..<18 {
        for behind in ["", "b", "@。", "cdefghijk", "的"] {
          let text = Array((front + String(repeating: "a", count: before) + "@" + behind).utf8)
          let places = text.indices.filter { text[$0] == UInt8(ascii: "@") }.map { Int32($0) }
          #expect(scan(index, text) == places.map { SignEvent(owner: 0, start: $0, end: $0 + 1) })
        }
      }
    }
  }

  @Test func shapes() {
    var builder = SignIndex.Builder()
    builder.add(.digits(4), owner: 0)
    builder.add(.digits(6), owner: 1)
    builder.add(.spacedDigits(8), owner: 2)
    builder.add(.token(16), owner: 3)
    builder.add(.at, owner: 4)
    let text = Array("余额1234元，卡6222 0201-23·45，key=sk_live_0123456789ABC, a@b".utf8)
    let found = scan(builder.index(), text).map { event in
      "\(event.owner) \(String(decoding: text[Int(event.start)..<Int(event.end)], as: UTF8.self))"
    }
    #expect(
      found == [
        "0 1234", "0 6222", "2 6222 0201-23·45", "0 0201", "3 key=sk_live_0123456789ABC", "0 0123456789", "1 0123456789", "2 0123456789",
        "4 @",
      ])
  }

  @Test func digitsAreFoundAtEveryOffset() {
    var builder = SignIndex.Builder()
    builder.add(.digits(3), owner: 0)
    let index = builder.index()
    for before in 0..<20 {
      for count in 3..<20 {
        let text = Array(String(repeating: "x", count: before).utf8) + Array(repeating: 0x37, count: count)
        #expect(scan(index, text) == [SignEvent(owner: 0, start: Int32(before), end: Int32(before + count))])
      }
    }
  }

  @Test func tokensAreFoundAtEveryOffset() {
    var builder = SignIndex.Builder()
    builder.add(.token(Trigger.shortestToken), owner: 0)
    let index = builder.index()
    for before in ["", "为", " ", "ab ", "账户为", "é", "🔓 "] {
      for gap in 0..<9 {
        for count in Trigger.shortestToken..<26 {
          let front = Array(before.utf8) + Array(repeating: 0x20, count: gap)
          for behind in ["", "。", " x", "$"] {
            let text = front + Array(repeating: 0x37, count: count) + Array(behind.utf8)
            #expect(scan(index, text) == [SignEvent(owner: 0, start: Int32(front.count), end: Int32(front.count + count))])
          }
        }
      }
    }
  }

  @Test func aScanSeesTheTraitsOfItsText() {
    let pieces = [
      " ", "a", "1", "12", "1 2", "，", "。", "的", "一", "七", "①", "１", "٣", "é", "ſ", "\u{212A}", "🔓", "\u{200B}", "後", "（", "—", "·", "x.",
      "\0",
      "abcdefgh", "12345678", "的 的", "Ａ", "\u{301}",
    ]
    let index = SignIndex.Builder().index()
    var buffer = ScanBuffer()
    var events = SignEvents()
    for seed in 1...4_000 {
      var generator = Generator(state: UInt64(seed &* 104_729))
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      buffer.load(bytes.span)
      #expect(index.scan(buffer, into: &events) == TextTraits(bytes.span), "seed \(seed): \(text)")
    }
  }
}
