import ParapetFormat
public import ParapetText

/// What a plugged-in judge said of claims that the rules were not sure of.
///
/// It changes nothing of the verdict. Nothing that the judge wrote stands here but names of figures and of an operation, so that the
/// review can be made again from its record.
public struct Review: Sendable, Equatable {
  /// What came of asking about one claim.
  public struct Opinion: Sendable, Equatable {
    /// Which part of the event, as an RFC 6901 pointer.
    public var part: String
    /// Where in that part.
    public var span: TextSpan
    /// `sha256:` and the digest of the question, the claimed number masked.
    public var prompt: String
    /// The operation that the judge named, or nil.
    public var operation: String?
    /// The figures that it named: the passage and the number of the figure in it, such as `kb:prod-07#2/3`.
    public var operands: [String]
    /// `agrees`: the calculation named gives the claim; `differs`: it gives another number; `undecided`; `failed`.
    public var outcome: String
    /// Why asking failed, such as `refused` or `timeout`; nil when it did not.
    public var why: String?
    /// An opinion from its parts.
    public init(
      part: String, span: TextSpan, prompt: String, operation: String? = nil, operands: [String] = [], outcome: String, why: String? = nil
    ) {
      self.part = part
      self.span = span
      self.prompt = prompt
      self.operation = operation
      self.operands = operands
      self.outcome = outcome
      self.why = why
    }
  }
  /// What the judge is called.
  public var model: String
  /// One for each claim that was asked about, in reading order.
  public var opinions: [Opinion]
  /// A review from its parts.
  public init(model: String, opinions: [Opinion]) {
    self.model = model
    self.opinions = opinions
  }
}

extension Review {
  /// Writes the review as one JSON object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("model", model)
      $0.list("opinions", opinions) { opinion, writer in
        writer.object {
          $0.member("where", opinion.part)
          $0.key(literal: "span")
          opinion.span.write(to: &$0)
          $0.member("prompt", opinion.prompt)
          if let operation = opinion.operation { $0.member("operation", operation) }
          $0.list("operands", opinion.operands) { $1.value($0) }
          $0.member("outcome", opinion.outcome)
          if let why = opinion.why { $0.member("why", why) }
        }
      }
    }
  }
}
