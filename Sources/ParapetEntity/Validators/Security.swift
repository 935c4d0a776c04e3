extension Validator {
  /// The check digit of an ISIN.
  static let isin = securityFamily[0]

  /// - Source: ISO 6166; ANSI X9.6 (CUSIP); the SEDOL Masterfile of the London Stock Exchange.
  static let securityFamily = [
    Validator("isin", "ISIN：国别前缀、Luhn / security number with Luhn over its letters (ISO 6166)") { characters in
      guard characters.count == 12, characters[11].isDigit else { return false }
      guard isinPrefixes.contains(String(decoding: characters.prefix(2), as: UTF8.self)) else { return false }
      var digits: [Int] = []
      for byte in characters {
        guard let value = byte.base36 else { return false }
        if value > 9 { digits.append(value / 10) }
        digits.append(value % 10)
      }
      return CheckDigits.luhn(digits)
    },
    Validator(name: "cusip", summary: "CUSIP：9 位，模 10 双加倍 / CUSIP, nine characters, modulus 10 double add double") { slice in
      // `*` is part of this alphabet, so only blanks and hyphens are separators.
      let characters = slice.filter { $0 != 0x20 && $0 != 0x2D }.map { $0.isLowerLetter ? $0 - 32 : $0 }
      guard characters.count == 9, characters[8].isDigit else { return false }
      var sum = 0
      for (place, byte) in characters.prefix(8).enumerated() {
        guard let value = byte.base36 ?? cusipSigns[byte] else { return false }
        let weighted = place % 2 == 1 ? value * 2 : value
        sum += weighted / 10 + weighted % 10
      }
      return (10 - sum % 10) % 10 == Int(characters[8]) - 0x30
    },
    Validator("sedol", "SEDOL：7 位、无元音、加权模 10 / SEDOL, seven characters without vowels, weighted modulus 10") { characters in
      guard characters.count == 7, characters[6].isDigit else { return false }
      // Numbers issued before 2004 are digits only; later ones start with a letter.
      guard characters[0].isUpperLetter || characters.digits != nil else { return false }
      var values: [Int] = []
      for byte in characters {
        guard let value = byte.base36, !"AEIOU".utf8.contains(byte) else { return false }
        values.append(value)
      }
      return CheckDigits.weighted(values, [1, 3, 1, 7, 3, 9, 1]) % 10 == 0
    },
  ]

  private static let cusipSigns: [UInt8: Int] = [0x2A: 36, 0x40: 37, 0x23: 38]

  /// ISO 3166-1 alpha-2 with the prefixes that the numbering agencies add to it.
  private static let isinPrefixes = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL
    CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU
    GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC
    MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT
    PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA
    UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU XA XB XC XD XF XK XS
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
