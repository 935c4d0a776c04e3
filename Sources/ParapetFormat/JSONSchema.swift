/// A JSON Schema, draft 2020-12, ready to judge.
public struct JSONSchema: Sendable {
  /// Why a schema cannot be used.
  public struct SchemaError: Error, Sendable, Equatable {
    /// Where in the schema, as an RFC 6901 pointer.
    public let pointer: String
    /// Where in its source, in bytes.
    public let range: Range<Int>
    /// A sentence for people.
    public let message: String
  }

  /// One way in which an instance breaks the schema. It quotes names and numbers of the schema, never values of the instance.
  public struct Violation: Sendable, Equatable {
    /// Where in the instance, as an RFC 6901 pointer.
    public let instance: String
    /// Which keyword, as an RFC 6901 pointer into the schema.
    public let keyword: String
    /// A sentence for people.
    public let message: String
    /// Where the value stood in the instance's source.
    public let range: Range<Int>
  }

  /// Reads `document`, and `others` (by `$id`) that it may refer to.
  public init(_ document: JSON, others: [String: JSON] = [:]) throws(SchemaError) {}

  /// Every violation, in document order; empty when `instance` is valid.
  public func violations(in instance: JSON) -> [Violation] { [] }
}
