public import ParapetText

/// One rule: when this event, find that, unless so, or require this, then act.
public struct Rule: Sendable {
  /// The five families, each a folder under `Rules/`.
  public enum Family: String, Sendable, CaseIterable { case refusal, grounding, masking, format, tool }
  /// How grave a finding is.
  public enum Severity: String, Sendable, CaseIterable { case info, low, medium, high, critical }
  /// How far the rule has come.
  public enum Status: String, Sendable, CaseIterable { case draft, stable, deprecated }
  /// Whether it acts.
  public enum Mode: String, Sendable, CaseIterable { case enforce, shadow, off }
  /// How much of a match a verdict may show.
  public enum EvidencePolicy: String, Sendable, CaseIterable { case mask, show, none }
  /// What happens when the rule could not look.
  public enum OnError: String, Sendable, CaseIterable { case closed, open }
  /// What happens when a fact that it needs was not supplied.
  public enum OnMissing: String, Sendable, CaseIterable { case record, hold }

  /// The id: its path under `Rules/` with points for slashes.
  public var id: String
  /// Semantic version.
  public var version: String
  /// What it is called.
  public var title: LocalizedText
  /// Who answers for it.
  public var owner: String
  /// When it was last reviewed, `YYYY-MM-DD`.
  public var reviewed: String
  /// The family, from the id.
  public var family: Family
  /// How grave a finding is.
  public var severity: Severity
  /// How far the rule has come.
  public var status: Status
  /// Whether it acts.
  public var mode: Mode
  /// Whether a profile may only tighten it.
  public var floor: Bool
  /// What it rests on.
  public var legal: [LegalBasis]
  /// To which events it applies.
  public var when: Applicability
  /// How the text is folded.
  public var fold: Fold
  /// What it looks for, in order.
  public var find: [FindClause]
  /// What excuses a candidate, in order.
  public var unless: [Exception]
  /// What must hold.
  public var require: Requirement?
  /// What it does; by the format that the caller declared, or one for all.
  public var then: Then
  /// How much of a match may be shown.
  public var evidence: EvidencePolicy
  /// What happens when it could not look.
  public var onError: OnError
  /// What happens when a fact is missing.
  public var onMissing: OnMissing
  /// Its examples.
  public var examples: [Example]
  /// The file, relative to the rule directory.
  public var file: String
  /// `sha256` of the parsed rule without title, owner, reviewed and examples, in hex.
  public var digest: String
}

/// A text in Chinese and in English.
public struct LocalizedText: Sendable, Equatable {
  /// Chinese, in simplified characters where there is a text in traditional ones as well.
  public var zh: String
  /// English.
  public var en: String
  /// Chinese in traditional characters, where they are not left to `zh`.
  public var zhHant: String?
}

/// A law, standard or article that a rule rests on.
public struct LegalBasis: Sendable, Equatable {
  /// The instrument's key in `legal.yaml`, and behind a space the article.
  public var cite: String
  /// What it demands.
  public var demand: String
  /// False when nobody has checked the wording against the source.
  public var verified: Bool
}

/// Where in an event's life a rule looks.
public enum Stage: String, Sendable, CaseIterable {
  case input, retrieval, output
  case toolCall = "tool-call"
  case toolResult = "tool-result"
}

/// To which events a rule applies. An empty list means any.
public struct Applicability: Sendable, Equatable {
  /// The stages.
  public var stages: [Stage]
  /// Channels (`facts.channel`).
  public var channels: [String] = []
  /// Purposes (`facts.purpose`).
  public var purposes: [String] = []
  /// Regions whose law speaks (`facts.region`).
  public var regions: [String] = []
  /// Declared formats (`facts.format`, `text` when absent).
  public var formats: [String] = []
  /// Tool names; `*` stands for anything.
  public var tools: [String] = []
  /// Facts that must be supplied: `context`, `input`, `session…` or a path under `facts`.
  public var requiredFacts: [String] = []
  /// Facts that must have one of some values, by path under `facts`.
  public var facts: [FactCondition] = []
}

/// A fact that must have one of some values.
public struct FactCondition: Sendable, Equatable {
  /// The path under `facts`, such as `product.type`.
  public var path: String
  /// The values that count.
  public var values: [String]
}
