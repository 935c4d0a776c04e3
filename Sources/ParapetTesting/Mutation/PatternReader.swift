/// Steps through a pattern once.
struct PatternReader {
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
  /// What the next quantifier would repeat.
  private var atom = Atom()
  /// The groups that are open around it.
  private var around: [Atom] = []

  /// A character, a class or a group.
  private struct Atom {
    var start = 0
    var isOpen = false
    /// Whether something in it, passed already, is open.
    var holdsOpen = false
  }

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
      case UInt8(ascii: "\\"):
        begin()
        escape()
      case UInt8(ascii: "["):
        begin()
        characterClass()
      case UInt8(ascii: "("): openGroup()
      case UInt8(ascii: ")"): closeGroup()
      case UInt8(ascii: "|"):
        if depth == 0 { bars.append(at) } else if depth == 1 { open?.bars.append(at) }
        at += 1
      case UInt8(ascii: "{"): brace()
      case UInt8(ascii: "^"), UInt8(ascii: "$"): at += 1
      case UInt8(ascii: "?"):
        // One character more or less makes no gap.
        atom.isOpen = false
        quantified(by: at..<at + 1)
      case UInt8(ascii: "*"), UInt8(ascii: "+"):
        atom.isOpen = true
        quantified(by: at..<at + 1)
      case 0x80...0xBF: at += 1
      default:
        loose()
        begin(isOpen: bytes[at] == UInt8(ascii: "."))
        at += 1
      }
    }
  }

  private mutating func loose() { if depth == 0 { hasLooseParts = true } }

  /// Another atom begins here; the group around it keeps in mind what the last one was.
  private mutating func begin(isOpen: Bool = false) {
    settle()
    atom = Atom(start: at, isOpen: isOpen)
  }

  private mutating func settle() { if atom.isOpen, !around.isEmpty { around[around.count - 1].holdsOpen = true } }

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
    atom.isOpen = "wWsSDhHvVRXNpP".utf8.contains(letter)
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
    if byte(at) == UInt8(ascii: "^") {
      atom.isOpen = true
      at += 1
    }
    if byte(at) == UInt8(ascii: "]") { at += 1 }
    while let next = byte(at), next != UInt8(ascii: "]") {
      // A range whose end is not ASCII, such as `一-龥`.
      if next == UInt8(ascii: "-"), let end = byte(at + 1), end >= 0x80 { atom.isOpen = true }
      if next == UInt8(ascii: "\\") {
        if let letter = byte(at + 1), "wWsSDhHvVNpP".utf8.contains(letter) { atom.isOpen = true }
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
    settle()
    around.append(Atom(start: start))
    atom = Atom(start: at)
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
    settle()
    let group = around.removeLast()
    atom = Atom(start: group.start, isOpen: group.holdsOpen)
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
      begin()
      at += 1
      return
    }
    let range = at..<numbers.endIndex + 1
    let most = hasComma ? parts[1] : least
    quantifiers.append(.init(range: range, least: least, most: most, start: atom.start, isOpen: atom.isOpen))
    if most == nil { atom.isOpen = true }
    quantified(by: range)
  }

  private mutating func quantified(by range: Range<Int>) {
    if depth == 0, let last = groups.last, last.range.upperBound == range.lowerBound { groups[groups.count - 1].isQuantified = true }
    at = range.upperBound
    // Lazy or possessive.
    if byte(at) == UInt8(ascii: "?") || byte(at) == UInt8(ascii: "+") { at += 1 }
  }
}
