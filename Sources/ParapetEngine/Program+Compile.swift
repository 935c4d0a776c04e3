import ParapetEntity
import ParapetFormat
import ParapetPattern
public import ParapetRule
import ParapetText
import ParapetVerdict

extension Program {
  /// Compiles the rules that `profile` has in force in `channel`, overrides applied.
  ///
  /// - Throws: every problem at once; also when there is no such profile.
  public static func compile(
    _ rules: RuleSet, profile: String, channel: String? = nil, options: Options = Options()
  ) throws(RuleErrors) -> Program {
    try compile(rules.effective(profile: profile, channel: channel), options: options)
  }

  /// Compiles `rules`.
  ///
  /// - Throws: every problem at once. Rules that were decoded without an error have none.
  public static func compile(_ rules: EffectiveRules, options: Options = Options()) throws(RuleErrors) -> Program {
    guard let shelf = options.shelf, rules.rules.count > 1 else { return try compile(rules, options: options, foresight: nil) }
    // Most channels change how rules act, not what they look for.
    let aim = Foresight.aim(of: rules.rules)
    let known = shelf.foresight(aim)
    let program = try compile(rules, options: options, foresight: known)
    if known == nil { shelf.keep(Foresight(program), aim) }
    return program
  }

  /// Compiles `rules`, of which `foresight` knows already where their clauses can find something.
  static func compile(_ rules: EffectiveRules, options: Options, foresight: Foresight?) throws(RuleErrors) -> Program {
    var compiler = Compiler(options: options, schemas: rules.schemas, registers: rules.registers, foresight: foresight)
    for rule in Program.inOrder(rules.rules) { compiler.add(rule) }
    guard compiler.problems.isEmpty else { throw RuleErrors(diagnostics: compiler.problems) }
    if foresight == nil { compiler.plan.seal() }
    let profile = rules.channel.map { "\(rules.profile)/\($0)" } ?? rules.profile
    return Program(
      Core(
        ruleset: Verdict.RulesetReference(profile: profile, version: rules.version, digest: rules.digest), engine: Program.engine,
        options: options, rules: compiler.rules, plan: compiler.plan, replies: rules.replies, hints: rules.hints))
  }

  /// `rules` as programs hold them: by id.
  static func inOrder(_ rules: [Rule]) -> [Rule] { rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }

  /// What judges: this engine and the libpcre2-8 it runs on.
  static let engine = Verdict.EngineReference(
    version: engineVersion, pcre2: PCRE2.version, unicode: PCRE2.unicodeVersion.split(separator: ".").first.map(String.init) ?? "")
}

/// The version of the engine, which verdicts carry.
public let engineVersion = "0.1.0"

/// Turns rules into compiled ones and remembers every problem.
struct Compiler {
  private(set) var rules: [CompiledRule] = []
  var plan: SignPlan
  /// What is known already of the clauses; then nothing is added to the plan.
  private let clauseFacts: [Foresight.Clause]?
  private(set) var problems: [Diagnostic] = []
  private let options: Program.Options
  private let schemas: [String: [UInt8]]
  /// The same, parsed, when somebody has asked.
  private var parsedSchemas: SchemaFiles?
  private let registers: [Register]
  /// The rule at hand, for problems.
  private var file = ""
  private let shelf: PatternShelf

  init(options: Program.Options, schemas: [String: [UInt8]], registers: [Register], foresight: Foresight?) {
    plan = foresight?.plan ?? SignPlan()
    clauseFacts = foresight?.clauses
    self.registers = registers
    self.options = options
    self.schemas = schemas
    shelf = options.shelf ?? PatternShelf()
  }

  mutating func add(_ rule: Rule) {
    file = rule.file
    let index = rules.count
    let plain = rule.fold.subtracting(.joining)
    var views = [plan.view(for: plain)]
    // A number in another dress may stand beside figures that the text without gaps runs into it.
    if rule.fold.isSuperset(of: .joining) { views.append(plan.view(for: rule.fold.subtracting(.gaps))) }
    if rule.fold != plain { views.append(plan.view(for: rule.fold)) }
    if clauseFacts == nil { plan.addRule(clauses: rule.find.count) }
    let first = plan.firstClauses[index]
    let clauses = rule.find.enumerated().map { clause($1, number: first + $0, of: rule, views: views) }
    let names = Dictionary(rule.find.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let exceptions = rule.unless.map { exception($0, caseless: rule.fold.contains(.case), clauses: names) }
    rules.append(
      CompiledRule(
        rule: rule, index: index, views: views, firstClause: first, clauses: clauses, exceptions: exceptions,
        requirement: rule.require.flatMap { requirement($0, of: rule) }))
  }

  /// Compiles a clause; `number` is its number among those of all rules.
  private mutating func clause(_ find: FindClause, number: Int, of rule: Rule, views: [Int]) -> CompiledClause {
    let caseless = rule.fold.contains(.case)
    let context = find.context.map {
      CompiledClause.Context(words: $0.any.map { lowered(rule.fold.apply($0)) }, within: $0.within, side: $0.side)
    }
    var isAlwaysTried = false
    var isNarrow = false
    let producer: CompiledClause.Producer
    switch find.producer {
    case .phrases(let phrases), .terms(_, let phrases):
      producer = .literals
      for view in views where clauseFacts == nil {
        for phrase in phrases {
          plan.add(phrase: Array(plan.views[view].apply(phrase).utf8), clause: number, views: [view], caseless: caseless)
        }
      }
    case .pattern(let source):
      isNarrow = clauseFacts?[number].isNarrow ?? self.isNarrow(source, caseless: caseless)
      guard let pattern = pattern(source, caseless: caseless, isNarrow: isNarrow) else { return .impossible }
      producer = .pattern(pattern)
      isAlwaysTried =
        clauseFacts?[number].isAlwaysTried
        ?? (!options.readsPatterns || !addSigns(of: source, find, caseless: caseless, context, clause: number, views: views))
    case .entity(let name):
      guard let kind = MentionKind(rawValue: name) else {
        report(.unknownEntity, "there is no recogniser “\(name)”")
        return .impossible
      }
      producer = .entity(kind)
      isAlwaysTried = clauseFacts?[number].isAlwaysTried ?? !addNeeds(of: find, clause: number, views: views)
    }
    return CompiledClause(
      name: "find.\(find.name)", producer: producer, isAlwaysTried: isAlwaysTried, validator: find.validate.flatMap { validator($0) },
      context: context, group: clauseFacts.map { $0[number].group } ?? group(find, producer), firm: find.firm, again: find.again,
      isNarrow: isNarrow)
  }

  private func isNarrow(_ source: String, caseless: Bool) -> Bool {
    options.readsPatterns && shelf.trigger(PatternShelf.Key(source: source, caseless: caseless))?.isNarrow ?? false
  }

  /// Adds what shows where a pattern can match; false when nothing does.
  private mutating func addSigns(
    of source: String, _ find: FindClause, caseless: Bool, _ context: CompiledClause.Context?, clause: Int, views: [Int]
  ) -> Bool {
    if let trigger = shelf.trigger(PatternShelf.Key(source: source, caseless: caseless)) {
      // Words that are hardly rarer than any other say nothing.
      let near = context.flatMap { $0.words.allSatisfy { $0.count >= 3 } ? $0 : nil }.map {
        // What a group finds may lie outside the match: in a lookahead.
        SignPlan.Context(words: Spellings($0.words), within: find.group == nil ? $0.mostBytes : nil)
      }
      plan.add(trigger, clause: clause, views: views, context: near)
      return true
    }
    return addNeeds(of: find, clause: clause, views: views)
  }

  /// Adds what a clause says that it needs; false when it says nothing.
  private mutating func addNeeds(of find: FindClause, clause: Int, views: [Int]) -> Bool {
    switch find.needs {
    case .literals(let literals):
      for view in views {
        let folded = literals.map { Array(plan.views[view].apply($0).utf8).map(lowered) }
        plan.add(anywhere: .literals(Spellings(folded)), clause: clause, views: [view])
      }
      return true
    case .digits(let count):
      plan.add(anywhere: .digits(count), clause: clause, views: views)
      return true
    case nil: return false
    }
  }

  private mutating func group(_ find: FindClause, _ producer: CompiledClause.Producer) -> Int? {
    guard let group = find.group, case .pattern(let pattern) = producer else { return nil }
    switch group {
    case .number(let number): return number
    case .name(let name):
      if pattern.group(named: name) == nil { report(.unknownGroup, "the pattern has no group “\(name)”") }
      return pattern.group(named: name)
    }
  }

  private mutating func validator(_ name: String) -> Validator? {
    if Validator.all[name] == nil { report(.unknownValidator, "there is no validator “\(name)”") }
    return Validator.all[name]
  }

  private mutating func exception(_ exception: Exception, caseless: Bool, clauses: [String: Int]) -> CompiledException {
    CompiledException(
      name: "unless.\(exception.name)", before: conditions(exception.before, caseless), after: conditions(exception.after, caseless),
      within: exception.within.compactMap { enclosure($0.pattern, caseless: caseless) }, facts: exception.facts,
      clauses: exception.clauses.isEmpty ? nil : Set(exception.clauses.compactMap { clauses[$0] }))
  }

  private mutating func enclosure(_ source: String, caseless: Bool) -> Enclosure? {
    guard let pattern = pattern(source, caseless: caseless) else { return nil }
    guard options.readsPatterns, options.prefilter else { return Enclosure(pattern, reading: nil) }
    let (key, shelf, jit) = (PatternShelf.Key(source: source, caseless: caseless), shelf, options.jit)
    return Enclosure(pattern) { shelf.trigger(key).flatMap { Landmarks($0, jit: jit) } }
  }

  private mutating func conditions(_ conditions: [Exception.Condition], _ caseless: Bool) -> [CompiledException.Condition] {
    conditions.compactMap { condition in
      pattern(condition.pattern, caseless: caseless).map { .init(pattern: $0, scope: Scope(rawValue: condition.scope) ?? .clause) }
    }
  }

  private mutating func requirement(_ requirement: Requirement, of rule: Rule) -> CompiledRequirement? {
    switch requirement {
    case .all(let parts): return .all(parts.compactMap { self.requirement($0, of: rule) })
    case .any(let parts): return .any(parts.compactMap { self.requirement($0, of: rule) })
    case .assertion(let name, let assertion):
      return self.assertion(assertion, of: rule).map { .one(name: "require.\(name)", $0) }
    }
  }

  private mutating func assertion(_ assertion: Assertion, of rule: Rule) -> CompiledAssertion? {
    let caseless = rule.fold.contains(.case)
    switch assertion {
    case .grounded(let options): return .grounded(options)
    case .registered(let options): return CompiledRegister(options, registers).map { .registered($0) }
    case .json(let json): return self.json(json).map { .json($0) }
    case .document(let document): return .document(document)
    case .values(let values):
      let fold = rule.fold.subtracting(.joining)
      return .values(values.map { Array(fold.apply($0).utf8) })
    case .disclosed(let disclosed):
      let fold = rule.fold.subtracting(.joining)
      return .disclosed(
        phrases: disclosed.phrases.map { Array(fold.apply($0).utf8) },
        disclosed.pattern.flatMap { pattern($0, caseless: caseless) }, disclosed.place)
    case .matches(let source): return pattern(source, caseless: caseless).map { .matches($0) }
    case .valid(let name): return validator(name).map { .valid($0) }
    case .reasoned(let sources): return .reasoned(sources: sources)
    case .length(let length): return .length(length)
    case .calls(let calls): return .calls(calls)
    case .arg(let argument): return .arg(pointer: argument.pointer, argument.comparisons.compactMap { comparison($0) })
    }
  }

  private mutating func comparison(_ comparison: Assertion.Argument.Comparison) -> CompiledAssertion.Comparison? {
    switch comparison {
    case .present: .present
    case .matches(let source): pattern(source, caseless: false).map { .matches($0) }
    case .oneOf(let values): .oneOf(values)
    case .equals(let value): .equals(value)
    case .atMost(let value): .atMost(value)
    case .atLeast(let value): .atLeast(value)
    }
  }

  private mutating func json(_ json: Assertion.JSONText) -> CompiledJSON? {
    let standard = JSON.Limits()
    let limits = JSON.Limits(depth: json.depth ?? standard.depth, bytes: json.bytes ?? standard.bytes)
    let schema: Late<JSONSchema?>
    if shelf.areAccepted {
      // So was the schema, and most events are no JSON.
      schema = Late { [schemas] in try? SchemaFiles(schemas).schema(json) }
    } else {
      guard let made = self.schema(json) else { return nil }
      schema = Late(made)
    }
    return CompiledJSON(schema: schema, extract: json.extract, limits: limits)
  }

  private mutating func schema(_ json: Assertion.JSONText) -> JSONSchema? {
    let path = json.schema
    guard schemas[path] != nil else {
      report(.unknownSchema, "there is no schema “\(path)”")
      return nil
    }
    do {
      let files = try parsedSchemas ?? SchemaFiles(schemas)
      parsedSchemas = files
      return try files.schema(json)
    } catch let error as JSONError {
      report(.schemaNotJSON, "“\(path)” is not JSON: \(error.message)")
    } catch let error as JSONSchema.SchemaError {
      report(.schemaInvalid, "“\(path)” is not a schema: \(error.message)")
    } catch {
      report(.schemaInvalid, "“\(path)” cannot be used")
    }
    return nil
  }

  /// The pattern for `source`; a cue that many rules use is compiled once.
  private mutating func pattern(_ source: String, caseless: Bool, isNarrow: Bool = false) -> Pattern? {
    do {
      return try shelf.pattern(PatternShelf.Key(source: source, caseless: caseless, isNarrow: isNarrow), jit: options.jit)
    } catch {
      report(.badPattern, "PCRE2 refuses a pattern: \(error.message) (at byte \(error.offset))")
      return nil
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String) {
    problems.append(Diagnostic(code: code, file: file, message: message, help: "`parapet lint` shows the place"))
  }
}

/// Schemas as they lie beside each other: they may refer to each other by path, and by `$id`.
private struct SchemaFiles {
  private let parsed: [String: JSON]

  init(_ files: [String: [UInt8]]) throws { parsed = try files.mapValues { try JSON(parsing: $0) } }

  func schema(_ json: Assertion.JSONText) throws -> JSONSchema? {
    guard let own = parsed[json.schema] else { return nil }
    return try JSONSchema(
      own, others: parsed.filter { $0.key != json.schema }, options: .init(assertsFormat: json.assertsFormats, uri: json.schema))
  }
}

extension CompiledClause {
  /// Stands in for a clause that did not compile; its program is never made.
  fileprivate static let impossible = CompiledClause(
    name: "", producer: .literals, isAlwaysTried: false, validator: nil, context: nil, group: nil, firm: false, again: false,
    isNarrow: false)
}

/// `text` with ASCII letters in lower case.
func lowered(_ text: String) -> [UInt8] { text.utf8.map(lowered) }

/// `byte` in lower case when it is an ASCII letter.
func lowered(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
