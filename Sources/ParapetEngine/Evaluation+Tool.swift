import ParapetFormat
import ParapetPattern
import ParapetRule

extension Evaluation {
  /// What is wrong with the argument at `pointer`, or nil. The sentences quote no values.
  mutating func argumentProblem(
    _ pointer: String, _ comparisons: [CompiledAssertion.Comparison], _ matcher: inout Matcher
  ) throws(Unlooked) -> (zh: String, en: String)? {
    guard let value = event.tool?.arguments.at(pointer: pointer), value.value != .null else {
      return ("缺少参数 \(pointer)", "the argument \(pointer) is missing")
    }
    for comparison in comparisons {
      if let problem = try problem(value, pointer, comparison, &matcher) { return problem }
    }
    return nil
  }

  /// Whether the comparisons, all of which hold, speak of the whole argument: it equals something, or a pattern covers all of it. A
  /// pattern that matched somewhere in a query says nothing of what else the query carries.
  mutating func vouches(
    _ pointer: String, _ comparisons: [CompiledAssertion.Comparison], _ matcher: inout Matcher
  ) throws(Unlooked) -> Bool {
    guard let value = event.tool?.arguments.at(pointer: pointer), let text = Event.text(of: value) else { return false }
    for comparison in comparisons {
      switch comparison {
      case .equals, .oneOf: return true
      case .matches(let pattern):
        if try firstMatch(pattern, in: Array(text.utf8), &matcher) == 0..<text.utf8.count { return true }
      case .present, .atMost, .atLeast: break
      }
    }
    return false
  }

  private mutating func problem(
    _ value: JSON, _ pointer: String, _ comparison: CompiledAssertion.Comparison, _ matcher: inout Matcher
  ) throws(Unlooked) -> (zh: String, en: String)? {
    let text = Event.text(of: value)
    switch comparison {
    case .present: return nil
    case .matches(let pattern):
      if let text, try matches(pattern, in: Array(text.utf8), within: 0..<text.utf8.count, &matcher) { return nil }
      return ("参数 \(pointer) 的格式不符", "the argument \(pointer) does not have the required form")
    case .oneOf(let values):
      if let text, values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return nil }
      return ("参数 \(pointer) 不在允许的取值之内", "the argument \(pointer) is not one of the allowed values")
    case .equals(let reference):
      let expected = try resolve(reference)
      if let text, text.utf8.elementsEqual(expected.utf8) { return nil }
      return ("参数 \(pointer) 与要求的值不一致", "the argument \(pointer) does not equal what is required")
    case .atMost(let reference):
      if let text, let value = Amount(text), let bound = Amount(try resolve(reference)), value <= bound { return nil }
      return ("参数 \(pointer) 超过上限", "the argument \(pointer) is more than allowed")
    case .atLeast(let reference):
      if let text, let value = Amount(text), let bound = Amount(try resolve(reference)), value >= bound { return nil }
      return ("参数 \(pointer) 低于下限", "the argument \(pointer) is less than required")
    }
  }

  /// What `session:/…`, `facts:/…` or `arg:/…` points at; anything else is itself.
  private func resolve(_ reference: String) throws(Unlooked) -> String {
    let roots = [("session:", event.session), ("facts:", event.facts), ("arg:", event.tool?.arguments ?? JSON(.null))]
    for (prefix, root) in roots where reference.hasPrefix(prefix + "/") {
      guard let value = root.at(pointer: String(reference.dropFirst(prefix.count))), let text = Event.text(of: value) else {
        throw .missing(reference)
      }
      return text
    }
    return reference
  }

  /// What is wrong with the calls made so far in the session, or nil.
  func callsProblem(_ calls: Assertion.Calls) -> (zh: String, en: String)? {
    let pattern = calls.tool == "same-tool" ? event.tool?.name ?? "" : calls.tool
    var earlier = 0
    if let value = event.session["calls"]?.value, case .array(let made) = value {
      earlier = made.count { glob(pattern, $0["tool"]?.string ?? $0["name"]?.string ?? $0.string ?? "") }
    }
    let current = event.tool.map { glob(pattern, $0.name) } ?? false
    if let most = calls.atMost, earlier + (current ? 1 : 0) > most {
      return ("本会话内调用次数超过上限 \(most)", "more than \(most) calls in this session")
    }
    if let least = calls.atLeast, earlier < least {
      return ("本会话内缺少在先的调用（至少 \(least) 次）", "fewer than \(least) earlier calls in this session")
    }
    return nil
  }
}

/// A decimal number, compared exactly.
struct Amount: Comparable {
  private let isNegative: Bool
  private let whole: [UInt8]
  private let fraction: [UInt8]

  /// A number such as `-12.50`; nil for anything else, exponents included.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits: (ArraySlice<UInt8>) -> Bool = { !$0.isEmpty && $0.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
    guard !parts.isEmpty, parts.allSatisfy(isDigits) else { return nil }
    whole = Array(parts[0].drop { $0 == UInt8(ascii: "0") })
    var tail = parts.count > 1 ? Array(parts[1]) : []
    while tail.last == UInt8(ascii: "0") { tail.removeLast() }
    fraction = tail
    isNegative = negative && !(whole.isEmpty && tail.isEmpty)
  }

  static func < (a: Amount, b: Amount) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isCloserToZero(than: a) : a.isCloserToZero(than: b)
  }

  private func isCloserToZero(than other: Amount) -> Bool {
    if whole.count != other.whole.count { return whole.count < other.whole.count }
    if whole != other.whole { return whole.lexicographicallyPrecedes(other.whole) }
    return fraction.lexicographicallyPrecedes(other.fraction)
  }
}
