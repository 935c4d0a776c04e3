import CPCRE2

/// One thread's means to match: match data, limits and a JIT stack, reused from match to match.
///
/// Every subject must be valid UTF-8 and every offset on a scalar boundary: neither is checked again. Offsets, ranges and
/// scopes that do not lie in the subject are refused with PCRE2's "bad offset".
@safe
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

  private static let firstStackBytes = 32 << 10
  private static let largestStackBytes = 1 << 20

  /// The bounds on each match.
  public let limits: Limits
  private var context: OpaquePointer?
  private var data: OpaquePointer?
  /// Pairs of offsets that `data` has room for.
  private var room = 0
  /// How many pairs of offsets the last match set, and where its subject began.
  private var lastPairs = 0
  private var lastBase = 0
  /// Made when a pattern first needs more than the 32 KB that JIT code takes from the thread's own stack: most never do.
  private var stack: OpaquePointer?

  /// A matcher with `limits`.
  public init(limits: Limits = Limits()) {
    self.limits = limits
    unsafe context = unsafe pcre2_match_context_create_8(nil)
    if let context = unsafe context {
      unsafe pcre2_set_match_limit_8(context, limits.match)
      unsafe pcre2_set_depth_limit_8(context, limits.depth)
      unsafe pcre2_set_heap_limit_8(context, limits.heapKiB)
    }
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// The first match that starts at or after `start`, or nil.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  public mutating func firstMatch(_ pattern: Pattern, in subject: [UInt8], from start: Int = 0) throws(MatchFailure) -> Match? {
    try firstMatch(pattern, in: subject, within: 0..<subject.count, from: start)
  }

  /// The first match in `scope` that starts at or after `start` (an offset of the subject), or nil; ranges are of the subject.
  ///
  /// The scope is matched as if it were the whole subject: `^`, `$`, `\b` and lookarounds see nothing outside it.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  public mutating func firstMatch(
    _ pattern: Pattern, in subject: [UInt8], within scope: Range<Int>, from start: Int? = nil
  ) throws(MatchFailure) -> Match? {
    let pairs = try run(pattern, subject, scope, start)
    return pairs > 0 ? try match(pattern, pairs: pairs, base: scope.lowerBound) : nil
  }

  /// The first match that starts at or after `start` in a buffer, or nil.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  @unsafe
  public mutating func firstMatch(
    _ pattern: Pattern, in subject: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) throws(MatchFailure) -> Match? {
    let pairs = unsafe try run(pattern, subject, 0..<subject.count, start)
    return pairs > 0 ? try match(pattern, pairs: pairs, base: 0) : nil
  }

  /// The range of the first match that starts at or after `start`, or nil; nothing is allocated for its groups.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  /// Only matches that begin before `end` count, when it is given; they may reach beyond it, and see everything.
  public mutating func firstRange(
    _ pattern: Pattern, in subject: [UInt8], from start: Int = 0, before end: Int? = nil
  ) throws(MatchFailure) -> Range<Int>? {
    if let end {
      guard end > start else { return nil }
      unsafe pcre2_set_offset_limit_8(context, end - 1)
    }
    defer { if end != nil { unsafe pcre2_set_offset_limit_8(context, CPCRE2_UNSET) } }
    return try firstRange(pattern, in: subject, within: 0..<subject.count, from: start)
  }

  /// The range of a group of the last match, or nil when it took no part in it.
  public func group(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < lastPairs, let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    let (start, end) = unsafe (offsets[2 * number], offsets[2 * number + 1])
    return start >= 0 && start <= end ? (lastBase + start)..<(lastBase + end) : nil
  }

  /// The range of the first match in `scope`, which is matched as if it were the whole subject, or nil; the range is of the subject.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  public mutating func firstRange(
    _ pattern: Pattern, in subject: [UInt8], within scope: Range<Int>, from start: Int? = nil
  ) throws(MatchFailure) -> Range<Int>? {
    lastPairs = 0
    let pairs = try run(pattern, subject, scope, start)
    (lastPairs, lastBase) = (pairs, scope.lowerBound)
    return pairs > 0 ? try range(base: scope.lowerBound) : nil
  }

  /// The range of the first match that starts at or after `start` in a buffer, or nil.
  ///
  /// - Throws: `MatchFailure` when PCRE2 could not finish.
  @unsafe
  public mutating func firstRange(
    _ pattern: Pattern, in subject: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) throws(MatchFailure) -> Range<Int>? {
    let pairs = unsafe try run(pattern, subject, 0..<subject.count, start)
    return pairs > 0 ? try range(base: 0) : nil
  }
}

extension Matcher {
  private mutating func run(_ pattern: Pattern, _ subject: [UInt8], _ scope: Range<Int>, _ start: Int?) throws(MatchFailure) -> Int {
    let span = subject.span
    return unsafe try span.withUnsafeBufferPointer { (buffer) throws(MatchFailure) in
      unsafe try run(pattern, buffer, scope, start ?? scope.lowerBound)
    }
  }

  /// Matches and says how many pairs of offsets were set; 0 is no match.
  private mutating func run(
    _ pattern: Pattern, _ subject: UnsafeBufferPointer<UInt8>, _ scope: Range<Int>, _ start: Int
  ) throws(MatchFailure) -> Int {
    guard scope.lowerBound >= 0, scope.upperBound <= subject.count, start >= scope.lowerBound else { throw .badOffset }
    guard start <= scope.upperBound else { return 0 }
    pattern.prepare()
    try reserve(pattern.groupCount + 1)
    guard let base = subject.baseAddress else {
      // PCRE2 wants an address even for nothing.
      var nothing: UInt8 = 0
      return unsafe try withUnsafePointer(to: &nothing) { (address) throws(MatchFailure) in
        unsafe try run(pattern, address, 0, 0)
      }
    }
    return unsafe try run(pattern, base + scope.lowerBound, scope.count, start - scope.lowerBound)
  }

  private mutating func run(_ pattern: Pattern, _ base: UnsafePointer<UInt8>, _ length: Int, _ start: Int) throws(MatchFailure) -> Int {
    guard let compiled = unsafe pattern.code else { throw .noMemory }
    let options = UInt32(PCRE2_NO_UTF_CHECK)
    var code: Int32
    if pattern.hasMachineCode {
      code = unsafe pcre2_jit_match_8(compiled, base, length, start, options, data, context)
      if code == PCRE2_ERROR_JIT_STACKLIMIT, unsafe stack == nil {
        unsafe stack = unsafe pcre2_jit_stack_create_8(Matcher.firstStackBytes, Matcher.largestStackBytes, nil)
        if let stack = unsafe stack {
          unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
          code = unsafe pcre2_jit_match_8(compiled, base, length, start, options, data, context)
        }
      }
      if code == PCRE2_ERROR_JIT_STACKLIMIT {
        code = unsafe pcre2_match_8(compiled, base, length, start, options | UInt32(PCRE2_NO_JIT), data, context)
        if code < 0, code != PCRE2_ERROR_NOMATCH { throw .stackLimit }
      }
    } else {
      code = unsafe pcre2_match_8(compiled, base, length, start, options, data, context)
    }
    if code == PCRE2_ERROR_NOMATCH { return 0 }
    guard code > 0 else { throw code == 0 ? .inconsistent : MatchFailure(pcre2: code) }
    return Int(code)
  }

  /// Makes room for `pairs` pairs of offsets, and for the limits if they could not be had before.
  private mutating func reserve(_ pairs: Int) throws(MatchFailure) {
    guard unsafe context != nil else { throw .noMemory }
    guard pairs > room else { return }
    let size = max(pairs, 16)
    guard let larger = unsafe pcre2_match_data_create_8(UInt32(min(size, 65_535)), nil) else { throw .noMemory }
    unsafe pcre2_match_data_free_8(data)
    unsafe data = unsafe larger
    room = size
  }

  private func range(base: Int) throws(MatchFailure) -> Range<Int> {
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { throw .inconsistent }
    // `\K` can put the start behind the end; a range cannot.
    guard unsafe offsets[0] <= offsets[1] else { throw .inconsistent }
    return unsafe (base + offsets[0])..<(base + offsets[1])
  }

  private func match(_ pattern: Pattern, pairs: Int, base: Int) throws(MatchFailure) -> Match {
    let whole = try range(base: base)
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(data) else { throw .inconsistent }
    var groups: [Range<Int>?] = [whole]
    groups.reserveCapacity(pattern.groupCount + 1)
    for group in stride(from: 1, through: pattern.groupCount, by: 1) {
      let start = group < pairs ? unsafe offsets[2 * group] : CPCRE2_UNSET
      let end = group < pairs ? unsafe offsets[2 * group + 1] : CPCRE2_UNSET
      groups.append(start >= 0 && start <= end ? (base + start)..<(base + end) : nil)
    }
    return Match(groups: groups, range: whole)
  }
}
