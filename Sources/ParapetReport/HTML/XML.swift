/// Text in XML 1.0.
enum XML {
  /// `text` between tags.
  static func text(_ text: String) -> String { escaped(text, keepsLines: true) }

  /// `text` between double quotes.
  static func attribute(_ text: String) -> String { escaped(text, keepsLines: false) }

  /// What is written for a character that markup keeps for itself, in XML and HTML alike; nil for all others.
  static func reference(to scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: nil
    }
  }

  /// Characters that XML cannot hold become U+FFFD.
  ///
  /// - Source: XML 1.0 (Fifth Edition), section 2.2.
  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let reference = reference(to: scalar) {
        result += reference
      } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        if keepsLines { result.unicodeScalars.append(scalar) } else { result += "&#\(scalar.value);" }
      } else if scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        result += "\u{FFFD}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
