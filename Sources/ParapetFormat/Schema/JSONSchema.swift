public import ParapetPattern

/// A JSON Schema, ready to judge: drafts 2020-12, 2019-09, 07, 06 and 04, as `$schema` says.
///
/// Keywords that a draft does not know are ignored, as it has it. `format` judges where the options or the meta-schema ask for it;
/// otherwise, and `content…` always, it is an annotation and judges nothing. The meta-schemas of the drafts are known by their URIs.
///
/// - Source: JSON Schema core and validation, drafts 04, 06, 07, 2019-09 and 2020-12.
public struct JSONSchema: Sendable {
  /// How a schema is read.
  public struct Options: Sendable {
    /// The dialect of a schema that does not name one by `$schema`.
    public var dialect: SchemaDialect
    /// Whether `format` judges.
    public var assertsFormat: Bool
    /// The URI, or path, that the schema is known by, from which its references go on; its own `$id` comes before that.
    public var uri: String
    /// Options from their parts.
    public init(dialect: SchemaDialect = .draft2020, assertsFormat: Bool = false, uri: String = "") {
      self.dialect = dialect
      self.assertsFormat = assertsFormat
      self.uri = uri
    }
  }

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
    /// The same with `*` for every name that the schema does not itself write: whoever wrote the instance chose those.
    public let shownInstance: String
    /// Which keyword, as an RFC 6901 pointer into the schema; after the URI and `#` for a keyword of one of the others.
    public let keyword: String
    /// The way through the schema, references included, as an RFC 6901 pointer.
    public let keywordLocation: String
    /// The keyword by the URI of its schema resource, and a pointer from its root as the fragment.
    public let absoluteKeywordLocation: String
    /// A sentence for people.
    public let message: String
    /// The same in Chinese.
    public let messageZh: String
    /// Where the value stood in the instance's source.
    public let range: Range<Int>
    /// Whether this could not be judged within bounds.
    public let isUnjudged: Bool
  }

  let nodes: [SchemaNode]
  let registry: SchemaRegistry
  let tracksEvaluation: Bool

  /// Reads `document`, and `others` (by the URI that they are known by) that it may refer to.
  ///
  /// - Throws: `SchemaError` for the first keyword that cannot mean anything, or reference that leads nowhere.
  public init(_ document: JSON, others: [String: JSON] = [:], options: Options = Options()) throws(SchemaError) {
    var compiler = SchemaCompiler(SchemaRegistry(document, others: others, options: options))
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
    var judge = SchemaJudge(self, for: instance)
    _ = judge.verdict(on: instance, &matcher)
    // Documents are read from the front, by people too.
    return judge.errors.map {
      Violation(
        instance: $0.instancePointer, shownInstance: $0.shownPointer, keyword: registry.location(of: $0.node, $0.pointer),
        keywordLocation: $0.path, absoluteKeywordLocation: registry.absoluteLocation(of: $0.node, $0.pointer),
        message: $0.complaint?.en ?? "", messageZh: $0.complaint?.zh ?? "", range: $0.range, isUnjudged: $0.isUnjudged)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
