import ParapetRule

extension RuleInWords {
  /// What happens.
  func then(_ words: Words) -> [String] {
    var lines: [String] = []
    if let action = rule.then.standard { lines += self.action(action, words, for: nil) }
    for (format, action) in rule.then.byFormat.sorted(by: { $0.key < $1.key }) { lines += self.action(action, words, for: format) }
    for (format, action) in rule.then.otherwise.sorted(by: { $0.key < $1.key }) {
      let head = words("改写后仍不符合时", "where that has not helped, ")
      lines += self.action(action, words, for: format == "other" ? nil : format).map { "  " + head + $0 }
    }
    return lines
  }

  private func action(_ action: Action, _ words: Words, for format: String?) -> [String] {
    let head = format.map { words("则（格式为 \($0) 时）", "Then, when the format is \($0), ") } ?? words("则", "Then ")
    var lines = ["\(head)\(deed(action, words))\(words("。", "."))"]
    if let key = action.reply, let reply = replies[key] {
      lines.append("  " + words("答复（\(key)）：", "reply (\(key)): ") + words(reply.zh, reply.en))
    }
    lines += action.obligations.map { obligation in
      let queue = obligation.queue.map { words("交 \($0)", " by \($0)") } ?? ""
      let hours = obligation.withinHours.map { words("，\($0) 小时内", " within \($0) hours") } ?? ""
      let kind =
        switch obligation.kind {
        case .review: words("复核", "review")
        case .notify: words("通知", "notification")
        case .retain: words("留存", "retention")
        }
      return "  " + words("并须\(kind)\(queue)\(hours)", "with \(kind)\(queue)\(hours)")
    }
    return lines
  }

  private func deed(_ action: Action, _ words: Words) -> String {
    switch action.kind {
    case .flag: return words("只作记录", "only record it")
    case .mask:
      if let replacement = action.mask.replacement { return words("整体替换为 \(replacement)", "replace the whole value by \(replacement)") }
      let keep = action.mask.keep
      return words(
        "脱敏：保留前 \(keep.first) 位和后 \(keep.last) 位，其余换成 \(action.mask.with)",
        "mask it: keep the first \(keep.first) and the last \(keep.last) characters, \(action.mask.with) for each of the others")
    case .rewrite: return words("改写（\(action.transform ?? "")）", "rewrite it (\(action.transform ?? ""))")
    case .append:
      let text = action.text.map { words($0.zh, $0.en) } ?? ""
      let place =
        switch action.position {
        case .start: words("文首", " at the start")
        case .end: words("文末", "")
        case .paragraph: words("所在段末", " at the end of the paragraph")
        }
      return words("在\(place)加上“\(RuleInWords.oneLine(text))”", "append “\(RuleInWords.oneLine(text))”\(place)")
    case .hold:
      let purpose =
        switch action.purpose {
        case "regenerate": words("，待重新生成", " until it is generated anew")
        case "review": words("，待人工复核", " until a person has looked")
        default: ""
        }
      return words("暂不放行\(purpose)", "hold it\(purpose)")
    case .refuse: return words("拒绝，以答复代之", "refuse, and give the reply instead")
    }
  }

  /// What happens when the rule cannot look, and what a verdict may show.
  func limits(_ words: Words) -> [String] {
    [
      rule.onError == .closed
        ? words("无法判断时（超限、出错）至少暂不放行。", "When it cannot look (a limit, an error), hold at least.")
        : words("无法判断时（超限、出错）放行并记录。", "When it cannot look (a limit, an error), let it through and record that."),
      rule.onMissing == .hold
        ? words("缺少所需材料时暂不放行。", "When something it needs was not supplied, hold.")
        : words("缺少所需材料时记录，不改变决定。", "When something it needs was not supplied, record that and change nothing."),
      {
        switch rule.evidence {
        case .mask: words("结果中所示原文先行脱敏。", "Verdicts show what was found only masked.")
        case .show: words("结果中可示原文。", "Verdicts may show what was found.")
        case .none: words("结果中不示原文。", "Verdicts show nothing of what was found.")
        }
      }(),
    ]
  }

  private static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
