import ParapetEntity
import ParapetRule

extension RuleInWords {
  /// One clause of `find`.
  func find(_ clause: FindClause, _ words: Words) -> String {
    var parts: [String] = []
    switch clause.producer {
    case .phrases(let phrases): parts.append(words("字样 \(words.quoted(phrases))", "the words \(words.quoted(phrases))"))
    case .terms(let list, let terms):
      parts.append(words("词表 \(list)（\(terms.count) 个词）中的词", "a term of the list \(list) (\(terms.count) terms)"))
    case .pattern(let pattern): parts.append(words("符合模式 \(pattern) 的文字", "what the pattern \(pattern) matches"))
    case .entity(let kind):
      let ignored = clause.ignore.isEmpty ? "" : words("（不计 \(words.list(clause.ignore))）", " (leaving out \(words.list(clause.ignore)))")
      parts.append(words("识别出的 \(kind)\(ignored)", "every \(kind) that is recognised\(ignored)"))
    }
    if let group = clause.group {
      let name =
        switch group {
        case .number(let number): String(number)
        case .name(let name): name
        }
      parts.append(words("只取其中的分组 \(name)", "of which only the group \(name) counts"))
    }
    if let validate = clause.validate {
      let summary = Validator.all[validate].map { words("（\($0.summary)）", " (\($0.summary))") } ?? ""
      parts.append(words("须通过校验 \(validate)\(summary)", "which passes the check \(validate)\(summary)"))
    }
    if let context = clause.context {
      let side =
        switch context.side {
        case .before: words("前", "in front of it")
        case .after: words("后", "behind it")
        case .either: words("前后", "of it")
        }
      parts.append(
        words(
          "\(side) \(context.within) 字以内须有 \(words.quoted(context.any))",
          "with \(words.quoted(context.any)) within \(context.within) characters \(side)"))
    }
    if clause.again { parts.append(words("其值在事件后文再次出现时同样算作命中", "whose value counts wherever it stands further on in the event")) }
    if clause.firm { parts.append(words("任何除外情形均不适用", "which no exception excuses")) }
    return "\(clause.name): " + parts.joined(separator: words("，", ", "))
  }

  /// One exception.
  func unless(_ exception: Exception, _ words: Words) -> String {
    var parts: [String] = []
    func add(_ conditions: [Exception.Condition], _ zh: (String) -> String, _ en: (String) -> String) {
      guard !conditions.isEmpty else { return }
      let shown = conditions.map { condition in condition.cue.map { words("提示语 $\($0)", "the cue $\($0)") } ?? condition.pattern }
      let scope = conditions.first.map { RuleInWords.scope($0.scope, words) } ?? ""
      parts.append(words(zh(scope) + words.any(shown), en(scope) + words.any(shown)))
    }
    add(exception.before, { "\($0)在其前面的部分符合 " }, { "what stands before it in the same \($0) matches " })
    add(exception.after, { "\($0)在其后面的部分符合 " }, { "what stands after it in the same \($0) matches " })
    add(exception.within, { _ in "它位于这样的文字之中：" }, { _ in "it lies inside what this matches: " })
    for fact in exception.facts {
      parts.append(words("事实 \(fact.path) 为 \(words.any(fact.values))", "the fact \(fact.path) is \(words.any(fact.values))"))
    }
    let clauses =
      exception.clauses.isEmpty ? "" : words("（仅对 \(words.list(exception.clauses))）", " (for \(words.list(exception.clauses)) only)")
    return "\(exception.name)\(clauses): " + parts.joined(separator: words("，且", ", and "))
  }

  private static func scope(_ name: String, _ words: Words) -> String {
    switch name {
    case "sentence": words("同一句中", "sentence")
    case "text": words("全文", "text")
    default: words("同一分句中", "clause")
    }
  }
}
