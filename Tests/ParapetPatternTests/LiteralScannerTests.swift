import ParapetPattern
import Testing

/// Numbers that come again from the same seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct LiteralScannerTests {
  private func naive(_ literals: [[UInt8]], _ text: [UInt8]) -> [LiteralScanner.Hit] {
    var hits: [LiteralScanner.Hit] = []
    for start in text.indices {
      for (number, literal) in literals.enumerated() where !literal.isEmpty && text[start...].starts(with: literal) {
        hits.append(.init(literal: number, start: start))
      }
    }
    return hits
  }

  private func hits(_ literals: [String], _ text: String) -> [[Int]] {
    var found: [LiteralScanner.Hit] = []
    LiteralScanner(literals.map { Array($0.utf8) }).scan(Array(text.utf8), into: &found)
    return found.map { [$0.literal, $0.start] }
  }

  @Test func `overlapping and nested literals are all found, in order`() {
    #expect(hits(["保本", "本保", "保本保", "保"], "保本保本") == [[0, 0], [2, 0], [3, 0], [1, 3], [0, 6], [3, 6]])
  }

  @Test func `one byte is a literal, at the very end too`() {
    #expect(hits(["a", "b", "ab"], "ab b") == [[0, 0], [2, 0], [1, 1], [1, 3]])
    #expect(hits(["a"], "") == [])
    #expect(hits(["\0"], "a\0") == [[0, 1]])
  }

  @Test func `equal literals each have their hits, and an empty one has none`() {
    #expect(hits(["理财", "", "理财"], "理财") == [[0, 0], [2, 0]])
    #expect(hits([], "理财") == [])
  }

  @Test func `long literals that share a beginning are told apart`() {
    let stem = "https://www.example.com/very/long/path/"
    #expect(hits([stem + "a", stem + "b", stem, "https://"], "x" + stem + "b") == [[1, 1], [2, 1], [3, 1]])
    for length in 1...40 {
      let literal = String("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".prefix(length))
      #expect(hits([literal], literal) == [[0, 0]])
      #expect(hits([literal], String(literal.dropLast())) == [])
      #expect(hits([literal], String(literal.dropLast()) + "_") == [])
    }
  }

  @Test func `hits are appended`() {
    var found = [LiteralScanner.Hit(literal: 9, start: 9)]
    LiteralScanner([Array("b".utf8), Array("a".utf8), Array("ab".utf8)]).scan(Array("ab".utf8), into: &found)
    #expect(found.map(\.literal) == [9, 1, 2, 0])
  }

  @Test func `it agrees with a naive search on random texts`() {
    let seed = UInt64.random(in: 0 ... .max)
    print("LiteralScanner against naive search, seed \(seed)")
    var random = SplitMix(state: seed)
    for round in 0..<300 {
      let alphabet: [UInt8] = round % 3 == 0 ? [97, 98] : round % 3 == 1 ? [0, 97, 255] : Array("保本息中".utf8)
      let literals = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        (0..<Int.random(in: 1...(round % 2 == 0 ? 5 : 30), using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      }
      var text = (0..<Int.random(in: 0...200, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      for literal in literals.prefix(5) { text.insert(contentsOf: literal, at: Int.random(in: 0...text.count, using: &random)) }
      var found: [LiteralScanner.Hit] = []
      LiteralScanner(literals).scan(text, into: &found)
      #expect(found == naive(literals, text), "seed \(seed), round \(round)")
    }
  }

  @Test func `fifty thousand literals find their own`() {
    var random = SplitMix(state: 1)
    let literals = (0..<50_000).map { number in
      Array("产品\(number)号".utf8) + (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 97...122, using: &random) }
    }
    let scanner = LiteralScanner(literals)
    for number in stride(from: 0, to: literals.count, by: 997) {
      var found: [LiteralScanner.Hit] = []
      scanner.scan(Array("请购买".utf8) + literals[number] + Array("谢谢".utf8), into: &found)
      #expect(found.contains(.init(literal: number, start: 9)))
    }
  }
}
