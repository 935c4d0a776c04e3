/// A named rewriting of a text that always gives the same result, and nothing new when it is done twice.
public struct Transform: Sendable {
  /// One change: these bytes of the text become `replacement`.
  public struct Edit: Sendable, Equatable {
    /// Where, in bytes.
    public let range: Range<Int>
    /// What stands there afterwards.
    public let replacement: String
    /// An edit from its parts.
    public init(range: Range<Int>, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
  /// Its name in the rule language, such as `strip-markdown`.
  public let name: String
  /// One line for people.
  public let summary: String
  /// The edits that rewrite `utf8`, sorted, not overlapping; empty when there is nothing to do.
  public let edits: @Sendable ([UInt8]) -> [Edit]

  /// Every transform, by name.
  public static let all: [String: Transform] = Dictionary(
    uniqueKeysWithValues: [
      stripMarkdown, stripEmoji, stripURL, halfwidthDigits, collapseBlankLines, repairJSON, capitalAmounts, capitalDates, percentagePoints,
      plainDecline,
      isoDates, stripReasoning, stripRuleIDs, simplifiedChinese, plainGSM, cardTitle, spokenChinese,
    ].map { ($0.name, $0) })

  /// The text with all edits made.
  public func apply(to utf8: [UInt8]) -> [UInt8] { Transform.applied(edits(utf8), to: utf8) }

  /// A text with some edits made, which must be sorted and must not overlap.
  static func applied(_ edits: [Edit], to utf8: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var kept = 0
    for edit in edits {
      result += utf8[kept..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      kept = edit.range.upperBound
    }
    return result + utf8[kept...]
  }

  /// The edits that leave the bytes at `kept` of a text of so many, and no others.
  static func edits(keeping kept: [Int], of count: Int) -> [Edit] {
    var edits: [Edit] = []
    var next = 0
    for place in kept + [count] {
      if place > next { edits.append(Edit(range: next..<place, replacement: "")) }
      next = place + 1
    }
    return edits
  }
}
