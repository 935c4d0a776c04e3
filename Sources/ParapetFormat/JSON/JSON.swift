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

    /// Whether its name is the same bytes as `name`.
    package func isCalled(_ name: String) -> Bool { sameBytes(self.name, name) }

    /// Whether two members are the same, name by bytes and value, and stood at the same place.
    public static func == (a: Member, b: Member) -> Bool { a.nameRange == b.nameRange && sameBytes(a.name, b.name) && a.value == b.value }
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

    /// Whether two values are written alike: bytes are compared, because Swift's strings take `é` and `e` with an accent for equal.
    public static func == (a: Value, b: Value) -> Bool {
      switch (a, b) {
      case (.null, .null): true
      case (.bool(let a), .bool(let b)): a == b
      case (.number(let a), .number(let b)), (.string(let a), .string(let b)): sameBytes(a, b)
      case (.array(let a), .array(let b)): a == b
      case (.object(let a), .object(let b)): a == b
      default: false
      }
    }
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
  public subscript(name: String) -> JSON? { members?.first { sameBytes($0.name, name) }?.value }

  /// The string, or nil when this is not one.
  public var string: String? {
    if case .string(let string) = value { string } else { nil }
  }
  /// The text of the number, or nil when this is not one.
  public var number: String? {
    if case .number(let text) = value { text } else { nil }
  }
  /// The boolean, or nil when this is not one.
  public var bool: Bool? {
    if case .bool(let bool) = value { bool } else { nil }
  }
  /// The elements, or nil when this is not an array.
  public var elements: [JSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }
  /// The members, or nil when this is not an object.
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }
  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }
}

/// Whether two strings are the same bytes.
func sameBytes(_ a: String, _ b: String) -> Bool {
  let a = a.utf8
  let b = b.utf8
  guard a.count == b.count else { return false }
  let same = unsafe a.withContiguousStorageIfAvailable { a in
    unsafe b.withContiguousStorageIfAvailable { b in unsafe a.elementsEqual(b) }
  }
  return (same ?? nil) ?? a.elementsEqual(b)
}

/// A string as a key that is compared by its bytes.
struct ByteKey: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }
  static func == (a: ByteKey, b: ByteKey) -> Bool { sameBytes(a.text, b.text) }
  func hash(into hasher: inout Hasher) {
    let done: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if done == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
