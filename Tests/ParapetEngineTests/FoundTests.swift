import ParapetText
import Testing

@testable import ParapetEngine

@Suite("What the clauses of a rule found")
struct FoundTests {
  private struct Key: Hashable {
    let clause: Int
    let part: Int
    let range: Range<Int>
  }

  private static let view = Text(String(repeating: "0123456789", count: 4)).view(.standard)

  private func candidate(_ key: Key, _ view: Int = 0) -> Candidate {
    Candidate(Candidate.Place(clause: key.clause, part: key.part, viewNumber: view), key.range, in: Self.view)
  }

  private func key(_ candidate: Candidate) -> Key {
    Key(clause: candidate.clause, part: candidate.part, range: candidate.original)
  }

  @Test("a stretch that two views show is one candidate, of the view that showed it first")
  func views() {
    var found = Found()
    for view in 0...1 { for start in [3, 9] { found.add(candidate(Key(clause: 0, part: 0, range: start..<(start + 4)), view)) } }
    #expect(found.candidates.map(\.original) == [3..<7, 9..<13])
    #expect(found.candidates.map(\.viewNumber) == [0, 0])
  }

  @Test("stretches that overlap or start alike, of other clauses and of other parts stand beside each other")
  func others() {
    let keys = [
      Key(clause: 0, part: 0, range: 3..<7), Key(clause: 0, part: 0, range: 3..<8), Key(clause: 1, part: 0, range: 3..<7),
      Key(clause: 0, part: 1, range: 3..<7), Key(clause: 0, part: 0, range: 1..<7),
    ]
    var found = Found()
    for key in keys + keys { found.add(candidate(key)) }
    #expect(found.candidates.map(key) == keys)
    for key in keys + [Key(clause: 2, part: 0, range: 3..<7)] {
      let isKnown = found.has(candidate(key))
      #expect(isKnown == keys.contains(key))
    }
  }

  @Test("in whatever order stretches come, each is kept once, where it first came")
  func random() {
    let seed: UInt64 = 20_261_129
    var random = RandomEvents(seed: seed)
    func below(_ bound: UInt64) -> Int { Int(random.next() % bound) }
    for round in 0..<2_000 {
      var found = Found()
      var kept: [Key] = []
      for _ in 0..<below(24) {
        // Mostly onwards, as clauses look through a part, now and then back.
        let start = random.next() % 3 == 0 ? below(30) : min(30, (kept.last?.range.lowerBound ?? 0) + below(4))
        let same = random.next() % 4 != 0 ? kept.last : nil
        let key = Key(clause: same?.clause ?? below(3), part: same?.part ?? below(2), range: start..<(start + 1 + below(3)))
        let isKnown = found.has(candidate(key))
        #expect(isKnown == kept.contains(key), "seed \(seed), round \(round)")
        found.add(candidate(key, below(2)))
        if !kept.contains(key) { kept.append(key) }
      }
      #expect(found.candidates.map(self.key) == kept, "seed \(seed), round \(round)")
    }
  }
}
