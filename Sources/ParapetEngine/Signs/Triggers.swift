import ParapetText

/// The rules that have something to look at in an event, each once.
struct Triggers {
  /// The rules, in no order.
  private(set) var rules: [Int] = []
  private var isTriggered: [Bool]

  init(rules: Int) { isTriggered = Array(repeating: false, count: rules) }

  /// Whether a rule has something to look at.
  func has(_ rule: Int) -> Bool { isTriggered[rule] }

  /// Adds a rule.
  mutating func add(_ rule: Int) {
    guard !isTriggered[rule] else { return }
    isTriggered[rule] = true
    rules.append(rule)
  }

  /// Forgets all, and keeps the memory.
  mutating func clear() {
    for index in rules.indices { isTriggered[rules[index]] = false }
    rules.clear()
  }
}
