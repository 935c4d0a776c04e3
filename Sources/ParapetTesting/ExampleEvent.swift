import ParapetEngine
import ParapetFormat
import ParapetRule
import ParapetText

/// The event that an example stands for.
struct ExampleEvent {
  let event: Event
  /// The example's text, nil for a tool call without one.
  let marked: MarkedText?

  /// Makes the event of `example`.
  ///
  /// An example stands where its rule applies unless it says otherwise: what `when` demands of channel, purpose, format, tool and
  /// facts is supplied with the first value that it names.
  init(_ example: Example, of rule: Rule) throws(MarkedText.Fault) {
    let marked: MarkedText? = if let text = example.text { try MarkedText(parsing: text) } else { nil }
    self.marked = marked
    var event = Event(stage: example.stage ?? rule.when.stages.first ?? .output)
    event.text = marked?.text
    event.input = example.input.map { Text($0) }
    event.context = example.supplied
    event.facts = example.facts
    event.registers = example.registers
    let when = rule.when
    for (name, values) in [("channel", when.channels), ("purpose", when.purposes), ("region", when.regions), ("format", when.formats)] {
      if let value = values.first { event.facts.supply([name], value) }
    }
    for condition in rule.when.facts {
      if let value = condition.values.first { event.facts.supply(condition.path.split(separator: ".").map(String.init), value) }
    }
    if let tool = example.tool ?? (example.args == nil ? nil : rule.when.tools.first) {
      event.tool = Event.ToolCall(name: tool, arguments: example.args ?? JSON(.object([])))
    }
    if let session = example.session { event.session = session }
    self.event = event
  }
}

extension Example {
  /// The supplied passages, those without an id as `c1`, `c2`…; nil when there are none.
  fileprivate var supplied: [Event.Passage]? {
    guard !passages.isEmpty else { return nil }
    return passages.enumerated().map { Event.Passage(id: $1.id ?? "c\($0 + 1)", text: $1.text, asOf: $1.asOf) }
  }
}

extension JSON {
  /// Puts `value` at `path` into this object, unless something stands there.
  mutating func supply(_ path: [String], _ value: String) {
    guard let name = path.first, case .object(var members) = self.value else { return }
    let index = members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    if path.count == 1 {
      guard index == nil else { return }
      members.append(Member(name: name, value: JSON(.string(value))))
    } else {
      var inner = index.map { members[$0].value } ?? JSON(.object([]))
      inner.supply(Array(path.dropFirst()), value)
      let member = Member(name: name, value: inner)
      if let index { members[index] = member } else { members.append(member) }
    }
    self = JSON(.object(members), range: range)
  }
}
