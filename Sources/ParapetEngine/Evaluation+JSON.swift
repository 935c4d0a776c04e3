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
    do {
      let instance = try JSON(parsing: Array(bytes[block]))
      return schema.violations(in: instance).prefix(Evaluation.mostViolations).map { violation in
        let place = violation.instance.isEmpty ? "/" : violation.instance
        return draft(violation.range, ("JSON 不符合模式（\(place)）：\(violation.message)", "the JSON breaks its schema at \(place): \(violation.message)"))
      }
    } catch {
      let at = error.offset < block.count ? error.offset : max(0, block.count - 1)
      let start = parts[part].text.scalarStart(at + block.lowerBound) - block.lowerBound
      return [draft(start..<max(start, min(block.count, parts[part].text.scalarEnd(start + block.lowerBound) - block.lowerBound)), ("不是有效的 JSON：\(error.message)", "not valid JSON: \(error.message)"))]
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
  /// The start of the scalar that the byte at `offset` is part of.
  fileprivate func scalarStart(_ offset: Int) -> Int {
    var start = min(offset, max(0, utf8.count - 1))
    while start > 0 && utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return max(0, start)
  }

  /// The end of the scalar that starts at `offset`.
  fileprivate func scalarEnd(_ offset: Int) -> Int {
    var end = min(offset + 1, utf8.count)
    while end < utf8.count && utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
