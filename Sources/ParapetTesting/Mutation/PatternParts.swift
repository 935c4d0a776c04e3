/// The parts of a PCRE2 pattern that a mutation may change: its outermost alternatives and its bounded quantifiers.
///
/// All ranges are in UTF-8 bytes of the pattern. The pattern is one that PCRE2 has compiled; this only has to find its way through it.
///
/// - Source: pcre2pattern(3): escapes, `\Q…\E`, character classes, comments, groups, quantifiers.
struct PatternParts {
  /// A quantifier in braces.
  struct Quantifier: Equatable {
    /// The braces and what stands between them.
    let range: Range<Int>
    let least: Int
    /// Nil where there is no upper bound.
    let most: Int?
  }

  /// The alternatives of the outermost alternation: of the pattern itself, or of the one group that is all of it but for anchors and
  /// looks around. One alternative when there is no alternation.
  let alternatives: [Range<Int>]
  /// The bounded quantifiers, in order.
  let quantifiers: [Quantifier]

  init(_ pattern: String) {
    var reader = PatternReader(bytes: Array(pattern.utf8))
    reader.read()
    quantifiers = reader.quantifiers
    let outermost = reader.alternation(from: 0, to: reader.bytes.count, bars: reader.bars)
    alternatives = outermost.count > 1 ? outermost : reader.sole.map { reader.alternation(of: $0) } ?? outermost
  }
}

/// Steps through a pattern once.
private struct PatternReader {
  /// A group at the outermost level.
  struct Group {
    let range: Range<Int>
    /// Where its alternatives begin, behind `(?:` and the like.
    let body: Int
    let isLook: Bool
    var bars: [Int] = []
    var isQuantified = false
  }

  let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  private(set) var bars: [Int] = []
  private(set) var quantifiers: [PatternParts.Quantifier] = []
  private var groups: [Group] = []
  private var open: (start: Int, body: Int, isLook: Bool, bars: [Int])?
  /// Bytes at the outermost level that are neither groups nor anchors.
  private var hasLooseParts = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The group that is the whole pattern but for anchors and looks around.
  var sole: Group? {
    let found = groups.filter { !$0.isLook }
    guard found.count == 1, !hasLooseParts, !found[0].isQuantified else { return nil }
    return found[0]
  }

  func alternation(of group: Group) -> [Range<Int>] { alternation(from: group.body, to: group.range.upperBound - 1, bars: group.bars) }

  func alternation(from start: Int, to end: Int, bars: [Int]) -> [Range<Int>] {
    let ends = bars + [end]
    let starts = [start] + bars.map { $0 + 1 }
    return zip(starts, ends).map { $0..<$1 }
  }

  mutating func read() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): escape()
      case UInt8(ascii: "["): characterClass()
      case UInt8(ascii: "("): openGroup()
      case UInt8(ascii: ")"): closeGroup()
      case UInt8(ascii: "|"):
        if depth == 0 { bars.append(at) } else if depth == 1 { open?.bars.append(at) }
        at += 1
      case UInt8(ascii: "{"): brace()
      case UInt8(ascii: "^"), UInt8(ascii: "$"): at += 1
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): quantified(by: at..<at + 1)
      default:
        loose()
        at += 1
      }
    }
  }

  private mutating func loose() { if depth == 0 { hasLooseParts = true } }

  private func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func escape() {
    guard let letter = byte(at + 1) else {
      at += 1
      return
    }
    if letter == UInt8(ascii: "Q") {
      loose()
      at += 2
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "\\") && byte(at + 1) == UInt8(ascii: "E")) { at += 1 }
      at += 2
      return
    }
    if !"bBAzZG".utf8.contains(letter) { loose() }
    at += 2
    // `\x{200b}`, `\p{Han}`, `\k{name}`…
    if "xopPkgN".utf8.contains(letter), byte(at) == UInt8(ascii: "{") {
      while at < bytes.count, bytes[at] != UInt8(ascii: "}") { at += 1 }
      at += 1
    }
  }

  private mutating func characterClass() {
    loose()
    at += 1
    if byte(at) == UInt8(ascii: "^") { at += 1 }
    if byte(at) == UInt8(ascii: "]") { at += 1 }
    while let next = byte(at), next != UInt8(ascii: "]") {
      if next == UInt8(ascii: "\\") {
        at += 2
      } else if next == UInt8(ascii: "["), byte(at + 1) == UInt8(ascii: ":") {
        while at < bytes.count, !(bytes[at] == UInt8(ascii: ":") && byte(at + 1) == UInt8(ascii: "]")) || bytes[at - 1] == UInt8(ascii: "[")
        {
          at += 1
        }
        at += 2
      } else {
        at += 1
      }
    }
    at += 1
  }

  private mutating func openGroup() {
    let start = at
    if bytes[at...].starts(with: "(?#".utf8) {
      while at < bytes.count, bytes[at] != UInt8(ascii: ")") { at += 1 }
      at += 1
      return
    }
    at += 1
    var isLook = false
    if byte(at) == UInt8(ascii: "?") {
      let head = bytes[at...].prefix(3).map { $0 }
      isLook =
        head.starts(with: "?=".utf8) || head.starts(with: "?!".utf8) || head.starts(with: "?<=".utf8) || head.starts(with: "?<!".utf8)
      if isLook {
        at += head[1] == UInt8(ascii: "<") ? 3 : 2
      } else {
        skipHead()
        // `(?i)`: options for what follows, no group.
        if byte(at) == UInt8(ascii: ")") {
          at += 1
          return
        }
        if byte(at) == UInt8(ascii: ":") || byte(at) == UInt8(ascii: ">") || byte(at) == UInt8(ascii: "|") { at += 1 }
      }
    }
    if depth == 0 { open = (start, at, isLook, []) }
    depth += 1
  }

  /// Passes `?`, a name or option letters.
  private mutating func skipHead() {
    at += 1
    let closing: UInt8? =
      switch (byte(at), byte(at + 1)) {
      case (UInt8(ascii: "<"), _), (UInt8(ascii: "P"), UInt8(ascii: "<")): UInt8(ascii: ">")
      case (UInt8(ascii: "'"), _): UInt8(ascii: "'")
      default: nil
      }
    if let closing {
      at += 1
      while at < bytes.count, bytes[at] != closing { at += 1 }
      at += 1
      return
    }
    while let next = byte(at), (next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")) || "-^".utf8.contains(next) {
      at += 1
    }
  }

  private mutating func closeGroup() {
    at += 1
    guard depth > 0 else { return }
    depth -= 1
    guard depth == 0, let open else { return }
    groups.append(Group(range: open.start..<at, body: open.body, isLook: open.isLook, bars: open.bars))
    self.open = nil
  }

  /// `{2,5}`, or a brace that stands for itself.
  private mutating func brace() {
    let numbers = bytes[(at + 1)...].prefix { $0 != UInt8(ascii: "}") }
    let parts = numbers.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    let hasComma = numbers.contains(UInt8(ascii: ","))
    guard numbers.endIndex < bytes.count, numbers.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ",") }),
      let least = parts.first ?? nil, parts.count == 1 || parts[1] != nil || numbers.last == UInt8(ascii: ",")
    else {
      loose()
      at += 1
      return
    }
    let range = at..<numbers.endIndex + 1
    quantifiers.append(.init(range: range, least: least, most: hasComma ? parts[1] : least))
    quantified(by: range)
  }

  private mutating func quantified(by range: Range<Int>) {
    if depth == 0, let last = groups.last, last.range.upperBound == range.lowerBound { groups[groups.count - 1].isQuantified = true }
    at = range.upperBound
  }
}
