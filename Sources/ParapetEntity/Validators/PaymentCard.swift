extension Validator {
  /// - Source: ISO/IEC 7812-1 (Luhn); the issuer ranges published by the card schemes; JR/T 0008 for cards issued in China.
  static let paymentCardFamily = [
    Validator("payment-card", "银行卡号：发卡行号段、位数、Luhn / payment card: issuer range, length, Luhn (ISO/IEC 7812-1)") { characters in
      guard let digits = characters.digits, CheckDigits.luhn(digits) else { return false }
      return PaymentCard.lengths(digits)?.contains(digits.count) ?? false
    }
  ]
}

/// Issuer ranges of payment cards.
enum PaymentCard {
  private static let four = 13...19

  /// The lengths that cards of this issuer have; nil when no scheme issues such cards.
  ///
  /// The ranges leave out what only looks like a card: serial numbers that start with 1, SIM cards (8986) and Alipay users (2088).
  static func lengths(_ digits: [Int]) -> ClosedRange<Int>? {
    guard digits.count >= 13 else { return nil }
    let prefix = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
    switch prefix {
    case 2200...2204: return 16...19
    case 2221...2720: return 16...16
    case 3000...3059, 3095, 3600...3699, 3800...3999: return 14...19
    case 3400...3499, 3700...3799: return 15...15
    case 3528...3589: return 16...19
    // Chinese cards older than the UnionPay range, some of them longer than their scheme's own.
    case 4367, 4563, 5019, 6013, 9558, 9559: return 16...19
    case 4000...4999: return [13, 16, 18, 19].contains(digits.count) ? four : nil
    case 5100...5599: return 16...16
    case 5018, 5020, 5038, 5612, 5893, 6304, 6759, 6761...6763: return 16...19
    case 6011, 6440...6599: return 16...19
    case 6200...6299: return 16...19
    case 6000...6099, 6900...6999, 9400...9499, 9843...9849: return 16...19
    case 8100...8171: return 16...19
    default: return nil
    }
  }
}
