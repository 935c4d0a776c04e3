import ParapetEntity

/// A rate of a register under one of its names.
struct RegisterRate: Sendable {
  let name: [UInt8]
  let place: RegisterLookup.Place
  let current: Quantity?
  let former: [Quantity]

  static func all(of entry: Register.Entry, _ place: RegisterLookup.Place) -> [RegisterRate] {
    guard entry.value != nil || !entry.formerValues.isEmpty else { return [] }
    func quantity(_ text: String) -> Quantity? { Recognizer.mentions(of: .quantity, in: Array(text.utf8)).first?.quantity }
    let current = entry.value.flatMap(quantity)
    let former = entry.formerValues.compactMap(quantity)
    return ([entry.key] + entry.names).map {
      RegisterRate(name: Array($0.utf8).map(\.lowerLetter), place: place, current: current, former: former)
    }
  }
}

extension RegisterLookup {
  /// That a figure right behind the name of a rate is one that the rate had once.
  ///
  /// A sentence that names a date, or says that the rate changed, may well speak of the past.
  func rate(_ claim: Quantity, _ range: Range<Int>, _ text: [UInt8]) -> ClaimJudgement.Fault? {
    let clause = TextBounds.clause(text, range)
    let lead = text[clause.lowerBound..<range.lowerBound].suffix(120)
    var best: (end: Int, rate: RegisterRate)?
    for rate in rates {
      guard let end = lead.endOfLast(rate.name) else { continue }
      if best.map({ (end, rate.name.count) > ($0.end, $0.rate.name.count) }) ?? true { best = (end, rate) }
    }
    guard let best, range.lowerBound - best.end <= 45, !text[best.end..<range.lowerBound].contains(where: \.isASCIIDigit) else {
      return nil
    }
    func says(_ quantity: Quantity) -> Bool {
      quantity.value.magnitude == claim.value.magnitude && (quantity.unit == claim.unit || claim.unit == .plain)
    }
    if let current = best.rate.current, says(current) { return nil }
    guard best.rate.former.contains(where: says) else { return nil }
    let sentence = TextBounds.sentence(text, range)
    if RegisterRate.changeWords.contains(where: { text[sentence].holds($0) }) { return nil }
    let isDated = Recognizer.mentions(of: .date, in: Array(text[sentence])).contains { $0.date?.year != nil }
    return isDated ? nil : fault(.stale, best.rate.place)
  }
}

extension RegisterRate {
  fileprivate static let changeWords = [
    "曾", "此前", "之前", "原", "旧", "上期", "上次", "去年", "由", "从", "下调", "上调", "调整前", "降至", "previous", "former", "was", "were", "from", "cut",
    "until", "last year",
  ].map { Array($0.utf8) }
}

extension ArraySlice<UInt8> {
  /// Where the last occurrence of `word`, in lower case, ends.
  fileprivate func endOfLast(_ word: [UInt8]) -> Int? {
    guard let first = word.first, count >= word.count else { return nil }
    for at in (startIndex...(endIndex - word.count)).reversed() where self[at].lowerLetter == first {
      if word.indices.allSatisfy({ self[at + $0].lowerLetter == word[$0] }) { return at + word.count }
    }
    return nil
  }
}
