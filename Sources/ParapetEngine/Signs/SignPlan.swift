import ParapetPattern
import ParapetRule
import ParapetText

/// Everything that the rules of a program look for, in all the views that they look at, found in one scan of each.
struct SignPlan: Sendable {
  /// What a sign says where it stands.
  enum Role: Sendable {
    /// It opens a gate: without it, other signs say nothing.
    case gate(Int32)
    /// A match of the clause can begin from `least` bytes in front of it on, and no farther than `most` says.
    case start(clause: Int32, least: Int32, most: Most, gate: Int32, length: Int32)
    /// It is a stretch that the clause finds; `exact` is its number in `exact` when letters must be in the right case.
    case phrase(clause: Int32, exact: Int32, startsWord: Bool, endsWord: Bool)
  }

  /// A reach in little room; `bytes` below zero are no bound.
  struct Most: Sendable {
    let bytes: Int32
    var blanks: UInt8 = 0
    var words: UInt8 = 0

    static let unbounded = Most(bytes: -1)
  }

  /// One sign, in the views whose bits are set.
  struct Owner: Sendable {
    let role: Role
    let views: UInt64
  }

  /// The number of a gate that is always open.
  static let noGate: Int32 = -1

  /// How the text is folded for each view.
  var views: [Fold] = []
  var owners: [Owner] = []
  /// Phrases as they must be written, by number.
  var exact: [[UInt8]] = []
  /// The number of the first clause of each rule among all clauses, and their count behind the last.
  var firstClauses: [Int] = [0]
  /// The rule of each clause.
  var ruleOfClause: [Int32] = []
  var gateCount = 0
  var index = SignIndex.none
  private var builder = SignIndex.Builder()
  /// The number of the gate that each set of words opens, in each set of views.
  private var gates: [Gate: Int32] = [:]

  private struct Gate: Hashable {
    let words: Set<[UInt8]>
    let views: [Int]
  }

  var clauseCount: Int { ruleOfClause.count }

  /// The number of the view for `fold`.
  mutating func view(for fold: Fold) -> Int {
    if let known = views.firstIndex(of: fold) { return known }
    views.append(fold)
    return views.count - 1
  }

  /// Makes room for the clauses of the next rule.
  mutating func addRule(clauses: Int) {
    ruleOfClause += Array(repeating: Int32(firstClauses.count - 1), count: clauses)
    firstClauses.append(ruleOfClause.count)
  }

  /// Builds the index; call it once, after everything was added.
  mutating func seal() {
    index = builder.index()
    builder = SignIndex.Builder()
    gates = [:]
  }

  /// Adds a phrase of a clause, folded as the views are.
  mutating func add(phrase: [UInt8], clause: Int, views: [Int], caseless: Bool) {
    guard let first = phrase.first, let last = phrase.last else { return }
    let literal = phrase.map(lowered)
    var number: Int32 = -1
    if !caseless {
      number = Int32(exact.count)
      exact.append(phrase)
    }
    builder.add(
      literal: literal,
      owner: owner(.phrase(clause: Int32(clause), exact: number, startsWord: isWord(first), endsWord: isWord(last)), views))
  }

  /// Adds what shows where a pattern of a clause may match. `context` are words without which nothing that it matches counts.
  mutating func add(_ trigger: Trigger, clause: Int, views: [Int], context: Spellings?) {
    for branch in trigger.branches {
      // The words around are the rarer sign as a rule: they stand for the whole clause.
      let besides = context ?? branch.besides
      let gate = besides.map { self.gate($0, views) } ?? SignPlan.noGate
      let most = branch.most.map(Most.init) ?? .unbounded
      func start(_ length: Int) -> Role {
        .start(clause: Int32(clause), least: Int32(clamping: branch.least), most: most, gate: gate, length: Int32(clamping: length))
      }
      switch branch.sign {
      case .literals(let literals):
        for literal in literals.literals { builder.add(literal: literal, owner: owner(start(literal.count), views)) }
      case .digits(let count), .spacedDigits(let count), .token(let count):
        builder.add(branch.sign, edges: branch.edges, owner: owner(start(count), views))
      case .at: builder.add(branch.sign, owner: owner(start(1), views))
      }
    }
  }

  /// Adds signs one of which must stand somewhere in the view for a clause to be tried at all.
  mutating func add(anywhere sign: Trigger.Sign, clause: Int, views: [Int]) {
    let role = Role.start(clause: Int32(clause), least: Int32.min, most: .unbounded, gate: SignPlan.noGate, length: 0)
    builder.add(sign, owner: owner(role, views))
  }

  private mutating func gate(_ words: Spellings, _ views: [Int]) -> Int32 {
    let key = Gate(words: Set(words.literals), views: views)
    if let same = gates[key] { return same }
    let gate = Int32(gateCount)
    gateCount += 1
    gates[key] = gate
    let owner = owner(.gate(gate), views)
    // One is as good as many.
    for literal in words.literals { builder.add(literal: literal, owner: owner, once: true) }
    return gate
  }

  private mutating func owner(_ role: Role, _ views: [Int]) -> Int32 {
    owners.append(Owner(role: role, views: views.reduce(0) { $0 | 1 << UInt64($1) }))
    return Int32(owners.count - 1)
  }
}

/// Whether `byte` is an ASCII letter, digit or underscore.
@inline(__always)
func isWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
}

extension SignPlan.Most {
  init(_ reach: Reach) {
    self.init(bytes: Int32(clamping: reach.bytes), blanks: UInt8(clamping: reach.blanks), words: UInt8(clamping: reach.words))
    // What does not fit is no bound.
    if reach.blanks > 255 || reach.words > 255 { self = .unbounded }
  }
}

extension Fold {
  /// The folds that may join what belongs apart: two numbers with a blank between them, a number and a Han word that is also a numeral. A
  /// rule that asks for one of them is matched on the view without them as well.
  static let joining: Fold = [.gaps, .numerals]
}
