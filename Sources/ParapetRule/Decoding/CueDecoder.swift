internal import ParapetPattern
internal import ParapetText

/// Reads cues, writes out the cues that they name, and tries their examples.
struct CueDecoder {
  let report: Report
  private var reader: Reader { Reader(report: report) }

  init(report: Report) { self.report = report }

  /// A cue before the cues that it names have been written out.
  private struct Draft {
    var cue: Cue
    var parts: [Node]
    var root: Node
  }

  /// The cues in `files` by name, and the names of those that cannot be used.
  func cues(_ files: [RuleFile]) -> (cues: [String: Cue], broken: Set<String>) {
    var drafts: [String: Draft] = [:]
    var broken: Set<String> = []
    for file in files {
      let errorsBefore = report.errorCount
      let root = YAML.read(file, into: report)
      let name = RulePath.id(of: file.path, dropping: "shared")
      if let draft = root.flatMap({ self.draft($0, name: name, file: file.path) }), report.errorCount == errorsBefore {
        drafts[name] = draft
      } else {
        broken.insert(name)
      }
    }
    var cues: [String: Cue] = [:]
    for name in drafts.keys.sorted() {
      guard var draft = drafts[name], let patterns = patterns(of: name, drafts, broken, path: []), !patterns.isEmpty else {
        broken.insert(name)
        continue
      }
      draft.cue.patterns = patterns.map(\.source)
      cues[name] = draft.cue
      tryExamples(draft, patterns)
    }
    return (cues, broken)
  }

  private func draft(_ root: Node, name: String, file: String) -> Draft? {
    guard let slots = reader.slots(root, .cue) else { return nil }
    if let node = slots["cue"], let written = reader.name(node, "a cue", dotted: true), !written.isSame(as: name) {
      report.add(
        .idNotPath, at: node.place, "the cue `\(written)` is not the path of the file",
        help: "write `cue: \(name)`, or move the file to `shared/\(written).yaml`")
    }
    let version = slots["version"].flatMap { reader.version($0) }
    let title = slots["title"].flatMap { reader.localized($0, "`title`", at: slots.keyPlace("title")) }
    let owner = slots["owner"].flatMap { reader.text($0, "`owner`") }
    let reviewed = slots["reviewed"].flatMap { reader.date($0, "`reviewed`") }
    let scope = slots["scope"].flatMap { reader.choice($0, "`scope`", Scope.self) } ?? .clause
    let parts = slots["pattern"].flatMap { reader.items($0, "`pattern`") } ?? []
    let examples = slots["examples"].flatMap { reader.items($0, "`examples`", orOne: false) } ?? []
    let read = examples.compactMap { example($0) }
    guard let version, let title, let owner, let reviewed else { return nil }
    let cue = Cue(
      name: name, version: version, title: title, owner: owner, reviewed: reviewed, scope: scope.rawValue, patterns: [], examples: read,
      file: file)
    return Draft(cue: cue, parts: parts, root: root)
  }

  private func example(_ node: Node) -> Cue.Example? {
    guard let slots = reader.slots(node, .cueExample) else { return nil }
    switch (slots["hit"], slots["miss"]) {
    case (let text?, nil): return reader.text(text, "`hit`").map { Cue.Example(text: $0, isHit: true, line: text.place.line) }
    case (nil, let text?): return reader.text(text, "`miss`").map { Cue.Example(text: $0, isHit: false, line: text.place.line) }
    default:
      report.add(.unclearExample, at: slots.place, "a cue's example is one of `hit` and `miss`", help: "make two examples of it")
      return nil
    }
  }

  /// The patterns of the cue called `name`; nil when one is wrong or the cue leads back to itself. What is wrong is reported only
  /// when `path`, the cues that led here, is empty: every cue answers for its own file.
  private func patterns(of name: String, _ drafts: [String: Draft], _ broken: Set<String>, path: [String]) -> [Pattern]? {
    guard let draft = drafts[name], !path.contains(name) else { return nil }
    let own = path.isEmpty ? report : Report()
    var result: [Pattern] = []
    var isWhole = true
    for part in draft.parts {
      let text = part.scalar ?? ""
      guard let other = RuleDecoder.cueName(in: text) else {
        let compiled = RuleDecoder(library: Library(date: ""), report: own).pattern(part, "`pattern`", fold: [])
        if let compiled { result.append(compiled) } else { isWhole = false }
        continue
      }
      if leads(from: other, to: name, drafts) {
        own.add(
          .cueCycle, at: part.place, "the cue leads back to itself through `$\(other)`", help: "write the words out in one of the cues")
        isWhole = false
      } else if drafts[other] == nil, !broken.contains(other) {
        own.add(
          .unknownCue, at: part.place, "there is no cue `$\(other)`",
          help: Suggestion.nearest(to: other, in: drafts.keys.sorted()).map { "did you mean `$\($0)`?" }
            ?? "write the cue into `shared/\(other).yaml`")
        isWhole = false
      } else if let inner = patterns(of: other, drafts, broken, path: path + [name]) {
        result += inner
      } else {
        isWhole = false
      }
    }
    return isWhole ? result : nil
  }

  /// Whether following the cues that `start` names arrives at `end`.
  private func leads(from start: String, to end: String, _ drafts: [String: Draft]) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let name = open.popLast() {
      if name == end { return true }
      guard seen.insert(name).inserted else { continue }
      open += drafts[name]?.parts.compactMap { $0.scalar.flatMap { RuleDecoder.cueName(in: $0) } } ?? []
    }
    return false
  }

  private func tryExamples(_ draft: Draft, _ patterns: [Pattern]) {
    let nodes = draft.root["examples"]?.items ?? []
    var matcher = Matcher()
    for node in nodes {
      for (key, wanted) in [("hit", true), ("miss", false)] {
        guard let text = node[key], let string = text.scalar else { continue }
        let view = Text(string).view(.standard).utf8
        // What cannot be matched within the limits is not a match.
        let matches = patterns.contains { pattern in (try? matcher.firstMatch(pattern, in: view)) ?? nil != nil }
        guard matches != wanted else { continue }
        report.add(
          .cueExampleFails, at: text.place, wanted ? "the cue does not match this" : "the cue matches this",
          help: "mend the pattern, or the example")
      }
    }
  }
}
