public import ParapetRule
import ParapetVerdict

extension EditorSchema {
  /// Fixture files.
  public static let fixture = EditorSchema(
    "fixture",
    keys(
      "a fixture file", FixtureDecoder.fileKeys, required: ["suite", "cases"],
      ["suite": .text, "title": .text, "profile": .text, "cases": .list(fixtureCase)]))

  private static let passages = SlotKind.list(
    .any([.text, keys("a passage", FixtureDecoder.passageKeys, required: ["text"], ["id": .text, "text": .text, "as_of": .text])]))

  private static let fixtureCase = keys(
    "a case", FixtureDecoder.caseKeys, required: ["id", "expect"],
    [
      "id": .text, "from": .text, "why": .text, "profile": .text, "stage": .choice(Stage.allCases.map(\.rawValue)), "channel": .text,
      "purpose": .text, "format": .text, "facts": .object, "context": passages, "input": .text, "text": .text,
      "tool": .any([
        .text, keys("`tool`", FixtureDecoder.toolKeys, required: ["name"], ["name": .text, "arguments": .object]),
      ]), "args": .object, "session": .object, "registers": EditorSchema.registerSamples, "expect": expectation,
    ])

  private static let expectation = keys(
    "`expect`", FixtureDecoder.expectKeys, required: [],
    [
      "decision": .choice(Verdict.Decision.allCases.map(\.rawValue)),
      "findings": .list(
        keys(
          "a finding", FixtureDecoder.findingKeys, required: ["rule"],
          ["rule": .text, "clause": .text, "span": .list(.number(0...100_000_000))])),
      "suppressed": .list(keys("a suppressed candidate", FixtureDecoder.suppressedKeys, required: ["rule"], ["rule": .text, "by": .text])),
      "unjudged": .list(keys("an unjudged rule", FixtureDecoder.unjudgedKeys, required: ["rule"], ["rule": .text, "why": .text])),
      "absent": .texts,
      "out": .text,
      "only": .flag,
    ])

  /// The keys that the decoder allows, each with its kind. One without a kind refers to nothing, and the tests find that.
  private static func keys(
    _ title: String, _ allowed: [String], required: [String], _ kinds: KeyValuePairs<String, SlotKind>
  ) -> SlotKind {
    .keys(
      SlotKind.Keys(
        title,
        allowed.map { name in
          (name, required.contains(name), kinds.first { $0.key == name }?.value ?? .undescribed)
        }))
  }
}
