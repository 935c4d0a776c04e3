internal import ParapetEntity
internal import ParapetFormat
internal import ParapetText

extension Shape {
  /// The keys of this shape with what may stand behind each. A key that nobody speaks of, or one that the shape does not have, is a
  /// mistake, and refers to nothing; the tests find it.
  func keys(_ kinds: KeyValuePairs<String, SlotKind>) -> SlotKind {
    .keys(
      SlotKind.Keys(
        name,
        slots.map { slot in (slot.name, slot.isRequired, kinds.first { $0.key == slot.name }?.value ?? .undescribed) }
          + kinds.filter { kind in !names.contains(kind.key) }.map { ($0.key, false, .undescribed) }))
  }
}

extension EditorSchema {
  static let date = SlotKind.form("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  static let version = SlotKind.form(#"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"#)
  static let localized = Shape.localized.keys(["zh": .text, "en": .text])
  static let addition = Shape.addition.keys(["zh": .text, "zh-Hant": .text, "en": .text])
  static let facts = SlotKind.names(.texts)
  private static let decisions = SlotKind.choice(["pass", "modify", "hold", "refuse"])
  static let stage = SlotKind.choice(Stage.allCases.map(\.rawValue))

  /// Rule files.
  public static let rule = EditorSchema(
    "rule",
    Shape.rule.keys([
      "rule": .text, "version": version, "title": localized, "status": .choice(names(Rule.Status.self)),
      "severity": .choice(names(Rule.Severity.self)), "mode": .choice(names(Rule.Mode.self)), "floor": .flag, "owner": .text,
      "reviewed": date, "legal": .list(Shape.legalBasis.keys(["cite": .text, "for": .text, "verified": .flag])), "when": when,
      "fold": .choices(Fold.names.map(\.name)), "find": .names(find), "unless": .names(exception), "require": .reference("requirement"),
      "then": .any([.reference("action"), .names(.reference("action"))]), "evidence": .choice(names(Rule.EvidencePolicy.self)),
      "on_error": .choice(names(Rule.OnError.self)), "on_missing": .choice(names(Rule.OnMissing.self)), "examples": .list(example),
    ]),
    definitions: [("action", action)] + requirements)

  static func names<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> [String] where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue)
  }

  private static let when = Shape.when.keys([
    "stage": .choices(Stage.allCases.map(\.rawValue)), "channel": .texts, "purpose": .texts, "region": .texts, "format": .texts,
    "tool": .texts,
    "facts": .any([facts, .oneOrMore(.any([.text, facts]))]),
  ])

  private static let find = Shape.findClause.keys([
    "phrases": .texts, "terms": .text, "pattern": .text, "entity": .choice(MentionKind.allCases.map(\.rawValue)),
    "needs": Shape.needs.keys(["any": .texts, "digits": .number(1...64)]), "validate": .choice(Validator.all.keys.sorted()),
    "context": Shape.context.keys([
      "any": .texts, "within": .number(1...10_000), "side": .choice(names(FindClause.Context.Side.self)),
    ]), "group": .text, "firm": .flag, "again": .flag, "ignore": .choices(["list-marker", "citation-marker"]),
  ])

  private static let exception = Shape.exception.keys([
    "before": .texts, "after": .texts, "within": .texts, "facts": facts, "scope": .choice(names(Scope.self)), "for": .texts,
  ])

  static let action = RuleDecoder.action.keys([
    "action": .choice(names(Action.Kind.self)), "keep": .list(.number(0...64)), "with": .text, "replace": .text,
    "text": .any([.text, addition]), "at": .choice(names(Action.Position.self)), "for": .choice(["regenerate", "review"]), "hint": .text,
    "reply": .text, "otherwise": .reference("action"),
    "obligations": .list(
      Shape.obligation.keys([
        "kind": .choice(names(Action.Obligation.Kind.self)), "queue": .text, "within_hours": .number(1...8_760),
      ])),
  ])

  private static let passage = Shape.passage.keys(["id": .text, "text": .text, "as_of": date])

  private static let example = Shape.example.keys([
    "hit": .texts, "hits": .texts, "miss": .texts, "misses": .texts, "gap": .texts, "out": .text, "decision": decisions, "why": .text,
    "context": .oneOrMore(.any([.text, passage])), "input": .text, "facts": .object, "stage": stage, "format": .text, "channel": .text,
    "purpose": .text, "region": .text, "tool": .text, "args": .object, "session": .object, "registers": registerSamples,
  ])
}

extension EditorSchema {
  private static let overrides = SlotKind.list(
    Shape.override.keys(["rule": .text, "replace": .object, "append": .object, "remove": .texts, "why": .text, "until": date]))

  /// Profile files.
  public static let profile = EditorSchema(
    "profile",
    Shape.profile.keys([
      "profile": .text, "version": version, "title": localized, "owner": .text, "reviewed": date, "select": .texts,
      "override": overrides, "channels": .names(Shape.channel.keys(["override": overrides])),
      "examples": .list(
        Shape.profileExample.keys(["text": .text, "stage": stage, "expect": .any([decisions, .names(decisions)]), "why": .text])),
      "errors": .list(Shape.expectedError.keys(["override": overrides, "because": .text, "channel": .text])),
    ]))

  /// Cue files under `shared/`.
  public static let cue = EditorSchema(
    "cue",
    Shape.cue.keys([
      "cue": .text, "version": version, "title": localized, "owner": .text, "reviewed": date, "scope": .choice(names(Scope.self)),
      "pattern": .texts, "examples": .list(Shape.cueExample.keys(["hit": .text, "miss": .text, "why": .text])),
    ]))

  /// The register `legal.yaml`.
  public static let legal = EditorSchema(
    "legal",
    .names(
      Shape.instrument.keys([
        "title": localized, "issuer": .text, "in_force": Shape.inForce.keys(["from": date, "until": date]), "number": .text,
        "last_article": .number(1...9999), "replaced_by": .text, "verified": .flag,
        "checked": .text, "articles": .names(Shape.article.keys(["demands": .text, "verified": .flag, "checked": .text])),
      ])))

  private static let registerEntries = SlotKind.names(
    .any([
      .text,
      Shape.registerEntry.keys([
        "names": .texts, "in_force": Shape.entryForce.keys(["from": date, "until": date]), "replaced_by": .text,
        "last_article": .number(1...9999), "history": .names(.text), "verified": .flag,
      ]),
    ]))

  /// The registers that an example or a case brings along.
  public static let registerSamples = SlotKind.names(Shape.registerSample.keys(["complete": .flag, "entries": registerEntries]))

  /// Registers under `registers/`.
  public static let register = EditorSchema(
    "register", Shape.register.keys(["source": .text, "as_of": date, "complete": .flag, "entries": registerEntries]))

  /// The refusal texts `replies.yaml`.
  public static let replies = EditorSchema("replies", .names(localized))

  /// What a model is told to do better, `hints.yaml`.
  public static let hints = EditorSchema("hints", .names(localized))

  /// Every schema of a rule directory.
  public static let ruleDirectory = [rule, profile, cue, legal, register, replies, hints]
}
