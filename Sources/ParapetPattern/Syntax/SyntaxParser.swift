/// Reads a PCRE2 pattern that PCRE2 itself has accepted.
///
/// - Source: pcre2pattern(3) of PCRE2 10.42.
struct SyntaxParser {
  /// The options that change what a pattern means for us; set by `(?i)` and its kin until the group ends.
  struct Flags {
    var caseless = false
    var dotAll = false
    var extended = false
    var extendedMore = false
  }

  let scalars: [UInt32]
  var at = 0
  var flags: Flags
  /// What the capture groups closed so far match, by number.
  var groups: [Int: Syntax] = [:]
  var groupCount = 0
  /// Whether alternatives share group numbers, so that a number says little.
  var reusesNumbers = false

  private init(_ source: String, caseless: Bool) {
    scalars = source.unicodeScalars.map(\.value)
    flags = Flags(caseless: caseless)
  }

  /// The tree of `source`, or nil when it holds something that could mean anything anywhere: a verb such as `(*ACCEPT)`.
  static func parse(_ source: String, caseless: Bool) -> Syntax? {
    var parser = SyntaxParser(source, caseless: caseless)
    do throws(Unknown) {
      let tree = try parser.alternatives()
      return parser.isAtEnd ? tree : nil
    } catch {
      return nil
    }
  }

  /// Something this reader does not follow.
  struct Unknown: Error {}

  var isAtEnd: Bool { at >= scalars.count }
  var next: UInt32 { at < scalars.count ? scalars[at] : 0 }

  func sees(_ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= scalars.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where unsafe scalars[at + index] != UInt32(text.utf8Start[index]) { return false }
    return true
  }

  mutating func skip(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  /// Skips up to and including `text`; everything when it is not there.
  mutating func skip(past text: StaticString) {
    while !isAtEnd && !sees(text) { at += 1 }
    at = min(at + text.utf8CodeUnitCount, scalars.count)
  }

  /// Alternatives up to the end or a closing parenthesis.
  mutating func alternatives() throws(Unknown) -> Syntax {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Unknown) -> Syntax {
    var items: [Syntax] = []
    while !isAtEnd, next != UInt32(ascii: "|"), next != UInt32(ascii: ")") {
      guard let item = try item() else { continue }
      items.append(try quantified(item))
    }
    switch items.count {
    case 0: return .empty
    case 1: return items[0]
    default: return .sequence(items)
    }
  }

  /// One thing that a quantifier may follow, or nil for what is only layout.
  private mutating func item() throws(Unknown) -> Syntax? {
    let scalar = next
    if flags.extended || flags.extendedMore {
      if CharacterClass.space.ranges.contains(where: { $0.contains(scalar) }) {
        at += 1
        return nil
      }
      if skip("#") {
        skip(past: "\n")
        return nil
      }
    }
    if sees("(?#") {
      skip(past: ")")
      return nil
    }
    if skip("\\Q") {
      let start = at
      while !isAtEnd && !sees("\\E") { at += 1 }
      let literal = scalars[start..<at].map { character($0) }
      _ = skip("\\E")
      // A quantifier behind it belongs to the last character.
      guard let last = literal.last else { return nil }
      return .sequence(literal.dropLast() + [try quantified(last)])
    }
    if skip("\\E") { return nil }
    if let literal = literal() { return literal }
    at += 1
    switch scalar {
    case UInt32(ascii: "."): return .one(flags.dotAll ? .all : CharacterClass.newline.inverted)
    case UInt32(ascii: "^"), UInt32(ascii: "$"): return .empty
    case UInt32(ascii: "["): return .one(try characterClass())
    case UInt32(ascii: "("): return try group()
    case UInt32(ascii: "\\"): return try escape()
    default: return character(scalar)
    }
  }

  /// Characters that stand for themselves, as long as no quantifier takes the last of them; nil when there are none.
  private mutating func literal() -> Syntax? {
    var bytes: [UInt8] = []
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar < 0x80, Self.special.contains(UInt8(scalar)) { break }
      if flags.extended || flags.extendedMore, scalar <= 0x20 || scalar == UInt32(ascii: "#") { break }
      if at + 1 < scalars.count, scalars[at + 1] < 0x80, Self.quantifiers.contains(UInt8(scalars[at + 1])) { break }
      if flags.caseless, !CharacterClass.isUncased(scalar) { break }
      guard let unit = Unicode.Scalar(scalar), let encoded = UTF8.encode(unit) else { break }
      bytes += encoded
      at += 1
    }
    return bytes.isEmpty ? nil : .literal(bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  private static let special = ASCIISet("\\^$.[|()?*+{")
  private static let quantifiers = ASCIISet("?*+{")

  /// One literal character.
  func character(_ scalar: UInt32) -> Syntax { .one(cased(CharacterClass(scalar))) }

  /// `set`, with its other cases when case does not matter.
  func cased(_ set: CharacterClass) -> CharacterClass { flags.caseless ? set.caseless : set }

  /// `item` with the quantifiers that follow it.
  private mutating func quantified(_ item: Syntax) throws(Unknown) -> Syntax {
    var result = item
    while true {
      if flags.extended || flags.extendedMore {
        while CharacterClass.space.ranges.contains(where: { $0.contains(next) }) && !isAtEnd { at += 1 }
      }
      guard let (low, high) = quantifier() else { return result }
      if !skip("?") { _ = skip("+") }
      result = .repeated(result, min: low, max: high)
    }
  }

  private mutating func quantifier() -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard sees("{") else { return nil }
    let start = at
    at += 1
    if let low = number() {
      if skip("}") { return (low, low) }
      if skip(",") {
        if skip("}") { return (low, nil) }
        if let high = number(), skip("}") { return (low, high) }
      }
    }
    at = start
    return nil
  }

  mutating func number() -> Int? {
    var value: Int?
    while let digit = digit(next, base: 10), !isAtEnd {
      value = min((value ?? 0) * 10 + digit, 1 << 20)
      at += 1
    }
    return value
  }

  func digit(_ scalar: UInt32, base: Int) -> Int? {
    guard let unit = Unicode.Scalar(scalar), unit.isASCII, let value = Character(unit).hexDigitValue, value < base else { return nil }
    return value
  }
}

extension UInt32 {
  init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
