/// A text as it was received: UTF-8 that has been checked once.
///
/// Every offset that Parapet reports is an offset into this text. Folded forms of it are `View`s, which map back.
public struct Text: Sendable, Hashable {
  /// The bytes, always valid UTF-8.
  public let utf8: [UInt8]

  /// A text from a Swift string.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// A text from bytes, or nil when they are not valid UTF-8.
  ///
  /// - Source: RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
  public init?(validating bytes: [UInt8]) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    utf8 = bytes
  }

  /// A text from bytes that are known to be valid UTF-8.
  package init(checked bytes: [UInt8]) { utf8 = bytes }

  /// The string in `range`, which must lie on scalar boundaries.
  public func string(in range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  /// The whole text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// `range` in UTF-8 bytes, Unicode scalars and UTF-16 code units; where there are many ranges, a `TextRuler` is faster.
  ///
  /// - Complexity: linear in `range.upperBound`.
  public func span(_ range: Range<Int>) -> TextSpan {
    let start = utf8.span.tally(0..<range.lowerBound)
    return TextSpan(range, start: start, end: start + utf8.span.tally(range))
  }
}

/// Counts characters of one text up to many offsets.
///
/// A ruler is made in one pass; after that each span takes the same short time wherever it lies.
public struct TextRuler: Sendable {
  private static let step = 256

  private let text: Text
  /// What comes before every 256th byte; empty where all is ASCII.
  private let marks: [Tally]

  /// A ruler for `text`.
  ///
  /// - Complexity: linear in the length of the text.
  public init(_ text: Text) {
    self.text = text
    let bytes = text.utf8.span
    guard bytes.endOfASCII(from: 0) < bytes.count else {
      marks = []
      return
    }
    var marks: [Tally] = []
    marks.reserveCapacity(bytes.count / Self.step + 1)
    var sum = Tally()
    for start in stride(from: 0, through: bytes.count, by: Self.step) {
      marks.append(sum)
      sum = sum + bytes.tally(start..<Swift.min(start &+ Self.step, bytes.count))
    }
    self.marks = marks
  }

  /// `range`, which lies on scalar boundaries, in UTF-8 bytes, Unicode scalars and UTF-16 code units.
  public func span(_ range: Range<Int>) -> TextSpan {
    if marks.isEmpty { return TextSpan(utf8: range, scalar: range, utf16: range) }
    return TextSpan(range, start: tally(range.lowerBound), end: tally(range.upperBound))
  }

  private func tally(_ offset: Int) -> Tally {
    let mark = Swift.min(offset / Self.step, marks.count &- 1)
    return marks[mark] + text.utf8.span.tally(mark &* Self.step..<offset)
  }
}

/// How many scalars and UTF-16 code units a stretch of text has.
struct Tally: Sendable {
  var scalars = 0
  var utf16 = 0

  static func + (a: Tally, b: Tally) -> Tally { Tally(scalars: a.scalars &+ b.scalars, utf16: a.utf16 &+ b.utf16) }
}

extension TextSpan {
  fileprivate init(_ range: Range<Int>, start: Tally, end: Tally) {
    self.init(utf8: range, scalar: start.scalars..<end.scalars, utf16: start.utf16..<end.utf16)
  }
}

extension Span<UInt8> {
  /// Counts in `range`: a scalar for every byte that does not continue one, and one more UTF-16 unit for each of four bytes.
  func tally(_ range: Range<Int>) -> Tally {
    var continued = 0
    var beyond = 0
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      let bytes = word(at: i)
      let high = bytes & 0x8080_8080_8080_8080
      if high != 0 {
        let second = bytes << 1
        continued &+= (high & ~second).topBitCount
        beyond &+= (high & second & bytes << 2 & bytes << 3).topBitCount
      }
      i &+= 8
    }
    while i < range.upperBound {
      if self[i].isContinuation { continued &+= 1 }
      if self[i] >= 0xF0 { beyond &+= 1 }
      i &+= 1
    }
    let scalars = range.count &- continued
    return Tally(scalars: scalars, utf16: scalars &+ beyond)
  }
}

extension UInt64 {
  /// How many bytes have their top bit set, where no other bits are.
  @inline(__always) fileprivate var topBitCount: Int { Int(truncatingIfNeeded: ((self >> 7) &* 0x0101_0101_0101_0101) >> 56) }
}
