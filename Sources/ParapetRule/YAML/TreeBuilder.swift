/// Puts a tree together from libyaml's events, and refuses what the rule language does not have.
struct TreeBuilder {
  /// A list or a mapping that is still open.
  private struct Frame {
    let start: Place
    let isMapping: Bool
    var items: [Node] = []
    var entries: [Node.Entry] = []
    var keyPlaces: [[UInt8]: Place] = [:]
    /// The key whose value comes next; its name is nil when the value is to be dropped.
    var pending: (name: String?, place: Place)?

    /// Whether a key was not a word, so that nothing can be said of what the mapping lacks.
    var isBroken = false

    var node: Node { Node(kind: isBroken ? .unreadable : isMapping ? .mapping(entries) : .sequence(items), place: start) }
  }

  let source: SourceText
  let report: Report
  var failed = false
  private(set) var root: Node?
  private var frames: [Frame] = []
  private var documents = 0

  init(source: SourceText, report: Report) {
    self.source = source
    self.report = report
  }

  /// Whether no value came.
  var isEmpty: Bool { root == nil || root?.isBlank == true }

  /// Takes one event; false when nothing more is wanted.
  mutating func take(_ step: Step) -> Bool {
    refuseDecorations(step)
    switch step.kind {
    case .end: return false
    case .other: break
    case .documentStart:
      documents += 1
      if documents > 1 {
        report.add(
          .secondDocument, at: place(step), "a second document begins here", help: "one file holds one rule; move the rest to its own file")
        failed = true
        return false
      }
    case .alias:
      report.add(
        .anchorOrAlias, at: place(step), "an alias (`*name`)",
        help: "write the value out; words that many rules use belong in a list or a cue under `shared/`")
      put(Node(kind: .unreadable, place: place(step)))
    case .scalar(let text, let style): put(Node(kind: .scalar(text, style), place: place(step)))
    case .sequenceStart: return open(Frame(start: place(step), isMapping: false))
    case .mappingStart: return open(Frame(start: place(step), isMapping: true))
    case .sequenceEnd, .mappingEnd:
      if let frame = frames.popLast() { put(frame.node) }
    }
    return true
  }

  private func place(_ step: Step) -> Place { Place(source: source, start: step.start, end: max(step.end, step.start + 1)) }

  private func refuseDecorations(_ step: Step) {
    if step.hasAnchor {
      report.add(.anchorOrAlias, at: place(step), "an anchor (`&name`)", help: "a rule says everything where it stands; delete the anchor")
    }
    if step.hasTag {
      report.add(
        .tag, at: place(step), "a tag (`!name`)", help: "every value is text that the rule language reads by its slot; delete the tag")
    }
  }

  private mutating func open(_ frame: Frame) -> Bool {
    guard frames.count < YAML.depthLimit else {
      report.add(
        .tooDeep, at: frame.start, "nested deeper than \(YAML.depthLimit) levels", help: "no slot of the rule language is nested this deep")
      failed = true
      return false
    }
    frames.append(frame)
    return true
  }

  private mutating func put(_ node: Node) {
    guard let top = frames.indices.last else {
      root = node
      return
    }
    if !frames[top].isMapping {
      frames[top].items.append(node)
    } else if let pending = frames[top].pending {
      if let name = pending.name { frames[top].entries.append(Node.Entry(name: name, place: pending.place, value: node)) }
      frames[top].pending = nil
    } else {
      frames[top].pending = key(node, in: top)
    }
  }

  private mutating func key(_ node: Node, in frame: Int) -> (name: String?, place: Place) {
    guard let name = node.scalar else {
      if case .unreadable = node.kind {
      } else {
        report.add(.keyNotText, at: node.place, "a key must be a word, not \(node.kindName)", help: "quote the key, or check the brackets")
      }
      frames[frame].isBroken = true
      return (nil, node.place)
    }
    if let first = frames[frame].keyPlaces.updateValue(node.place, forKey: Array(name.utf8)) {
      report.add(
        .duplicateKey, at: node.place, "the key `\(name)` stands twice",
        help: "it is already on line \(first.line); join the two, or delete one")
      return (nil, node.place)
    }
    return (name, node.place)
  }
}

extension SourceText {
  /// Whether `bytes` are UTF-8; where they are not is reported.
  func isFaithful(to bytes: [UInt8], report: Report) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      let before = SourceText(path: path, utf8: Array(bytes[..<error.byteOffsets.lowerBound]))
      let index = before.scalars.count
      report.add(
        .notUTF8, at: Place(source: self, start: index, end: index + 1), "the file is not UTF-8 from here on",
        help: "save the file as UTF-8; a GBK file looks like this")
      return false
    }
  }
}
