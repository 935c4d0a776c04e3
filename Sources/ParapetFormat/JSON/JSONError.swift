/// Why a text is not JSON by RFC 8259.
public struct JSONError: Error, Sendable, Equatable {
  /// The kinds of fault.
  public enum Kind: String, Sendable, CaseIterable {
    /// The grammar is broken.
    case syntax
    /// The bytes are not UTF-8.
    case notUTF8 = "not-utf8"
    /// An escape is half of a surrogate pair.
    case loneSurrogate = "lone-surrogate"
    /// A name stands twice in an object.
    case duplicateKey = "duplicate-key"
    /// Arrays and objects are nested deeper than allowed.
    case tooDeep = "too-deep"
    /// The text is longer than allowed.
    case tooLarge = "too-large"
  }
  /// What is wrong.
  public let kind: Kind
  /// Where, in bytes.
  public let offset: Int
  /// A sentence for people. It never quotes a value of the text.
  public let message: String
  /// The same in Chinese.
  public let messageZh: String
  /// An error from its parts.
  public init(kind: Kind, offset: Int, message: String, zh: String) {
    self.kind = kind
    self.offset = offset
    self.message = message
    messageZh = zh
  }
}
