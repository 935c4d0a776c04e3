public import ParapetEntity

/// Registers of one kind, ready to be asked about claims.
///
/// - Complexity: a claim is looked up in constant time; names beside a code in a stretch of bounded length.
public struct RegisterLookup: Sendable {
  /// The place of an entry.
  struct Place: Sendable {
    let register: Int
    let entry: Int
  }

  let registers: [Register]
  /// Entries by key and other names, both as `RegisterName` folds them.
  private var byName: [[UInt8]: Place] = [:]
  /// Entries by their keys alone.
  private var byKey: [[UInt8]: Place] = [:]
  /// Documents by year and number: `(2026)42`.
  private var byNumber: [[UInt8]: [(issuer: [UInt8], place: Place)]] = [:]
  /// The issuers of the documents in complete registers.
  private var issuers: Set<[UInt8]> = []
  private(set) var rates: [RegisterRate] = []

  /// Indexes `registers`; of two entries with one name the first counts.
  public init(_ registers: [Register]) {
    self.registers = registers
    for (number, register) in registers.enumerated() {
      for (line, entry) in register.entries.enumerated() {
        let place = Place(register: number, entry: line)
        rates += RegisterRate.all(of: entry, place)
        let key = RegisterName.fold(register.kind == .contacts ? RegisterName.address(entry.key) : Array(entry.key.utf8))
        if byKey[key] == nil { byKey[key] = place }
        for name in [key] + entry.names.map({ RegisterName.fold($0.utf8) }) where byName[name] == nil { byName[name] = place }
        if register.kind == .documents || register.kind == .laws { addNumber(entry.key, place, isComplete: register.isComplete) }
      }
    }
  }

  private mutating func addNumber(_ text: String, _ place: Place, isComplete: Bool) {
    guard case .key(let key)? = Recognizer.mentions(of: .documentNumber, in: Array(text.utf8)).first?.reading else { return }
    let (issuer, number) = RegisterLookup.split(key)
    byNumber[number, default: []].append((issuer, place))
    if isComplete { issuers.insert(issuer) }
  }

  /// What is wrong with the claims at `candidates` in `text` (a folded view); `kind` is what recognised them, nil where a pattern did.
  public func faults(
    of kind: MentionKind?, at candidates: [Range<Int>], in text: [UInt8]
  ) -> [Range<Int>: ClaimJudgement.Fault] {
    var faults: [Range<Int>: ClaimJudgement.Fault] = [:]
    var readings: [Range<Int>: Mention.Reading] = [:]
    if let kind {
      for mention in Recognizer.mentions(of: kind, in: text) { readings[mention.range] = mention.reading }
    }
    for range in candidates {
      let fault: ClaimJudgement.Fault?
      switch (kind, readings[range]) {
      case (.documentNumber, .key(let key)): fault = document(key, range, text)
      case (.lawArticle, .key(let key)): fault = article(key, range, text)
      case (.contact, .key(let key)): fault = contact(key)
      case (.quantity, .quantity(let quantity)), (.money, .quantity(let quantity)): fault = rate(quantity, range, text)
      case (nil, _): fault = named(range, text)
      default: fault = nil
      }
      if let fault { faults[range] = fault }
    }
    return faults
  }

  // MARK: Documents and laws

  private func document(_ key: [UInt8], _ range: Range<Int>, _ text: [UInt8]) -> ClaimJudgement.Fault? {
    let (issuer, number) = RegisterLookup.split(key)
    let match = byNumber[number]?.first { RegisterName.ends(issuer, with: $0.issuer) || RegisterName.ends($0.issuer, with: issuer) }
    if let match { return standing(match.place, range, text) }
    guard issuers.contains(where: { RegisterName.ends(issuer, with: $0) }) else { return nil }
    return unregistered
  }

  private func article(_ key: [UInt8], _ range: Range<Int>, _ text: [UInt8]) -> ClaimJudgement.Fault? {
    guard let (title, article) = RegisterName.titleAndArticle(key), let place = byName[RegisterName.fold(title)] else { return nil }
    let entry = entry(place)
    if let last = entry.lastArticle, let article, article > last { return fault(.unregistered, place) }
    return standing(place, range, text)
  }

  // MARK: Names and codes

  private func named(_ range: Range<Int>, _ text: [UInt8]) -> ClaimJudgement.Fault? {
    let name = RegisterName.fold(text[range])
    guard let place = byName[name] else { return unregistered }
    if let fault = standing(place, range, text) { return fault }
    guard byKey[name] != nil, let beside = neighbour(range, text), beside.entry != place.entry || beside.register != place.register else {
      return nil
    }
    return fault(.misnamed, place)
  }

  /// The entry that is named right before or right behind a code: 某某基金（110022）, 110022 某某基金.
  private func neighbour(_ range: Range<Int>, _ text: [UInt8]) -> Place? {
    let before = RegisterName.fold(text[max(0, range.lowerBound - 96)..<range.lowerBound])
    for start in before.indices where before.count - start >= 4 {
      if let place = byName[Array(before[start...])], byKey[Array(before[start...])] == nil { return place }
    }
    let behind = RegisterName.fold(text[range.upperBound..<min(text.count, range.upperBound + 96)])
    for end in behind.indices.reversed() where end >= 3 {
      if let place = byName[Array(behind[...end])], byKey[Array(behind[...end])] == nil { return place }
    }
    return nil
  }

  private func contact(_ key: [UInt8]) -> ClaimJudgement.Fault? {
    if byName[RegisterName.fold(key)] != nil { return nil }
    if key.allSatisfy(\.isASCIIDigit) {
      // An area or country code may be written or not.
      let isKnown = byKey.keys.contains { known in
        known.count >= 5 && key.count >= 5 && (RegisterName.ends(key, with: known) || RegisterName.ends(known, with: key))
      }
      return isKnown ? nil : unregistered
    }
    guard !key.contains(0x40) else { return unregistered }
    // A host below a registered domain.
    let host = RegisterName.address(String(decoding: key, as: UTF8.self))
    let labels = host.split(separator: 0x2E)
    for count in labels.indices where labels.count - count >= 2 {
      if byKey[RegisterName.fold(labels[count...].joined(separator: [0x2E]))] != nil { return nil }
    }
    return unregistered
  }

  // MARK: Faults

  func entry(_ place: Place) -> Register.Entry { registers[place.register].entries[place.entry] }

  func fault(_ fault: RegisterFault, _ place: Place) -> ClaimJudgement.Fault {
    fault.fault(entry(place).isVerified ? .certain : .likely, by: registers[place.register])
  }

  /// That nothing lists it, where one register lists all.
  private var unregistered: ClaimJudgement.Fault? {
    registers.first(where: \.isComplete).map { RegisterFault.unregistered.fault(.certain, by: $0) }
  }

  /// Whether an entry may be spoken of as in force: it is, or the sentence says that it is not.
  private func standing(_ place: Place, _ range: Range<Int>, _ text: [UInt8]) -> ClaimJudgement.Fault? {
    let entry = entry(place)
    guard entry.hasEnded || entry.isFuture else { return nil }
    let sentence = TextBounds.sentence(text, range)
    let around = [text[sentence.lowerBound..<range.lowerBound], text[range.upperBound..<sentence.upperBound]]
    let admitted = entry.hasEnded ? RegisterName.pastWords : RegisterName.futureWords
    if admitted.contains(where: { word in around.contains { $0.holds(word) } }) { return nil }
    if entry.hasEnded, RegisterName.pastPrefixes.contains(where: { around[0].map(\.lowerLetter).suffix($0.count).elementsEqual($0) }) {
      return nil
    }
    return fault(entry.hasEnded ? .ended(successor: entry.successor) : .future, place)
  }

  /// Issuer, and year with number, of a document's key.
  private static func split(_ key: [UInt8]) -> (issuer: [UInt8], number: [UInt8]) {
    let bracket = key.firstIndex(of: 0x28) ?? key.endIndex
    return (Array(key[..<bracket]), Array(key[bracket...]))
  }
}
