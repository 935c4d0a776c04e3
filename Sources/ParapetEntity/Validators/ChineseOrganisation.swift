extension Validator {
  /// - Source: GB 32100-2015; GB 11714-1997; GS 15-2006; the loan card rules of the People's Bank of China.
  static let chineseOrganisationFamily = [
    Validator("cn-uscc", "统一社会信用代码：GB 32100-2015 校验，内含组织机构代码 / unified social credit code with its inner organisation code") { characters in
      ChineseOrganisation.isCreditCode(characters)
    },
    Validator("cn-org-code", "组织机构代码：GB 11714-1997 校验 / organisation code") { characters in
      ChineseOrganisation.isOrganisationCode(characters[...])
    },
    Validator("cn-biz-reg-15", "工商注册号：15 位，ISO 7064 MOD 11,10 / business registration, 15 digits") { characters in
      guard characters.count == 15, let digits = characters.digits else { return false }
      return CheckDigits.mod1110(digits)
    },
    Validator("cn-loan-card", "中征码：16 位，两位校验 / PBOC credit code, 16 characters") { characters in
      ChineseOrganisation.isLoanCard(characters)
    },
  ]
}

/// Check characters of Chinese organisations.
enum ChineseOrganisation {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
  private static let loanWeights = [1, 3, 5, 7, 11, 2, 13, 1, 1, 17, 19, 97, 23, 29]

  static func isCreditCode(_ characters: [UInt8]) -> Bool {
    guard characters.count == 18, characters[2..<8].digits != nil, "123456789AGNY".utf8.contains(characters[0]) else { return false }
    var sum = 0
    var weight = 1
    for byte in characters.dropLast() {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31] == characters[17] && isOrganisationCode(characters[8..<17])
  }

  static func isOrganisationCode(_ characters: ArraySlice<UInt8>) -> Bool {
    guard characters.count == 9, let check = characters.last else { return false }
    var values: [Int] = []
    for byte in characters.dropLast() {
      guard let value = byte.base36 else { return false }
      values.append(value)
    }
    let expected = 11 - CheckDigits.weighted(values, organisationWeights) % 11
    switch expected {
    case 10: return check == 0x58
    case 11: return check == 0x30
    default: return check == UInt8(expected) + 0x30
    }
  }

  static func isLoanCard(_ characters: [UInt8]) -> Bool {
    guard characters.count == 16, let check = characters[14...].digits, characters[3..<14].digits != nil else { return false }
    var values: [Int] = []
    for byte in characters.prefix(14) {
      guard let value = byte.base36 else { return false }
      values.append(value)
    }
    return CheckDigits.weighted(values, loanWeights) % 97 + 1 == check[0] * 10 + check[1]
  }
}
