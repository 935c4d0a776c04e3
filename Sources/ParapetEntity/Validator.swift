/// A named check on a candidate: a check digit, a calendar, a registry of prefixes.
public struct Validator: Sendable {
  /// Its name in the rule language, such as `luhn` or `cn-resident-id`.
  public let name: String
  /// One line for people: what it checks, and by which standard.
  public let summary: String
  /// Whether the candidate, as UTF-8 of the folded view and with any separators still in it, passes.
  public let accepts: @Sendable (ArraySlice<UInt8>) -> Bool

  /// A check of a candidate whose separators do not count.
  init(_ name: String, _ summary: String, characters: @escaping @Sendable ([UInt8]) -> Bool) {
    self.init(name: name, summary: summary) { characters(Candidate($0).characters) }
  }

  /// A check of a candidate as it stands.
  init(name: String, summary: String, accepts: @escaping @Sendable (ArraySlice<UInt8>) -> Bool) {
    self.name = name
    self.summary = summary
    self.accepts = accepts
  }

  /// Every validator, by name.
  public static let all: [String: Validator] = {
    let families = [
      luhnFamily, paymentCardFamily, residentFamily, chineseOrganisationFamily, bankFamily, securityFamily, americanFamily, indianFamily,
      asianFamily, britishFamily, deviceFamily, coinFamily, calendarFamily, networkFamily, phoneFamily, tokenFamily, figureFamily,
      codeFamily, purposeFamily, divisionFamily,
    ]
    return Dictionary(families.joined().map { ($0.name, $0) }) { first, _ in first }
  }()
}
