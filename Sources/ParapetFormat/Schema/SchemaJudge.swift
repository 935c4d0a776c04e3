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

/// Judges one instance: walks schema and instance together, within bounds on depth, steps and matches that end at their limit.
struct SchemaJudge {
  /// Schemas that may be entered one inside the other. A reference to itself would never end without it.
  static let deepest = 400
  /// Schemas that may be entered for a small instance; nested choices can ask for exponentially many.
  static let fewestSteps = 200_000
  /// Matches that may end at their limit before judging ends: each has taken as long as a match may.
  static let mostMatchFailures = 8

  /// One step of a way into an instance or through a schema.
  enum Step {
    case name(String)
    case index(Int)
    /// A name that the schema does not write.
    case foreign(String)
  }

  /// What was noted at one keyword for one value.
  struct Note {
    let node: Int
    /// The keyword below the node, as a pointer.
    let pointer: String
    /// The way through the schema, references included, as a pointer.
    let path: String
    let instancePointer: String
    let shownPointer: String
    let range: Range<Int>
    var complaint: SchemaComplaint?
    var annotation: JSON?
    var isUnjudged = false
  }

  let nodes: [SchemaNode]
  let registry: SchemaRegistry
  let tracksEvaluation: Bool
  /// Whether annotations are gathered, and errors of branches too.
  let isDetailed: Bool
  private(set) var notes: [Note] = []
  var annotations: [Note] = []
  private var unjudgedNotes: [Note] = []
  private var stepsLeft: Int
  private var matchFailures = 0
  private var depth = 0
  /// Whether a bound was reached: all that is still open ends as not valid.
  private(set) var isExhausted = false
  /// How many `not`, `anyOf` and the like are open, in which a violation decides but is not one of the whole.
  private var quiet = 0
  private var place: [Step] = []
  private var path: [Step] = []
  /// The resources entered, outermost first: where `$dynamicRef` looks.
  private var scope: [Int] = []

  init(_ schema: JSONSchema, for instance: JSON, isDetailed: Bool = false) {
    nodes = schema.nodes
    registry = schema.registry
    tracksEvaluation = schema.tracksEvaluation
    self.isDetailed = isDetailed
    stepsLeft = SchemaJudge.fewestSteps + 32 * instance.range.count
  }

  /// What could not be judged, and what was found wrong.
  var errors: [Note] { unjudgedNotes + notes }

  /// Whether the whole instance is valid by the first schema.
  mutating func verdict(on instance: JSON, _ matcher: inout Matcher) -> Bool {
    var seen = Evaluated()
    return judge(0, instance, &seen, &matcher) && unjudgedNotes.isEmpty
  }

  /// Whether `instance` is valid by a schema; `seen` takes up what it has evaluated.
  private mutating func judge(_ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher) -> Bool {
    stepsLeft -= 1
    if isExhausted { return false }
    if depth >= SchemaJudge.deepest || stepsLeft < 0 {
      exhaust(number, instance, stepsLeft < 0 ? .steps : .depth(SchemaJudge.deepest))
      return false
    }
    if case .bool(let verdict) = nodes[number].json.value {
      return verdict || fail(number, "", instance, .forbidden)
    }
    depth += 1
    let entersResource = scope.last != nodes[number].resource
    if entersResource { scope.append(nodes[number].resource) }
    let before = annotations.count
    var isValid = true
    var own = Evaluated()
    for keyword in nodes[number].keywords {
      if apply(keyword, of: number, to: instance, &own, &matcher) { continue }
      isValid = false
      // Nobody asks for a second reason where not even the first is reported.
      if (quiet > 0 && !isDetailed) || isExhausted { break }
    }
    if isDetailed {
      if isValid { annotate(number, instance) } else { annotations.removeLast(annotations.count - before) }
    }
    if tracksEvaluation, isValid { seen.formUnion(own) }
    if entersResource { scope.removeLast() }
    depth -= 1
    return isValid
  }

  /// Judges the same value by another schema, which a keyword leads to.
  mutating func along(
    _ keyword: String, _ token: Step?, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    path.append(.name(keyword))
    if let token { path.append(token) }
    defer { path.removeLast(token == nil ? 1 : 2) }
    return judge(number, instance, &seen, &matcher)
  }

  /// Judges the same value without reporting: for choices, conditions and negations. What was wrong in it can be taken up afterwards.
  mutating func quietly(
    _ keyword: String, _ token: Step?, _ number: Int, _ instance: JSON, _ seen: inout Evaluated, _ matcher: inout Matcher
  ) -> Bool {
    quiet += 1
    defer { quiet -= 1 }
    return along(keyword, token, number, instance, &seen, &matcher)
  }

  /// Judges an element without reporting.
  mutating func quietlyInside(
    _ step: Step, by keyword: String, _ number: Int, _ instance: JSON, _ matcher: inout Matcher
  ) -> Bool {
    quiet += 1
    defer { quiet -= 1 }
    return inside(step, by: keyword, nil, number, instance, &matcher)
  }

  /// Judges a member or an element: what it evaluates is its own affair.
  mutating func inside(
    _ step: Step, by keyword: String, _ token: Step?, _ number: Int, _ instance: JSON, _ matcher: inout Matcher
  ) -> Bool {
    place.append(step)
    defer { place.removeLast() }
    var seen = Evaluated()
    return along(keyword, token, number, instance, &seen, &matcher)
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

  /// The schema that `$recursiveRef` means here, when it leads to one with `$recursiveAnchor: true`.
  ///
  /// - Source: JSON Schema core 2019-09, section 8.2.4.2.1.
  func recursiveTarget(_ number: Int) -> Int {
    scope.first { registry.resources[$0].isRecursive }.map { registry.resources[$0].root } ?? number
  }

  /// Counts work that enters no schema: looking at `count` members, elements or bytes.
  mutating func charge(_ count: Int) { stepsLeft -= count / 8 }
}

// MARK: - Notes

extension SchemaJudge {
  /// Notes a violation; always false, for the verdict.
  mutating func fail(_ number: Int, _ pointer: String, _ instance: JSON, _ complaint: SchemaComplaint) -> Bool {
    if quiet == 0 || isDetailed {
      var note = note(number, pointer, instance)
      note.complaint = complaint
      notes.append(note)
    }
    return false
  }

  /// Forgets violations of branches, when it turned out that they do not count: all but the first `count`.
  mutating func forget(_ count: Int) { notes.removeLast(notes.count - count) }

  /// Forgets what a branch said, when it turned out that it does not count.
  mutating func forget(_ count: Int, annotations annotationCount: Int) {
    forget(count)
    annotations.removeLast(annotations.count - annotationCount)
  }

  /// Notes what could not be judged, wherever it is: neither `not` nor another branch can make it good.
  mutating func unjudged(_ number: Int, _ pointer: String, _ instance: JSON, _ why: SchemaComplaint.Bound) {
    var note = note(number, pointer, instance)
    note.complaint = .unjudged(why)
    note.isUnjudged = true
    unjudgedNotes.append(note)
    matchFailures += 1
    if matchFailures >= SchemaJudge.mostMatchFailures { isExhausted = true }
  }

  private mutating func exhaust(_ number: Int, _ instance: JSON, _ why: SchemaComplaint.Bound) {
    isExhausted = true
    unjudged(number, "", instance, why)
  }

  /// Notes an annotation of an applicator.
  mutating func annotate(_ number: Int, _ keyword: String, _ instance: JSON, _ value: @autoclosure () -> JSON) {
    guard isDetailed else { return }
    var note = note(number, "/" + keyword, instance)
    note.annotation = value()
    annotations.append(note)
  }

  private mutating func annotate(_ number: Int, _ instance: JSON) {
    for annotation in nodes[number].annotations { annotate(number, annotation.name, instance, annotation.value) }
  }

  private func note(_ number: Int, _ pointer: String, _ instance: JSON) -> Note {
    Note(
      node: number, pointer: pointer, path: SchemaJudge.pointer(path) + pointer, instancePointer: SchemaJudge.pointer(place),
      shownPointer: SchemaJudge.pointer(place, hiding: true), range: instance.range)
  }

  private static func pointer(_ steps: [Step], hiding: Bool = false) -> String {
    steps.reduce(into: "") { pointer, step in
      switch step {
      case .name(let name): pointer += "/" + JSONPointer.escaped(name)
      case .foreign(let name): pointer += hiding ? "/*" : "/" + JSONPointer.escaped(name)
      case .index(let index): pointer += "/\(index)"
      }
    }
  }
}
