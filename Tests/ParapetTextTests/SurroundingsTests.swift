import ParapetText
import Testing

@Suite("Clauses and sentences")
struct SurroundingsTests {
  /// The surroundings of what stands in brackets; the brackets themselves are not part of the text.
  private func around(_ marked: String, _ scope: Scope) throws -> String {
    let parts = marked.split(omittingEmptySubsequences: false) { "⟦⟧".contains($0) }.map(String.init)
    try #require(parts.count == 3)
    let start = parts[0].utf8.count
    let view = Text(parts.joined()).view([])
    return view.string(in: view.surroundings(of: start..<start + parts[1].utf8.count, scope: scope))
  }

  @Test(
    "the clause",
    arguments: [
      ("甲，本产品⟦保本⟧的，乙", "本产品保本的"), ("⟦保本⟧", "保本"), ("甲。⟦保本⟧！乙", "保本"), ("甲；⟦保本⟧？", "保本"), ("a;b ⟦c⟧ d!e", "b c d"), ("a,⟦b⟧?c", "b"),
      ("甲\n⟦乙⟧\r\n丙", "乙"),
      ("收益3.45%与1,000元⟦保本⟧2.5%", "收益3.45%与1,000元保本2.5%"), ("版本1.a⟦b⟧", "ab"), ("a.⟦b⟧.c", "b"), ("1，2⟦3⟧", "23"),
      ("甲、乙：⟦丙⟧（丁）", "甲、乙：丙（丁）"),
      ("⟦保本，保息⟧好", "保本，保息好"), ("甲，⟦⟧乙", "乙"), ("1.⟦5⟧", "1.5"), ("5⟦.⟧5", "5.5"), ("1 .⟦5⟧", "5"), ("甲，，⟦⟧，乙", ""), ("𠀀🚧⟦é⟧한", "𠀀🚧é한"),
    ])
  func clause(marked: String, expected: String) throws {
    #expect(try around(marked, .clause) == expected)
  }

  @Test(
    "the sentence",
    arguments: [
      ("甲。本，⟦保本⟧；的！乙", "本，保本；的"), ("甲？⟦乙⟧\n丙", "乙"), ("See a.b, ⟦c⟧; d. Next", "See a.b, c; d"),
      ("One. Two ⟦three⟧ four. Five", " Two three four"), ("a ⟦b⟧ c.", "a b c"), ("3.5 ⟦b⟧ 1.2", "3.5 b 1.2"),
      ("a.\u{3000}⟦b⟧.c", "\u{3000}b.c"),
    ])
  func sentence(marked: String, expected: String) throws {
    #expect(try around(marked, .sentence) == expected)
  }

  @Test("the text", arguments: ["甲。⟦乙⟧\n丙", "⟦⟧", "a. ⟦b⟧"])
  func text(marked: String) throws {
    #expect(try around(marked, .text) == marked.filter { !"⟦⟧".contains($0) })
  }

  @Test("a text without a sign is not read whole", arguments: [Scope.clause, .sentence])
  func reach(scope: Scope) {
    let view = Text(String(repeating: "长", count: 2_000) + "候选" + String(repeating: "长", count: 2_000)).view([])
    let around = view.surroundings(of: 6_000..<6_006, scope: scope)
    #expect(around.contains(6_000) && around.contains(6_005))
    #expect(around.count <= 2 * 2_051 + 6)
    #expect(around.lowerBound % 3 == 0 && around.upperBound % 3 == 0)
  }

  @Test("surroundings as a plain search finds them")
  func plainSearch() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var generator = Seeded(seed)
    let fragments = ["，", ",", "。", ".", "；", ";", "！", "!", "？", "?", "\n", "\r\n", " ", "\u{3000}", "1", "2", "a", "甲", "🚧", "：", "é"]
    for _ in 0..<2000 {
      let string = (0..<Int.random(in: 0...30, using: &generator)).map { _ in fragments.randomElement(using: &generator) ?? "" }.joined()
      let scalars = Array(string.unicodeScalars)
      let offsets = scalars.reduce(into: [0]) { $0.append(($0.last ?? 0) + String($1).utf8.count) }
      let ends = [Int.random(in: 0...scalars.count, using: &generator), Int.random(in: 0...scalars.count, using: &generator)].sorted()
      for scope in Scope.allCases {
        let start = (0..<ends[0]).last { self.ends(scalars, $0, scope) }.map { $0 + 1 } ?? 0
        let end = (ends[1]..<scalars.count).first { self.ends(scalars, $0, scope) } ?? scalars.count
        let found = Text(string).view([]).surroundings(of: offsets[ends[0]]..<offsets[ends[1]], scope: scope)
        #expect(found == offsets[start]..<offsets[end], "\(string.debugDescription) \(scope) \(ends)")
      }
    }
  }

  private func ends(_ scalars: [Unicode.Scalar], _ index: Int, _ scope: Scope) -> Bool {
    func digit(_ place: Int) -> Bool { scalars.indices.contains(place) && ("0"..."9").contains(scalars[place]) }
    let scalar = scalars[index]
    let blank = index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
    switch scope {
    case .text: return false
    case .clause:
      return "，。；;！!？?\n\r".unicodeScalars.contains(scalar)
        || (".,".unicodeScalars.contains(scalar) && !(digit(index - 1) && digit(index + 1)))
    case .sentence: return "。！？!?\n\r".unicodeScalars.contains(scalar) || (scalar == "." && blank)
    }
  }
}
