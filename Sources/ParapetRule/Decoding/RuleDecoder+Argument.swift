extension RuleDecoder {
  /// What an argument of a tool call is compared with.
  func argument(_ node: Node, _ setting: RequirementSetting, at place: Place) -> Assertion.Argument? {
    guard let slots = reader.slots(node, .argument, at: place) else { return nil }
    var comparisons: [Assertion.Argument.Comparison] = []
    if let present = slots["present"], let flag = reader.flag(present, "`present`") {
      if flag {
        comparisons.append(.present)
      } else {
        report.add(.unknownValue, at: present.place, "`present` can only be `true`", help: "delete it when the argument may be missing")
      }
    }
    if let matches = slots["matches"], let pattern = patternSource(matches, "`matches`", fold: []) { comparisons.append(.matches(pattern)) }
    if let oneOf = slots["one_of"], let values = reader.texts(oneOf, "`one_of`") { comparisons.append(.oneOf(values)) }
    if let equals = slots["equals"], let value = operand(equals, "`equals`") { comparisons.append(.equals(value)) }
    if let most = slots["at_most"], let value = amount(most, "`at_most`") { comparisons.append(.atMost(value)) }
    if let least = slots["at_least"], let value = amount(least, "`at_least`") { comparisons.append(.atLeast(value)) }
    if !slots.hasAny(of: ["present", "matches", "one_of", "equals", "at_most", "at_least"]) {
      report.add(
        .emptyAssertion, at: place, "the assertion compares the argument with nothing",
        help: "write at least one of `present`, `matches`, `one_of`, `equals`, `at_most`, `at_least`")
    }
    guard let node = slots["arg"], let pointer = reader.text(node, "`arg`") else { return nil }
    guard isPointer(pointer, at: node.place) else { return nil }
    return Assertion.Argument(pointer: pointer, comparisons: comparisons)
  }

  /// Whether `pointer` is an RFC 6901 pointer that leads somewhere.
  private func isPointer(_ pointer: String, at place: Place) -> Bool {
    let bytes = Array(pointer.utf8)
    let escapesRight = bytes.indices.allSatisfy { index in
      bytes[index] != UInt8(ascii: "~")
        || (index + 1 < bytes.count && (bytes[index + 1] == UInt8(ascii: "0") || bytes[index + 1] == UInt8(ascii: "1")))
    }
    if bytes.first == UInt8(ascii: "/"), escapesRight { return true }
    report.add(
      .badPointer, at: place, "`\(pointer)` is not a JSON pointer",
      help: "begin with `/`, such as `/amount` or `/payee/name`; write `~` as `~0`")
    return false
  }

  /// A literal, or a reference such as `session:/customer/id_no`.
  private func operand(_ node: Node, _ what: String) -> String? {
    guard let text = reader.text(node, what) else { return nil }
    for source in ["session:", "facts:", "arg:"] where text.hasPrefix(source) {
      guard isPointer(String(text.dropFirst(source.count)), at: node.place) else { return nil }
    }
    return text
  }

  /// A decimal number, or a reference.
  private func amount(_ node: Node, _ what: String) -> String? {
    guard let text = operand(node, what) else { return nil }
    if text.contains(":") || JSONNumber.isValid(text) { return text }
    report.add(
      .notANumber, at: node.place, "\(what) must be a number or a reference, not `\(text)`",
      help: "write `50000`, or a reference such as `facts:/limits/single`")
    return nil
  }
}

/// Numbers as JSON writes them.
enum JSONNumber {
  /// Whether `text` is a number by RFC 8259, section 6: no leading zero, no plus sign, digits on both sides of the point.
  static func isValid(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
