import ParapetEntity

/// Identifiers: document numbers, articles, citations, contacts.
extension EvidenceIndex {
  func judgeKeys(_ kind: MentionKind, _ mentions: [Mention]) -> [ClaimJudgement] {
    // An answer names few things, however often: each is looked for once.
    var known: [[UInt8]: (isKnown: Bool, place: Place?)] = [:]
    return mentions.map { mention in
      guard case .key(let key) = mention.reading else {
        return ClaimJudgement(range: mention.range, unit: kind.rawValue, outcome: .supported(derivation: nil), nearest: nil)
      }
      let (isKnown, place) = known[key] ?? find(kind, key)
      known[key] = (isKnown, place)
      // A code may be common knowledge where the material names none: quotes of the market are full of them.
      let tier: ClaimJudgement.Fault.Tier = kind == .securityCode && place == nil ? .likely : .certain
      return ClaimJudgement(
        range: mention.range, unit: kind.rawValue,
        outcome: isKnown ? .supported(derivation: nil) : .unsupported(FaultKind.absent.fault(tier)), nearest: nearest(place))
    }
  }

  /// Whether the evidence holds an identifier, and where it or the one closest to it stands.
  private func find(_ kind: MentionKind, _ key: [UInt8]) -> (isKnown: Bool, place: Place?) {
    switch kind {
    case .documentNumber: return findDocument(key)
    case .lawArticle: return findArticle(key)
    case .securityCode: return findCode(key)
    case .citation: return (citations(key).allSatisfy(isPassage), nil)
    default: return findContact(key)
    }
  }

  /// Year and number must be the same; of the issuers one may be written longer than the other.
  private func findDocument(_ key: [UInt8]) -> (Bool, Place?) {
    func agrees(_ issuer: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool { ends(issuer, with: other) || ends(other, with: issuer) }
    let issuer = KeyIndex.document(key).issuer
    // Candidates have the same year and number.
    let same = keyIndex.candidates(.documentNumber, for: key).first { agrees(issuer, KeyIndex.document($0.key).issuer) }
    if let same { return (true, same.place) }
    return (false, keyIndex.closest(.documentNumber, to: key) { agrees($0[...], $1[...]) })
  }

  /// The article must be the same, and its law must be named.
  private func findArticle(_ key: [UInt8]) -> (Bool, Place?) {
    func isSame(_ title: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
      title.isEmpty || other.isEmpty || LawTitle.mayBeSame(title, other)
    }
    let (title, article) = LawTitle.split(key)
    let plain = withoutParagraph(article)
    for evidence in keyIndex.candidates(.lawArticle, for: key) {
      let (otherTitle, otherArticle) = LawTitle.split(evidence.key)
      let isEqual =
        LawTitle.areOfTwoLanguages(title, otherTitle) && LawTitle.number(article) == LawTitle.number(otherArticle)
        || article.elementsEqual(otherArticle) || plain.elementsEqual(otherArticle)
        || (plain.count == article.count && otherArticle.starts(with: article) && !isDigit(otherArticle.dropFirst(article.count).first))
      if isEqual, isSame(title, otherTitle), title.isEmpty || !otherTitle.isEmpty || LawTitle.isEnglish(title) || isNamed(title) {
        return (true, evidence.place)
      }
    }
    return (false, keyIndex.closest(.lawArticle, to: key) { isSame($0[...], $1[...]) })
  }

  /// The digits must be the same, and so must the market where both name one.
  private func findCode(_ key: [UInt8]) -> (Bool, Place?) {
    let (market, code) = KeyIndex.security(key)
    // Candidates have the same digits.
    let same = keyIndex.candidates(.securityCode, for: key).first { evidence in
      let other = KeyIndex.security(evidence.key).market
      return market.isEmpty || other.isEmpty || other == market
    }
    if let same { return (true, same.place) }
    // A code that the evidence prints without saying that it is one.
    if let place = keyIndex.figure(beginningWith: Array(code), figures(beginningWithBytes:)) { return (true, place) }
    return (false, keyIndex.first(.securityCode))
  }

  /// Where the first whole numbers stand that begin with so many bytes, by these.
  private func figures(beginningWithBytes count: Int) -> [[UInt8]: Place] {
    var places: [[UInt8]: Place] = [:]
    for figure in figures where figure.quantity.decimals == 0 && figure.range.count >= count {
      let beginning = Array(text(figure.passage)[figure.range].prefix(count))
      if places[beginning] == nil { places[beginning] = Place(passage: figure.passage, range: figure.range) }
    }
    return places
  }

  private func findContact(_ key: [UInt8]) -> (Bool, Place?) {
    let isNumber = key.allSatisfy(isDigit)
    for evidence in keyIndex.candidates(.contact, for: key) {
      if isNumber {
        if ends(key[...], with: evidence.key[...]) && evidence.key.count >= 5 || ends(evidence.key[...], with: key[...]) && key.count >= 5 {
          return (true, evidence.place)
        }
        if evidence.key == key { return (true, evidence.place) }
      } else if Self.host(evidence.key).elementsEqual(Self.host(key)) {
        return (true, evidence.place)
      }
    }
    // A number that the evidence prints without saying that it is a telephone number.
    if isNumber, key.count <= 18, let value = key.reduce(Int?(0), { total, byte in total.map { $0 * 10 + Int(byte - 0x30) } }) {
      var figure: Figure?
      let magnitude = Int128(value) * 1_000_000_000
      collect(byPrinted, magnitude, magnitude) { if figure == nil { figure = figures[$0.figure] } }
      if let figure { return (true, Place(passage: figure.passage, range: figure.range)) }
    }
    return (false, keyIndex.first(.contact) { $0.key.allSatisfy(isDigit) == isNumber })
  }

  // MARK: Citations

  /// The single references of `1, 3-5` or of `kb:prod-07#2`.
  private func citations(_ key: [UInt8]) -> [[UInt8]] {
    guard key.allSatisfy({ isDigit($0) || [0x2C, 0x20, 0x2D, 0x3B].contains($0) }) else { return [key] }
    return key.split { !isDigit($0) }.map(Array.init)
  }

  /// Whether a reference leads to a passage: by its number, counted from one, or by its id.
  private func isPassage(_ reference: [UInt8]) -> Bool {
    if passages.contains(where: { matches(reference, id: $0.id.utf8.map(lowered)) }) { return true }
    guard reference.allSatisfy(isDigit), let number = Int(String(decoding: reference, as: UTF8.self)) else { return false }
    return (1...max(1, passages.count)).contains(number) && !passages.isEmpty
  }

  private func matches(_ reference: [UInt8], id: [UInt8]) -> Bool {
    guard !id.isEmpty else { return false }
    if reference == id { return true }
    let colon = reference.firstIndex(of: 0x3A).map { $0 + 1 } ?? 0
    let name = reference[colon...]
    if name.elementsEqual(id) { return true }
    // The passage may be cited to the paragraph, or be one paragraph of what is cited.
    let (document, _) = split(Array(name), at: 0x23)
    let idName = id[(id.firstIndex(of: 0x3A).map { $0 + 1 } ?? 0)...]
    let (idDocument, idPart) = split(Array(idName), at: 0x23)
    return document.elementsEqual(idDocument) && (idPart.isEmpty || !name.contains(0x23))
  }

  // MARK: Bytes

  private func split(_ key: [UInt8], at sign: UInt8) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let place = key.firstIndex(of: sign) else { return (key[...], []) }
    return (key[..<place], key[place...])
  }

  /// An article without its paragraphs: 条88款1 is an article of 条88.
  private func withoutParagraph(_ article: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array("款".utf8)
    var at = article.startIndex
    while at + 3 <= article.endIndex {
      if article[at...].starts(with: mark) { return article[..<at] }
      at += 1
    }
    return article
  }

  /// Whether some text of the evidence names a law.
  private func isNamed(_ title: ArraySlice<UInt8>) -> Bool {
    keyIndex.isNamed(Array(title)) { title in
      passages.contains { contains($0.utf8[...], title[...]) } || contains(question[...], title[...])
    }
  }

  private func contains(_ text: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool { word.isEmpty || text.hasExactly(Array(word)) }

  static func host(_ key: [UInt8]) -> ArraySlice<UInt8> {
    if key.contains(0x40) { return key[...] }
    return key.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
  }

  private func ends(_ text: ArraySlice<UInt8>, with tail: ArraySlice<UInt8>) -> Bool { text.suffix(tail.count).elementsEqual(tail) }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- 0x30 < 10 } ?? false }
  private func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte + 32 : byte }
}
