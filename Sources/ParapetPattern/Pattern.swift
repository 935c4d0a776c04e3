import CPCRE2
import Synchronization

/// A compiled PCRE2 pattern: UTF, without UCP, JIT when the machine has it.
///
/// `\d`, `\w` and `\b` are ASCII, so a digit next to a Han character stands at a boundary. A pattern that wants Unicode
/// classes writes `\p{…}`; `(*UCP)` and `\C` are refused, because the one changes the meaning of every rule and the
/// other can stop in the middle of a character.
///
/// Machine code is made at the first match, about 20 µs a pattern: most patterns of a rule set are never tried on the texts of one run.
///
/// Sendable without the compiler's proof: what is not Sendable is a pointer to a `pcre2_code`, which nobody writes to but `prepare`, once
/// and before anybody matches, and which PCRE2 documents as free to share between threads.
@safe
public final class Pattern: @unchecked Sendable {
  /// What `init` may be asked for.
  public struct Options: OptionSet, Sendable {
    /// One bit an option.
    public let rawValue: UInt32
    /// Options from their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Upper and lower case match each other.
    public static let caseless = Options(rawValue: 1)
    /// `$` matches at the very end only, not before a final newline (as in ECMA-262).
    public static let dollarEndOnly = Options(rawValue: 2)
    /// It is only tried at a few places each time: PCRE2 does not look ahead through the text for what a match needs. The same things match.
    public static let narrow = Options(rawValue: 4)
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
  public var groupCount: Int { compiled?.groupCount ?? 0 }
  /// The names of the named groups with their numbers, in the order of their names.
  public var groupNames: [(name: String, number: Int)] { compiled?.groupNames ?? [] }
  /// The most characters that a lookbehind in it looks at; `\b` and `^` in multi-line mode count as one.
  public var maxLookbehind: Int { compiled?.maxLookbehind ?? 0 }
  /// Whether it runs as machine code; false when that was not wanted or not possible.
  public var isJIT: Bool {
    prepare()
    return hasMachineCode
  }
  /// The fewest characters that it can match, as far as PCRE2 sees; 0 says nothing.
  public var leastLength: Int { compiled?.leastLength ?? 0 }

  /// What PCRE2 made of the source.
  @safe
  private struct Compiled {
    let code: OpaquePointer
    let groupCount: Int
    let groupNames: [(name: String, number: Int)]
    let maxLookbehind: Int
    let leastLength: Int

    init(_ code: OpaquePointer) {
      unsafe self.code = unsafe code
      groupCount = unsafe Pattern.number(code, UInt32(PCRE2_INFO_CAPTURECOUNT))
      groupNames = unsafe Pattern.names(code)
      maxLookbehind = unsafe Pattern.number(code, UInt32(PCRE2_INFO_MAXLOOKBEHIND))
      leastLength = unsafe Pattern.number(code, UInt32(PCRE2_INFO_MINLENGTH))
    }
  }

  private let options: Options
  private let wantsJIT: Bool
  /// Whether it was accepted before and is compiled when it is first used.
  private let isLate: Bool
  private let lock = Mutex<Void>(())
  private let isPrepared = Atomic<Bool>(false)
  /// INVARIANT: these two are written in `init` or, once, under `lock` before `isPrepared` is set.
  private var early: Compiled?
  private(set) var hasMachineCode = false

  private var compiled: Compiled? {
    if isLate { prepare() }
    return early
  }

  /// PCRE2's code, once `prepare` has returned; nil only where there was no memory for it. Valid until `deinit`.
  var code: OpaquePointer? { unsafe early?.code }

  /// Compiles `source`.
  ///
  /// - Throws: `CompileError` where PCRE2 refuses it.
  public init(_ source: String, options: Options = [], jit: Bool = true) throws(CompileError) {
    (self.source, self.options, wantsJIT, isLate) = (source, options, jit, false)
    early = unsafe Compiled(try Pattern.compile(source, options: options))
  }

  /// A pattern that this version of PCRE2 has accepted before: it is compiled when it is first used.
  package init(accepted source: String, options: Options = [], jit: Bool = true) {
    (self.source, self.options, wantsJIT, isLate) = (source, options, jit, true)
  }

  /// Makes what is wanted and not there yet. Every match begins with this.
  @inline(__always)
  func prepare() {
    if !isPrepared.load(ordering: .acquiring) { finish() }
  }

  @inline(never)
  private func finish() {
    lock.withLock { _ in
      guard !isPrepared.load(ordering: .relaxed) else { return }
      if early == nil { early = unsafe (try? Pattern.compile(source, options: options)).map { unsafe Compiled($0) } }
      // A pattern that JIT cannot take (out of executable memory, say) still runs in the interpreter, under the same limits.
      if wantsJIT, let code = unsafe code { hasMachineCode = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 }
      isPrepared.store(true, ordering: .releasing)
    }
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The number of the group called `name`, or nil.
  public func group(named name: String) -> Int? {
    groupNames.first { $0.name.utf8.elementsEqual(name.utf8) }?.number
  }

  private static func compile(_ source: String, options: Options) throws(CompileError) -> OpaquePointer {
    var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_USE_OFFSET_LIMIT) | UInt32(PCRE2_NEVER_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if options.contains(.caseless) { flags |= UInt32(PCRE2_CASELESS) }
    if options.contains(.dollarEndOnly) { flags |= UInt32(PCRE2_DOLLAR_ENDONLY) }
    if options.contains(.narrow) { flags |= UInt32(PCRE2_NO_START_OPTIMIZE) }
    var error: Int32 = 0
    var offset = 0
    var bytes = Array(source.utf8)
    let length = bytes.count
    bytes.append(0)  // an empty array may have no address
    if let code = unsafe bytes.withUnsafeBufferPointer({ unsafe pcre2_compile_8($0.baseAddress, length, flags, &error, &offset, nil) }) {
      return unsafe code
    }
    throw CompileError(code: error, offset: min(offset, length), message: PCRE2.message(error))
  }

  private static func number(_ code: OpaquePointer, _ what: UInt32) -> Int {
    var value: UInt32 = 0
    return unsafe pcre2_pattern_info_8(code, what, &value) == 0 ? Int(value) : 0
  }

  /// Reads PCRE2's name table: entries of equal size, each a big-endian number and a zero-terminated name.
  private static func names(_ code: OpaquePointer) -> [(name: String, number: Int)] {
    let count = unsafe number(code, UInt32(PCRE2_INFO_NAMECOUNT))
    let size = unsafe number(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE))
    var table: UnsafePointer<UInt8>?
    guard count > 0, size > 2, unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0, let table = unsafe table
    else { return [] }
    let bytes = unsafe UnsafeBufferPointer(start: table, count: count * size)
    return (0..<count).map { index in
      let entry = unsafe bytes[(index * size)..<((index + 1) * size)]
      let number = unsafe Int(entry[entry.startIndex]) << 8 | Int(entry[entry.startIndex + 1])
      let name = unsafe entry.dropFirst(2).prefix { $0 != 0 }
      return unsafe (String(decoding: name, as: UTF8.self), number)
    }
  }
}
