/// Traditional forms of simplified Han characters, for tests that disguise a text: the way back that the fold `han` undoes.
public enum TraditionalHan {
  /// A traditional form of `scalar`, or nil when it has none that folding brings back. Of several the first in code point order: which of
  /// them a writer would choose is a question of words, and the fold treats them alike.
  public static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? { forms[scalar] }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (traditional, simplified) in zip(HanTable.traditional.unicodeScalars, HanTable.simplified.unicodeScalars) {
      guard (0x4E00...0x9FFF).contains(traditional.value), forms[simplified] == nil else { continue }
      forms[simplified] = traditional
    }
    return forms
  }()
}
