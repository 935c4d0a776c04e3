/// Where a pattern matched. Ranges are in bytes of the subject.
public struct Match: Sendable, Equatable {
  /// The whole match and its groups; a group that took no part is nil.
  public let groups: [Range<Int>?]
  /// The whole match.
  public let range: Range<Int>
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
}

/// One thread's means to match: match data, limits and a JIT stack, reused from match to match.
public struct Matcher: ~Copyable {
  /// Bounds on one match.
  public struct Limits: Sendable, Equatable {
    /// PCRE2 match limit: backtracking steps.
    public var match: UInt32
    /// PCRE2 depth limit (interpreter only).
    public var depth: UInt32
    /// PCRE2 heap limit in KiB (interpreter only).
    public var heapKiB: UInt32
    /// Limits from their three numbers.
    public init(match: UInt32 = 100_000, depth: UInt32 = 10_000, heapKiB: UInt32 = 8_192) {
      self.match = match
      self.depth = depth
      self.heapKiB = heapKiB
    }
  }

  /// A matcher with `limits`.
  public init(limits: Limits = Limits()) {}

  /// The first match that starts at or after `start`, or nil.
  ///
  /// `subject` must be valid UTF-8 and `start` on a scalar boundary: neither is checked again.
  public mutating func firstMatch(_ pattern: Pattern, in subject: [UInt8], from start: Int = 0) throws(MatchFailure) -> Match? { nil }
}

/// What the linked libpcre2-8 says of itself.
public enum PCRE2 {
  /// Its version, such as `10.42`.
  public static var version: String { "" }
  /// Its Unicode version, such as `14.0.0`.
  public static var unicodeVersion: String { "" }
  /// Whether JIT works here.
  public static var hasJIT: Bool { false }
}
