internal import ParapetEntity

/// A file of a rule directory: its path under that directory, with `/`, and its bytes.
public struct RuleFile: Sendable {
  /// The path, such as `masking/cn/resident-id.yaml`.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]
  /// A file from its parts.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Everything in a rule directory, decoded.
public struct RuleSet: Sendable {
  /// The rules as written, by id.
  public var rules: [Rule]
  /// The profiles, by id.
  public var profiles: [Profile]
  /// Refusal texts by key.
  public var replies: [String: LocalizedText]
  /// What a model is told to do better, by key.
  public var hints: [String: LocalizedText]
  /// The laws, standards and articles that rules rest on.
  public var legal: LegalRegister
  /// Cues that rules share, by name.
  public var cues: [Cue]
  /// Lists of terms, by name.
  public var lists: [String: [String]]
  /// JSON Schemas by path.
  public var schemas: [String: [UInt8]]

  /// What overrides are applied to: the trees of the rules, and what they may name.
  let library: Library
  let sources: [String: Tuning.Source]
  let known: Set<String>
}

extension RuleSet {
  /// Decodes `files` and reports every problem, by file and place. Rules that have an error are left out of the set.
  ///
  /// `date` (`YYYY-MM-DD`) is the day on which overrides are judged to have run out, and laws to be in force. Rules that were in force
  /// once, `isPast`, need not be as well kept as today's: what leaves their judgement alone is a warning.
  public static func decode(_ files: [RuleFile], date: String, isPast: Bool = false) -> (set: RuleSet, diagnostics: [Diagnostic]) {
    let report = Report(isPast: isPast)
    let folder = RuleFolder(files, report: report)
    var library = Library(date: date, isPast: isPast)
    folder.fill(&library, report: report)
    let (sources, known) = folder.rules(library, report: report)
    let tuning = Tuning(library: library, report: report, rules: sources, known: known)
    let profiles = folder.profiles(tuning, report: report)
    let set = RuleSet(
      rules: sources.values.map(\.rule).sorted { $0.id < $1.id }, profiles: profiles, replies: library.replies ?? [:],
      hints: library.hints ?? [:],
      legal: library.register ?? LegalRegister(instruments: []), cues: library.cues.values.sorted { $0.name < $1.name },
      lists: library.lists, schemas: library.schemas, library: library, sources: sources, known: known)
    return (set, report.sorted)
  }

  /// The rules of `profile` in `channel`, overrides applied; those that have run out are not.
  ///
  /// A channel that the profile does not tune, or none, gets the profile's rules with the overrides for all channels.
  ///
  /// - Throws: what is wrong, when there is no such profile or an override cannot be applied.
  public func effective(profile id: String, channel: String?) throws(RuleErrors) -> EffectiveRules {
    guard let profile = profiles.first(where: { $0.id.isSame(as: id) }) else {
      let diagnostic = Diagnostic(
        code: .unknownProfile, file: "profiles/\(id).yaml", message: "there is no usable profile `\(id)`",
        help: Suggestion.help(for: id, in: profiles.map(\.id)))
      throw RuleErrors(diagnostics: [diagnostic])
    }
    let tuned = channel.flatMap { name in profile.channels.first { $0.isSame(as: name) } }
    let report = Report(isPast: library.isPast)
    let tuning = Tuning(library: library, report: report, rules: sources, known: known)
    let overrides = profile.overrides.filter { $0.channel == nil } + profile.overrides.filter { $0.channel != nil && $0.channel == tuned }
    let result = tuning.applied(overrides, to: tuning.selected(by: profile), of: profile)
    let problems = report.sorted.filter(\.preventsLoading)
    guard problems.isEmpty else { throw RuleErrors(diagnostics: problems) }
    var rules = EffectiveRules(
      profile: profile.id, version: profile.version, channel: tuned, rules: result.values.map(\.rule).sorted { $0.id < $1.id },
      replies: replies, hints: hints, registers: [], schemas: schemas, digest: "")
    let asked = Set(rules.rules.compactMap { $0.require }.flatMap(\.registers))
    rules.registers = library.registers.filter { asked.contains($0.kind.rawValue) }
    rules.digest = rules.meaningDigest
    return rules
  }

  /// Where the slot at `path` of a rule is written, such as `find.promise` or `then.action`; nil when it is not. With `utf8Offset`, the
  /// place of that byte of the value's text.
  public func position(of path: String, inRule id: String, utf8Offset: Int? = nil) -> SourcePosition? {
    guard var node = sources[id]?.root else { return nil }
    var place = node.place
    var steps = path.split(separator: ".").map(String.init)[...]
    while !steps.isEmpty {
      if let items = node.items, let step = steps.first, let index = Int(step), items.indices.contains(index) {
        (node, place) = (items[index], items[index].place)
        steps = steps.dropFirst()
        continue
      }
      let counts = 1...steps.count
      guard
        let (count, entry) = counts.lazy.compactMap({ count in
          let name = steps.prefix(count).joined(separator: ".")
          return node.entries?.first { $0.name.isSame(as: name) }.map { (count, $0) }
        }).first
      else { return nil }
      (node, place) = (entry.value, entry.place)
      steps = steps.dropFirst(count)
    }
    return SourcePosition(utf8Offset.map { node.place(ofUTF8Offset: $0) } ?? place)
  }

  /// Rules and cues of this set that mean something else than those of `old` without having a higher version.
  public func unraisedVersions(since old: RuleSet) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for rule in rules {
      guard let before = old.rules.first(where: { $0.id == rule.id }), before.digest != rule.digest,
        !SemanticVersion.isRaised(from: before.version, to: rule.version)
      else { continue }
      let node = sources[rule.id]?.root["version"]
      diagnostics.append(
        Diagnostic(
          code: .versionNotRaised, at: node?.place ?? SourceText(path: rule.file, utf8: []).start,
          message: "`\(rule.id)` means something else than before, and its version is not higher than \(before.version)",
          help: "raise `version`"))
    }
    return Diagnostic.sorted(diagnostics)
  }
}
