import ParapetFormat
public import ParapetVerdict

/// Why a line is not an event. It quotes no value of the line.
public struct EventError: Error, Sendable, Equatable {
  /// The kinds of fault, each with a stable code.
  public enum Code: String, Sendable, CaseIterable {
    /// The bytes are not UTF-8.
    case notUTF8 = "E0101"
    /// The line is not JSON.
    case notJSON = "E0102"
    /// An escape is half of a surrogate pair.
    case loneSurrogate = "E0103"
    /// A key stands twice in an object.
    case duplicateKey = "E0104"
    /// The nesting is too deep.
    case tooDeep = "E0105"
    /// The line is too long.
    case tooLarge = "E0106"
    /// The line is JSON, but not an object.
    case notObject = "E0107"
    /// A key is not part of an event.
    case unknownKey = "E0108"
    /// `stage` is missing.
    case missingStage = "E0109"
    /// `stage` has an unknown value.
    case unknownStage = "E0110"
    /// A value is of the wrong type.
    case wrongType = "E0111"
    /// There is no `text`, `messages` or `tool`.
    case nothingToJudge = "E0112"
  }

  /// What is wrong.
  public let code: Code
  /// A sentence for people.
  public let message: String
  /// Where, in bytes of the line, when that is known.
  public let offset: Int?
  /// The event's id, when it could be read.
  public var id: String?

  /// An error from its parts.
  public init(_ code: Code, _ message: String, at offset: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The event error that a JSON error is.
  init(_ error: JSONError) {
    let code: Code =
      switch error.kind {
      case .syntax: .notJSON
      case .notUTF8: .notUTF8
      case .loneSurrogate: .loneSurrogate
      case .duplicateKey: .duplicateKey
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      }
    self.init(code, error.message, at: error.offset)
  }

  /// The failure that a verdict carries.
  public var failure: Verdict.Failure { Verdict.Failure(code: code.rawValue, message: message, offset: offset) }
}
