internal import ParapetEntity
internal import ParapetFormat

extension EditorSchema {
  private static let columns = SlotKind.number(1...10_000)

  /// What may stand behind each kind of assertion, but for `arg` and `calls`, which are keys of the assertion itself.
  private static let assertions: [String: SlotKind] = [
    "grounded": Shape.grounded.keys([
      "in": .choices(["context", "input", "tool-result"]), "equal": .choice(["value", "value-and-unit"]), "derive": .flag,
      "rounding": .choice(["as-printed", "exact"]), "tier": .choice(["certain", "likely", "warn"]),
    ]),
    "registered": Shape.registered.keys([
      "in": .choice(Register.Kind.allCases.map(\.rawValue)), "tier": .choice(["certain", "likely"]),
    ]),
    "json": Shape.json.keys([
      "schema": .text, "extract": .flag, "formats": .flag, "depth": .number(1...JSON.Limits.deepest),
      "bytes": .number(1...JSON.Limits().bytes),
    ]),
    "csv": Shape.csv.keys([
      "header": .texts, "columns": columns, "separator": .choice(["comma", "semicolon", "tab"]), "formulas": .flag, "extract": .flag,
    ]),
    "table": Shape.table.keys(["header": .texts, "columns": columns]),
    "xml": Shape.xml.keys(["root": .text, "extract": .flag]),
    "values": .texts,
    "disclosed": Shape.disclosed.keys([
      "phrases": .texts, "pattern": .text,
      "within": Shape.place.keys([
        "first": .number(1...1_000_000), "last": .number(1...1_000_000), "near": .number(1...1_000_000),
        "same": .choice(["paragraph", "sentence"]),
      ]),
    ]),
    "matches": .any([.text, Shape.matches.keys(["pattern": .text])]),
    "valid": .choice(Validator.all.keys.sorted()),
    "reasoned": Shape.reasoned.keys(["in": .choices(["context", "tool-result"])]),
    "length": Shape.length.keys([
      "max": .number(0...10_000_000), "min": .number(0...10_000_000), "unit": .choice(names(Assertion.Length.Unit.self)),
    ]),
  ]

  private static let argument = Shape.argument.keys([
    "arg": .text, "present": .flag, "matches": .text, "one_of": .texts, "equals": .text, "at_most": .text, "at_least": .text,
  ])

  private static let calls = Shape.calls.keys([
    "calls": .text, "at_most": .number(0...100_000), "at_least": .number(0...100_000), "per": .choice(["session"]),
  ])

  /// The kinds that the decoder knows by a key of their own. One that is not described above refers to nothing; the tests find it.
  private static let direct: [(name: String, kind: SlotKind)] =
    RuleDecoder.assertionKinds.filter { $0 != "arg" && $0 != "calls" }.map { ($0, assertions[$0] ?? .undescribed) }

  /// One assertion or group under its own name.
  private static let single = SlotKind.any(
    [argument, calls]
      + (direct.map(\.name) + ["all", "any"]).map { name in
        .keys(SlotKind.Keys("`\(name)`", [(name, true, .reference(name == "all" || name == "any" ? "group" : name))]))
      })

  /// Assertions by their own names, and by names of the writer's with one inside.
  private static let group = SlotKind.keys(
    SlotKind.Keys(
      "a group of assertions",
      direct.map { ($0.name, false, .reference($0.name)) } + ["all", "any"].map { ($0, false, .reference("group")) },
      others: .reference("requirement")))

  /// What references under `require` mean.
  static let requirements: [(name: String, kind: SlotKind)] = [("requirement", single), ("group", group)] + direct
}
