public import ParapetEngine
public import ParapetRule
import ParapetText
import ParapetVerdict

/// What a corpus of benign texts says of rules.
public struct BenignOutcome: Sendable {
  /// Below this many texts that a rule looked at, its false alarms have not been measured.
  public static let leastReach = 10

  /// A benign text that a rule flags.
  public struct Alarm: Sendable {
    /// The text.
    public let text: BenignText
    /// The clause, such as `find.promise`.
    public let clause: String
    /// The text with marks around what was found, veiled as the rule demands.
    public let shown: String
  }

  /// What the corpus says of one rule.
  public struct Measure: Sendable {
    /// The rule.
    public let rule: String
    /// Texts that hold one of the rule's triggers, so that it looked closer, by scene.
    public internal(set) var reach: [String: Int] = [:]
    /// Texts that it flags, each once.
    public internal(set) var alarms: [Alarm] = []

    /// How many texts it looked at.
    public var reached: Int { reach.values.reduce(0, +) }
    /// Whether it looked at enough texts for its false alarms to be counted.
    public var isMeasured: Bool { reached >= BenignOutcome.leastReach }
  }

  /// How many texts there are.
  public let texts: Int
  /// Their ids.
  public let ids: Set<String>
  /// The scenes, in the order of their first text.
  public let scenes: [String]
  /// What the corpus says of each rule, in the order of the rules.
  public let measures: [Measure]
}

/// Judges benign texts by all rules of a profile, those in shadow too.
public struct BenignRunner: Sendable {
  private let program: Program
  private let shown: Set<String>
  private let rules: [String]
  private let showsText: Bool

  /// A runner that judges by `program`, made of `rules`. Texts are shown as written only when `showsText` asks for it.
  public init(_ program: Program, rules: EffectiveRules, showsText: Bool = false) {
    self.program = program
    self.rules = rules.rules.map(\.id)
    self.showsText = showsText
    shown = Set(rules.rules.filter { $0.evidence == .show }.map(\.id))
  }

  /// What `texts` say of the rules.
  public func outcome(of texts: [BenignText]) -> BenignOutcome {
    var scenes: [String] = []
    var measures = Dictionary(uniqueKeysWithValues: rules.map { ($0, BenignOutcome.Measure(rule: $0)) })
    var judge = Judge(program)
    for text in texts {
      if !scenes.contains(text.scene) { scenes.append(text.scene) }
      let verdict = judge.evaluate(text.event, trace: .full)
      for step in verdict.trace.steps ?? [] where step.skipped == nil { measures[step.rule]?.reach[text.scene, default: 0] += 1 }
      for rule in Set(verdict.findings.map(\.rule)) { measures[rule]?.alarms.append(alarm(text, verdict, rule)) }
    }
    return BenignOutcome(texts: texts.count, ids: Set(texts.map(\.id)), scenes: scenes, measures: rules.compactMap { measures[$0] })
  }

  private func alarm(_ text: BenignText, _ verdict: Verdict, _ rule: String) -> BenignOutcome.Alarm {
    let findings = verdict.findings.filter { $0.rule == rule }
    let spans = findings.compactMap(\.span)
    let thickness: Veil.Thickness = showsText ? .none : shown.contains(rule) ? .thin : .thick
    let veiled = Veil.veil(text.text, spans: spans, thickness)
    return BenignOutcome.Alarm(text: text, clause: findings.first?.clause ?? "", shown: MarkedText.mark(veiled, at: spans.map(\.scalar)))
  }
}
