import ParapetFormat
import ParapetPattern
import ParapetRule
import ParapetText
import ParapetVerdict

extension Evaluation {
  /// How many violations of one schema become findings.
  private static let mostViolations = 20

  /// Drafts for the ways in which `part` is not JSON, or not valid by its schema.
  func broken(
    json: CompiledJSON, _ name: String, _ rule: CompiledRule, part: Int, _ matcher: inout Matcher
  ) throws(Unlooked) -> [Draft] {
    let text = parts[part].text
    let bytes = text.utf8
    let block = json.extract ? JSON.block(in: bytes) ?? 0..<bytes.count : 0..<bytes.count
    func draft(_ range: Range<Int>, _ check: String, _ reason: (zh: String, en: String)) -> Draft {
      let draft = Draft(rule: rule.index, clause: name, part: part, pointer: parts[part].pointer, range: range, reason: reason)
      draft.checks.append(Finding.Check(check: "require.json.\(check)", pass: false))
      return draft
    }
    let (instance, faults) = JSON.reading(Array(bytes[block]), limits: json.limits)
    var drafts = faults.prefix(Evaluation.mostViolations).map { fault in
      let place = text.scalar(at: fault.offset + block.lowerBound, before: block.upperBound)
      return draft(place, fault.kind.rawValue, (fault.kind.zh + "：" + fault.messageZh, "\(fault.kind.en): \(fault.message)"))
    }
    guard let instance else { return drafts }
    guard let schema = json.schema.value else { throw Unlooked.limit("schema") }
    let violations = schema.violations(in: instance, using: &matcher)
    let judged = violations.filter { !$0.isUnjudged }
    if drafts.isEmpty, judged.isEmpty, !violations.isEmpty { throw Unlooked.limit("schema_limit") }
    drafts += judged.prefix(Evaluation.mostViolations - min(drafts.count, Evaluation.mostViolations)).map { violation in
      let place = violation.shownInstance
      let shown = place.isEmpty ? (zh: "", en: "") : (zh: "（\(place)）", en: " at \(place)")
      let draft = draft(
        violation.range.lowerBound + block.lowerBound..<violation.range.upperBound + block.lowerBound, "schema",
        ("JSON 不符合模式\(shown.zh)：\(violation.messageZh)", "the JSON breaks its schema\(shown.en): \(violation.message)"))
      draft.schema = Finding.SchemaLocation(
        keyword: violation.keywordLocation, absoluteKeyword: violation.absoluteKeywordLocation, instance: violation.shownInstance)
      return draft
    }
    return drafts
  }

  /// Drafts for the ways in which `part` is not a document of its form.
  func broken(document: Assertion.Document, _ name: String, _ rule: CompiledRule, part: Int) throws(Unlooked) -> [Draft] {
    let bytes = parts[part].text.utf8
    let block = document.extract ? document.form.block(in: bytes) ?? 0..<bytes.count : 0..<bytes.count
    return document.form.faults(in: Array(bytes[block])).map { fault in
      let draft = Draft(
        rule: rule.index, clause: name, part: part, pointer: parts[part].pointer,
        range: fault.range.lowerBound + block.lowerBound..<fault.range.upperBound + block.lowerBound, reason: (fault.zh, fault.en))
      draft.checks.append(Finding.Check(check: "require.\(fault.kind)", pass: false))
      return draft
    }
  }
}

extension JSONError.Kind {
  /// What it is called, Chinese.
  fileprivate var zh: String {
    switch self {
    case .syntax, .notUTF8: "不是有效的 JSON"
    case .loneSurrogate: "JSON 字符串含半个代理对"
    case .duplicateKey: "JSON 对象的键重复"
    case .tooDeep: "JSON 嵌套过深"
    case .tooLarge: "JSON 过长"
    }
  }

  /// What it is called, English.
  fileprivate var en: String {
    switch self {
    case .syntax, .notUTF8: "not valid JSON"
    case .loneSurrogate: "half of a surrogate pair in JSON"
    case .duplicateKey: "a key stands twice in JSON"
    case .tooDeep: "JSON nested too deep"
    case .tooLarge: "JSON too long"
    }
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
