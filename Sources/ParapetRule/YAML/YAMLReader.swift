internal import CYAML

/// Reads a YAML file into nodes that know where they stand.
///
/// The accepted YAML is plain: one document of texts, lists and mappings. Anchors, aliases, tags and tabs are refused, because each of
/// them lets a rule mean something else than it shows.
public enum YAML {
  /// The longest file, in bytes.
  public static let byteLimit = 1 << 20
  /// The deepest nesting.
  public static let depthLimit = 32

  /// The tree of the file at `path`, or nil when it has none, with everything that is wrong with it.
  public static func read(_ bytes: [UInt8], path: String) -> (root: Node?, diagnostics: [Diagnostic]) {
    let report = Report()
    let root = read(RuleFile(path: path, bytes: bytes), into: report)
    return (root, report.sorted)
  }

  static func read(_ file: RuleFile, into report: Report) -> Node? {
    let source = SourceText(path: file.path, utf8: file.bytes)
    guard file.bytes.count <= byteLimit else {
      report.add(
        .fileTooLarge, at: source.start, "the file has \(file.bytes.count) bytes; the limit is \(byteLimit)",
        help: "split it, or move long lists of words to a `.txt` list under `shared/`")
      return nil
    }
    guard source.isFaithful(to: file.bytes, report: report) else { return nil }
    let tabs = reportTabs(in: source, report)
    var builder = TreeBuilder(source: source, report: report)
    // libyaml asserts that it is given something.
    if !source.scalars.isEmpty {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let bytes = file.bytes.starts(with: mark) ? Array(file.bytes.dropFirst(mark.count)) : file.bytes
      parse(bytes, source: source, builder: &builder, report: report, tabs: tabs)
    }
    if builder.isEmpty && !builder.failed {
      report.add(.emptyFile, at: source.start, "the file holds nothing", help: "write the rule, or delete the file")
    }
    return builder.failed ? nil : builder.root
  }

  private static func reportTabs(in source: SourceText, _ report: Report) -> Bool {
    var lastLine = 0
    for (index, scalar) in source.scalars.enumerated() where scalar == "\t" {
      let place = Place(source: source, start: index, end: index + 1)
      guard place.line != lastLine else { continue }
      lastLine = place.line
      report.add(.tab, at: place, "a tab", help: "indent with spaces; inside a text write `\\t` in double quotes, in a pattern `\\t`")
    }
    return lastLine > 0
  }

  /// Runs libyaml over `utf8` and hands its events to `builder`.
  private static func parse(_ utf8: [UInt8], source: SourceText, builder: inout TreeBuilder, report: Report, tabs: Bool) {
    // libyaml keeps a pointer to the parser inside the parser, so it must not move: it lives on the heap.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else { return }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe utf8.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      while true {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else {
          // A tab that has been reported explains most of what libyaml then stumbles over.
          if !tabs { unsafe reportFault(parser.pointee, source: source, report) }
          builder.failed = true
          return
        }
        let step = unsafe Step(event)
        unsafe yaml_event_delete(&event)
        guard builder.take(step) else { return }
      }
    }
  }

  private static func reportFault(_ parser: yaml_parser_t, source: SourceText, _ report: Report) {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    let context = unsafe parser.context.map { context in
      let (line, _) = source.position(of: unsafe Int(parser.context_mark.index))
      return unsafe " (\(String(cString: context)) that begins on line \(line))"
    }
    var index = unsafe Int(parser.problem_mark.index)
    if unsafe parser.error == YAML_READER_ERROR { index = unsafe source.index(ofUTF8Offset: parser.problem_offset) }
    index = min(index, max(0, source.scalars.count - 1))
    report.add(
      .syntax, at: Place(source: source, start: index, end: index + 1),
      "not YAML: \(problem)\(context ?? "")", help: YAMLAdvice.forProblem(problem))
  }
}

/// One libyaml event, copied out of libyaml's memory.
struct Step {
  enum Kind {
    case documentStart
    case scalar(String, Node.Style)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias
    case end
    case other
  }
  var kind = Kind.other
  var hasAnchor = false
  var hasTag = false
  let start: Int
  let end: Int

  init(_ event: yaml_event_t) {
    start = unsafe Int(event.start_mark.index)
    end = unsafe Int(event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_STREAM_END_EVENT: kind = .end
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      hasAnchor = unsafe event.data.sequence_start.anchor != nil
      hasTag = unsafe event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      hasAnchor = unsafe event.data.mapping_start.anchor != nil
      hasTag = unsafe event.data.mapping_start.tag != nil
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = unsafe .scalar(String(decoding: bytes, as: UTF8.self), Step.style(scalar.style))
      hasAnchor = unsafe scalar.anchor != nil
      hasTag = unsafe scalar.tag != nil
    default: break
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}

/// What to do about libyaml's own complaints.
enum YAMLAdvice {
  static func forProblem(_ problem: String) -> String? {
    switch problem {
    case "mapping values are not allowed in this context":
      "a value that holds `: ` must stand in quotes; otherwise check the indentation of this line"
    case "found unknown escape character":
      "in double quotes a backslash begins an escape; write patterns in single quotes"
    case "did not find expected key", "did not find expected '-' indicator":
      "check the indentation of this line against the lines above"
    case "found character that cannot start any token":
      "a value that begins with %, @ or ` must stand in quotes"
    case "found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "a quote or a bracket is not closed; a value that holds a comma or a bracket must stand in quotes"
    case "control characters are not allowed": "delete the character; inside double quotes it can be written as an escape"
    default: nil
    }
  }
}
