extension Validator {
  /// - Source: the numbering rules of the Unique Identification Authority and of the Income Tax Department of India.
  static let indianFamily = [
    Validator("in-aadhaar", "印度 Aadhaar：12 位、2–9 开头、Verhoeff / Aadhaar: 12 digits, first 2 to 9, Verhoeff") { characters in
      guard characters.count == 12, let digits = characters.digits, digits[0] >= 2, digits != digits.reversed() else { return false }
      return CheckDigits.verhoeff(digits)
    },
    Validator("in-pan", "印度税号：五字母四数字一字母、第四位为持有人类别 / Indian PAN: shape and holder class") { characters in
      guard characters.count == 10, characters.prefix(5).allSatisfy(\.isUpperLetter), characters[9].isUpperLetter else { return false }
      guard let serial = characters[5..<9].decimal, serial > 0 else { return false }
      return "ABCFGHLJPTK".utf8.contains(characters[3])
    },
  ]
}
