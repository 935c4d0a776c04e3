import Glibc

/// A value of a YAML file. Scalars are text and nothing else: `off`, `1:30` and `000001` stay as they are written.
public struct Node: Sendable {
  /// How a scalar was written.
  public enum Style: Sendable {
    /// Without quotes.
    case plain
    /// In `'…'`.
    case singleQuoted
    /// In `"…"`.
    case doubleQuoted
    /// Behind `|`.
    case literal
    /// Behind `>`.
    case folded
  }

  /// One key of a mapping, with its value.
  public struct Entry: Sendable {
    /// The key.
    public let name: String
    /// Where the key stands.
    public let place: Place
    /// The value.
    public var value: Node
  }

  /// The kinds of value.
  public indirect enum Kind: Sendable {
    /// A text.
    case scalar(String, Style)
    /// A list.
    case sequence([Node])
    /// Keys with values, in the order written, no key twice.
    case mapping([Entry])
    /// Something that has been reported already, and about which nothing more should be said.
    case unreadable
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public let place: Place

  /// The text, or nil when this is a list or a mapping.
  public var scalar: String? { if case .scalar(let text, _) = kind { text } else { nil } }
  /// The items, or nil when this is not a list.
  public var items: [Node]? { if case .sequence(let items) = kind { items } else { nil } }
  /// The entries, or nil when this is not a mapping.
  public var entries: [Entry]? { if case .mapping(let entries) = kind { entries } else { nil } }

  /// The value of the key called `name`, compared scalar by scalar, or nil.
  public subscript(name: String) -> Node? { entries?.first { $0.name.isSame(as: name) }?.value }

  /// A list, a mapping or a text, for messages.
  var kindName: String {
    switch kind {
    case .scalar("", .plain): "nothing"
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .unreadable: "something unreadable"
    }
  }

  /// Whether nothing was written.
  var isBlank: Bool { if case .scalar("", .plain) = kind { true } else { false } }
}

extension String {
  /// Whether both are made of the same Unicode scalars. `==` would also call a composed and a decomposed letter equal.
  package func isSame(as other: String) -> Bool {
    var (mine, others) = (self, other)
    return mine.withUTF8 { mine in
      others.withUTF8 { others in
        guard mine.count == others.count, let a = mine.baseAddress, let b = others.baseAddress else { return mine.count == others.count }
        return unsafe memcmp(a, b, mine.count) == 0
      }
    }
  }
}
