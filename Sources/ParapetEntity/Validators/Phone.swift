extension Validator {
  /// - Source: the numbering plan of the Ministry of Industry and Information Technology (2017 edition and later allocations).
  static let phoneFamily = [
    Validator("cn-mobile", "手机号：11 位、在用号段 / mainland mobile number: 11 digits, prefix in use") { characters in
      var rest = characters[...]
      if rest.first == 0x2B { rest = rest.dropFirst() }
      if rest.starts(with: "0086".utf8) { rest = rest.dropFirst(4) }
      if rest.count == 13, rest.starts(with: "86".utf8) { rest = rest.dropFirst(2) }
      guard rest.count == 11, let digits = rest.digits, digits[0] == 1 else { return false }
      switch digits[1] {
      case 3, 5, 8: return digits[1] != 5 || digits[2] != 4
      case 4: return digits[2] != 2 && digits[2] != 3
      case 6: return [2, 5, 6, 7].contains(digits[2])
      case 7: return digits[2] != 9
      case 9: return digits[2] != 4
      default: return false
      }
    },
    Validator("cn-landline", "固定电话：区号加七至八位 / mainland landline: area code and seven or eight digits") { characters in
      var rest = characters[...]
      if rest.first == 0x2B { rest = rest.dropFirst() }
      guard let digits = rest.digits, digits.count >= 10, digits[0] == 0 else { return false }
      switch digits[1] {
      case 1: return digits[2] == 0 && (10...11).contains(digits.count)
      case 2: return digits[2] != 6 && (10...11).contains(digits.count)
      case 3...9: return (11...12).contains(digits.count)
      default: return false
      }
    },
  ]
}
