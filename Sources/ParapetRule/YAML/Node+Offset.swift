extension Node {
  /// The place of byte `offset` of this scalar's text: where PCRE2 points inside a pattern, seen through quotes and escapes.
  func place(ofUTF8Offset offset: Int) -> Place {
    guard case .scalar(let text, let style) = kind else { return place }
    var walk = ScalarWalk(source: place.source.scalars, index: place.start, end: place.end, style: style)
    walk.enter()
    var bytes = 0
    for scalar in text.unicodeScalars {
      if bytes >= offset { break }
      walk.pass(scalar)
      bytes += UTF8.width(scalar)
    }
    let index = min(walk.index, max(place.start, place.end))
    return Place(source: place.source, start: index, end: index + 1)
  }
}

/// Steps through the written form of a scalar, one character of its meaning at a time.
private struct ScalarWalk {
  let source: [Unicode.Scalar]
  var index: Int
  let end: Int
  let style: Node.Style

  private var current: Unicode.Scalar? { index < min(end, source.count) ? source[index] : nil }

  /// Moves past the quote, or past the header of a block.
  mutating func enter() {
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: index += 1
    case .literal, .folded:
      while let scalar = current, scalar != "\n" { index += 1 }
      index += 1
      skipBlanks()
    }
  }

  /// Moves past the way in which `scalar` is written.
  mutating func pass(_ scalar: Unicode.Scalar) {
    if style == .doubleQuoted { passContinuation() }
    if style == .folded, scalar != "\n", scalar != " " { passBlankLines() }
    guard let written = current else { return }
    switch style {
    case .singleQuoted where written == "'":
      index += 2
      return
    case .doubleQuoted where written == "\\":
      index += escapeLength
      return
    case .plain, .singleQuoted, .doubleQuoted:
      if foldsHere { return passFold() }
    case .literal, .folded: break
    }
    index += 1
    if written == "\n", style == .literal || style == .folded { skipBlanks() }
  }

  private var escapeLength: Int {
    guard index + 1 < source.count else { return 1 }
    switch source[index + 1] {
    case "x": return 4
    case "u": return 6
    case "U": return 10
    default: return 2
    }
  }

  /// Whether only blanks stand between here and the end of the line.
  private var foldsHere: Bool {
    var ahead = index
    while ahead < end, source[ahead] == " " { ahead += 1 }
    return ahead < end && (source[ahead] == "\n" || source[ahead] == "\r")
  }

  /// A backslash at the end of a line joins it with the next one.
  private mutating func passContinuation() {
    while index + 1 < min(end, source.count), source[index] == "\\", source[index + 1] == "\n" {
      index += 2
      skipBlanks()
    }
  }

  private mutating func passBlankLines() {
    while let scalar = current, scalar == "\n" {
      index += 1
      skipBlanks()
    }
  }

  private mutating func passFold() {
    while let scalar = current, scalar == " " || scalar == "\n" || scalar == "\r" { index += 1 }
  }

  private mutating func skipBlanks() {
    while let scalar = current, scalar == " " { index += 1 }
  }
}
