/// Whether a pattern can match only where something stands, which an author says it needs.
public enum Needs {
  /// Whether every text that `source` matches holds one of `literals`; ASCII letters of either case are the same. False also when that
  /// cannot be seen.
  public static func hold(_ source: String, caseless: Bool, literals: [[UInt8]]) -> Bool {
    let literals = literals.map { $0.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    guard let tree = SyntaxParser.parse(source, caseless: caseless) else { return false }
    return holds(tree, literals)
  }

  /// Whether every text that `source` matches holds a run of at least so many digits. False also when that cannot be seen.
  public static func hold(_ source: String, caseless: Bool, digits: Int) -> Bool {
    guard let tree = SyntaxParser.parse(source, caseless: caseless) else { return false }
    return holds(Outline.of(tree), digits)
  }

  private static func holds(_ tree: Syntax, _ literals: [[UInt8]]) -> Bool {
    switch tree {
    case .empty, .notAhead, .notBehind, .boundary, .anything: false
    case .ahead(let inside): holds(inside, literals)
    case .literal(let bytes): holds(Spellings([bytes]), literals)
    case .one(let set): set.spellings(limit: Outline.mostCharacters).map { holds(Spellings($0), literals) } ?? false
    case .choice(let branches): branches.allSatisfy { holds($0, literals) }
    case .repeated(let inside, let low, _): low > 0 && holds(inside, literals)
    case .sequence(let items): items.contains { holds($0, literals) } || spelledOut(items, literals)
    }
  }

  /// Whether neighbouring items that can be spelled out hold one together.
  private static func spelledOut(_ items: [Syntax], _ literals: [[UInt8]]) -> Bool {
    let spellings = items.map { Outline.of($0).spellings }
    for first in spellings.indices {
      guard var run = spellings[first] else { continue }
      for next in spellings[(first + 1)...] {
        guard let next, let longer = run.followed(by: next) else { break }
        run = longer
        if holds(run, literals) { return true }
      }
    }
    return false
  }

  private static func holds(_ spellings: Spellings, _ literals: [[UInt8]]) -> Bool {
    spellings.literals.allSatisfy { spelling in
      literals.contains { literal in
        spelling.count >= literal.count
          && (0...spelling.count - literal.count).contains { spelling[$0..<$0 + literal.count].elementsEqual(literal) }
      }
    }
  }

  private static func holds(_ outline: Outline, _ digits: Int) -> Bool {
    let hasRun = outline.anchors.contains { if case .digits(let least) = $0.sign { least >= digits } else { false } }
    if hasRun || (outline.digits.map { $0.gap == 0 && $0.least >= digits } ?? false) { return true }
    switch outline.structure {
    case .simple: return false
    case .repeated(let inside): return holds(inside, digits)
    case .choice(let branches): return branches.allSatisfy { holds($0, digits) }
    case .sequence(let items): return items.contains { holds($0, digits) }
    }
  }
}
