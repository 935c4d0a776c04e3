/// What is known of every match of a part of a pattern.
struct Outline: Sendable {
  /// Bytes that a match takes, or that lie in front of something in it; no maximum is nil.
  struct Width: Sendable {
    var least: Int
    var most: Reach?

    static let none = Width(least: 0, most: Reach.none)
    static let limit = 1 << 24

    static func + (a: Width, b: Width) -> Width {
      Width(least: min(a.least + b.least, limit), most: a.most.flatMap { a in b.most.map { a + $0 } })
    }
  }

  /// How it is put together.
  indirect enum Structure: Sendable {
    case simple
    case sequence([Outline])
    case choice([Outline])
    /// Once at least.
    case repeated(Outline)
  }

  /// At most so many characters are spelled out where one of a class stands.
  static let mostCharacters = 40
  /// At most so many anchors are kept of a part.
  static let mostAnchors = 8

  var width = Width.none
  /// Everything that can match, when that is little; ASCII letters in lower case.
  var spellings: Spellings? = .nothing
  var anchors: [Anchor] = []
  /// How digits and separators alternate in it, when there is nothing else.
  var digits: DigitShape? = .nothing
  /// Whether there is nothing but characters of `ASCIISet.token`.
  var isToken = true
  /// Whether there is nothing but blanks of ASCII, and whether there is nothing but its letters, digits and underscores.
  var isBlank = true
  var isWord = true
  /// The bytes that its first character may begin with, its last one, and any of them; ASCII letters are in lower case.
  var firsts = ByteSet.none
  var lasts = ByteSet.none
  var characters = ByteSet.none
  /// The bytes one of which must follow, without being part of it; nil when nothing must.
  var ahead: ByteSet?
  /// The bytes that something of no width leaves behind itself, and in front; of a boundary, where a word character stands on the other side.
  var leavesAhead: ByteSet?
  var leavesBehind: ByteSet?
  var isBoundary: Bool { leavesAhead != nil && leavesBehind != nil }
  /// With which digits it can begin, when it is digits throughout.
  var heads = DigitHeads.nothing
  var structure = Structure.simple

  static let empty = Outline()
  static let anything = Outline(
    width: Width(least: 0, most: nil), spellings: nil, digits: nil, isToken: false, isBlank: false, isWord: false, firsts: .all,
    lasts: .all, characters: .all, heads: .any)

  /// The outline of `tree`.
  static func of(_ tree: Syntax) -> Outline {
    switch tree {
    case .empty: empty
    case .anything: anything
    case .ahead(let inside): ahead(of(inside))
    case .notAhead(let set): Outline(leavesAhead: ByteSet(without: set))
    case .notBehind(let set): Outline(leavesBehind: ByteSet(without: set))
    case .boundary: Outline(leavesAhead: ByteSet(without: .word), leavesBehind: ByteSet(without: .word))
    case .literal(let bytes):
      Outline(
        width: Width(least: bytes.count, most: Reach(bytes: bytes.count)), spellings: Spellings([bytes]), digits: DigitShape(bytes),
        isToken: bytes.allSatisfy(ASCIISet.token.contains), isBlank: bytes.allSatisfy(ASCIISet.blanks.contains),
        isWord: bytes.allSatisfy(ASCIISet.word.contains), firsts: ByteSet(leadsOf: bytes.prefix(1)),
        lasts: ByteSet(leadsOf: bytes.suffix(from: bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0)), characters: ByteSet(leadsOf: bytes),
        heads: DigitHeads(bytes))
    case .one(let set):
      Outline(
        width: Width(least: set.width.lowerBound, most: Reach(bytes: set.width.upperBound)),
        spellings: set.spellings(limit: mostCharacters).map { Spellings($0) }, digits: DigitShape(set), isToken: set.isWithin(.token),
        isBlank: set.isWithin(.blanks), isWord: set.isWithin(.word), firsts: ByteSet(set), lasts: ByteSet(set), characters: ByteSet(set),
        heads: DigitHeads(set))
    case .sequence(let items): sequence(items.flatMap(unrolled).map(of))
    case .choice(let branches): choice(branches.map(of))
    case .repeated(let item, let low, let high): of(item).repeated(low, high)
    }
  }

  /// A sequence that is repeated once at least, as the items of its first time and what is left of it: its beginning says more than the whole.
  private static func unrolled(_ item: Syntax) -> [Syntax] {
    guard case .repeated(.sequence(let items), let low, let high) = item, low > 0, high ?? low >= low else { return [item] }
    return items + (high == 1 ? [] : [.repeated(.sequence(items), min: low - 1, max: high.map { $0 - 1 })])
  }

  /// What must follow, without being part of the match. Its literals stand as far behind as they would if it were; digits and tokens are told
  /// as runs, which may begin with what is matched in front of it.
  private static func ahead(_ inside: Outline) -> Outline {
    var result = empty
    result.anchors = (Outline.sequence([inside]).anchors + (inside.whole.map { [$0] } ?? [])).map {
      var anchor = $0
      anchor.isAhead = true
      if anchor.literals == nil { (anchor.least, anchor.most) = (0, nil) }
      return anchor
    }
    if inside.width.least > 0 { result.ahead = inside.firsts }
    return result
  }

  private static func choice(_ outlines: [Outline]) -> Outline {
    guard let first = outlines.first else { return empty }
    var result = first
    for other in outlines.dropFirst() {
      result.width = Width(
        least: min(result.width.least, other.width.least), most: result.width.most.flatMap { a in other.width.most.map { a.or($0) } })
      result.spellings = result.spellings.flatMap { a in other.spellings.flatMap { a.joined(with: $0) } }
      result.digits = result.digits.flatMap { a in other.digits.map { a.or($0) } }
      result.isToken = result.isToken && other.isToken
      result.isBlank = result.isBlank && other.isBlank
      result.isWord = result.isWord && other.isWord
      result.firsts = result.firsts.union(other.firsts)
      result.lasts = result.lasts.union(other.lasts)
      result.characters = result.characters.union(other.characters)
      result.heads = result.heads.or(other.heads)
    }
    (result.ahead, result.leavesAhead, result.leavesBehind) = (nil, nil, nil)
    result.anchors = Anchor.ofAll(outlines).map { [$0] } ?? []
    result.structure = .choice(outlines)
    return result
  }

  private func repeated(_ low: Int, _ high: Int?) -> Outline {
    if let high, high < low { return .anything }
    var result = self
    result.width = Width(
      least: min(width.least * low, Width.limit), most: high.map { high in width.most.flatMap { $0.times(high) } } ?? unbounded)
    result.spellings = spellings.flatMap { $0.repeated(low, high) }
    result.digits = digits?.repeated(low, high)
    result.heads = heads.repeated(low, high)
    result.structure = low > 0 ? .repeated(self) : .simple
    (result.ahead, result.leavesAhead, result.leavesBehind) = (nil, nil, nil)
    if low == 0 {
      result.anchors = []
    } else if result.spellings == nil, let some = spellings.flatMap({ $0.repeated(min(low, 4), min(low, 4)) }), let rarity = Rarity.of(some)
    {
      result.anchors.append(Anchor(sign: .literals(some), least: 0, most: Reach.none, rarity: rarity))
    }
    return result
  }

  /// How far any number of these in a row reach.
  private var unbounded: Reach? {
    if width.most == Reach.none { return Reach.none }
    return isBlank ? Reach(bytes: 0, blanks: 1) : isWord ? Reach(bytes: 0, words: 1) : nil
  }

  /// The anchor that it is as a whole, when it can be spelled out.
  var whole: Anchor? {
    spellings.flatMap { spellings in
      Rarity.of(spellings).map { Anchor(sign: .literals(spellings), least: 0, most: Reach.none, rarity: $0) }
    }
  }
}
