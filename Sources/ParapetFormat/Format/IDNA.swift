/// Which code points may stand in an internationalized label.
///
/// Derived from the properties that Swift knows (its Unicode version, not a frozen table).
///
/// - Source: RFC 5892, sections 2 and 3, and appendix A (contextual rules).
enum IDNA {
  /// Whether the code point at `index` may stand there.
  static func allows(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    let scalar = label[index]
    switch scalar.value {
    // Exceptions, section 2.6.
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    // Contextual rules, appendix A.
    case 0xB7: return index > 0 && label[index - 1] == "l" && index + 1 < label.count && label[index + 1] == "l"
    case 0x375: return index + 1 < label.count && isGreek(label[index + 1])
    case 0x5F3, 0x5F4: return index > 0 && (0x591...0x5F4).contains(label[index - 1].value)
    case 0x30FB: return label.contains { isJapanese($0) }
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    case 0x200D: return index > 0 && isVirama(label[index - 1])
    case 0x200C: return index > 0 && (isVirama(label[index - 1]) || JoiningType.joins(label, across: index))
    default: return isValid(scalar)
    }
  }

  /// Sections 2.1 to 2.10, in the order of section 3.
  private static func isValid(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) { return true }
    let properties = scalar.properties
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace
      || properties.isNoncharacterCodePoint
    {
      return false
    }
    // Old Hangul jamo, and blocks of signs that stand for nothing by themselves.
    switch scalar.value {
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
    default: break
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.canonicalCombiningClass == .virama }

  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) && scalar.value != 0x37E || (0x1F00...0x1FFF).contains(scalar.value)
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: true
    default: scalar.properties.isIdeographic
    }
  }
}

/// How an Arabic letter joins its neighbours. Letters of other scripts count as joining to nothing.
///
/// - Source: Unicode ArabicShaping, block Arabic; RFC 5892, appendix A.1.
enum JoiningType {
  case dual, right, transparent, none

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699, 0x6C0, 0x6C3...0x6CB, 0x6CD, 0x6CF,
      0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF:
      self = .right
    case 0x620...0x64A, 0x66E, 0x66F, 0x678...0x6D0, 0x6FA...0x6FC, 0x6FF: self = .dual
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: self = .transparent
      default: self = .none
      }
    }
  }

  /// Whether the letters on both sides of `index` would join.
  static func joins(_ label: [Unicode.Scalar], across index: Int) -> Bool {
    let before = label[..<index].reversed().map(JoiningType.init).first { $0 != .transparent }
    let after = label[(index + 1)...].map(JoiningType.init).first { $0 != .transparent }
    return before == .dual && (after == .dual || after == .right)
  }
}
