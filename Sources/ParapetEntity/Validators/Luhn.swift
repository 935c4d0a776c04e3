extension Validator {
  /// - Source: ISO/IEC 7812-1, annex B; ITU-T E.118 for ICCID.
  static let luhnFamily = [
    Validator("luhn", "最后一位符合 Luhn 校验 / last digit completes the Luhn sum (ISO/IEC 7812-1)") { characters in
      characters.digits.map(CheckDigits.luhn) ?? false
    },
    Validator("luhn-iccid", "SIM 卡号：89 开头、19 或 20 位、Luhn / ICCID: 89, 19 or 20 digits, Luhn (ITU-T E.118)") { characters in
      guard (19...20).contains(characters.count), characters.starts(with: "89".utf8), let digits = characters.digits else { return false }
      return CheckDigits.luhn(digits)
    },
  ]
}
