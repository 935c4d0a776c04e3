public import ParapetRule

/// What is known to fall short and may stay so for now: each entry a rule, what is meant, and why.
///
/// A baseline may only shrink. What is not in it fails, and so does what it lists and is no longer so: it has to be deleted.
///
/// ```yaml
/// survivors:
///   - rule: masking.cn.mobile
///     why: the validator refuses what the wider quantifier lets in
///     items: ['find.bare.pattern: {9} → {9,10}']
/// flagged:
///   - rule: refusal.cn.guaranteed-return
///     why: a statute quoted without quotation marks
///     items: [zh-kf-0012]
/// ```
public struct Baseline: Sendable {
  /// The lists of a baseline.
  public enum List: String, Sendable, CaseIterable {
    /// Mutants that no example can tell from the rule, by name.
    case survivors
    /// Benign texts that a rule flags, by id.
    case flagged
  }

  /// Some items of one rule that share a reason.
  public struct Entry: Sendable {
    /// The rule.
    public var rule: String
    /// Why they may stay.
    public var why: String
    /// What is meant.
    public var items: [String]
    /// Where each item stands, by line, from 1.
    public var lines: [Int]
  }

  /// The file, as it was named.
  public var path: String
  private var lists: [List: [Entry]]

  /// A baseline that holds nothing.
  public init(path: String) {
    self.path = path
    lists = [:]
  }

  /// The entries of one list, in the order written.
  public subscript(list: List) -> [Entry] { lists[list] ?? [] }

  /// The rules that any list speaks of.
  public var rules: Set<String> { Set(lists.values.flatMap { $0.map(\.rule) }) }

  /// How many items of `list` have no reason yet.
  public func unexplained(in list: List) -> Int {
    self[list].filter { $0.why.allSatisfy(\.isWhitespace) }.reduce(0) { $0 + $1.items.count }
  }

  /// Whether `item` of `rule` is in `list`.
  public func holds(_ item: String, of rule: String, in list: List) -> Bool {
    self[list].contains { $0.rule == rule && $0.items.contains(item) }
  }

  /// What `list` says of `rules` that is not among `found` any more: items that can go.
  public func stale(
    in list: List, of rules: Set<String>, found: [(rule: String, item: String)]
  ) -> [(rule: String, item: String, line: Int)] {
    let known = Set(found.map { "\($0.rule)\n\($0.item)" })
    return self[list].filter { rules.contains($0.rule) }.flatMap { entry in
      zip(entry.items, entry.lines).filter { !known.contains("\(entry.rule)\n\($0.0)") }.map { (entry.rule, $0.0, $0.1) }
    }
  }

  /// Reads a baseline, and says everything that is wrong with it. That an entry says no reason is wrong unless it `isUnfinished`: about
  /// to be written again.
  public static func decode(_ file: RuleFile, isUnfinished: Bool = false) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    let (root, diagnostics) = YAML.read(file.bytes, path: file.path)
    var decoder = FixtureDecoder(diagnostics: diagnostics)
    var baseline = Baseline(path: file.path)
    let keys = List.allCases.map(\.rawValue)
    let slots = root.flatMap { decoder.mapping($0, of: "a baseline", allowed: keys, required: []) } ?? [:]
    for list in List.allCases { baseline.lists[list] = slots[list.rawValue].map { decoder.entries($0, isUnfinished: isUnfinished) } }
    let failed = decoder.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : baseline, Diagnostic.sorted(decoder.diagnostics))
  }

  /// Puts what was found of `rules` into `list`, with the reasons that `reasons` gives or that were known, and an empty one for the rest.
  /// Items of one rule that share a reason make one entry.
  public mutating func update(
    _ list: List, of rules: Set<String>, found: [(rule: String, item: String)], reasons: Reasons = Reasons()
  ) {
    var entries = self[list].filter { !rules.contains($0.rule) }
    for (rule, item) in found {
      let why = reasons.why(item, of: rule) ?? self[list].first { $0.rule == rule && $0.items.contains(item) }?.why ?? ""
      if let known = entries.firstIndex(where: { $0.rule == rule && $0.why == why }) {
        entries[known].items.append(item)
      } else {
        entries.append(Entry(rule: rule, why: why, items: [item], lines: []))
      }
    }
    lists[list] = entries.enumerated().sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }.map(\.element)
  }

  /// The baseline as a file.
  public var yaml: String {
    var text = "# What falls short and may stay so for now, each with a reason. This file may only shrink.\n"
    for list in List.allCases where !self[list].isEmpty {
      text += "\(list.rawValue):\n"
      for entry in self[list] {
        text += "  - rule: \(entry.rule)\n    why: \(Baseline.quoted(entry.why))\n    items:\n"
        for item in entry.items { text += "      - \(Baseline.quoted(item))\n" }
      }
    }
    return text
  }

  /// `text` as a YAML scalar in single quotes; in double quotes where it holds what a line cannot.
  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.properties.isDefaultIgnorableCodePoint }) else {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": written += "\\" + String(Character(scalar))
      case _ where scalar.value < 0x20 || scalar.properties.isDefaultIgnorableCodePoint:
        let digits = String(scalar.value, radix: 16)
        written += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}

extension FixtureDecoder {
  fileprivate mutating func entries(_ list: Node, isUnfinished: Bool) -> [Baseline.Entry] {
    var seen: Set<String> = []
    return (items(list) ?? []).compactMap { node in
      let keys = ["rule", "why", "items"]
      guard let slots = mapping(node, of: "an entry", allowed: keys, required: keys) else { return nil }
      var entry = Baseline.Entry(rule: text(slots["rule"]) ?? "", why: text(slots["why"]) ?? "", items: [], lines: [])
      if let why = slots["why"], entry.why.allSatisfy(\.isWhitespace), !isUnfinished {
        add(.emptyValue, at: why, "the entry does not say why", help: "say why this may stay, or write the example that is missing")
      }
      for node in items(slots["items"]) ?? [] {
        guard let item = text(node) else { continue }
        if !seen.insert("\(entry.rule)\n\(item)").inserted {
          add(.repeatedValue, at: node, "`\(item)` stands twice", help: "delete one of them")
        }
        entry.items.append(item)
        entry.lines.append(node.place.line)
      }
      return entry
    }
  }
}
