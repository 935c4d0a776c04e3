/// Document numbers beside the form with brackets and 号: orders by year or by a running number, and what English texts write.
///
/// - Source: GB/T 9704-2012 for the parts of a number; 规章制定程序条例 art. 32 for orders, which are numbered by year or throughout.
extension MentionScan {
  // MARK: Chinese orders

  /// At the digits of a year: `银保监会令2020年第3号`, `公告2021年第7号`.
  func readYearOfOrder() -> Bool {
    let end = digitsEnd(at)
    guard end == at + 4, let year = int(at..<end), (1949...2100).contains(year), has("年", end) else { return false }
    return readNumberOfOrder(end + 3, issuedUntil: at, year: year)
  }

  /// At 第: `国务院令第764号`.
  func readOrderThroughout() -> Bool { has("令", at - 3) && readNumberOfOrder(at, issuedUntil: at, year: nil) }

  private func readNumberOfOrder(_ order: Int, issuedUntil lead: Int, year: Int?) -> Bool {
    guard has("第", order), has("令", lead - 3) || has("公告", lead - 6) else { return false }
    let end = digitsEnd(order + 3)
    guard (1...6).contains(end - order - 3), has("号", end) || has("號", end) else { return false }
    let start = issuerStart(before: lead)
    guard lead - start > 3 else { return false }
    keepDocument(start..<(end + 3), issuer: text[start..<lead], year: year, number: (order + 3)..<end)
    return true
  }

  /// Keeps a document number under the name of its issuer for short.
  func keepDocument(_ range: Range<Int>, issuer: some Collection<UInt8>, year: Int?, number: Range<Int>) {
    let key = DocumentIssuer.short(Array(issuer)) + Array("(\(year.map(String.init) ?? ""))".utf8)
    keep(.documentNumber, range, .key(key + text[number].drop { $0 == 0x30 }))
  }

  // MARK: English

  /// Behind the brackets of a year, which open at the place of reading: `Yinfa [2018] No. 106`, `CBIRC Order [2020] No. 3`.
  func readEnglishDocument(year: Int, behind place: Int) -> Bool {
    guard let number = englishNumber(place) else { return false }
    let stop = beforeBlanks(at)
    if let issuer = romanised(endingAt: stop) {
      keepDocument(issuer.start..<number.upperBound, issuer: issuer.name, year: year, number: number)
      return true
    }
    guard let order = englishOrder(endingAt: stop) else { return false }
    let issuer = (order.agency ?? agency(behind: number.upperBound) ?? "") + order.kind
    keepDocument(order.start..<number.upperBound, issuer: issuer.utf8, year: year, number: number)
    return true
  }

  /// At the word No.: `CBIRC Order No. 3 of 2020`, `Decree No. 1 [2020] of the CBIRC`, `State Council Order No. 764`.
  func readEnglishOrder() -> Bool {
    guard let number = englishNumber(at), number.lowerBound > at, let order = englishOrder(endingAt: beforeBlanks(at)) else { return false }
    let year = yearBehind(number.upperBound)
    let end = year?.end ?? number.upperBound
    // Orders of every kind are numbered; these are told by who issued them, or by the year in brackets.
    let issuer = order.agency ?? agency(behind: end)
    guard issuer != nil || year?.isBracketed == true else { return false }
    keepDocument(order.start..<end, issuer: ((issuer ?? "") + order.kind).utf8, year: year?.value, number: number)
    return true
  }

  /// The digits of `No. 106`, `No 106` or `106`.
  private func englishNumber(_ place: Int) -> Range<Int>? {
    var start = place
    if byte(start) | 0x20 == 0x6E, byte(start + 1) | 0x20 == 0x6F {
      start += byte(start + 2) == 0x2E ? 3 : 2
      start = afterBlanks(start)
    }
    let end = digitsEnd(start)
    return (1...6).contains(end - start) && !byte(end).isLetter ? start..<end : nil
  }

  /// ` of 2020`, ` [2020]`, ` (2020)`.
  private func yearBehind(_ place: Int) -> (end: Int, value: Int, isBracketed: Bool)? {
    let next = afterBlanks(place)
    let isBracketed = byte(next) == 0x5B || byte(next) == 0x28
    guard isBracketed || has("of ", next) else { return nil }
    let start = next + (isBracketed ? 1 : 3)
    let end = digitsEnd(start)
    guard end == start + 4, let year = int(start..<end), (1949...2100).contains(year) else { return nil }
    if isBracketed, byte(end) != 0x5D, byte(end) != 0x29 { return nil }
    return (isBracketed ? end + 1 : end, year, isBracketed)
  }

  private func englishOrder(endingAt stop: Int) -> (start: Int, kind: String, agency: String?)? {
    guard let kind = DocumentIssuer.orders.match(text, endingAt: stop), kind.start >= floor, text[kind.start].isUpperLetter else {
      return nil
    }
    let before = beforeBlanks(kind.start)
    guard let agency = DocumentIssuer.agencies.match(text, endingAt: before), agency.start >= floor, text[agency.start].isUpperLetter else {
      return (kind.start, kind.value, nil)
    }
    return (agency.start, kind.value, agency.value)
  }

  /// ` of the CBIRC`.
  private func agency(behind place: Int) -> String? {
    var next = afterBlanks(place)
    guard has("of ", next) else { return nil }
    next += 3
    if has("the ", next) { next += 4 }
    return DocumentIssuer.agencies.match(text, at: next)?.value
  }

  /// The issuer that capitalised words of Chinese syllables before `stop` name: Yinfa, Yin Bao Jian Fa.
  private func romanised(endingAt stop: Int) -> (start: Int, name: [UInt8])? {
    var start = stop
    var name: [UInt8] = []
    var place = stop
    while stop - place < 48 {
      var word = place
      while word > floor, byte(word - 1).isLetter { word -= 1 }
      guard word < place, text[word].isUpperLetter, let characters = DocumentIssuer.characters(text[word..<place]) else { break }
      name = characters + name
      start = word
      place = byte(word - 1) == 0x2D ? word - 1 : beforeBlanks(word)
      if place == word { break }
    }
    return name.count >= 6 ? (start, name) : nil
  }
}

/// Issuers of official documents, by all their names.
enum DocumentIssuer {
  /// Authorities in full, and for short.
  private static let shorts = [
    ("中国银行保险监督管理委员会", "银保监会"), ("中国证券监督管理委员会", "证监会"), ("中国银行业监督管理委员会", "银监会"), ("中国保险监督管理委员会", "保监会"),
    ("国家金融监督管理总局", "金融监管总局"), ("国家外汇管理局", "外汇局"),
  ].map { (full: Array($0.utf8), short: Array($1.utf8)) }

  /// A name with the authority in it for short.
  static func short(_ name: [UInt8]) -> [UInt8] {
    for (full, short) in shorts where name.starts(with: full) { return short + name[full.count...] }
    return name
  }

  static let agencies = Lexicon<String>([
    ("人民银行", "pboc pbc people's_bank_of_china"), ("银保监会", "cbirc"), ("银监会", "cbrc"), ("保监会", "circ"), ("证监会", "csrc"),
    ("金融监管总局", "nfra national_financial_regulatory_administration"), ("外汇局", "safe state_administration_of_foreign_exchange"),
    ("国务院", "state_council"), ("财政部", "mof ministry_of_finance"), ("国家税务总局", "sta state_taxation_administration"),
  ])

  static let orders = Lexicon<String>([("令", "order decree"), ("公告", "announcement public_notice")])

  /// Syllables of the short names of issuers and their papers. No two characters of these names share one.
  private static let syllables = [
    ("yin", "银"), ("bao", "保"), ("jian", "监"), ("fa", "发"), ("ban", "办"), ("guo", "国"), ("cai", "财"), ("kuai", "会"), ("hui", "汇"),
    ("jin", "金"),
    ("gui", "规"), ("zheng", "证"), ("shui", "税"), ("han", "函"), ("zong", "综"),
  ].map { (letters: Array($0.utf8), character: Array($1.utf8)) }

  /// The characters that the syllables of a word stand for; nil where it is no such word.
  static func characters(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    if word.isEmpty { return [] }
    for syllable in syllables where word.count >= syllable.letters.count {
      guard zip(word, syllable.letters).allSatisfy({ $0.lowered == $1 }) else { continue }
      if let rest = characters(word.dropFirst(syllable.letters.count)) { return syllable.character + rest }
    }
    return nil
  }
}
