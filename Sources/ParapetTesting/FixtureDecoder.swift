import ParapetEngine
import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

/// Makes cases of the nodes of a fixture file.
struct FixtureDecoder {
  var diagnostics: [Diagnostic]

  static let fileKeys = ["suite", "title", "profile", "cases"]
  static let caseKeys = [
    "id", "from", "why", "profile", "stage", "channel", "purpose", "format", "facts", "context", "input", "text", "tool", "args", "session",
    "registers", "expect",
  ]
  static let passageKeys = ["id", "text", "as_of"]
  static let toolKeys = ["name", "arguments"]
  static let findingKeys = ["rule", "clause", "span"]
  static let suppressedKeys = ["rule", "by"]
  static let unjudgedKeys = ["rule", "why"]
  static let expectKeys = ["decision", "findings", "suppressed", "unjudged", "absent", "out", "only"]

  mutating func file(_ root: Node, path: String) -> FixtureFile? {
    guard let keys = mapping(root, of: "a fixture file", allowed: FixtureDecoder.fileKeys, required: ["suite", "cases"]) else { return nil }
    var file = FixtureFile(
      path: path, suite: text(keys["suite"]) ?? "", profile: text(keys["profile"]) ?? "default", cases: [])
    var lines: [String: Int] = [:]
    for node in items(keys["cases"]) ?? [] {
      guard let made = fixtureCase(node) else { continue }
      if let line = lines.updateValue(made.line, forKey: made.id) {
        add(.duplicateID, at: node["id"] ?? node, "the case id `\(made.id)` stands twice", help: "it is already on line \(line)")
      }
      file.cases.append(made)
    }
    return file
  }

  private mutating func fixtureCase(_ node: Node) -> FixtureCase? {
    guard let keys = mapping(node, of: "a case", allowed: FixtureDecoder.caseKeys, required: ["id", "expect"]) else { return nil }
    var event = Event(stage: choice(keys["stage"], among: Stage.self) ?? (keys["tool"] == nil ? .output : .toolCall))
    event.id = text(keys["id"])
    event.input = text(keys["input"]).map { Text($0) }
    event.context = keys["context"].flatMap { passages($0) }
    if let facts = keys["facts"].flatMap({ object($0) }) { event.facts = facts }
    for name in ["channel", "purpose", "format"] {
      guard let node = keys[name], let value = text(node) else { continue }
      if event.facts[name] != nil { add(.duplicateKey, at: node, "`\(name)` stands here and under `facts`", help: "delete one") }
      event.facts.supply([name], value)
    }
    event.tool = call(keys["tool"], arguments: keys["args"])
    if let session = keys["session"].flatMap({ object($0) }) { event.session = session }
    let marked = markedText(keys["text"])
    event.text = marked?.text
    event.registers = keys["registers"].map { registers($0) } ?? []
    if keys["text"] == nil && keys["tool"] == nil {
      add(.missingSlot, at: node, "a case needs `text` or `tool`", help: "there is nothing to judge")
    }
    return FixtureCase(
      id: event.id ?? "", origin: text(keys["from"]), why: text(keys["why"]), profile: text(keys["profile"]),
      channel: event.facts["channel"]?.string, event: event, text: marked, expect: expectation(keys["expect"]), line: node.place.line,
      column: node.place.column)
  }

  /// A tool call, written as in rule examples (`tool` and `args`) or as in events (`tool: {name, arguments}`).
  private mutating func call(_ tool: Node?, arguments: Node?) -> Event.ToolCall? {
    var name = tool
    var arguments = arguments
    if let tool, tool.entries != nil {
      guard let keys = mapping(tool, of: "`tool`", allowed: FixtureDecoder.toolKeys, required: ["name"]) else { return nil }
      if let args = arguments, keys["arguments"] != nil {
        add(.unclearExample, at: args, "`args` beside `arguments` under `tool`", help: "delete one")
      }
      name = keys["name"]
      arguments = keys["arguments"] ?? arguments
    } else if tool == nil, let arguments {
      add(.unclearExample, at: arguments, "`args` without `tool`", help: "name the tool that is called")
    }
    guard let name = text(name) else { return nil }
    return Event.ToolCall(name: name, arguments: arguments.flatMap { object($0) } ?? JSON(.object([])))
  }

  private mutating func markedText(_ node: Node?) -> MarkedText? {
    guard let node, let written = text(node) else { return nil }
    do {
      return try MarkedText(parsing: written)
    } catch {
      add(FixtureDecoder.code(for: error), at: node, error.message, help: "each ⟦ needs its ⟧, with the expected text between them")
      return nil
    }
  }

  private static func code(for fault: MarkedText.Fault) -> DiagnosticCode {
    switch fault.kind {
    case .unclosed, .unopened: .unbalancedMarks
    case .nested: .nestedMarks
    case .empty: .emptyMarks
    }
  }

  private mutating func passages(_ node: Node) -> [Event.Passage]? {
    guard let nodes = items(node) else { return nil }
    var passages: [Event.Passage] = []
    for (index, node) in nodes.enumerated() {
      let id = "c\(index + 1)"
      if node.entries == nil {
        if let text = text(node) { passages.append(Event.Passage(id: id, text: text)) }
      } else if let keys = mapping(node, of: "a passage", allowed: FixtureDecoder.passageKeys, required: ["text"]) {
        passages.append(Event.Passage(id: text(keys["id"]) ?? id, text: text(keys["text"]) ?? "", asOf: text(keys["as_of"])))
      }
    }
    return passages
  }

  private mutating func expectation(_ node: Node?) -> FixtureCase.Expectation {
    var expect = FixtureCase.Expectation()
    guard let node, let keys = mapping(node, of: "`expect`", allowed: FixtureDecoder.expectKeys, required: []) else { return expect }
    if node.entries?.isEmpty ?? true { add(.missingSlot, at: node, "`expect` asks for nothing", help: "write at least `decision`") }
    expect.decision = choice(keys["decision"], among: Verdict.Decision.self)
    expect.out = text(keys["out"])
    expect.only = flag(keys["only"]) ?? false
    for item in items(keys["findings"]) ?? [] {
      guard let keys = mapping(item, of: "a finding", allowed: FixtureDecoder.findingKeys, required: ["rule"]) else { continue }
      expect.findings.append(.init(rule: text(keys["rule"]) ?? "", clause: text(keys["clause"]), span: keys["span"].flatMap { span($0) }))
    }
    for item in items(keys["suppressed"]) ?? [] {
      guard let keys = mapping(item, of: "a suppressed candidate", allowed: FixtureDecoder.suppressedKeys, required: ["rule"]) else {
        continue
      }
      expect.suppressed.append(.init(rule: text(keys["rule"]) ?? "", by: text(keys["by"])))
    }
    for item in items(keys["unjudged"]) ?? [] {
      guard let keys = mapping(item, of: "an unjudged rule", allowed: FixtureDecoder.unjudgedKeys, required: ["rule"]) else { continue }
      expect.unjudged.append(.init(rule: text(keys["rule"]) ?? "", why: text(keys["why"])))
    }
    expect.absent = (items(keys["absent"]) ?? []).compactMap { text($0) }
    return expect
  }
}
