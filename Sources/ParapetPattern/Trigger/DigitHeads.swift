/// With which digits something that is digits throughout can begin: what tells most numbers of one length apart.
struct DigitHeads: Sendable, Hashable {
  /// Pairs of first digits, number 10 · first + second.
  private(set) var pairs: UInt128
  /// Digits that can be all there is.
  private var ones: UInt16
  /// Whether there may be none at all.
  private var mayBeEmpty: Bool

  /// Of nothing, and where nothing is known.
  static let nothing = DigitHeads(pairs: 0, ones: 0, mayBeEmpty: true)
  static let any = DigitHeads(pairs: .max, ones: .max, mayBeEmpty: true)

  private init(pairs: UInt128, ones: UInt16, mayBeEmpty: Bool) { (self.pairs, self.ones, self.mayBeEmpty) = (pairs, ones, mayBeEmpty) }

  /// Of one character.
  init(_ set: CharacterClass) {
    self = .any
    guard set.isWithin(.digits) else { return }
    self = DigitHeads(pairs: 0, ones: set.ranges.joined().reduce(0) { $0 | 1 << UInt16($1 - 0x30) }, mayBeEmpty: false)
  }

  /// Of these bytes.
  init(_ bytes: [UInt8]) {
    self =
      bytes.allSatisfy(ASCIISet.digits.contains)
      ? bytes.prefix(2).reduce(.nothing) { $0.then(DigitHeads(CharacterClass(UInt32($1)))) } : .any
  }

  /// Whether there may be fewer than two digits.
  var mayBeShort: Bool { mayBeEmpty || ones != 0 }

  /// The first digits, whether or not there are more.
  private var firsts: UInt16 {
    (0..<10).reduce(ones) { $0 | (pairs >> UInt128(10 * $1) & 0x3FF != 0 ? 1 << UInt16($1) : 0) }
  }

  func then(_ next: DigitHeads) -> DigitHeads {
    var result = self
    for digit in 0..<10 where ones >> UInt16(digit) & 1 == 1 { result.pairs |= UInt128(next.firsts & 0x3FF) << UInt128(10 * digit) }
    result.ones = next.mayBeEmpty ? ones : 0
    if mayBeEmpty {
      result.pairs |= next.pairs
      result.ones |= next.ones
    }
    result.mayBeEmpty = mayBeEmpty && next.mayBeEmpty
    return result
  }

  func or(_ other: DigitHeads) -> DigitHeads {
    DigitHeads(pairs: pairs | other.pairs, ones: ones | other.ones, mayBeEmpty: mayBeEmpty || other.mayBeEmpty)
  }

  func repeated(_ low: Int, _ high: Int?) -> DigitHeads {
    if high == 0 { return .nothing }
    if mayBeEmpty, high != 1 { return self == .nothing ? .nothing : .any }
    // Of the third and those behind it nothing is seen.
    let once = high == 1 ? self : low > 1 ? then(self) : or(then(self))
    return low == 0 ? once.or(.nothing) : once
  }
}
