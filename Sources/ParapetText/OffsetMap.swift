/// The way back from the bytes of a folded text to the bytes that they came from.
///
/// A map is a list of segments that together cover the folded text. In a segment every `viewUnit` bytes came from `textUnit` bytes; where
/// nothing changed both are 1. What was left out lies between segments.
struct OffsetMap: Sendable, Equatable {
  struct Segment: Sendable, Equatable {
    let viewStart: Int
    let textStart: Int
    let viewUnit: UInt8
    let textUnit: UInt8
  }

  private(set) var segments: [Segment] = []
  private(set) var viewCount = 0

  /// Where the text ends that the last segment came from.
  private var textEnd = 0

  /// Whether every byte kept its place.
  var isIdentity: Bool {
    guard let first = segments.first else { return true }
    return segments.count == 1 && first.textStart == 0 && first.viewUnit == first.textUnit
  }

  /// Adds `length` bytes that came unchanged from `textStart` on.
  mutating func appendCopy(_ length: Int, from textStart: Int) {
    guard length > 0 else { return }
    append(length, unit: 1, from: textStart, length, unit: 1)
  }

  /// Adds one character of `viewLength` bytes that came from one of `textLength` bytes, both 1 to 4.
  mutating func appendCharacter(_ viewLength: Int, from textStart: Int, _ textLength: Int) {
    if viewLength == textLength {
      append(viewLength, unit: 1, from: textStart, textLength, unit: 1)
    } else {
      append(
        viewLength, unit: UInt8(truncatingIfNeeded: viewLength), from: textStart, textLength, unit: UInt8(truncatingIfNeeded: textLength))
    }
  }

  private mutating func append(_ viewLength: Int, unit viewUnit: UInt8, from textStart: Int, _ textLength: Int, unit textUnit: UInt8) {
    if let last = segments.last, last.viewUnit == viewUnit, last.textUnit == textUnit, textEnd == textStart {
      // The segment goes on.
    } else {
      segments.append(Segment(viewStart: viewCount, textStart: textStart, viewUnit: viewUnit, textUnit: textUnit))
    }
    viewCount &+= viewLength
    textEnd = textStart &+ textLength
  }

  /// The number of the last segment that starts at or before `offset`; there must be a segment.
  private func segment(at offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high &- low > 1 {
      let middle = (low &+ high) >> 1
      if segments[middle].viewStart <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where the character at `offset` of the view began, or where the text of the last character ended.
  func start(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return offset }
    guard offset < viewCount else { return offset == 0 ? 0 : end(viewCount) }
    let segment = segments[segment(at: offset)]
    return segment.textStart &+ (offset &- segment.viewStart) / Int(segment.viewUnit) &* Int(segment.textUnit)
  }

  /// Where the character ended whose last byte is just before `offset`, which must be above 0.
  func end(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return offset }
    let segment = segments[segment(at: offset &- 1)]
    return segment.textStart &+ ((offset &- 1 &- segment.viewStart) / Int(segment.viewUnit) &+ 1) &* Int(segment.textUnit)
  }

  /// The map that leads through this one and then through `inner`, whose view is the text of this one.
  func through(_ inner: OffsetMap) -> OffsetMap {
    if inner.segments.isEmpty { return self }
    var whole = OffsetMap()
    for (index, segment) in segments.enumerated() {
      let length = (index + 1 < segments.count ? segments[index + 1].viewStart : viewCount) &- segment.viewStart
      if segment.viewUnit == segment.textUnit {
        whole.append(inner, segment.textStart..<segment.textStart &+ length)
      } else {
        for count in 0..<length / Int(segment.viewUnit) {
          let start = segment.textStart &+ count &* Int(segment.textUnit)
          let text = inner.start(start)
          whole.appendCharacter(Int(segment.viewUnit), from: text, inner.end(start &+ Int(segment.textUnit)) &- text)
        }
      }
    }
    return whole
  }

  /// Adds what `inner` has in `range`, which begins and ends between characters.
  private mutating func append(_ inner: OffsetMap, _ range: Range<Int>) {
    var position = range.lowerBound
    var index = inner.segment(at: position)
    while position < range.upperBound {
      let segment = inner.segments[index]
      let segmentEnd = index + 1 < inner.segments.count ? inner.segments[index + 1].viewStart : inner.viewCount
      let stop = Swift.min(segmentEnd, range.upperBound)
      let start = inner.start(position)
      append(stop &- position, unit: segment.viewUnit, from: start, inner.end(stop) &- start, unit: segment.textUnit)
      position = stop
      index += 1
    }
  }
}
