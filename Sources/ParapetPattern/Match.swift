import CPCRE2

/// Where a pattern matched. Ranges are in bytes of the subject.
public struct Match: Sendable, Equatable {
  /// The whole match and its groups; a group that took no part is nil.
  public let groups: [Range<Int>?]
  /// The whole match.
  public let range: Range<Int>

  /// A match from its parts.
  public init(groups: [Range<Int>?], range: Range<Int>) {
    self.groups = groups
    self.range = range
  }
}

/// Why PCRE2 could not finish looking. It never means "no match".
public enum MatchFailure: Error, Sendable, Equatable {
  /// The match limit was reached.
  case matchLimit
  /// The depth limit was reached (interpreter).
  case depthLimit
  /// The heap limit was reached (interpreter).
  case heapLimit
  /// The JIT stack was too small, and the interpreter could not finish either.
  case stackLimit
  /// Any other PCRE2 error, by number.
  case other(Int32)

  /// The failure that PCRE2 returned as a number.
  init(pcre2 error: Int32) {
    switch error {
    case PCRE2_ERROR_MATCHLIMIT: self = .matchLimit
    case PCRE2_ERROR_DEPTHLIMIT: self = .depthLimit
    case PCRE2_ERROR_HEAPLIMIT: self = .heapLimit
    case PCRE2_ERROR_JIT_STACKLIMIT: self = .stackLimit
    default: self = .other(error)
    }
  }

  /// A range that does not lie in the subject.
  static let badOffset = MatchFailure.other(PCRE2_ERROR_BADOFFSET)
  /// PCRE2 answered with something that cannot be.
  static let inconsistent = MatchFailure.other(PCRE2_ERROR_INTERNAL)
  /// Memory for match data or its context could not be had.
  public static let noMemory = MatchFailure.other(PCRE2_ERROR_NOMEMORY)
}

extension MatchFailure: CustomStringConvertible {
  /// A few words for people; PCRE2's own for its other errors.
  public var description: String {
    switch self {
    case .matchLimit: "match limit reached"
    case .depthLimit: "depth limit reached"
    case .heapLimit: "heap limit reached"
    case .stackLimit: "stack limit reached"
    case .other(let error): PCRE2.message(error)
    }
  }
}
