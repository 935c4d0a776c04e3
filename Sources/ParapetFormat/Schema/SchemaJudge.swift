import ParapetPattern

/// Which members or elements of one value some keyword has looked at and found good.
struct Evaluated {
  private var flags: [Bool] = []
  mutating func mark(_ index: Int) {
    while flags.count <= index { flags.append(false) }
    flags[index] = true
  }
  func contains(_ index: Int) -> Bool { index < flags.count && flags[index] }
  mutating func formUnion(_ other: Evaluated) {
    for index in other.flags.indices where other.flags[index] { mark(index) }
  }
}

/// Judges one instance: walks schema and instance together, within bounds on depth and steps.
struct SchemaJudge {
  /// Schemas that may be entered one inside the other. A reference to itself would never end without it.
  static let deepest = 400
  /// Schemas that may be entered for a small instance; nested choices can ask for exponentially many.
  static let fewestSteps = 200_000

  static func budget(for instance: JSON) -> Int { fewestSteps + 32 * instance.range.count }

  enum Step {
    case name(String)
    case index(Int)
  }

  let nodes: [SchemaNode]
  let registry: SchemaRegistry
  let tracksEvaluation: Bool
  private(set) var violations: [JSONSchema.Violation] = []
  private var stepsLeft: Int
  private var depth = 0
  /// Whether a bound was reached: all that is still open ends as not valid.
  private var isExhausted = false
  /// How many `not`, `anyOf` and the like are open, in which a violation decides but is not one of the whole.
  private var quiet = 0
  private var path: [Step] = []
  /// The resources entered, outermost first: where `$dynamicRef` looks.
  private var scope: [Int] = []

  init(_ schema: JSONSchema, budget: Int) {
    nodes = schema.nodes
    registry = schema.registry
    tracksEvaluation = schema.tracksEvaluation
    stepsLeft = budget
  }

  /// Whether `instance` is valid by a schema; `seen` takes up what it has evaluated.
  mutating func judge(_ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher) -> Bool {
    stepsLeft -= 1
    if isExhausted { return false }
    if depth >= SchemaJudge.deepest || stepsLeft < 0 {
      isExhausted = true
      let bound = stepsLeft < 0 ? "it takes too many steps" : "its schemas lead deeper than \(SchemaJudge.deepest)"
      unjudged(number, "", instance, bound)
      return false
    }
    if case .bool(let verdict) = nodes[number].json.value {
      return verdict || fail(number, "", instance, "nothing is allowed here")
    }
    depth += 1
    let entersResource = scope.last != nodes[number].resource
    if entersResource { scope.append(nodes[number].resource) }
    var isValid = true
    var own = Evaluated()
    for keyword in nodes[number].keywords {
      if apply(keyword, of: number, to: instance, &own, &matcher) { continue }
      isValid = false
      // Nobody asks for a second reason where not even the first is reported.
      if quiet > 0 || isExhausted { break }
    }
    if tracksEvaluation, isValid { seen.formUnion(own) }
    if entersResource { scope.removeLast() }
    depth -= 1
    return isValid
  }

  /// Judges without reporting: for choices, conditions and negations.
  mutating func quietly(_ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher) -> Bool {
    quiet += 1
    defer { quiet -= 1 }
    return judge(number, instance, &seen, &matcher)
  }

  /// Judges a member or an element: what it evaluates is its own affair.
  mutating func inside(_ step: Step, _ number: Int, _ instance: JSON, _ matcher: inout Matcher) -> Bool {
    path.append(step)
    defer { path.removeLast() }
    var seen = Evaluated()
    return judge(number, instance, &seen, &matcher)
  }

  /// The schema that a dynamic reference means here.
  ///
  /// - Source: JSON Schema core 2020-12, section 8.2.3.2.
  func dynamicTarget(_ number: Int, _ anchor: String) -> Int {
    let name = ByteKey(anchor)
    for resource in scope {
      if let target = registry.resources[resource].dynamicAnchors[name] { return target }
    }
    return number
  }

  /// Notes a violation; always false, for the verdict.
  mutating func fail(_ number: Int, _ pointer: String, _ instance: JSON, _ message: @autoclosure () -> String) -> Bool {
    if quiet == 0 { note(number, pointer, instance, message()) }
    return false
  }

  /// Notes what could not be judged, wherever it is: neither `not` nor another branch can make it good.
  mutating func unjudged(_ number: Int, _ pointer: String, _ instance: JSON, _ why: String) {
    note(number, pointer, instance, "this could not be judged: \(why)")
  }

  private mutating func note(_ number: Int, _ pointer: String, _ instance: JSON, _ message: String) {
    let place = path.reduce(into: "") { place, step in
      switch step {
      case .name(let name): place += "/" + JSONPointer.escaped(name)
      case .index(let index): place += "/\(index)"
      }
    }
    violations.append(.init(instance: place, keyword: registry.location(of: number, pointer), message: message, range: instance.range))
  }
}
