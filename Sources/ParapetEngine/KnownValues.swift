import ParapetText

/// Values that clauses with `again` have found in an event, to be found wherever they stand further on.
///
/// A value is compared without the separators between its characters: 6222 0212 is 62220212. One that is shorter than six bytes, which are two
/// Han characters, or is one word of ASCII letters may stand in a text by chance and is not looked for; nor is one of more than 256, since a
/// text of nothing but beginnings of it would be read that often.
struct KnownValues {
  static let shortest = 6
  static let longest = 256
  static let longestGap = 3

  /// Where each value was found first.
  private var origins: [ArraySlice<UInt8>: Candidate] = [:]
  /// What the values begin with.
  private var heads: Set<ArraySlice<UInt8>> = []
  private var firsts = [Bool](repeating: false, count: 256)
  /// How long values are.
  private var lengths = [Bool](repeating: false, count: longest + 1)
  private var most = 0

  var isEmpty: Bool { origins.isEmpty }

  /// Adds what `candidate` found in `view`, unless it is known; candidates come in order.
  mutating func add(_ candidate: Candidate, in view: View) {
    var value: [UInt8] = []
    var reading = Reading(view.utf8, from: candidate.view.lowerBound, to: candidate.view.upperBound)
    while value.count <= Self.longest, let byte = reading.next() { value.append(byte) }
    let isOneWord = value.count == candidate.view.count && value.allSatisfy(Self.isLetter)
    guard !isOneWord, (Self.shortest...Self.longest).contains(value.count), origins[value[...]] == nil else { return }
    origins[value[...]] = candidate
    heads.insert(value[..<Self.shortest])
    firsts[Int(value[0])] = true
    lengths[value.count] = true
    most = max(most, value.count)
  }

  /// Where in `text` values stand, from left to right, each with where it was found first. At one place the longest counts.
  ///
  /// - Complexity: linear in the text, and in the longest value and the number of different lengths where one begins as a value does.
  func occurrences(in text: [UInt8]) -> [(range: Range<Int>, origin: Candidate)] {
    var found: [(range: Range<Int>, origin: Candidate)] = []
    var start = 0
    while start < text.count {
      if firsts[Int(text[start])], Self.isEdge(start, in: text), let value = value(at: start, in: text) {
        found.append(value)
        start = value.range.upperBound
      } else {
        start += 1
      }
    }
    return found
  }

  private func value(at start: Int, in text: [UInt8]) -> (range: Range<Int>, origin: Candidate)? {
    var value: [UInt8] = []
    var longest: (range: Range<Int>, origin: Candidate)?
    var reading = Reading(text, from: start, to: text.count)
    while value.count < most, let byte = reading.next() {
      value.append(byte)
      if value.count == Self.shortest, !heads.contains(value[...]) { return nil }
      if lengths[value.count], Self.isEdge(reading.end, in: text), let origin = origins[value[...]] {
        longest = (start..<reading.end, origin)
      }
    }
    return longest
  }

  /// Whether no ASCII letters or digits stand on both sides of `offset`.
  private static func isEdge(_ offset: Int, in text: [UInt8]) -> Bool {
    offset == 0 || offset == text.count || !isLetterOrDigit(text[offset - 1]) || !isLetterOrDigit(text[offset])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 || isLetter(byte) }

  /// The bytes of a stretch without the separators between them.
  private struct Reading {
    private let text: [UInt8]
    private let limit: Int
    /// Behind the last byte that was read.
    private(set) var end: Int
    private var isFirst = true

    init(_ text: [UInt8], from start: Int, to limit: Int) { (self.text, end, self.limit) = (text, start, limit) }

    /// The next byte; nil at the end, and where more separators stand than belong between two characters of a value.
    mutating func next() -> UInt8? {
      var place = end
      while !isFirst, place < limit, let length = separator(at: place) { place += length }
      guard place < limit, place - end <= KnownValues.longestGap else { return nil }
      (end, isFirst) = (place + 1, false)
      return text[place]
    }

    /// How long the separator at `place` is: a blank, a hyphen, a dot, a middle dot, a stroke or a line below.
    private func separator(at place: Int) -> Int? {
      switch text[place] {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"): 1
      case 0xC2 where place + 1 < limit && text[place + 1] == 0xB7: 2
      default: nil
      }
    }
  }
}
