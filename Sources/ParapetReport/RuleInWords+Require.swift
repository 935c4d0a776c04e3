import ParapetFormat
import ParapetRule

extension RuleInWords {
  /// What must hold, an item a line, indented by depth.
  func require(_ requirement: Requirement, _ words: Words, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    switch requirement {
    case .all(let parts):
      return [indent + words("以下全部：", "all of:")] + parts.flatMap { require($0, words, depth: depth + 1) }
    case .any(let parts):
      return [indent + words("以下任一：", "any of:")] + parts.flatMap { require($0, words, depth: depth + 1) }
    case .assertion(let name, let assertion): return ["\(indent)- \(name): \(self.assertion(assertion, words))"]
    }
  }

  private func assertion(_ assertion: Assertion, _ words: Words) -> String {
    switch assertion {
    case .grounded(let grounded):
      let strict = grounded.equal == "value-and-unit" ? words("数值和单位", "in value and unit") : words("数值", "in value")
      let derived = grounded.derive ? words("，可由其计算得出", ", or computed from it") : ""
      return words(
        "每一处都能在 \(words.any(grounded.sources)) 中找到依据（\(strict)一致\(derived)）",
        "every find is carried by \(words.any(grounded.sources)) (\(strict)\(derived))")
    case .registered(let registered):
      return words(
        "每一处都在登记册 \(registered.register) 中，且名实相符、仍然有效",
        "every find is listed by the register \(registered.register), under that name and still in force")
    case .json(let json):
      let place = json.extract ? words("文中的 JSON", "a JSON block in the text") : words("文本", "the text")
      let formats = json.assertsFormats ? words("（含 format）", ", formats included") : ""
      return words("\(place)符合结构 \(json.schema)\(formats)", "\(place) is JSON that the schema \(json.schema) allows\(formats)")
    case .document(let document): return self.document(document, words)
    case .values(let values): return words("文本为 \(words.quoted(values)) 之一", "the text is one of \(words.quoted(values))")
    case .disclosed(let disclosed):
      let place =
        switch disclosed.place {
        case .anywhere: ""
        case .first(let count): words("前 \(count) 字内", " in the first \(count) characters")
        case .last(let count): words("最后 \(count) 字内", " in the last \(count) characters")
        case .near(let count): words("在所见处前后 \(count) 字内", " within \(count) characters of each find")
        case .paragraph: words("在所见处的同一段", " in the paragraph of each find")
        case .sentence: words("在所见处的同一句", " in the sentence of each find")
        }
      let what = [
        disclosed.phrases.isEmpty ? nil : words.quoted(disclosed.phrases),
        disclosed.pattern.map { words("符合 \($0) 的文字", "what \($0) matches") },
      ].compactMap(\.self)
      return words("文本\(place)写明 \(words.any(what))", "the text says\(place) \(words.any(what))")
    case .matches(let pattern): return words("文本符合 \(pattern)", "the text matches \(pattern)")
    case .valid(let validator):
      return words("每一处都通过校验 \(validator)", "every find passes the validator \(validator)")
    case .reasoned(let sources):
      return words(
        "回答的每条引用都在 \(words.any(sources)) 中，每个公式都算得出所写的数",
        "every citation of the answer is in \(words.any(sources)), and every formula gives the figure beside it")
    case .length(let length): return self.length(length, words)
    case .arg(let argument):
      return words("参数 ", "the argument ") + argument.pointer + " " + words.list(argument.comparisons.map { comparison($0, words) })
    case .calls(let calls):
      let tool = calls.tool == "same-tool" ? words("同一工具", "the same tool") : calls.tool
      let bounds = [
        calls.atMost.map { words("至多 \($0) 次", "at most \($0) times") },
        calls.atLeast.map { words("此前至少 \($0) 次", "at least \($0) times before") },
      ].compactMap(\.self)
      return words("一次会话中调用\(tool)\(words.list(bounds))", "\(tool) is called \(words.list(bounds)) in one session")
    }
  }

  private func document(_ document: Assertion.Document, _ words: Words) -> String {
    let place = document.extract ? words("文中的代码块", "a code block in the text") : words("文本", "the text")
    func table(_ name: String, _ header: [String]?, _ columns: Int?) -> String {
      let head = header.map { words("，表头为 \(words.list($0))", " with the head \(words.list($0))") }
      let count = columns.map { words("，共 \($0) 列", " of \($0) columns") }
      return words("\(place)是\(name)\(head ?? count ?? "")", "\(place) is \(name)\(head ?? count ?? "")")
    }
    switch document.form {
    case .csv(let form): return table("CSV", form.header, form.columns)
    case .table(let form): return table(words(" Markdown 表格", "a Markdown table"), form.header, form.columns)
    case .xml(let form):
      let root = form.root.map { words("，根元素为 \($0)", " with the root \($0)") } ?? ""
      return words("\(place)是格式良好的 XML\(root)", "\(place) is well-formed XML\(root)")
    }
  }

  private func length(_ length: Assertion.Length, _ words: Words) -> String {
    let unit =
      switch length.unit {
      case .scalars: words("字", "characters")
      case .graphemes: words("个用户可见字符", "user-perceived characters")
      case .utf16: words("个 UTF-16 单位", "UTF-16 units")
      case .bytes: words("字节", "bytes")
      case .lines: words("行", "lines")
      case .segments: words("段短信", "segments of a text message")
      case .sentence: words("字（每句）", "characters in each sentence")
      }
    let bounds = [
      length.min.map { words("至少 \($0) \(unit)", "at least \($0) \(unit)") },
      length.max.map { words("至多 \($0) \(unit)", "at most \($0) \(unit)") },
    ].compactMap(\.self)
    return words("文本\(words.list(bounds))", "the text has \(words.list(bounds))")
  }

  private func comparison(_ comparison: Assertion.Argument.Comparison, _ words: Words) -> String {
    switch comparison {
    case .present: words("已给出", "is given")
    case .matches(let pattern): words("符合 \(pattern)", "matches \(pattern)")
    case .oneOf(let values): words("为 \(words.any(values))", "is \(words.any(values))")
    case .equals(let value): words("等于 \(value)", "equals \(value)")
    case .atMost(let value): words("不大于 \(value)", "is at most \(value)")
    case .atLeast(let value): words("不小于 \(value)", "is at least \(value)")
    }
  }
}
