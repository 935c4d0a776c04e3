extension Validator {
  /// - Source: the numbering rules of the Social Security Administration, the Internal Revenue Service (Publication 1915) and the American
  ///   Bankers Association.
  static let americanFamily = [
    Validator("us-ssn", "美国社会安全号：号段规则 / US social security number: area, group and serial in use") { characters in
      guard characters.count == 9, let digits = characters.digits else { return false }
      let area = digits[0] * 100 + digits[1] * 10 + digits[2]
      let group = digits[3] * 10 + digits[4]
      let serial = digits[5...].reduce(0) { $0 * 10 + $1 }
      guard group != 0, serial != 0, area != 0, area != 666 else { return false }
      // Numbers printed in advertisements were never anybody's.
      if (area, group, serial) == (78, 5, 1120) || (area, group, serial) == (219, 9, 9999) { return false }
      // 987-65-4320 to 4329 are set aside for print; they look real and are treated so.
      return area < 900 || (area == 987 && group == 65 && (4320...4329).contains(serial))
    },
    Validator("us-itin", "美国个人税号：9 开头、组号规则 / US individual taxpayer number: area 9xx, group in use") { characters in
      guard characters.count == 9, let digits = characters.digits, digits[0] == 9 else { return false }
      switch digits[3] * 10 + digits[4] {
      case 50...65, 70...88, 90...92, 94...99: return true
      default: return false
      }
    },
    Validator("us-ein", "美国雇主识别号：前缀规则 / US employer number: campus prefix in use") { characters in
      guard characters.count == 9, let digits = characters.digits else { return false }
      switch digits[0] * 10 + digits[1] {
      case 0, 7...9, 17...19, 28...29, 49, 69...70, 78...79, 89, 96...97: return false
      default: return true
      }
    },
    Validator("us-aba", "美国路由号：前缀、加权模 10 / US routing number: prefix, weighted modulus 10") { characters in
      guard characters.count == 9, let digits = characters.digits else { return false }
      switch digits[0] * 10 + digits[1] {
      case 0...12, 21...32, 61...72, 80: break
      default: return false
      }
      return digits.contains { $0 != 0 } && CheckDigits.weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    },
  ]
}
