import ParapetEntity

/// Statements that outdo the evidence.
struct StatementJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements(_ mentions: [Mention]) -> [ClaimJudgement] {
    // The same for all that is granted: the whole answer is looked through.
    let isConditional = mentions.contains(where: \.isGrant) && ConditionalGrant.mayBeConditional(answer[...])
    // What does not depend on where it is said is found out once.
    var known: [Statement: (kind: FaultKind, place: Place?)?] = [:]
    let lists = mentions.contains(where: \.isRank) ? lists() : []
    func judged(_ statement: Statement, _ range: Range<Int>) -> (kind: FaultKind, place: Place?)? {
      switch statement {
      case .highest: return outranked(range, lists, isHighest: true).map { (.rank, $0) }
      case .lowest: return outranked(range, lists, isHighest: false).map { (.rank, $0) }
      case .offered: return denied(range).map { (.premise, $0) }
      case .done, .said, .current, .granted: break
      }
      if let known = known[statement] { return known }
      let fault = fault(statement, isConditional)
      known[statement] = .some(fault)
      return fault
    }
    return mentions.map { mention in
      guard case .statement(let statement) = mention.reading, let fault = judged(statement, mention.range) else {
        return ClaimJudgement(range: mention.range, unit: "statement", outcome: .supported(derivation: nil), nearest: nil)
      }
      return ClaimJudgement(
        range: mention.range, unit: "statement", outcome: .unsupported(fault.kind.fault(.likely)), nearest: index.nearest(fault.place))
    }
  }

  /// The fault of a statement that is the same wherever it stands; `isConditional` says whether the answer names anything that may be a
  /// condition.
  private func fault(_ statement: Statement, _ isConditional: Bool) -> (kind: FaultKind, place: Place?)? {
    switch statement {
    case .highest, .lowest, .offered: nil
    case .done(let verb): planned(verb).map { (.modality, $0) }
    case .said(let speaker): isUnheard(speaker) ? (.attribution, nil) : nil
    case .current(let verb): proposed(verb).map { (.modality, $0) }
    case .granted(let thing): isConditional ? nil : conditional(thing).map { (.condition, $0) }
    }
  }

  // MARK: Plans

  private static let plans = [
    "拟", "计划", "预计", "将", "有望", "意向", "筹划", "intend", "plan", "expect", "will", "propos", "aim", "may ", "could",
  ].map { Array($0.utf8) }
  private static let proposals = [
    "拟", "计划", "考虑", "征求意见", "plans to", "plan to", "planning to", "planned to", "propos", "intends to", "intend to", "consider",
    "seeks to", "aims to",
    "would ",
  ].map { Array($0.utf8) }

  /// Where the evidence only plans what the answer calls done; nil where it says so anywhere, or not at all.
  private func planned(_ verb: [UInt8]) -> Place? {
    onlySaid(verb) { text, at in
      let clause = TextBounds.clause(text, at)
      return StatementJudge.plans.contains { text[clause.lowerBound..<at.lowerBound].holds($0) }
    }
  }

  /// Where the evidence only proposes what the answer says holds by now; nil where it says so anywhere, or not at all.
  private func proposed(_ verb: [UInt8]) -> Place? {
    onlySaid(verb) { text, at in
      let sentence = TextBounds.sentence(text, at)
      return StatementJudge.proposals.contains { text[sentence.lowerBound..<at.lowerBound].holds($0) }
    }
  }

  /// The first place where the evidence has a verb, if `isOnly` holds of every place.
  private func onlySaid(_ verb: [UInt8], _ isOnly: ([UInt8], Range<Int>) -> Bool) -> Place? {
    // Of an English verb its stem: acquired, acquire.
    let stem = verb[0].isASCIILetter ? Array(verb.prefix(5).map(\.lowerLetter)) : verb
    var first: Place?
    for (number, passage) in index.passages.enumerated() {
      let text = passage.utf8
      var at = 0
      while at + stem.count <= text.count {
        let range = at..<(at + stem.count)
        guard text[at].lowerLetter == stem[0], text[range].holds(stem) else {
          at += 1
          continue
        }
        guard isOnly(text, range) else { return nil }
        if first == nil { first = Place(passage: number, range: range) }
        at += stem.count
      }
    }
    return first
  }

  // MARK: Conditions

  /// Where the evidence grants a thing under a condition; nil where it grants it without one, or not at all.
  private func conditional(_ thing: [UInt8]) -> Place? {
    let grants = index.rereading.grants.filter { $0.thing == thing }
    return grants.allSatisfy(\.isConditional) ? grants.first?.place : nil
  }

  // MARK: Ranks

  /// The lists of three to twelve figures of one kind that sentences of the evidence give, in order.
  private func lists() -> [[Figure]] {
    struct List: Hashable, Comparable {
      let sentence: Int
      let unit: String
      let scale: Int
      static func < (a: List, b: List) -> Bool { (a.sentence, a.unit, a.scale) < (b.sentence, b.unit, b.scale) }
    }
    var groups: [List: [Figure]] = [:]
    for figure in index.figures.prefix(FigureJudge.lookLimit)
    where figure.passage >= 0 && figure.row == nil && figure.quantity.role == .measure {
      let list = List(sentence: figure.sentence, unit: figure.quantity.unit.name, scale: figure.quantity.scale)
      groups[list, default: []].append(figure)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { (3...12).contains($0.count) }
  }

  /// The figure of a list that lies beyond that of the one which the answer calls the most, or the least.
  private func outranked(_ range: Range<Int>, _ lists: [[Figure]], isHighest: Bool) -> Place? {
    let clause = TextBounds.clause(answer, range)
    let subject = answer[clause.lowerBound..<range.lowerBound]
    for list in lists {
      let labels = distinct(list.map(label))
      let named = zip(list, labels).filter { !$1.isEmpty && subject.holds($1) }.map(\.0)
      guard let own = named.count == 1 ? named.first : numbered(subject, list) else { continue }
      let beyond = list.first { isHighest ? $0.quantity.value > own.quantity.value : $0.quantity.value < own.quantity.value }
      return beyond.map { Place(passage: $0.passage, range: $0.range) }
    }
    return nil
  }

  /// The figure of a list without labels (三档费率0.15%/0.30%/0.50%) that 第三档 means: the list says how many there are.
  private func numbered(_ subject: ArraySlice<UInt8>, _ list: [Figure]) -> Figure? {
    guard let first = list.first, let last = list.last, (3...9).contains(list.count) else { return nil }
    let text = index.text(first.passage)
    let lead = text[TextBounds.sentence(text, first.range).lowerBound..<first.range.lowerBound]
    let isPlain = last.range.upperBound - first.range.lowerBound <= list.count * 20
    for unit in StatementJudge.ranks where isPlain && lead.hasExactly(StatementJudge.numerals[list.count - 1] + unit) {
      for (place, numeral) in StatementJudge.numerals.prefix(list.count).enumerated()
      where subject.hasExactly(Array("第".utf8) + numeral + unit) {
        return list[place]
      }
    }
    return nil
  }

  private static let ranks = ["档", "类", "期", "级"].map { Array($0.utf8) }
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].map { Array($0.utf8) }

  /// The words right before a figure: up to twelve characters, or the letters of one word.
  private func label(of figure: Figure) -> [UInt8] {
    let text = index.text(figure.passage)
    var end = figure.range.lowerBound
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    var start = end
    if end > 0, text[end - 1].isASCIILetter {
      while start > 0, text[start - 1].isASCIILetter { start -= 1 }
    } else {
      while start >= 3, end - start < 36, (0xE4...0xE9).contains(text[start - 3]) { start -= 3 }
      // A基金 and B基金 are told apart by their letters.
      if end > start { while start > 0, end - start < 40, text[start - 1].isASCIILetter { start -= 1 } }
    }
    return text[start..<end].map(\.lowerLetter)
  }

  /// What tells labels apart: 甲 and 乙 of 甲基金收益 and 乙基金收益. Whole labels where nothing would be left of one.
  private func distinct(_ labels: [[UInt8]]) -> [[UInt8]] {
    guard let first = labels.first, labels.allSatisfy({ !$0.isEmpty }) else { return labels }
    var shared = 0
    while labels.allSatisfy({ $0.count > shared && $0[$0.count - 1 - shared] == first[first.count - 1 - shared] }) { shared += 1 }
    // Whole characters.
    while shared > 0, first[first.count - shared] & 0xC0 == 0x80 { shared -= 1 }
    let heads = labels.map { Array($0.dropLast(shared)) }
    return heads.contains(where: \.isEmpty) ? labels : heads
  }

  // MARK: Offers

  /// Where the evidence says that there is no such thing as the sentence tells how to get.
  private func denied(_ range: Range<Int>) -> Place? {
    guard !index.rereading.denials.isEmpty else { return nil }
    let sentence = answer[TextBounds.sentence(answer, range)]
    guard !StatementJudge.negations.contains(where: { sentence.holds($0) }) else { return nil }
    return index.rereading.denials.first { sentence.holds($0.thing) }?.place
  }

  private static let negations = ["不", "无", "没", "未", "非", "停", "勿", "no ", "not ", "n't", "never", "cannot", "without"].map {
    Array($0.utf8)
  }

  // MARK: Sources

  /// Whether neither the evidence nor the question names who is said to have spoken.
  private func isUnheard(_ speaker: [UInt8]) -> Bool {
    let name = speaker.map(\.lowerLetter)
    return !index.passages.contains { $0.utf8.holds(name) } && !index.question.holds(name)
  }
}

extension Mention {
  /// Whether it says that something is the most or the least of several.
  fileprivate var isRank: Bool {
    switch reading {
    case .statement(.highest), .statement(.lowest): true
    default: false
    }
  }

  /// Whether it says that something is granted.
  fileprivate var isGrant: Bool {
    if case .statement(.granted) = reading { true } else { false }
  }
}
