import Testing

@testable import ParapetEngine

@Suite("The clauses that have a sign in a text")
struct ClauseTableTests {
  @Test("holds what a dictionary holds, text after text")
  func likeADictionary() {
    var random = RandomEvents(seed: 20_261_130)
    var table = ClauseTable()
    for _ in 0..<300 {
      table.removeAll()
      var known: [Int: Int32] = [:]
      let clauses = 1 + Int(random.next() % 400)
      for step in 0..<Int32(random.next() % 300) {
        // Clauses of one rule come together, so numbers lie close to each other.
        let clause = Int(random.next() % UInt64(clauses))
        let place = table.place(adding: clause)
        #expect(table[place].window == known[clause] ?? -1)
        table[place].window = step
        known[clause] = step
      }
      for clause in 0..<clauses { #expect(table.place(of: clause).map { table[$0].window } == known[clause]) }
    }
  }
}
