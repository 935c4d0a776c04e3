import ParapetPattern
import ParapetRule
public import ParapetVerdict

/// A compiled rule set: immutable, shared by any number of tasks without locks.
public struct Program: Sendable {
  /// Knobs that change how the program works, never what it says, but for the key.
  public struct Options: Sendable {
    /// Whether a clause whose trigger is not in the text is left out.
    public var prefilter = true
    /// Whether patterns are compiled to machine code.
    public var jit = true
    /// PCRE2's match limit: backtracking steps of one match.
    public var matchLimit: UInt32 = 100_000
    /// Matches tried in one event, over all rules, besides one for every four bytes of it; beyond it the remaining rules are unjudged. A match
    /// in a stretch beside a candidate counts once more for every 256 bytes of it.
    public var matchBudget = 20_000
    /// The key for digests that link equal values; without it there are none.
    public var key: DigestKey?
    /// Whether patterns are read for where they can match. Without it each is tried everywhere, and the trace counts more rules as looked.
    public var readsPatterns = true
    /// Where programs that are compiled one after another share their patterns; nil where there is but one.
    public var shelf: PatternShelf?
    /// The matches that may be tried on so many bytes.
    func budget(bytes: Int) -> Int { matchBudget + bytes / 4 }
    /// Standard options.
    public init() {}
  }

  /// Everything, in one piece that costs one count to hand around.
  final class Core: Sendable {
    let ruleset: Verdict.RulesetReference
    let engine: Verdict.EngineReference
    let options: Options
    let rules: [CompiledRule]
    let plan: SignPlan
    let replies: [String: LocalizedText]
    let hints: [String: LocalizedText]

    init(
      ruleset: Verdict.RulesetReference, engine: Verdict.EngineReference, options: Options, rules: [CompiledRule], plan: SignPlan,
      replies: [String: LocalizedText], hints: [String: LocalizedText]
    ) {
      (self.ruleset, self.engine, self.options, self.rules, self.plan) = (ruleset, engine, options, rules, plan)
      (self.replies, self.hints) = (replies, hints)
    }
  }

  private let core: Core

  init(_ core: Core) { self.core = core }

  /// Which rules these are.
  public var ruleset: Verdict.RulesetReference { core.ruleset }
  /// What judges.
  public var engine: Verdict.EngineReference { core.engine }
  /// How it works.
  var options: Options { core.options }
  /// The rules, by id.
  var rules: [CompiledRule] { core.rules }
  /// What the rules look for, and in which views.
  var plan: SignPlan { core.plan }
  /// Refusal texts by key.
  var replies: [String: LocalizedText] { core.replies }
  /// What a model is told to do better, by key.
  var hints: [String: LocalizedText] { core.hints }

  /// Lets `use` have a rule; the program holds it.
  @inline(__always)
  func withRule<Result, Failure>(_ index: Int, _ use: (CompiledRule) throws(Failure) -> Result) throws(Failure) -> Result {
    try unsafe lend(core.rules[index], to: use)
  }

  /// Judges `event`. Pure and total: it reads nothing else, keeps nothing and never fails.
  ///
  /// Judging many events in a row is faster with one `Judge` a task.
  public func evaluate(_ event: consuming Event, trace: TraceLevel = .counts) -> Verdict {
    var judge = Judge(self)
    return judge.evaluate(event, trace: trace)
  }

  /// The verdict on something that is not an event: an error that lets nothing through.
  public func verdict(on error: EventError) -> Verdict {
    Verdict(failure: error.failure, engine: engine, ruleset: ruleset, id: error.id)
  }
}

/// How much of its work a verdict records.
public enum TraceLevel: Sendable {
  /// How many rules looked.
  case counts
  /// What each rule saw.
  case full
}

/// One task's means to judge: a program and the scratch memory of its matches.
public struct Judge: ~Copyable {
  let program: Program
  var matcher: Matcher
  let work: Workspace

  /// A judge that applies `program`.
  public init(_ program: Program) {
    self.program = program
    matcher = Matcher(limits: Matcher.Limits(match: program.options.matchLimit))
    work = Workspace(program.plan, rules: program.rules.count)
  }

  /// Judges `event`.
  public mutating func evaluate(_ event: consuming Event, trace: TraceLevel = .counts) -> Verdict {
    var evaluation = Evaluation(program: program, event: event, trace: trace, work: work)
    evaluation.run(&matcher)
    work.end()
    return evaluation.verdict()
  }

  /// How many places the rules object to: what matching alone comes to, without a verdict. For those who measure.
  public mutating func survey(_ event: consuming Event) -> Int {
    var evaluation = Evaluation(program: program, event: event, trace: .counts, work: work)
    evaluation.run(&matcher)
    work.end()
    return evaluation.drafts.count
  }
}
