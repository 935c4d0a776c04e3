extension Validator {
  /// - Source: HM Revenue and Customs, National Insurance Manual NIM39110.
  static let britishFamily = [
    Validator("uk-nino", "英国国民保险号：前缀、六位数字、后缀 / UK National Insurance number: prefix, six digits, suffix") { characters in
      guard (8...9).contains(characters.count), characters[2..<8].digits != nil else { return false }
      let (first, second) = (characters[0], characters[1])
      guard first.isUpperLetter, second.isUpperLetter else { return false }
      guard !"DFIQUV".utf8.contains(first), !"DFIOQUV".utf8.contains(second) else { return false }
      let prefix = String(decoding: characters.prefix(2), as: UTF8.self)
      guard !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix) else { return false }
      return characters.count == 8 || (0x41...0x44).contains(characters[8])
    }
  ]
}
