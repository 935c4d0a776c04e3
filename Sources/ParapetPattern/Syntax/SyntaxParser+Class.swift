extension SyntaxParser {
  /// A class in brackets, behind its opening one.
  mutating func characterClass() throws(Unknown) -> CharacterClass {
    let isInverted = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while isFirst || next != UInt32(ascii: "]") {
      if isAtEnd { throw Unknown() }
      isFirst = false
      if skip("\\E") || (flags.extendedMore && (skip(" ") || skip("\t"))) { continue }
      if skip("\\Q") {
        while !isAtEnd && !sees("\\E") {
          ranges.append(next...next)
          at += 1
        }
        _ = skip("\\E")
        continue
      }
      if sees("[:"), let set = posixClass() {
        ranges += set.ranges
        continue
      }
      let (set, scalar) = try member()
      guard let low = scalar else {
        ranges += set.ranges
        continue
      }
      guard sees("-"), at + 1 < scalars.count, scalars[at + 1] != UInt32(ascii: "]") else {
        ranges.append(low...low)
        continue
      }
      at += 1
      let (other, high) = try member()
      if let high {
        guard low <= high else { throw Unknown() }
        ranges.append(low...high)
      } else {
        ranges += [low...low, 0x2D...0x2D] + other.ranges
      }
    }
    at += 1
    let set = cased(CharacterClass(ranges))
    return isInverted ? inverted(set, ranges) : set
  }

  /// Negation is of the characters as written with all their cases; where those are not known, it is everything.
  private func inverted(_ set: CharacterClass, _ ranges: [ClosedRange<UInt32>]) -> CharacterClass {
    set == .all ? .all : set.inverted
  }

  /// One member: a character, or a set that cannot begin a range.
  private mutating func member() throws(Unknown) -> (CharacterClass, UInt32?) {
    guard skip("\\") else {
      let scalar = next
      at += 1
      return (CharacterClass(scalar), scalar)
    }
    if let set = shorthand() { return (set, nil) }
    guard let scalar = try escapedScalar(inClass: true) else { throw Unknown() }
    return (CharacterClass(scalar), scalar)
  }

  /// `[:digit:]` and the like; nil when it is no such thing.
  private mutating func posixClass() -> CharacterClass? {
    let start = at
    at += 2
    let isInverted = skip("^")
    let nameStart = at
    while !isAtEnd, next >= 0x61, next <= 0x7A { at += 1 }
    let name = String(String.UnicodeScalarView(scalars[nameStart..<at].compactMap(Unicode.Scalar.init)))
    guard skip(":]"), let set = Self.posix[name] else {
      at = start
      return nil
    }
    return isInverted ? set.inverted : set
  }

  private static let posix: [String: CharacterClass] = [
    "alpha": CharacterClass([0x41...0x5A, 0x61...0x7A]), "lower": CharacterClass([0x61...0x7A]), "upper": CharacterClass([0x41...0x5A]),
    "digit": .digits, "alnum": CharacterClass([0x30...0x39, 0x41...0x5A, 0x61...0x7A]), "word": .word, "space": .space,
    "blank": CharacterClass([0x09...0x09, 0x20...0x20]), "cntrl": CharacterClass([0...0x1F, 0x7F...0x7F]),
    "punct": CharacterClass([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]), "graph": CharacterClass([0x21...0x7E]),
    "print": CharacterClass([0x20...0x7E]), "ascii": CharacterClass([0...0x7F]),
    "xdigit": CharacterClass([0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]
}
