import ParapetEntity

/// A passage that an answer may rest on.
public struct Passage: Sendable {
  /// Its id, or where it came from: `input`, `tool-result`.
  public let id: String
  /// Its folded text.
  public let utf8: [UInt8]
  /// The day for which it speaks, such as `2026-09-30`; nil where nobody says.
  public let asOf: String?
  /// A passage from its parts.
  public init(id: String, utf8: [UInt8], asOf: String? = nil) {
    self.id = id
    self.utf8 = utf8
    self.asOf = asOf
  }

  /// The day for which it speaks; nil where what is said is no date.
  var day: DateReading? { asOf.flatMap { Recognizer.mentions(of: .date, in: Array($0.utf8)).first?.date } }
}

/// How strictly claims are held against the evidence.
public struct GroundingOptions: Sendable, Equatable {
  /// Whether computed figures (differences, shares, growth…) count as grounded.
  public var derive = true
  /// Whether a claim must agree in its unit as well as in its value.
  public var matchUnits = true
  /// Whether a figure may be rounded to the digits that it shows.
  public var round = true
  /// Standard options.
  public init() {}
}
