extension Validator {
  /// - Source: GB/T 2260 with its changes until April 2019.
  static let divisionFamily = [
    Validator("cn-division", "行政区划代码：六、九或十二位，省、地两级在册 / division code: 6, 9 or 12 digits, its prefecture in use (GB/T 2260)") {
      characters in
      guard [6, 9, 12].contains(characters.count), let digits = characters.digits else { return false }
      return prefectures.contains(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3])
    }
  ]

  /// The first four digits of every code in use. Counties come and go each year, so their two digits are not asked.
  private static let prefectures: Set<Int> = {
    var codes: Set<Int> = []
    for line in provinces.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: " ")
      guard let province = fields.first.flatMap({ Int($0) }) else { continue }
      for field in fields.dropFirst() {
        let ends = field.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { continue }
        for prefecture in first...last { codes.insert(province * 100 + prefecture) }
      }
    }
    return codes
  }()

  /// A province a line: its two digits, then those of its prefectures. 00 is the province itself, 90 the counties that it governs directly.
  private static let provinces = """
    11 00-01
    12 00-01
    13 00-11
    14 00-11
    15 00-09 22 25 29
    21 00-14
    22 00-08 24
    23 00-12 27
    31 00-01
    32 00-13
    33 00-11
    34 00-08 10-13 15-18
    35 00-09
    36 00-11
    37 00-17
    41 00-17 90
    42 00-03 05-13 28 90
    43 00-13 31
    44 00-09 12-20 51-53
    45 00-14
    46 00-04 90
    50 00-02
    51 00-01 03-11 13-20 32-34
    52 00-06 23 26-27
    53 00-01 03-09 23 25-26 28-29 31 33-34
    54 00-06 25
    61 00-10
    62 00-12 29-30
    63 00-02 22-23 25-28
    64 00-05
    65 00-02 04-05 23 27-32 40 42-43 90
    71 00
    81 00
    82 00
    """
}
