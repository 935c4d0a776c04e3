public import ParapetPattern

/// A JSON Schema, draft 2020-12, ready to judge.
///
/// Keywords that are not known are ignored, as the draft has it; `format` and `content…` are annotations there and judge nothing.
///
/// - Source: JSON Schema core and validation, draft 2020-12.
public struct JSONSchema: Sendable {
  /// Why a schema cannot be used.
  public struct SchemaError: Error, Sendable, Equatable {
    /// Where in the schema, as an RFC 6901 pointer; after the URI and `#` for a fault in one of the others.
    public let pointer: String
    /// Where in its source, in bytes.
    public let range: Range<Int>
    /// A sentence for people.
    public let message: String
    /// An error from its parts.
    public init(pointer: String, range: Range<Int>, message: String) {
      self.pointer = pointer
      self.range = range
      self.message = message
    }
  }

  /// One way in which an instance breaks the schema. It quotes names and numbers of the schema, never values of the instance.
  public struct Violation: Sendable, Equatable {
    /// Where in the instance, as an RFC 6901 pointer.
    public let instance: String
    /// Which keyword, as an RFC 6901 pointer into the schema; after the URI and `#` for a keyword of one of the others.
    public let keyword: String
    /// A sentence for people.
    public let message: String
    /// Where the value stood in the instance's source.
    public let range: Range<Int>
    /// A violation from its parts.
    public init(instance: String, keyword: String, message: String, range: Range<Int>) {
      self.instance = instance
      self.keyword = keyword
      self.message = message
      self.range = range
    }
  }

  let nodes: [SchemaNode]
  let registry: SchemaRegistry
  let tracksEvaluation: Bool

  /// Reads `document`, and `others` (by `$id`) that it may refer to.
  ///
  /// - Throws: `SchemaError` for the first keyword that cannot mean anything, or reference that leads nowhere.
  public init(_ document: JSON, others: [String: JSON] = [:]) throws(SchemaError) {
    var registry = SchemaRegistry()
    registry.add(document, uri: "")
    for (uri, other) in others.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { registry.add(other, uri: uri) }
    registry.readVocabularies()
    var compiler = SchemaCompiler(registry)
    try compiler.compile()
    self.registry = compiler.registry
    nodes = compiler.registry.nodes
    tracksEvaluation = compiler.tracksEvaluation
  }

  /// Every violation, in document order; empty when `instance` is valid.
  ///
  /// What could not be judged within bounds (a pattern at its match limit, references that go in circles) is a violation too, also
  /// below a `not` or in one branch of several.
  public func violations(in instance: JSON) -> [Violation] {
    var matcher = Matcher()
    return violations(in: instance, using: &matcher)
  }

  /// Every violation, in document order, with a matcher that the caller keeps from instance to instance.
  public func violations(in instance: JSON, using matcher: inout Matcher) -> [Violation] {
    var judge = SchemaJudge(self, budget: SchemaJudge.budget(for: instance))
    var seen = Evaluated()
    _ = judge.judge(0, instance, &seen, &matcher)
    // Documents are read from the front, by people too.
    return judge.violations.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
