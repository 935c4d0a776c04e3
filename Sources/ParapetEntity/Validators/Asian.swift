extension Validator {
  /// - Source: the identity card rules of the Hong Kong Immigration Department, the Ministry of the Interior in Taiwan and the Immigration and
  ///   Checkpoints Authority of Singapore, as commonly published.
  static let asianFamily = [
    Validator("hk-hkid", "香港身份证：加权模 11 / Hong Kong identity card, weighted modulus 11") { characters in
      guard (8...9).contains(characters.count), let check = characters.last else { return false }
      let letters = characters.count - 7
      guard characters.prefix(letters).allSatisfy(\.isUpperLetter), let digits = characters.dropLast().dropFirst(letters).digits else {
        return false
      }
      var values = letters == 1 ? [36] : []
      values += characters.prefix(letters).compactMap(\.base36) + digits
      guard let last = check.base36, last <= 10 else { return false }
      return (CheckDigits.weighted(values, [9, 8, 7, 6, 5, 4, 3, 2]) + last) % 11 == 0
    },
    Validator("tw-id", "台湾身分证及居留证统一证号：加权模 10 / Taiwan national ID and residence number, weighted modulus 10") { characters in
      guard characters.count == 10, let first = taiwanLetter(characters[0]), let rest = characters[2...].digits else { return false }
      let second: Int
      switch characters[1] {
      case 0x31, 0x32, 0x38, 0x39: second = Int(characters[1]) - 0x30
      case 0x41...0x44: second = Int(characters[1] - 0x41)
      default: return false
      }
      return CheckDigits.weighted([first / 10, first % 10, second] + rest, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 == 0
    },
    Validator("sg-nric", "新加坡 NRIC/FIN：加权模 11 / Singapore NRIC and FIN, weighted modulus 11") { characters in
      guard characters.count == 9, let digits = characters[1..<8].digits else { return false }
      let sum = CheckDigits.weighted(digits, [2, 7, 6, 5, 4, 3, 2])
      let table: String
      let offset: Int
      switch characters[0] {
      case 0x53: (table, offset) = ("JZIHGFEDCBA", 0)
      case 0x54: (table, offset) = ("JZIHGFEDCBA", 4)
      case 0x46: (table, offset) = ("XWUTRQPNMLK", 0)
      case 0x47: (table, offset) = ("XWUTRQPNMLK", 4)
      case 0x4D: (table, offset) = ("XWUTRQPNJLK", 3)
      default: return false
      }
      return Array(table.utf8)[(sum + offset) % 11] == characters[8]
    },
  ]

  /// The number that stands for the letter of a city or county.
  private static func taiwanLetter(_ byte: UInt8) -> Int? {
    Array("ABCDEFGHJKLMNPQRSTUVXYWZIO".utf8).firstIndex(of: byte).map { $0 + 10 }
  }
}
