extension Validator {
  /// - Source: GB 11643-1999; GB/T 2260 for the province codes; State Council decree on residence permits of 2018; the foreigners' permanent
  ///   residence card of 2023.
  static let residentFamily = [
    Validator("cn-resident-id", "居民身份证号：省级代码、真实日期、GB 11643-1999 校验 / resident ID: province, real date, check (GB 11643-1999)") {
      characters in
      ResidentID.isResident(characters)
    },
    Validator("cn-resident-id-15", "一代身份证号：省级代码、真实日期 / first-generation resident ID: province, real date") { characters in
      guard characters.count == 15, let digits = characters.digits, ResidentID.isProvince(digits) else { return false }
      return ResidentID.isDay(1900 + digits[6] * 10 + digits[7], digits[8...11])
    },
    Validator("hmt-residence", "港澳台居民居住证：810000/820000/830000、日期、校验 / residence permit of HK, Macao, Taiwan (GB 11643-1999)") {
      characters in
      guard ["810000", "820000", "830000"].contains(where: { characters.starts(with: $0.utf8) }) else { return false }
      return ResidentID.isDatedAndChecked(characters)
    },
    Validator("cn-foreign-pr", "外国人永久居留身份证：9 开头、日期、校验；旧版三字母加十二位 / foreigners' permanent residence card") { characters in
      if characters.count == 15 {
        guard characters.prefix(3).allSatisfy(\.isUpperLetter), let digits = characters.dropFirst(3).digits else { return false }
        return ResidentID.isDay(1900 + digits[4] * 10 + digits[5], digits[6...9])
      }
      return characters.first == 0x39 && ResidentID.isDatedAndChecked(characters)
    },
  ]
}

/// The parts of a resident identity number.
enum ResidentID {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)

  static func isResident(_ characters: [UInt8]) -> Bool {
    guard characters.count == 18, let region = characters.prefix(6).digits, isProvince(region) else { return false }
    return isDatedAndChecked(characters)
  }

  /// Whether the first two digits are a province, an autonomous region, a municipality or a special region.
  static func isProvince(_ digits: [Int]) -> Bool {
    switch digits[0] * 10 + digits[1] {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  static func isDatedAndChecked(_ characters: [UInt8]) -> Bool {
    guard characters.count == 18, let digits = characters.dropLast().digits else { return false }
    guard isDay(digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9], digits[10...13]) else { return false }
    return checks[CheckDigits.weighted(digits, weights) % 11] == characters[17]
  }

  /// Whether the four digits `monthDay` are a day of `year`.
  static func isDay(_ year: Int, _ monthDay: ArraySlice<Int>) -> Bool {
    let at = monthDay.startIndex
    return CalendarDay.exists(
      year: year, month: monthDay[at] * 10 + monthDay[at + 1], day: monthDay[at + 2] * 10 + monthDay[at + 3])
  }
}
