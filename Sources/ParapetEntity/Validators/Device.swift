extension Validator {
  /// - Source: 3GPP TS 23.003 (IMEI); GB 16735-2019 and ISO 3779 (VIN).
  static let deviceFamily = [
    Validator("imei", "IMEI：15 位，Luhn / IMEI, 15 digits, Luhn (3GPP TS 23.003)") { characters in
      guard characters.count == 15, let digits = characters.digits, digits.contains(where: { $0 != 0 }) else { return false }
      return CheckDigits.luhn(digits)
    },
    Validator("vin", "车架号：17 位、无 I O Q、第 9 位校验 / vehicle number, check at place nine (GB 16735)") { characters in
      guard characters.count == 17 else { return false }
      var values: [Int] = []
      for byte in characters {
        guard let value = vehicleValue(byte) else { return false }
        values.append(value)
      }
      guard characters.contains(where: \.isUpperLetter) else { return false }
      let check = CheckDigits.weighted(values, [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
      return characters[8] == (check == 10 ? 0x58 : UInt8(check) + 0x30)
    },
  ]

  /// The value of a letter or digit in a vehicle number.
  private static func vehicleValue(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte) - 0x30 }
    guard byte.isUpperLetter, !"IOQ".utf8.contains(byte) else { return nil }
    switch byte {
    case 0x41...0x48: return Int(byte) - 0x40
    case 0x4A...0x52: return Int(byte) - 0x49
    default: return Int(byte) - 0x51
    }
  }
}
