/// Characters that differ in case only, as PCRE2 takes them, for the scripts of two cases that rules are written in.
enum CaseSets {
  /// Latin, Greek and Cyrillic letters of the blocks in use, whose simple case foldings are all known here.
  static let known: [ClosedRange<UInt32>] = [0xC0...0x17F, 0x370...0x52F, 0x1E00...0x1EFF]

  /// Sets of more than two, and those that reach into other blocks.
  ///
  /// - Source: Unicode Character Database 15.0.0, CaseFolding.txt, status C and S.
  private static let large: [[UInt32]] = [
    [0xB5, 0x3BC, 0x39C], [0x4B, 0x6B, 0x212A], [0x53, 0x73, 0x17F], [0xC5, 0xE5, 0x212B], [0xDF, 0x1E9E],
    [0x345, 0x399, 0x3B9, 0x1FBE], [0x392, 0x3B2, 0x3D0], [0x395, 0x3B5, 0x3F5], [0x398, 0x3B8, 0x3D1, 0x3F4], [0x39A, 0x3BA, 0x3F0],
    [0x3A0, 0x3C0, 0x3D6], [0x3A1, 0x3C1, 0x3F1], [0x3A3, 0x3C2, 0x3C3], [0x3A6, 0x3C6, 0x3D5], [0x3A9, 0x3C9, 0x2126],
    [0x1E60, 0x1E61, 0x1E9B], [0x390, 0x1FD3], [0x3B0, 0x1FE3],
    [0x412, 0x432, 0x1C80], [0x414, 0x434, 0x1C81], [0x41E, 0x43E, 0x1C82], [0x421, 0x441, 0x1C83], [0x422, 0x442, 0x1C84, 0x1C85],
    [0x42A, 0x44A, 0x1C86], [0x462, 0x463, 0x1C87],
  ]

  /// Every character that matches `scalar` when case does not matter, itself included; nil where that is not known here.
  static func cases(of scalar: UInt32) -> [UInt32]? {
    guard known.contains(where: { $0.contains(scalar) }), let unit = Unicode.Scalar(scalar) else { return nil }
    if let set = large.first(where: { $0.contains(scalar) }) { return set }
    var cases: [UInt32] = [scalar]
    for mapping in [unit.properties.lowercaseMapping, unit.properties.uppercaseMapping] {
      let scalars = mapping.unicodeScalars
      guard let only = scalars.first, scalars.count == 1, !cases.contains(only.value) else { continue }
      cases.append(only.value)
    }
    return cases
  }
}
