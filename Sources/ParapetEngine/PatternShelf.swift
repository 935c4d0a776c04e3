import ParapetPattern
import ParapetRule
import Synchronization

/// Patterns, and what can be foreseen of them, kept for programs that are compiled one after another from much the same rules: those of
/// several channels, or of a rule with one part changed. All programs of one shelf have the same `jit` and `readsPatterns`.
public final class PatternShelf: Sendable {
  /// A pattern by its bytes: equal strings may differ in their scalars.
  struct Key: Hashable {
    let source: String
    let caseless: Bool
    /// Whether it is tried at a few places only.
    var isNarrow = false

    static func == (a: Key, b: Key) -> Bool {
      a.caseless == b.caseless && a.isNarrow == b.isNarrow && a.source.isSame(as: b.source)
    }

    /// Patterns that are equally long and end alike are the same, or two at most.
    func hash(into hasher: inout Hasher) {
      hasher.combine(caseless)
      hasher.combine(isNarrow)
      hasher.combine(source.utf8.count)
      var source = source
      source.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0).suffix(24))) }
    }
  }

  private struct Kept {
    var patterns: [Key: Pattern] = [:]
    /// What is nil was looked at, and nothing can be foreseen.
    var triggers: [Key: Trigger?] = [:]
    /// By what the rules of a program look for.
    var foresights: [String: Foresight] = [:]
  }

  private let kept = Mutex(Kept())
  /// Whether its patterns have been accepted before, by this version of PCRE2.
  let areAccepted: Bool

  /// An empty shelf.
  public init() { areAccepted = false }

  /// An empty shelf for patterns that this version of PCRE2 has accepted before: they are compiled when they are first used.
  init(accepted: Bool) { areAccepted = accepted }

  /// Forgets everything.
  public func clear() { kept.withLock { $0 = Kept() } }

  /// The pattern for `key`.
  ///
  /// - Throws: `CompileError` where PCRE2 refuses it.
  func pattern(_ key: Key, jit: Bool) throws(Pattern.CompileError) -> Pattern {
    if let known = kept.withLock({ $0.patterns[key] }) { return known }
    var options: Pattern.Options = key.caseless ? .caseless : []
    if key.isNarrow { options.insert(.narrow) }
    let pattern =
      areAccepted ? Pattern(accepted: key.source, options: options, jit: jit) : try Pattern(key.source, options: options, jit: jit)
    kept.withLock { $0.patterns[key] = pattern }
    return pattern
  }

  /// What must stand in a text for the pattern to match, or nil when nothing can be foreseen.
  func trigger(_ key: Key) -> Trigger? {
    if let known = kept.withLock({ $0.triggers[key] }) { return known }
    let trigger = Trigger(key.source, caseless: key.caseless)
    kept.withLock { $0.triggers[key] = .some(trigger) }
    return trigger
  }

  /// What was found out of rules that look for the same, or nil.
  func foresight(_ aim: String) -> Foresight? { kept.withLock { $0.foresights[aim] } }

  /// Keeps what was found out of rules that look for the same.
  func keep(_ foresight: Foresight, _ aim: String) { kept.withLock { $0.foresights[aim] = foresight } }
}
