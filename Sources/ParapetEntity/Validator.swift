/// A named check on a candidate: a check digit, a calendar, a registry of prefixes.
public struct Validator: Sendable {
  /// Its name in the rule language, such as `luhn` or `cn-resident-id`.
  public let name: String
  /// One line for people: what it checks, and by which standard.
  public let summary: String
  /// Whether the candidate, as UTF-8 of the folded view and with any separators still in it, passes.
  public let accepts: @Sendable (ArraySlice<UInt8>) -> Bool

  /// Every validator, by name.
  public static let all: [String: Validator] = [:]
}
