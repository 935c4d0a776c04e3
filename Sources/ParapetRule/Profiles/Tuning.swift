/// Applies overrides to rules, and judges what they do.
struct Tuning {
  /// A rule with the tree that it was made of.
  struct Source: Sendable {
    var root: Node
    var rule: Rule
  }

  let library: Library
  let report: Report
  /// The rules that could be decoded, by id.
  let rules: [String: Source]
  /// Every rule that the directory has a file for, also those with errors.
  let known: Set<String>

  /// The rules that `profile` selects, as written.
  func selected(by profile: Profile) -> [String: Source] { rules.filter { profile.selects($0.key) } }

  /// `base` with `overrides` applied in order. An override that has run out is reported and left aside.
  func applied(_ overrides: [Profile.Override], to base: [String: Source], of profile: Profile) -> [String: Source] {
    var result = base
    for override in overrides {
      if override.isExpired(on: library.date) {
        report.add(
          .overrideExpired, at: override.untilPlace ?? override.rulePlace, "the override ran out on \(override.until ?? "")",
          help: "delete it, or renew it with a new reason")
        continue
      }
      for id in targets(of: override, in: profile) {
        guard let source = result[id] else { continue }
        result[id] = applied(override, to: source) ?? source
      }
    }
    return result
  }

  /// The ids of the rules that `override` speaks of.
  private func targets(of override: Profile.Override, in profile: Profile) -> [String] {
    let named = known.filter { NamePattern.matches(override.rule, $0) }
    if named.isEmpty {
      report.add(
        .overrideOfUnknownRule, at: override.rulePlace, "there is no rule `\(override.rule)`",
        help: Suggestion.nearest(to: override.rule, in: known.sorted()).map { "did you mean `\($0)`?" })
      return []
    }
    let selected = named.filter { profile.selects($0) }
    if selected.isEmpty {
      report.add(
        .overrideOfUnselectedRule, at: override.rulePlace, "the profile does not select `\(override.rule)`",
        help: "add it to `select`, or delete the override")
    }
    return selected.sorted()
  }

  private func applied(_ override: Profile.Override, to source: Source) -> Source? {
    var root = source.root
    for change in override.changes {
      guard let changed = change.applied(to: root, report: report) else { return nil }
      root = changed
    }
    let inner = Report(isPast: library.isPast)
    let decoded = RuleDecoder(library: library, report: inner).rule(root, file: source.rule.file)
    for diagnostic in inner.diagnostics where diagnostic.severity == .error {
      report.add(located(diagnostic, override, source.rule))
    }
    guard let rule = decoded else { return nil }
    let place = override.changes.count == 1 ? override.changes[0].place : override.rulePlace
    let loosened = Loosening.slots(from: source.rule, to: rule).map { "`\($0)`" }.joined(separator: ", ")
    if !loosened.isEmpty, source.rule.floor {
      report.add(
        .floorLoosened, at: place, "`\(rule.id)` is a floor, and this loosens its \(loosened)",
        help: "a floor can only be tightened; ask its owner, \(source.rule.owner)")
    } else if !loosened.isEmpty, override.until == nil {
      report.add(
        .looseningWithoutEnd, at: place, "this loosens \(loosened) of `\(rule.id)` and has no end",
        help: "write `until: YYYY-MM-DD`, the last day on which it applies")
    }
    return Source(root: root, rule: rule)
  }

  /// An error in a rule that an override has made is shown at the override.
  private func located(_ diagnostic: Diagnostic, _ override: Profile.Override, _ rule: Rule) -> Diagnostic {
    var result = diagnostic
    if diagnostic.file != override.file, let code = DiagnosticCode(rawValue: diagnostic.code) {
      let place = override.changes.count == 1 ? override.changes[0].place : override.rulePlace
      result = Diagnostic(code: code, at: place, message: diagnostic.message, help: diagnostic.help)
    }
    result.message = "with this, in `\(rule.id)`: " + result.message
    return result
  }
}

extension Tuning {
  /// Tries every channel of `profile`, and the errors that it says the loader must find.
  func check(_ profile: Profile, errors: [Node]) {
    for node in profile.select where !known.contains(where: { NamePattern.matches(node, $0) }) {
      reportEmptySelection(node, profile)
    }
    let base = applied(profile.overrides.filter { $0.channel == nil }, to: selected(by: profile), of: profile)
    for channel in profile.channels {
      _ = applied(profile.overrides.filter { $0.channel == channel }, to: base, of: profile)
    }
    for node in errors { checkExpectedError(node, profile, base) }
  }

  private func reportEmptySelection(_ pattern: String, _ profile: Profile) {
    guard let place = profile.selectPlaces[pattern] else { return }
    let first = String(pattern.prefix { $0 != "." })
    let family = Suggestion.nearest(to: first, in: Rule.Family.allCases.map(\.rawValue)).map { $0 + pattern.dropFirst(first.count) }
    let meant = Suggestion.nearest(to: pattern, in: known.sorted()) ?? family
    report.add(
      .selectsNothing, at: place, "`\(pattern)` selects no rule",
      help: meant.map { "did you mean `\($0)`?" } ?? "`*` stands for the rest of a name: `masking.*`")
  }

  /// Whether what must be rejected is rejected, and for the reason given.
  private func checkExpectedError(_ node: Node, _ profile: Profile, _ base: [String: Source]) {
    let reader = Reader(report: report)
    guard let slots = reader.slots(node, .expectedError), let list = slots["override"], let because = slots["because"],
      let reason = reader.text(because, "`because`")
    else { return }
    let channel = slots["channel"].flatMap { reader.choice($0, "`channel`", from: profile.channels, code: .unknownChannel) }
    let inner = Report()
    let trial = Tuning(library: library, report: inner, rules: rules, known: known)
    let overrides = ProfileDecoder(report: inner).overrides(list, channel: channel)
    var start = base
    if let channel {
      start = Tuning(library: library, report: Report(), rules: rules, known: known).applied(
        profile.overrides.filter { $0.channel == channel }, to: base, of: profile)
    }
    _ = trial.applied(overrides, to: start, of: profile)
    let codes = Set(inner.diagnostics.filter { $0.severity == .error }.map(\.code))
    // An override of a rule that is itself broken cannot be tried.
    let untried = overrides.contains { override in known.contains { NamePattern.matches(override.rule, $0) && rules[$0] == nil } }
    if codes.isEmpty {
      guard !untried else { return }
      report.add(.errorDoesNotFail, at: slots.place, "the loader accepts this", help: "mend the rule's `floor`, or delete the entry")
      return
    }
    let claimed = DiagnosticCode.allCases.first { $0.rawValue == reason || $0.title.en == reason || $0.title.zh == reason }
    if let claimed, !codes.contains(claimed.rawValue) {
      report.add(
        .errorFailsOtherwise, at: because.place,
        "the loader rejects this for \(codes.sorted().joined(separator: ", ")), not for \(claimed.rawValue)",
        help: "mend the entry, or its reason")
    }
  }
}
