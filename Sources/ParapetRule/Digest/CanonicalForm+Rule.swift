internal import ParapetText

extension Rule {
  /// The SHA-256, in hex, of everything in the rule that decides: not its title, owner, review date, examples and file.
  ///
  /// Cues and lists count by their names here; what they hold counts in `EffectiveRules.digest`.
  var meaningDigest: String { SHA256.hexDigest(of: CanonicalForm.of { $0.add(self) }) }
}

extension CanonicalForm {
  mutating func add(_ rule: Rule) {
    add("rule", rule.id)
    add("version", rule.version)
    add("severity", rule.severity.rawValue)
    add("status", rule.status.rawValue)
    add("mode", rule.mode.rawValue)
    add("floor", String(rule.floor))
    add("legal", set: rule.legal.map { "\($0.cite)\n\($0.demand)\n\($0.verified)" })
    add(rule.when)
    add("fold", set: Fold.names.filter { rule.fold.contains($0.fold) }.map(\.name))
    open(rule.find.count)
    for clause in rule.find { add(clause) }
    open(rule.unless.count)
    for exception in rule.unless { add(exception) }
    if let require = rule.require { add(require) }
    add(rule.then)
    add("evidence", rule.evidence.rawValue)
    add("on_error", rule.onError.rawValue)
    add("on_missing", rule.onMissing.rawValue)
  }

  mutating func add(_ when: Applicability) {
    add("stage", set: when.stages.map(\.rawValue))
    add("channel", set: when.channels)
    add("purpose", set: when.purposes)
    if !when.regions.isEmpty { add("region", set: when.regions) }
    add("format", set: when.formats)
    add("tool", set: when.tools)
    add("facts", set: when.requiredFacts)
    add(when.facts)
  }

  mutating func add(_ conditions: [FactCondition]) {
    open(conditions.count)
    for condition in conditions.sorted(by: { $0.path < $1.path }) { add(condition.path, set: condition.values) }
  }

  mutating func add(_ clause: FindClause) {
    add("find", clause.name)
    switch clause.producer {
    case .phrases(let phrases): add("phrases", set: phrases)
    case .terms(let list, _): add("terms", list)
    case .pattern(let pattern): add("pattern", pattern)
    case .entity(let kind): add("entity", kind)
    }
    addModifiers(of: clause)
  }

  /// Everything of a clause but what it looks for.
  mutating func addModifiers(of clause: FindClause) {
    switch clause.needs {
    case .literals(let literals): add("needs", set: literals)
    case .digits(let count): add("needs", String(count))
    case nil: break
    }
    add("validate", clause.validate)
    if let context = clause.context {
      add("context", set: context.any)
      add(context.side.rawValue, String(context.within))
    }
    switch clause.group {
    case .number(let number): add("group", String(number))
    case .name(let name): add("group", name)
    case nil: break
    }
    if clause.firm { add("firm") }
    if clause.again { add("again") }
    add("ignore", set: clause.ignore)
  }

  mutating func add(_ exception: Exception) {
    add("unless", exception.name)
    for (name, conditions) in [("before", exception.before), ("after", exception.after), ("within", exception.within)] {
      let written = conditions.map { condition in
        condition.cue.map { "$" + $0 } ?? "\(condition.scope)\n\(condition.pattern)"
      }
      add(name, set: Array(Set(written)))
    }
    add(exception.facts)
    add("for", set: exception.clauses)
  }

  mutating func add(_ then: Then) {
    if let standard = then.standard { add("*", standard) }
    for (format, action) in then.byFormat.sorted(by: { $0.key < $1.key }) { add(format, action) }
    for (format, action) in then.otherwise.sorted(by: { $0.key < $1.key }) { add("otherwise " + format, action) }
  }

  private mutating func add(_ format: String, _ action: Action) {
    add("then", format)
    add("action", action.kind.rawValue)
    if action.kind == .mask {
      add("keep", list: [String(action.mask.keep.first), String(action.mask.keep.last), action.mask.with])
      add("replace", action.mask.replacement)
    }
    add("with", action.transform)
    add("text", list: action.text.map { [$0.zh, $0.en] } ?? [])
    if let text = action.text?.zhHant { add("text.zh-Hant", text) }
    if action.position != .end { add("at", action.position.rawValue) }
    add("reply", action.reply)
    add("for", action.purpose)
    add("hint", action.hint)
    add("obligations", set: action.obligations.map { "\($0.kind.rawValue)\n\($0.queue ?? "")\n\($0.withinHours ?? 0)" })
  }
}
