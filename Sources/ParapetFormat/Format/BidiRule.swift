/// In which direction a character is written, as far as labels need it.
///
/// Told by block: Swift does not know `Bidi_Class`. In the blocks of scripts that run from right to left, letters are R or AL.
///
/// - Source: Unicode DerivedBidiClass, default values by block.
enum BidiClass {
  case left, right, europeanNumber, arabicNumber, mark, neutral

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x10E60...0x10E7E: self = .arabicNumber
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: self = .mark
      case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .spacingMark, .decimalNumber, .letterNumber:
        self = BidiClass.isRightToLeft(scalar.value) ? .right : .left
      default: self = BidiClass.isRightToLeft(scalar.value) ? .right : .neutral
      }
    }
  }

  /// Whether a label with this character is one that is written from right to left.
  var makesRightToLeft: Bool { self == .right || self == .arabicNumber }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

/// Which labels may stand in a name that is written from right to left.
///
/// - Source: RFC 5893, section 2.
enum BidiRule {
  static func allows(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map(BidiClass.init)
    guard let first = classes.first, let last = classes.last(where: { $0 != .mark }) else { return false }
    switch first {
    case .right:
      let hasBoth = classes.contains(.europeanNumber) && classes.contains(.arabicNumber)
      return !classes.contains(.left) && !hasBoth && (last == .right || last == .europeanNumber || last == .arabicNumber)
    case .left:
      return !classes.contains(.right) && !classes.contains(.arabicNumber) && (last == .left || last == .europeanNumber)
    default: return false
    }
  }
}
