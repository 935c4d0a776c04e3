import ParapetText

/// The matches of a pattern in a text, from the first on, as far as somebody has asked: each candidate asks for the same ones.
struct Walk {
  /// Which pattern, and where.
  struct Key: Hashable {
    let enclosure: ObjectIdentifier
    let sight: ObjectIdentifier
  }

  /// Behind so many landmarks the rest of a text is one window.
  private static let mostLandmarks = 256

  /// Where matches can begin, in order and apart from each other.
  private var windows: [Range<Int>] = []
  private var landmarks = 0
  /// Where the next landmark can stand.
  private(set) var behindLandmarks = 0
  /// The window at hand, and where to go on.
  private var number = 0
  private var next = 0
  /// In order, and apart from each other.
  private(set) var matches: [Range<Int>] = []

  /// A walk to no place yet.
  init() {}

  /// A walk along a whole text.
  init(everywhereIn text: [UInt8]) { windows = [0..<text.count + 1] }

  /// Whether it asks for more landmarks.
  var takesLandmarks: Bool { landmarks < Self.mostLandmarks }

  /// Lets matches begin `least` to `most` bytes in front of a landmark; they come in order.
  mutating func add(landmarkAt place: Int, least: Int, most: Int, in text: [UInt8]) {
    landmarks += 1
    behindLandmarks = Self.place(behind: place, in: text)
    var first = max(0, place - most)
    while first > 0, text[first] & 0xC0 == 0x80 { first -= 1 }
    let end = takesLandmarks ? max(first, place - least + 1) : text.count + 1
    if let last = windows.last, first <= last.upperBound {
      windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, end)
    } else {
      windows.append(first..<end)
    }
  }

  /// Where the next match is looked for, or nil when there are no more.
  var window: Range<Int>? { number < windows.count ? max(next, windows[number].lowerBound)..<windows[number].upperBound : nil }

  /// Whether the matches that begin up to `place` are there.
  func isPast(_ place: Int) -> Bool { matches.last.map { $0.lowerBound > place } ?? false }

  /// Takes the first match that begins in the window, if there is one.
  mutating func add(_ match: Range<Int>?, in text: [UInt8]) {
    if let match {
      matches.append(match)
      next = max(match.upperBound, Self.place(behind: match.lowerBound, in: text))
    } else {
      number += 1
    }
    while number < windows.count, next >= windows[number].upperBound { number += 1 }
  }

  /// Where the character behind the one at `place` begins.
  static func place(behind place: Int, in text: [UInt8]) -> Int {
    var next = place + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// Whether `range` lies inside one of the matches; those up to its beginning must be there.
  func holds(_ range: Range<Int>) -> Bool {
    let low = (0..<matches.count).partitioningIndex { matches[$0].lowerBound > range.lowerBound }
    return low > 0 && matches[low - 1].upperBound >= range.upperBound
  }
}
