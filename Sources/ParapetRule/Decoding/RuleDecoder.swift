internal import ParapetText

/// Makes a rule of a tree, and reports everything that is wrong with it.
struct RuleDecoder {
  let library: Library
  let report: Report
  var reader: Reader { Reader(report: report) }

  /// The rule in `root`, or nil when it has an error.
  func rule(_ root: Node, file: String) -> Rule? {
    let errorsBefore = report.errorCount
    guard let slots = reader.slots(root, .rule) else { return nil }

    let id = slots["rule"].flatMap { identity($0, file: file) }
    let version = slots["version"].flatMap { reader.version($0) }
    let title = slots["title"].flatMap { reader.localized($0, "`title`", at: slots.keyPlace("title")) }
    let owner = slots["owner"].flatMap { reader.text($0, "`owner`") }
    let reviewed = slots["reviewed"].flatMap { reader.date($0, "`reviewed`") }
    let severity = slots["severity"].flatMap { reader.choice($0, "`severity`", Rule.Severity.self) }
    let status = slots["status"].flatMap { reader.choice($0, "`status`", Rule.Status.self) }
    let mode = slots["mode"].flatMap { reader.choice($0, "`mode`", Rule.Mode.self) }
    let floor = slots["floor"].flatMap { reader.flag($0, "`floor`") }
    let evidence = slots["evidence"].flatMap { reader.choice($0, "`evidence`", Rule.EvidencePolicy.self) }
    let onError = slots["on_error"].flatMap { reader.choice($0, "`on_error`", Rule.OnError.self) }
    let onMissing = slots["on_missing"].flatMap { reader.choice($0, "`on_missing`", Rule.OnMissing.self) }
    let legal = slots["legal"].map { legalBases($0) } ?? []
    let when = slots["when"].flatMap { applicability($0, at: slots.keyPlace("when")) }
    let hasFind = slots.hasAny(of: ["find"])
    let fold = slots["fold"].flatMap { self.fold($0) } ?? .standard
    let find = slots["find"].map { findClauses($0, fold: fold) } ?? []
    let clauses = ClauseNames(find: slots["find"], require: slots["require"], hasFind: hasFind)
    let unless = slots["unless"].map { exceptions($0, fold: fold, clauses: clauses, find: find, key: slots.keyPlace("unless")) } ?? []
    let require = slots["require"].flatMap { requirement($0, RequirementSetting(fold: fold, hasFind: hasFind, when: when)) }
    if !slots.hasAny(of: ["find", "require"]) {
      report.add(.nothingToJudge, at: slots.place, "the rule has neither `find` nor `require`", help: "say what to find, or what must hold")
    }
    let then = slots["then"].flatMap { consequence($0, hasFind: hasFind, hasRequire: require != nil, at: slots.keyPlace("then")) }
    let examples = slots["examples"].map { self.examples($0, clauses: clauses, at: slots.keyPlace("examples")) } ?? []

    guard report.errorCount == errorsBefore, let id, let family = Rule.Family(id: id), let version, let title, let owner, let reviewed,
      let severity, let status, let when, let then, let onError
    else { return nil }
    var rule = Rule(
      id: id, version: version, title: title, owner: owner, reviewed: reviewed, family: family, severity: severity, status: status,
      mode: mode ?? .enforce, floor: floor ?? false, legal: legal, when: when, fold: fold, find: find, unless: unless, require: require,
      then: then, evidence: evidence ?? .mask, onError: onError, onMissing: onMissing ?? .record, examples: examples, file: file,
      digest: "")
    rule.digest = rule.meaningDigest
    return rule
  }

  /// The id, which must be the path with points for slashes, and begin with a family.
  private func identity(_ node: Node, file: String) -> String? {
    guard let id = reader.name(node, "a rule", dotted: true) else { return nil }
    let expected = RulePath.id(of: file)
    guard id.isSame(as: expected) else {
      report.add(
        .idNotPath, at: node.place, "the id `\(id)` is not the path of the file",
        help: "write `rule: \(expected)`, or move the file to `\(RulePath.path(of: id))`")
      return nil
    }
    return id
  }

  private func fold(_ node: Node) -> Fold? {
    guard let items = reader.items(node, "`fold`") else { return nil }
    var fold: Fold = []
    for item in items {
      guard let name = reader.choice(item, "`fold`", from: Fold.names.map(\.name)),
        let known = Fold.names.first(where: { $0.name == name })
      else { continue }
      if fold.contains(known.fold) {
        report.add(.repeatedValue, at: item.place, "`\(name)` stands twice in `fold`", help: "delete one of them")
      }
      fold.formUnion(known.fold)
    }
    return fold
  }
}

extension Rule.Family {
  /// The family of the rule called `id`, or nil.
  init?(id: String) {
    self.init(rawValue: String(id.prefix { $0 != "." }))
  }
}

/// The names that a rule gives to what it finds and requires, as written, whether or not they can be decoded.
struct ClauseNames {
  let find: [String]
  let require: [String]
  /// Whether the rule has a `find`.
  let hasFind: Bool
  /// Whether all names could be read.
  let isComplete: Bool

  init(find: Node?, require: Node?, hasFind: Bool) {
    self.hasFind = hasFind
    isComplete = (!hasFind || find?.entries != nil) && (require == nil || require?.entries != nil)
    self.find = find?.entries?.map(\.name) ?? []
    self.require = require.map { ClauseNames.assertions($0) } ?? []
  }

  private static func assertions(_ node: Node) -> [String] {
    (node.entries ?? []).flatMap { entry in
      entry.name == "all" || entry.name == "any" ? [entry.name] + assertions(entry.value) : [entry.name]
    }
  }
}

/// How paths and ids belong together.
enum RulePath {
  /// `masking/cn/resident-id.yaml` is `masking.cn.resident-id`. A first folder in `dropping` is left out.
  static func id(of path: String, dropping folder: String = "") -> String {
    var name = path[...]
    if !folder.isEmpty, name.hasPrefix(folder + "/") { name = name.dropFirst(folder.count + 1) }
    for suffix in [".yaml", ".txt"] where name.hasSuffix(suffix) { name = name.dropLast(suffix.count) }
    return String(name.map { $0 == "/" ? "." : $0 })
  }

  /// The usual path of the rule called `id`.
  static func path(of id: String) -> String {
    String(id.map { $0 == "." ? "/" : $0 }) + ".yaml"
  }
}
