/// Statements of one text that cannot both be: one term of a product with two values.
package enum ContradictionScan {
  /// What is said of a term.
  private enum Value: Equatable {
    case none
    case amount(Quantity.Unit, FixedPoint)
    /// When money arrives, in days; nought for at once and for the same day.
    case days(Int)
  }

  /// One term with its value.
  private struct Fact {
    let term: Int
    let value: Value
    /// Where the value stands.
    let range: Range<Int>
    /// What else the clause speaks of.
    let rest: [UInt8]
  }

  private static let terms = Lexicon<Int>([
    (0, "起购金额 起购 起投金额 起投 起存金额 起存 认购起点 申购起点 minimum_investment minimum_subscription minimum_deposit"),
    (1, "管理费率 管理费 management_fee"), (2, "托管费率 托管费 custody_fee"), (3, "申购费率 申购费 subscription_fee"),
    (4, "提前赎回费 赎回费率 赎回费 early-redemption_fee early_redemption_fee redemption_fee"), (5, "到账"),
    (6, "封闭期 锁定期 lock-up_period lockup_period"), (7, "手续费率 手续费 handling_fee service_fee transaction_fee"),
    (8, "年费 annual_fee"), (9, "等待期 waiting_period"), (10, "犹豫期 cooling-off_period"), (11, "免赔额 deductible"),
    (12, "产品期限 投资期限 investment_term"), (13, "提前还款违约金 违约金 prepayment_penalty prepayment_fee"),
  ])

  /// Where a term may be named.
  static let opens = terms.opens

  private static let arrivals = Lexicon<Int>([
    (0, "实时 即时 立即 秒级 当日 当天 t+0"), (1, "t+1 次日 下一工作日 下一个工作日 隔日"), (2, "t+2"), (3, "t+3"),
  ])

  private static let denials = ["免收", "不收取", "不收", "无需支付", "没有", "免", "无", "零", "no ", "without ", "waive the ", "free of "]
    .map { Array($0.utf8) }

  /// A clause with one of these speaks of some cases only.
  private static let conditions = Phrases([
    "以内", "以下", "以上", "超出", "超过", "不满", "满", "之后", "后", "之前", "前", "如", "若", "部分", "其中", "首", "另", "次年", "续", "优惠", "原", "曾", "除",
    "限", "不足", "内", "起至", "within", "after", "before", "if ", "unless", "except", "first", "thereafter", "up to", "over ", "above", "below",
    "new ",
    "existing", "from ", "until", "was ", "when ", "only",
  ])

  private static let negations = Phrases(["不", "非"])

  private static let fillers = Set(
    """
    为是仅只需即可最低高的本该此产品基金均每笔元收取按我行您要起金额费率标准统一且并但而也则和与及或约资金款项客户可以将会在
    """.unicodeScalars.filter { $0.value > 0x20 }.map { Array(String($0).utf8) })
  private static let fillerWords = Set(
    """
    the a an is are of there applies apply charged charge you we this product fund fee and but also however at to it will be
    """.split(separator: " ").map { Array($0.utf8) })

  /// Each value that differs from what was said of the same term before.
  static func mentions(in text: [UInt8], numbers: [Mention], at places: MentionPlaces) -> [Mention] {
    let names = names(in: text, at: places)
    // Of terms that are named once each none contradicts another.
    guard names.count > Set(names.map(\.term)).count else { return [] }
    var known: [Fact] = []
    var found: [Mention] = []
    let clauses = ClauseSplit.clauses(of: text)
    // Few clauses state a fact: only their sentences are looked at for conditions.
    var conditional: [Int: Bool] = [:]
    func isAboutSomeCases(sentenceOf number: Int) -> Bool {
      let sentence = clauses[number].sentence
      if let known = conditional[sentence] { return known }
      // The clauses of a sentence come together.
      let before = clauses[..<number].reversed().prefix { $0.sentence == sentence }
      let others = clauses[number...].prefix { $0.sentence == sentence }
      let answer = (before + others).contains { conditions.stand(in: text, $0.range) }
      conditional[sentence] = answer
      return answer
    }
    var next = 0
    var name = 0
    for (number, clause) in clauses.enumerated() {
      while name < names.count, names[name].range.lowerBound < clause.range.lowerBound { name += 1 }
      while name < names.count, names[name].range.lowerBound < clause.range.upperBound,
        names[name].range.upperBound > clause.range.upperBound
      {
        name += 1
      }
      // Most clauses name no term.
      guard name < names.count, names[name].range.lowerBound < clause.range.upperBound else { continue }
      while next < numbers.count, numbers[next].range.lowerBound < clause.range.lowerBound { next += 1 }
      var inside: [Mention] = []
      var at = next
      while at < numbers.count, numbers[at].range.upperBound <= clause.range.upperBound {
        inside.append(numbers[at])
        at += 1
      }
      guard let fact = fact(names[name].term, names[name].range, text, clause.range, inside), !isAboutSomeCases(sentenceOf: number)
      else { continue }
      if let other = known.first(where: { contradicts($0, fact) }) {
        found.append(Mention(kind: .contradiction, range: fact.range, reading: .check(SelfCheck(.doubtful, other: other.range))))
      } else if known.count < 64 {
        known.append(fact)
      }
    }
    return found
  }

  private static func contradicts(_ a: Fact, _ b: Fact) -> Bool {
    guard a.term == b.term, a.rest.isEmpty || b.rest.isEmpty || a.rest == b.rest else { return false }
    switch (a.value, b.value) {
    case (.none, .amount(_, let value)), (.amount(_, let value), .none): return value != .zero
    case (.amount(let unit, let one), .amount(let other, let two)): return unit == other && one != two
    case (.days(let one), .days(let two)): return one != two
    default: return false
    }
  }

  /// Every place where a term is named, one within another too, in order.
  private static func names(in text: [UInt8], at places: MentionPlaces) -> [(term: Int, range: Range<Int>)] {
    var found: [(term: Int, range: Range<Int>)] = []
    places.forEach(.terms) { at in
      guard !text[at].isLetter || at == 0 || !text[at - 1].isLetter, let term = terms.match(text, at: at) else { return }
      found.append((term.value, at..<term.end))
    }
    return found
  }

  private static func fact(_ term: Int, _ name: Range<Int>, _ text: [UInt8], _ clause: Range<Int>, _ numbers: [Mention]) -> Fact? {
    let lead = text[clause.lowerBound..<name.lowerBound]
    if term == 5 {
      var at = clause.lowerBound
      while at < name.lowerBound {
        if text[at] & 0xC0 != 0x80, let arrival = arrivals.match(text, at: at), arrival.end <= name.lowerBound {
          guard !negations.stand(in: text, clause.lowerBound..<name.lowerBound) else { return nil }
          return Fact(
            term: term, value: .days(arrival.value), range: at..<arrival.end,
            rest: rest(text, clause, without: [at..<arrival.end, name]))
        }
        at += 1
      }
      return nil
    }
    let quantities = numbers.filter { $0.quantity?.role == .measure }
    guard quantities.count <= 1 else { return nil }
    if let number = quantities.first, let quantity = number.quantity, quantity.hedge == nil {
      let gap = max(number.range.lowerBound - name.upperBound, name.lowerBound - number.range.upperBound)
      guard gap <= 24, quantity.unit != .plain || quantity.value == .zero else { return nil }
      let value: Value = quantity.value == .zero ? .none : .amount(quantity.unit, quantity.value)
      return Fact(term: term, value: value, range: number.range, rest: rest(text, clause, without: [number.range, name]))
    }
    guard quantities.isEmpty, let denial = denials.first(where: { ends(lead, with: $0) }) else { return nil }
    let start = name.lowerBound - denial.count
    return Fact(term: term, value: .none, range: start..<name.upperBound, rest: rest(text, clause, without: [start..<name.upperBound]))
  }

  /// What a clause says besides its term, its value and words that carry nothing.
  private static func rest(_ text: [UInt8], _ clause: Range<Int>, without taken: [Range<Int>]) -> [UInt8] {
    var rest: [UInt8] = []
    var at = clause.lowerBound
    while at < clause.upperBound {
      if let range = taken.first(where: { $0.contains(at) }) {
        at = range.upperBound
      } else if text[at].isLetter {
        var end = at
        while end < clause.upperBound, text[end].isLetter { end += 1 }
        let word = text[at..<end].map(\.lowered)
        if !fillerWords.contains(word) { rest += word + [0x20] }
        at = end
      } else if (0xE4...0xE9).contains(text[at]), at + 3 <= clause.upperBound {
        let character = Array(text[at..<(at + 3)])
        if !fillers.contains(character) { rest += character }
        at += 3
      } else {
        at += 1
      }
    }
    return rest
  }

  private static func ends(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    text.count >= word.count && zip(text.suffix(word.count), word).allSatisfy { $0.lowered == $1 }
  }
}
