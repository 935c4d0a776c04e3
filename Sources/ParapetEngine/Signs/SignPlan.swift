import ParapetPattern
import ParapetRule
import ParapetText

/// Everything that the rules of a program look for, in all the views that they look at, found in one scan of each.
struct SignPlan: Sendable {
  /// What a sign is for the clause that looks for it: a stretch that it finds, with ends at the boundaries of words, or else a sign of where a
  /// match can begin.
  struct Kind: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let phrase = Kind(rawValue: 1 << 0)
    static let startsWord = Kind(rawValue: 1 << 1)
    static let endsWord = Kind(rawValue: 1 << 2)
  }

  /// A reach in little room; `bytes` below zero are no bound.
  struct Most: BitwiseCopyable {
    let bytes: Int32
    var blanks: UInt8 = 0
    var words: UInt8 = 0

    static let unbounded = Most(bytes: -1)
  }

  /// A sign of one clause, in as little room as there can be: events come by the hundred, and each looks up one of tens of thousands.
  ///
  /// Words of gates, without one of which other signs say nothing, have none: their events carry the number of the word, `word(of:)`.
  struct Owner: BitwiseCopyable {
    /// The views in which it counts, one bit each.
    let views: UInt64
    let clause: Int32
    /// A match can begin from `least` bytes in front of it on, and no farther than `most` says.
    var least: Int32 = 0
    var most = Most.unbounded
    /// The number of the condition that must hold, or of the phrase in `exact` whose case is asked for; none below zero.
    var condition = SignPlan.noCondition
    var length: Int32 = 0
    var kind: Kind = []
  }

  /// The number of the word of gates that an event with `owner` stands for, below zero when it is a sign of a clause; and the other way round.
  @inline(__always)
  static func word(of owner: Int32) -> Int32 { -1 &- owner }

  /// The number of the condition that always holds.
  static let noCondition: Int32 = -1

  /// How the text is folded for each view.
  var views: [Fold] = []
  var owners: [Owner] = []
  /// Phrases as they must be written, by number.
  var exact: [[UInt8]] = []
  /// The number of the first clause of each rule among all clauses, and their count behind the last.
  var firstClauses: [Int] = [0]
  /// The rule of each clause.
  var ruleOfClause: [Int32] = []
  var conditions: [Condition] = []
  /// The same, once all are known.
  var checks = ConditionTable([])
  /// The words that open each gate, by number, and how many words there are.
  var gates: [[Int32]] = []
  var wordCount = 0
  var index: SignIndex
  private var builder = SignIndex.Builder()
  /// The numbers of words, gates and conditions, while they are collected.
  private var words: [[UInt8]: Int32] = [:]
  private var knownGates: [[Int32]: Int32] = [:]
  private var knownConditions: [Condition: Int32] = [:]

  /// Nothing to look for.
  init() { index = .none }

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
    checks = ConditionTable(conditions)
    (words, knownGates, knownConditions) = ([:], [:], [:])
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
    var kind = Kind.phrase
    if isWord(first) { kind.insert(.startsWord) }
    if isWord(last) { kind.insert(.endsWord) }
    builder.add(
      literal: literal, owner: owner(Owner(views: Self.bits(of: views), clause: Int32(clause), condition: number, kind: kind)))
  }

  /// Words without which nothing that a clause matches counts.
  struct Context {
    let words: Spellings
    /// How many bytes from what was found they stand at most; nil is no bound.
    let within: Int?
  }

  /// Adds what shows where a pattern of a clause may match.
  mutating func add(_ trigger: Trigger, clause: Int, views: [Int], context: Context?) {
    for branch in trigger.branches {
      let condition = condition(of: branch, reach: trigger.reach, context)
      let most = branch.most.map(Most.init) ?? .unbounded
      func start(_ length: Int) -> Owner {
        Owner(
          views: Self.bits(of: views), clause: Int32(clause), least: Int32(clamping: branch.least), most: most, condition: condition,
          length: Int32(clamping: length))
      }
      switch branch.sign {
      case .literals(let literals):
        for literal in literals.literals { builder.add(literal: literal, owner: owner(start(literal.count))) }
      case .digits(let count), .spacedDigits(let count), .token(let count):
        builder.add(branch.sign, edges: branch.edges, owner: owner(start(count)))
      case .at: builder.add(branch.sign, owner: owner(start(1)))
      }
    }
  }

  /// Adds signs one of which must stand somewhere in the view for a clause to be tried at all.
  mutating func add(anywhere sign: Trigger.Sign, clause: Int, views: [Int]) {
    builder.add(sign, owner: owner(Owner(views: Self.bits(of: views), clause: Int32(clause), least: Int32.min)))
  }

  /// The number of what must hold for the sign of `branch` to count.
  private mutating func condition(of branch: Trigger.Branch, reach: Reach?, _ context: Context?) -> Int32 {
    var condition = Condition()
    switch branch.sign {
    case .literals, .at: condition.edges = branch.edges
    // The scan itself asks for what stands beside digits.
    case .digits, .spacedDigits, .token: break
    }
    if let context {
      var bounds = Condition.Gated.anywhere
      if let within = context.within {
        // The words stand as far as that in front of what was found, which begins no earlier than the match, or behind, where it ends.
        if let most = branch.most?.bytesAlone { bounds.least = Int32(clamping: -most - within) }
        if let reach = reach?.bytesAlone { bounds.most = Int32(clamping: reach - branch.least + within) }
      }
      condition.context = Condition.Gated(gate: gate(context.words), least: bounds.least, most: bounds.most)
    }
    if let besides = branch.besides {
      let none = Condition.Gated.anywhere
      condition.besides = Condition.Gated(
        gate: gate(besides.words), least: besides.least.map { Int32(clamping: $0) } ?? none.least,
        most: besides.most.map { Int32(clamping: $0) } ?? none.most)
    }
    if condition == .none { return Self.noCondition }
    if let known = knownConditions[condition] { return known }
    let number = Int32(conditions.count)
    knownConditions[condition] = number
    conditions.append(condition)
    return number
  }

  private mutating func gate(_ spellings: Spellings) -> Int32 {
    let numbers = Set(spellings.literals).map { word($0) }.sorted()
    if let known = knownGates[numbers] { return known }
    let gate = Int32(gates.count)
    knownGates[numbers] = gate
    gates.append(numbers)
    return gate
  }

  private mutating func word(_ literal: [UInt8]) -> Int32 {
    if let known = words[literal] { return known }
    let word = Int32(wordCount)
    wordCount += 1
    words[literal] = word
    // Who asks for it is in some of the views; where it stands is told of each.
    builder.add(literal: literal, owner: Self.word(of: word))
    return word
  }

  private mutating func owner(_ owner: Owner) -> Int32 {
    owners.append(owner)
    return Int32(owners.count - 1)
  }

  private static func bits(of views: [Int]) -> UInt64 { views.reduce(0) { $0 | 1 << UInt64($1) } }
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
