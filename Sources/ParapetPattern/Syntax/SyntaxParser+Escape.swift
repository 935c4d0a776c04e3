extension SyntaxParser {
  /// What a backslash and what follows it mean outside a class; behind the backslash.
  mutating func escape() throws(Unknown) -> Syntax {
    if isAtEnd { throw Unknown() }
    let letter = next
    if let set = shorthand() { return .one(set) }
    if let scalar = try escapedScalar(inClass: false) { return character(scalar) }
    at += 1
    switch letter {
    case UInt32(ascii: "b"): return .boundary
    case UInt32(ascii: "B"), UInt32(ascii: "A"), UInt32(ascii: "Z"), UInt32(ascii: "z"), UInt32(ascii: "G"),
      UInt32(ascii: "K"):
      return .empty
    case UInt32(ascii: "R"), UInt32(ascii: "X"): return .anything
    case UInt32(ascii: "g"), UInt32(ascii: "k"):
      if skip("{") {
        skip(past: "}")
      } else if skip("<") {
        skip(past: ">")
      } else if skip("'") {
        skip(past: "'")
      } else {
        if !skip("-") { _ = skip("+") }
        _ = number()
      }
      return .anything
    case UInt32(ascii: "1")...UInt32(ascii: "9"):
      at -= 1
      // What a group has matched is one of the things that it can match: in a sequence, it is none of them by itself.
      return reusesNumbers ? .anything : number().flatMap { groups[$0] }.map { .sequence([$0]) } ?? .anything
    default: throw Unknown()
    }
  }

  /// A class of one letter, such as `\d`, or nil when another thing follows the backslash.
  mutating func shorthand() -> CharacterClass? {
    let letter = next
    let set: CharacterClass? =
      switch letter {
      case UInt32(ascii: "d"): .digits
      case UInt32(ascii: "D"): CharacterClass.digits.inverted
      case UInt32(ascii: "w"): .word
      case UInt32(ascii: "W"): CharacterClass.word.inverted
      case UInt32(ascii: "s"): .space
      case UInt32(ascii: "S"): CharacterClass.space.inverted
      case UInt32(ascii: "h"), UInt32(ascii: "H"), UInt32(ascii: "v"), UInt32(ascii: "V"): .all
      case UInt32(ascii: "N") where at + 1 >= scalars.count || scalars[at + 1] != UInt32(ascii: "{"): CharacterClass.newline.inverted
      case UInt32(ascii: "p"), UInt32(ascii: "P"): .all
      default: nil
      }
    guard set != nil else { return nil }
    at += 1
    if letter == UInt32(ascii: "p") || letter == UInt32(ascii: "P") { if skip("{") { skip(past: "}") } else { at += 1 } }
    return set
  }

  /// The character that an escape spells, or nil when it spells none.
  mutating func escapedScalar(inClass: Bool) throws(Unknown) -> UInt32? {
    let letter = next
    let isPlain = !(letter < 0x80 && CharacterClass.word.ranges.contains { $0.contains(letter) })
    if isPlain || letter == UInt32(ascii: "_") {
      at += 1
      return letter
    }
    let start = at
    at += 1
    switch letter {
    case UInt32(ascii: "a"): return 0x07
    case UInt32(ascii: "e"): return 0x1B
    case UInt32(ascii: "f"): return 0x0C
    case UInt32(ascii: "n"): return 0x0A
    case UInt32(ascii: "r"): return 0x0D
    case UInt32(ascii: "t"): return 0x09
    case UInt32(ascii: "b") where inClass: return 0x08
    case UInt32(ascii: "x"):
      if skip("{") { return braced(base: 16) }
      return digits(base: 16, atMost: 2)
    case UInt32(ascii: "o") where skip("{"): return braced(base: 8)
    case UInt32(ascii: "N") where skip("{U+"): return braced(base: 16)
    case UInt32(ascii: "0"): return digits(base: 8, atMost: 2)
    case UInt32(ascii: "c"):
      let control = next
      at += 1
      return (control >= 0x61 && control <= 0x7A ? control - 32 : control) ^ 64
    case UInt32(ascii: "1")...UInt32(ascii: "7") where inClass:
      at = start
      return digits(base: 8, atMost: 3)
    default:
      at = start
      return nil
    }
  }

  private mutating func braced(base: Int) -> UInt32 {
    let value = digits(base: base, atMost: 12)
    skip(past: "}")
    return value
  }

  private mutating func digits(base: Int, atMost count: Int) -> UInt32 {
    var value: UInt32 = 0
    var left = count
    while left > 0, !isAtEnd, let digit = digit(next, base: base) {
      value = min(value &* UInt32(base) &+ UInt32(digit), 0x10FFFF)
      at += 1
      left -= 1
    }
    return value
  }
}
