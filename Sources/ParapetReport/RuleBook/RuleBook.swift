public import ParapetRule
public import ParapetTesting

/// The rules as a book: an index by family, by scene and by law, and one page a rule.
public struct RuleBook: Sendable {
  let set: RuleSet
  let coverage: [String: RuleCoverage]
  let law: LegalIndex

  /// A book of `set`, with what is known of its coverage; laws are judged as of `day`.
  public init(_ set: RuleSet, coverage: [RuleCoverage], asOf day: String) {
    self.set = set
    self.coverage = Dictionary(coverage.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    law = LegalIndex(set.legal, rules: set.rules, asOf: day)
  }

  /// The files of the book, by path.
  public var pages: [(path: String, bytes: [UInt8])] {
    let laws = HTMLPage(
      title: ("法规索引", "Laws and the rules that serve them"), subtitle: law.day,
      body: "<p><a href=\"index.html\">\(HTML.both("全部规则", "all rules"))</a></p>\n" + law.html { "rules/\($0).html" }
    ).bytes
    return [("index.html", index), ("laws.html", laws)] + set.rules.map { ("rules/\($0.id).html", page(of: $0)) }
  }

  // MARK: index

  private var index: [UInt8] {
    var body = HTML.figures([
      (String(set.rules.count), "条规则", "rules"), (String(set.profiles.count), "个方案", "profiles"),
      (String(set.legal.instruments.count), "部法规与标准", "laws and standards"),
      (String(set.rules.reduce(0) { $0 + $1.examples.count }), "个用例", "examples"),
    ])
    body += "<p><a href=\"laws.html\">\(HTML.both("按法规条文查规则", "By law: each article with its rules"))</a></p>\n"
    for family in Rule.Family.allCases {
      let rules = set.rules.filter { $0.family == family }
      guard !rules.isEmpty else { continue }
      body += "<h2 id=\"\(family.rawValue)\">\(HTML.both(family.words, family.rawValue))</h2>\n"
      body += HTML.table(
        family.words, [HTML.both("规则", "rule"), HTML.both("名称", "title"), HTML.both("动作", "action"), HTML.both("负责", "owner")],
        rules.map { rule in
          let owner = "<span class=\"key\">\(HTML.text(rule.owner))</span>"
          return [link(to: rule.id), HTML.both(rule.title.zh, rule.title.en), HTML.text(rule.actions), owner]
        }, isHeaded: true)
    }
    body += "<h2>\(HTML.both("按场景", "By scene"))</h2>\n"
    body += HTML.table(
      "按场景 by scene", [HTML.both("场景", "scene"), HTML.both("规则", "rules")],
      scenes.map { scene in [HTML.text(scene.name), scene.rules.map(link).joined(separator: "<br>")] }, isHeaded: true)
    return HTMLPage(title: ("规则手册", "Rule book"), subtitle: "\(law.day)", body: body).bytes
  }

  private func link(to rule: String) -> String { "<a href=\"rules/\(rule).html\">\(HTML.code(rule))</a>" }

  /// Channels, purposes, formats and tools that rules speak of, then the stages, each with its rules.
  private var scenes: [(name: String, rules: [String])] {
    var order: [String] = []
    var rules: [String: [String]] = [:]
    func add(_ name: String, _ rule: Rule) {
      if rules[name] == nil { order.append(name) }
      rules[name, default: []].append(rule.id)
    }
    for rule in set.rules {
      for channel in rule.when.channels { add("channel: \(channel)", rule) }
      for purpose in rule.when.purposes { add("purpose: \(purpose)", rule) }
      for tool in rule.when.tools { add("tool: \(tool)", rule) }
    }
    order.sort()
    let staged = Stage.allCases.map { stage in ("stage: \(stage.rawValue)", set.rules.filter { $0.when.stages.contains(stage) }.map(\.id)) }
    return order.map { ($0, rules[$0] ?? []) } + staged
  }
}

extension Rule.Family {
  /// Its Chinese name.
  var words: String {
    switch self {
    case .refusal: "拒答"
    case .grounding: "幻觉检测"
    case .masking: "脱敏"
    case .format: "格式"
    case .tool: "工具"
    }
  }
}
