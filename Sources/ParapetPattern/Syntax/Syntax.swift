/// What a PCRE2 pattern says, as far as that helps to foresee where it can match.
///
/// The tree never promises more than the pattern: what it does not follow (recursion, conditions, back references) is `anything`.
indirect enum Syntax: Equatable {
  /// Nothing, or something of no width: an anchor, a lookaround, `\K`.
  case empty
  /// This must follow, and is not part of the match.
  case ahead(Syntax)
  /// None of these characters may follow, or stand in front.
  case notAhead(CharacterClass)
  case notBehind(CharacterClass)
  /// A word character of ASCII on one side, none on the other.
  case boundary
  /// These bytes; ASCII letters are in lower case and stand for both cases.
  case literal([UInt8])
  /// One character.
  case one(CharacterClass)
  /// These one after another.
  case sequence([Syntax])
  /// One of these.
  case choice([Syntax])
  /// This so many times; no maximum is nil.
  case repeated(Syntax, min: Int, max: Int?)
  /// Any text of any length.
  case anything

  /// Whether what varies in length is repeated without a bound, so that one stretch of text can be parted in very many ways.
  var nests: Bool {
    switch self {
    case .empty, .notAhead, .notBehind, .boundary, .literal, .one, .anything: false
    case .ahead(let inside): inside.nests
    case .sequence(let items), .choice(let items): items.contains { $0.nests }
    case .repeated(let inside, _, let max): inside.nests || (max == nil && inside.varies)
    }
  }

  /// Characters each of which it always matches by itself; of letters that may be of either case nothing is said.
  var lone: CharacterClass? {
    switch self {
    case .one(let set): set
    case .literal(let bytes) where bytes.count == 1 && !ASCIISet.letters.contains(bytes[0]): CharacterClass(UInt32(bytes[0]))
    case .repeated(let inside, min: 1, max: _): inside.lone
    case .choice(let branches):
      branches.compactMap(\.lone).reduce(nil) { (all: CharacterClass?, lone) in all?.union(lone) ?? lone }
    default: nil
    }
  }

  private var varies: Bool {
    switch self {
    case .empty, .notAhead, .notBehind, .boundary, .literal, .one: false
    case .anything: true
    case .ahead(let inside): inside.varies
    case .sequence(let items), .choice(let items): items.contains { $0.varies }
    case .repeated(let inside, let min, let max): min != max || inside.varies
    }
  }
}

/// The characters that may stand at one place.
struct CharacterClass: Equatable {
  /// Code points, sorted, apart from each other.
  private(set) var ranges: [ClosedRange<UInt32>]

  static let all = CharacterClass([0...0x10FFFF])
  static let digits = CharacterClass([0x30...0x39])
  static let word = CharacterClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = CharacterClass([0x09...0x0D, 0x20...0x20])
  static let newline = CharacterClass([0x0A...0x0A])

  init(_ scalar: UInt32) { ranges = [scalar...scalar] }

  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  var inverted: CharacterClass {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return CharacterClass(result)
  }

  func union(_ other: CharacterClass) -> CharacterClass { CharacterClass(ranges + other.ranges) }

  /// With the other case of each character; where that is not known, everything.
  var caseless: CharacterClass {
    var extra: [ClosedRange<UInt32>] = []
    for range in ranges {
      for (letters, other) in [(UInt32(0x41)...0x5A, Int64(32)), (0x61...0x7A, -32)] where range.overlaps(letters) {
        let part = range.clamped(to: letters)
        extra.append(UInt32(Int64(part.lowerBound) + other)...UInt32(Int64(part.upperBound) + other))
      }
      // KELVIN SIGN and LONG S are k and s: whoever scans for literals knows.
      if range.upperBound < 0x80 || Self.uncased.contains(where: { $0.contains(range.lowerBound) && $0.contains(range.upperBound) }) {
        continue
      }
      guard range.count <= Self.mostCased else { return .all }
      for scalar in range where scalar >= 0x80 && !Self.isUncased(scalar) {
        guard let cases = CaseSets.cases(of: scalar) else { return .all }
        extra += cases.map { $0...$0 }
      }
    }
    return extra.isEmpty ? self : CharacterClass(ranges + extra)
  }

  /// In longer ranges cases are not looked up one by one.
  private static let mostCased = 64

  /// Blocks without letters of two cases: CJK and its punctuation, Hangul, general punctuation, pictures, tags.
  ///
  /// - Source: Unicode Character Database 15.0.0, CaseFolding.txt.
  static let uncased: [ClosedRange<UInt32>] = [
    0xA0...0xB4, 0xB6...0xBF, 0x590...0x109F, 0x2000...0x20FF, 0x2190...0x23FF, 0x2500...0x2BFF, 0x2E80...0xA63F, 0xAC00...0xD7FF,
    0xF900...0xFAFF,
    0xFE10...0xFF20, 0xFF5B...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x323AF, 0xE0000...0xE0FFF,
  ]

  /// Whether a character has only one case.
  static func isUncased(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || uncased.contains { $0.contains(scalar) }
  }

  /// Whether nothing but these ASCII characters is in it.
  func isWithin(_ set: ASCIISet) -> Bool {
    ranges.allSatisfy { range in range.upperBound < 0x80 && range.allSatisfy { set.contains(UInt8($0)) } }
  }

  /// Its characters in UTF-8, ASCII letters in lower case, when there are at most `limit`.
  func spellings(limit: Int) -> [[UInt8]]? {
    guard ranges.reduce(0, { $0 + $1.count }) <= 2 * limit else { return nil }
    var spellings: [[UInt8]] = []
    for scalar in ranges.joined() {
      let lower = scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar
      guard let scalar = Unicode.Scalar(lower) else { continue }
      let bytes = Array(UTF8.encode(scalar).map { Array($0) } ?? [])
      if !spellings.contains(bytes) { spellings.append(bytes) }
    }
    return spellings.isEmpty || spellings.count > limit ? nil : spellings
  }

  /// How many bytes of UTF-8 one of its characters takes.
  var width: ClosedRange<Int> {
    guard let first = ranges.first, let last = ranges.last else { return 1...4 }
    return Self.width(first.lowerBound)...Self.width(last.upperBound)
  }

  private static func width(_ scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}

/// A set of ASCII characters.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: String) {
    for byte in characters.utf8 where byte < 0x80 { if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) } }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte &- 64) & 1 == 1
  }

  func union(_ other: ASCIISet) -> ASCIISet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }

  static let digits = ASCIISet("0123456789")
  /// What `\s` stands for, and what `\w` does.
  static let blanks = ASCIISet("\t\n\u{0B}\u{0C}\r ")
  static let letters = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  static let word = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
  /// What may part the digits of one number; `·` may as well.
  static let separators = ASCIISet("\t\n\r !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
  /// What tokens, addresses and keys are made of.
  static let token = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.:@%<")
}
