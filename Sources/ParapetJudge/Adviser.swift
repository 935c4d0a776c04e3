/// Whoever can name the figures and the operation that give a masked number: a model behind an endpoint, or the record of one.
///
/// It is asked about single claims, never given the claimed number, and what it says is computed again by Parapet.
public protocol Adviser: Sendable {
  /// What it is called, for the record.
  var model: String { get }
  /// What it says to `question`. It may take as long as its own time limit, and never throws.
  func advice(on question: Question) -> Advice
}

/// What an adviser says.
public enum Advice: Sendable, Equatable {
  /// The operation, and the numbers of the figures among those of the question.
  case named(operation: Operation, figures: [Int])
  /// It could not tell.
  case undecided
  /// Asking failed: why, in a word such as `refused`.
  case failed(String)
}

/// How figures are combined.
public enum Operation: String, Sendable, CaseIterable {
  /// The figure itself.
  case quote
  /// The first less the second.
  case difference
  /// All of them together.
  case total
  /// The mean of all.
  case average
  /// The first divided by the second.
  case ratio
  /// The same, in per cent.
  case share
  /// By how much per cent the first exceeds the second.
  case growth
  /// All of them multiplied.
  case product
}
