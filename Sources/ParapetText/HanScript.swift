/// In which forms Chinese is written.
public enum HanScript: Sendable {
  /// 简体, as on the mainland and in Singapore.
  case simplified
  /// 繁體, as in Hong Kong, Macao and Taiwan.
  case traditional

  /// The forms in which `text` is written, or nil where too few of its characters tell.
  ///
  /// A traditional character that has a simplified form is hardly ever written in simplified text; of the simplified ones some hundred are
  /// written in both (后, 里, 余), so that one or two of them say nothing.
  ///
  /// - Source: the tables of the fold `han`, from the Unicode Character Database.
  public init?(of text: [UInt8]) {
    var (traditional, simplified) = (0, 0)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0x2E80 {
      if CharacterTable.shared.traits(of: scalar.value).contains(.variant) {
        traditional += 1
      } else if HanScript.simplifiedForms.contains(scalar) {
        simplified += 1
      }
    }
    if traditional > 0, traditional * 3 >= simplified {
      self = .traditional
    } else if simplified > 2 {
      self = .simplified
    } else {
      return nil
    }
  }

  private static let simplifiedForms = Set(HanTable.simplified.unicodeScalars).subtracting(HanTable.traditional.unicodeScalars)
}
