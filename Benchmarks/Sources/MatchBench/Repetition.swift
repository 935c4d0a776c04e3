import Parapet

/// Texts that say one thing again and again: each example of the rules, repeated. Whatever a rule does for each thing that it finds must not
/// grow with how many there are.
struct Repetition {
  private let bytes: Int
  private let examples: [(name: String, event: Event)]
  private let program: Program

  /// The examples of the rules that `arguments` name, each made as long as it says.
  init(_ arguments: Arguments) throws {
    let source: RuleSource = try arguments.rules.map { try .directory($0) } ?? .shipped
    bytes = arguments.bytes
    program = try source.program()
    examples = try source.rules().rules.flatMap { [bytes] rule in
      rule.examples.enumerated().compactMap { number, example in
        Repetition.event(example, of: rule, bytes).map { ("\(rule.id), example \(number + 1)", $0) }
      }
    }
  }

  /// The slowest ten as a JSON object, by the best of two runs of each, in microseconds per KB of text.
  func run() -> String {
    var judge = Judge(program)
    var costs: [(name: String, microseconds: Double)] = []
    for example in examples {
      var best = Int.max
      for _ in 0..<2 {
        let start = Clock.thread
        let verdict = judge.evaluate(example.event)
        best = min(best, Clock.thread - start)
        precondition(verdict.failure == nil)
      }
      costs.append((example.name, Double(best) / Double(bytes) * 1.024))
    }
    let slowest = costs.sorted { $0.microseconds > $1.microseconds }.prefix(10)
    let rows = slowest.map { #"{"example":"\#($0.name)","us_per_kb":\#($0.microseconds)}"# }
    return #"{"examples":\#(costs.count),"bytes":\#(bytes),"slowest":[\#(rows.joined(separator: ","))]}"#
  }

  /// The event of an example, where it has a text, with text and evidence so many bytes long.
  private static func event(_ example: Example, of rule: Rule, _ bytes: Int) -> Event? {
    guard let text = example.text else { return nil }
    let plain = String(text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }.map(Character.init))
    var event = Event(stage: example.stage ?? rule.when.stages.first ?? .output, text: repeated(plain, bytes))
    event.facts = example.facts
    if !example.passages.isEmpty {
      event.context = example.passages.enumerated().map { .init(id: "c\($0)", text: repeated($1.text, bytes), asOf: $1.asOf) }
    }
    return event
  }

  private static func repeated(_ text: String, _ bytes: Int) -> String {
    let line = text + "\n"
    return String(repeating: line, count: max(1, bytes / line.utf8.count))
  }
}
