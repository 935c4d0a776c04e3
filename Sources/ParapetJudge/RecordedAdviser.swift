public import ParapetFormat

/// An adviser that says what it is recorded to have said, so that a review can be made again byte for byte.
public struct RecordedAdviser: Adviser {
  /// What it is called.
  public let model: String
  private let advice: [String: (operation: String?, operands: [String], outcome: String, why: String?)]

  /// The record in the member `review` of a verdict's JSON; nil where there is none.
  public init?(verdict: JSON) {
    guard let review = verdict["review"], let model = review["model"]?.string, let opinions = review["opinions"]?.elements else {
      return nil
    }
    self.model = model
    var advice: [String: (operation: String?, operands: [String], outcome: String, why: String?)] = [:]
    for opinion in opinions {
      guard let prompt = opinion["prompt"]?.string, let outcome = opinion["outcome"]?.string else { return nil }
      advice[prompt] = (
        opinion["operation"]?.string, opinion["operands"]?.elements?.compactMap(\.string) ?? [], outcome, opinion["why"]?.string
      )
    }
    self.advice = advice
  }

  /// What it says to `question`.
  public func advice(on question: Question) -> Advice {
    guard let known = advice[question.digest] else { return .failed("not_recorded") }
    if known.outcome == "failed" { return .failed(known.why ?? "failed") }
    guard let operation = known.operation.flatMap(Operation.init) else { return .undecided }
    let names = question.sources.map(\.name)
    let figures = known.operands.compactMap { name in names.firstIndex { $0.utf8.elementsEqual(name.utf8) } }
    return figures.count == known.operands.count ? .named(operation: operation, figures: figures) : .failed("not_recorded")
  }
}
