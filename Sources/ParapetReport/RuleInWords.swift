public import ParapetRule
import ParapetText

/// A rule read aloud, in Chinese and in English, made from its slots alone.
public struct RuleInWords: Sendable {
  /// The languages.
  public enum Language: String, Sendable, CaseIterable { case zh, en }

  let rule: Rule
  let replies: [String: LocalizedText]

  /// Words for `rule`; `replies` are the texts by their keys.
  public init(_ rule: Rule, replies: [String: LocalizedText]) {
    self.rule = rule
    self.replies = replies
  }

  /// The rule in both languages, under a line that says which it is.
  public func text(_ style: Style = .plain) -> String {
    var lines = [style.bold("\(rule.id) \(rule.version)") + "  " + style.dim(rule.file), "  " + facts.joined(separator: " · ")]
    for language in Language.allCases {
      lines.append("")
      lines.append(style.blue(language == .zh ? rule.title.zh : rule.title.en))
      lines += sentences(in: language).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var facts: [String] {
    [
      "severity \(rule.severity.rawValue)", "status \(rule.status.rawValue)", "mode \(rule.mode.rawValue)",
      rule.floor ? "floor (profiles may only tighten it)" : nil, "owner \(rule.owner)", "reviewed \(rule.reviewed)",
      "\(rule.examples.count) examples",
    ].compactMap(\.self)
  }

  /// The rule in `language`, one sentence or item a line.
  func sentences(in language: Language) -> [String] {
    let words = Words(language)
    var lines = [when(words)]
    if rule.fold != [] {
      lines.append(words("匹配前统一：\(folds(words))。", "Before matching, the text is evened out: \(folds(words))."))
    }
    if !rule.find.isEmpty {
      lines.append(words("查找以下任一内容：", "Find any of:"))
      lines += rule.find.map { "  - " + find($0, words) }
    }
    if !rule.unless.isEmpty {
      lines.append(words("但以下情形除外：", "Unless:"))
      lines += rule.unless.map { "  - " + unless($0, words) }
    }
    if let requirement = rule.require {
      lines.append(words("要求：", "Require:"))
      lines += require(requirement, words, depth: 1)
    }
    lines += then(words)
    lines += limits(words)
    if !rule.legal.isEmpty {
      lines.append(words("依据：", "It rests on:"))
      lines += rule.legal.map { "  - \($0.cite): \($0.demand)\($0.verified ? "" : words("（条文未核对）", " (wording not verified)"))" }
    }
    return lines
  }

  private func folds(_ words: Words) -> String {
    let names: [(Fold, zh: String, en: String)] = [
      (.width, "全角变半角", "full-width forms"), (.invisible, "去掉不可见字符", "invisible characters"), (.case, "不分大小写", "letter case"),
      (.gaps, "去掉数字或汉字间的分隔", "separators between digits or Han characters"), (.han, "繁体变简体", "traditional characters"),
      (.numerals, "数字的其他写法变阿拉伯数字", "other shapes of numerals"),
    ]
    return words.list(names.filter { rule.fold.contains($0.0) }.map { words($0.zh, $0.en) })
  }

  private func when(_ words: Words) -> String {
    let when = rule.when
    var conditions: [String] = []
    func add(_ zh: String, _ en: String, _ values: [String]) {
      if !values.isEmpty { conditions.append(words("\(zh)为 \(words.any(values))", "the \(en) is \(words.any(values))")) }
    }
    add("阶段", "stage", when.stages.map(\.rawValue))
    add("渠道", "channel", when.channels)
    add("用途", "purpose", when.purposes)
    add("地区", "region", when.regions)
    add("格式", "format", when.formats)
    add("工具", "tool", when.tools)
    for fact in when.facts { add("事实 \(fact.path) ", "fact \(fact.path)", fact.values) }
    if !when.requiredFacts.isEmpty {
      conditions.append(words("已提供 \(words.list(when.requiredFacts))", "\(words.list(when.requiredFacts)) was supplied"))
    }
    return conditions.isEmpty
      ? words("对每个事件：", "For every event:")
      : words("当\(conditions.joined(separator: "，且")) 时：", "When \(conditions.joined(separator: " and ")):")
  }
}

/// Phrases in one of two languages.
struct Words {
  let language: RuleInWords.Language
  init(_ language: RuleInWords.Language) { self.language = language }

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// “a, b and c”.
  func list(_ items: [String]) -> String { joined(items, zh: "和", en: "and") }
  /// “a, b or c”.
  func any(_ items: [String]) -> String { joined(items, zh: "或", en: "or") }

  /// Words in quotation marks, the first few.
  func quoted(_ items: [String], at most: Int = 12) -> String {
    let shown = items.prefix(most).map { language == .zh ? "“\($0)”" : "“\($0)”" }
    let rest = items.count - shown.count
    guard rest > 0 else { return any(shown) }
    return shown.joined(separator: self("、", ", ")) + self("等 \(items.count) 个", " or one of \(rest) more")
  }

  private func joined(_ items: [String], zh: String, en: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: self("、", ", "))
    let isLatin = head.utf8.last.map { $0 < 0x80 } ?? false
    return self(isLatin ? "\(head) \(zh) \(last)" : "\(head)\(zh)\(last)", "\(head) \(en) \(last)")
  }
}
