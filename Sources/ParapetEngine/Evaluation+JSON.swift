import ParapetFormat
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// How many violations of one schema become findings.
  private static let mostViolations = 20

  /// Drafts for the ways in which `part` is not JSON, or not valid by `schema`.
  func broken(
    json schema: JSONSchema, extract: Bool, _ name: String, _ rule: CompiledRule, part: Int
  ) throws(Unlooked) -> [Draft] {
    let bytes = parts[part].text.utf8
    let block = extract ? Evaluation.jsonBlock(in: bytes) ?? 0..<bytes.count : 0..<bytes.count
    func draft(_ range: Range<Int>, _ reason: (zh: String, en: String)) -> Draft {
      let place = range.lowerBound + block.lowerBound..<range.upperBound + block.lowerBound
      return Draft(rule: rule.index, clause: name, part: part, pointer: parts[part].pointer, range: place, reason: reason)
    }
    let instance: JSON
    do throws(JSONError) {
      instance = try JSON(parsing: Array(bytes[block]))
    } catch {
      let fault = parts[part].text.scalar(at: error.offset + block.lowerBound, before: block.upperBound)
      return [
        draft(
          fault.lowerBound - block.lowerBound..<fault.upperBound - block.lowerBound,
          ("不是有效的 JSON：\(error.message)", "not valid JSON: \(error.message)"))
      ]
    }
    let violations = schema.violations(in: instance)
    let judged = violations.filter { !$0.isUnjudged }
    if judged.isEmpty, !violations.isEmpty { throw Unlooked.limit("schema_limit") }
    return judged.prefix(Evaluation.mostViolations).map { violation in
      let place = violation.shownInstance.isEmpty ? "/" : violation.shownInstance
      return draft(
        violation.range,
        ("JSON 不符合模式（\(place)）：\(violation.message)", "the JSON breaks its schema at \(place): \(violation.message)"))
    }
  }

  /// The body of the first code fence, or from the first brace to the last.
  private static func jsonBlock(in bytes: [UInt8]) -> Range<Int>? {
    guard
      let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return nil }
    return start..<end + 1
  }
}

extension Text {
  /// The scalar that the byte at `offset` is part of, or the last one before `end`; empty in an empty text.
  fileprivate func scalar(at offset: Int, before end: Int) -> Range<Int> {
    var start = max(0, min(offset, end - 1))
    while start > 0 && utf8[start] & 0xC0 == 0x80 { start -= 1 }
    var next = min(start + 1, end)
    while next < end && utf8[next] & 0xC0 == 0x80 { next += 1 }
    return start..<max(start, next)
  }
}
