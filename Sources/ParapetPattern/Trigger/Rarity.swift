/// How rare signs are in the texts of banks, roughly, in bits: what a trigger is chosen by, never what it means.
enum Rarity {
  /// A literal that is commoner than this is not worth looking for: a blank, a letter.
  static let least = 5.0

  /// Of the commonest of `spellings`, less for there being many; nil when one of them is not worth looking for.
  static func of(_ spellings: Spellings) -> Double? {
    if spellings.isAt { return 9 }
    var least = Double.infinity
    for index in spellings.indices {
      least = min(least, of(spellings.bytes, spellings.range(index)))
    }
    guard least.isFinite, least >= Self.least else { return nil }
    // The bits of the count are what a logarithm would give, and need no library.
    return least - Double(Int.bitWidth - spellings.count.leadingZeroBitCount - 1) * 0.8
  }

  /// Of one literal.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> Double {
    if range.count <= 8, commonWords.contains(packed(bytes[range])) { return ofCommonWord }
    var bits = 0.0
    var i = range.lowerBound
    while i < range.upperBound {
      switch bytes[i] {
      case 0x20: (bits, i) = (bits + 2, i + 1)
      case 0x61, 0x65, 0x69, 0x6E, 0x6F, 0x72, 0x73, 0x74: (bits, i) = (bits + 3.5, i + 1)
      case ..<0x80: (bits, i) = (bits + 5, i + 1)
      default:
        bits += isCommon(bytes, i) ? 6.5 : 10
        i += bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2
      }
    }
    return min(bits, 32)
  }

  /// Of a stretch of at least so many digits.
  static func of(digits count: Int) -> Double? {
    switch count {
    case ..<1: nil
    case 1: 6
    case 2: 6.5
    case 3: 7
    case 4: 7.5
    case 5...7: 8.5
    case 8...10: 10
    default: 12
    }
  }

  /// Of a token of at least so many characters.
  static func of(token length: Int) -> Double? {
    switch length {
    case ..<Trigger.shortestToken: nil
    case ..<24: 9
    default: 11
    }
  }

  private static func isCommon(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard bytes[offset] >= 0xE0, bytes[offset] < 0xF0, offset + 2 < bytes.count else { return false }
    let code = Int(bytes[offset] & 15) << 12 | Int(bytes[offset + 1] & 63) << 6 | Int(bytes[offset + 2] & 63)
    return common[code >> 6] >> UInt64(code & 63) & 1 == 1
  }

  private static let ofCommonWord = 11.0

  /// Up to eight bytes in one number.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1) } }

  /// English words that stand in every other message to a bank.
  private static let commonWords = Set(
    """
    account address advice amount and answer any are balance bank best business buy call can card case cash change check client code come company
    contact credit customer data date deposit details document email fee financial for free from fund give have help income info into invest
    keep know letter like list loan make market message money month more name need new not note number offer one order output paid password
    pay payment people personal phone plan please policy portal price product profit provide public question rate read record reply report
    request response return returns review risk rules sale say secure security sell send service set share show start stock system team tell
    text that the them this time today trade transfer update use user value want what will with work write year you your
    """.split(whereSeparator: \.isWhitespace).filter { $0.utf8.count <= 8 }.map { packed($0.utf8) })

  /// The characters that make up about half of running Chinese text, one bit each.
  private static let common: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for scalar in commonCharacters.unicodeScalars where scalar.value < 1 << 16 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    return bits
  }()

  private static let commonCharacters =
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命金指许权收带认费款贷保险账户银行投资产品风险服务客"
}
