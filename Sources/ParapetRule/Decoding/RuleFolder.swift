/// The files of a rule directory, sorted by what they are.
struct RuleFolder {
  private var rules: [RuleFile] = []
  private var profiles: [RuleFile] = []
  private var cues: [RuleFile] = []
  private var lists: [RuleFile] = []
  private var schemas: [RuleFile] = []
  private var registers: [RuleFile] = []
  private var legal: RuleFile?
  private var replies: RuleFile?
  private var hints: RuleFile?

  /// Sorts `files` by their paths, and reports those that belong nowhere.
  init(_ files: [RuleFile], report: Report) {
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let parts = file.path.split(separator: "/")
      let isYAML = file.path.hasSuffix(".yaml")
      switch (parts.first.map(String.init) ?? "", parts.count) {
      case ("legal.yaml", 1): legal = file
      case ("replies.yaml", 1): replies = file
      case ("hints.yaml", 1): hints = file
      case ("profiles", 2...) where isYAML: profiles.append(file)
      case ("shared", 2...) where isYAML: cues.append(file)
      case ("shared", 2...) where file.path.hasSuffix(".txt"): lists.append(file)
      case ("registers", 2...) where isYAML: registers.append(file)
      case ("schemas", 2...) where file.path.hasSuffix(".json"): schemas.append(file)
      case (let family, 2...) where isYAML && Rule.Family(rawValue: family) != nil: rules.append(file)
      case (let folder, 2...) where isYAML && !["profiles", "shared", "schemas", "registers"].contains(folder):
        reportFamily(folder, file, report)
      default: reportUnknown(file, parts.last.map(String.init) ?? "", report)
      }
    }
  }

  private func reportFamily(_ folder: String, _ file: RuleFile, _ report: Report) {
    let families = Rule.Family.allCases.map(\.rawValue)
    let place = YAML.read(file, into: Report())?["rule"]?.place ?? SourceText(path: file.path, utf8: file.bytes).start
    report.add(.notAFamily, at: place, "the folder `\(folder)` is not a family", help: Suggestion.help(for: folder, in: families))
  }

  private func reportUnknown(_ file: RuleFile, _ name: String, _ report: Report) {
    guard !name.hasPrefix("."), name != "README.md" else { return }
    let place = SourceText(path: file.path, utf8: Array(file.bytes.prefix(400))).start
    report.add(
      .unknownFile, at: place, "nothing reads this file",
      help: name.hasSuffix(".yml")
        ? "rule files end in `.yaml`"
        : "rules end in `.yaml` and lie in a family's folder; lists are `shared/*.txt`, schemas `schemas/*.json`")
  }

  /// Reads everything that rules may name.
  func fill(_ library: inout Library, report: Report) {
    let shared = SharedDecoder(report: report)
    for file in lists {
      let name = RulePath.id(of: file.path, dropping: "shared")
      if let terms = shared.terms(file) { library.lists[name] = terms } else { library.broken.insert(name) }
    }
    let (read, broken) = CueDecoder(report: report).cues(cues)
    library.cues = read
    library.broken.formUnion(broken.map { "$" + $0 })
    library.schemas = shared.schemas(schemas)
    library.broken.formUnion(schemas.map(\.path).filter { library.schemas[$0] == nil })
    if let legal {
      library.register = YAML.read(legal, into: report).flatMap { shared.register($0) }
    } else if !rules.isEmpty {
      report.add(
        .noRegister, at: SourceText(path: "legal.yaml", utf8: []).start, "`legal.yaml` is missing",
        help: "every rule rests on something: register it there")
    }
    library.registers = RegisterDecoder(report: report, date: library.date).registers(registers)
    library.registers += library.register?.registers(on: library.date) ?? []
    if let hints { library.hints = YAML.read(hints, into: report).flatMap { shared.texts($0, in: "hints.yaml", of: "a hint") } }
    if let replies {
      library.replies = YAML.read(replies, into: report).flatMap { shared.replies($0) }
    } else if !rules.isEmpty {
      report.add(
        .missingReply, at: SourceText(path: "replies.yaml", utf8: []).start, "`replies.yaml` is missing",
        help: "it holds what is said instead of a refused text; `refused` and `held` must be there")
    }
  }

  /// The rules that can be used, and the ids of all that there are.
  func rules(_ library: Library, report: Report) -> (sources: [String: Tuning.Source], known: Set<String>) {
    var sources: [String: Tuning.Source] = [:]
    var files: [String: String] = [:]
    let decoder = RuleDecoder(library: library, report: report)
    // Of two files for one rule, the one with points in its name is the odd one: it comes last.
    func isUsual(_ file: RuleFile) -> Bool { RulePath.path(of: RulePath.id(of: file.path)) == file.path }
    let ordered = rules.filter { isUsual($0) } + rules.filter { !isUsual($0) }
    for file in ordered {
      let id = RulePath.id(of: file.path)
      let errorsBefore = report.errorCount
      let root = YAML.read(file, into: report)
      if let first = files[id] {
        let place = root?["rule"]?.place ?? SourceText(path: file.path, utf8: file.bytes).start
        report.add(
          .duplicateID, at: place, "there are two files for the rule `\(id)`", help: "the other is `\(first)`; rename one of them")
        continue
      }
      files[id] = file.path
      guard let root, let rule = decoder.rule(root, file: file.path), report.errorCount == errorsBefore else { continue }
      sources[id] = Tuning.Source(root: root, rule: rule)
    }
    return (sources, Set(files.keys))
  }

  /// The profiles that can be used, after every channel of each has been tried.
  func profiles(_ tuning: Tuning, report: Report) -> [Profile] {
    var result: [Profile] = []
    for file in profiles {
      let errorsBefore = report.errorCount
      guard let root = YAML.read(file, into: report),
        let (profile, errors) = ProfileDecoder(report: report).profile(root, file: file.path)
      else { continue }
      // A profile that has lost a channel or an override must not judge; overrides that cannot be applied stop `effective`.
      if report.errorCount == errorsBefore { result.append(profile) }
      tuning.check(profile, errors: errors)
    }
    if !profiles.contains(where: { RulePath.id(of: $0.path, dropping: "profiles") == "default" }), !rules.isEmpty {
      report.add(
        .noDefaultProfile, at: SourceText(path: "profiles/default.yaml", utf8: []).start, "there is no profile `default`",
        help: "write `profiles/default.yaml`: it judges when nobody names a profile")
    }
    return result.sorted { $0.id < $1.id }
  }
}
