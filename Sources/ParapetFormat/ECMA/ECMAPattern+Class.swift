extension ECMAPattern {
  /// Reads a class, whose `[` stands here.
  mutating func characterClass() throws(Fault) {
    let start = at
    at += 1
    let isNegated = next == "^"
    if isNegated { at += 1 }
    if next == "]" {
      at += 1
      result += isNegated ? "[\\x00-\\x{10FFFF}]" : "(?!)"
      return
    }
    var items = ""
    while let scalar = next, scalar != "]" {
      let place = at
      let first = try classAtom()
      guard next == "-", at + 1 < source.count, source[at + 1] != "]" else {
        items += first.text
        continue
      }
      at += 1
      let last = try classAtom()
      switch (first, last) {
      case (.character(let low), .character(let high)):
        guard low <= high else { throw fault("this range is the wrong way round", at: place) }
        items += first.text + "-" + last.text
      default:
        if isStrict { throw fault("a range stands between two characters", at: place) }
        items += first.text + "\\-" + last.text
      }
    }
    guard next == "]" else { throw fault("this class is not closed", at: start) }
    at += 1
    result += (isNegated ? "[^" : "[") + items + "]"
  }

  private enum ClassAtom {
    case character(Unicode.Scalar)
    case set(String)

    var text: String {
      switch self {
      case .character(let scalar): ECMAPattern.literal(scalar)
      case .set(let text): text
      }
    }
  }

  private mutating func classAtom() throws(Fault) -> ClassAtom {
    guard let scalar = next else { throw fault("this class is not closed") }
    at += 1
    guard scalar == "\\" else { return .character(scalar) }
    switch next {
    case "b"?:
      at += 1
      return .character("\u{8}")
    case "s"?:
      at += 1
      return .set(ECMAPattern.space)
    case "S"?:
      at += 1
      return .set(ECMAPattern.noSpace)
    default:
      if let set = try set() { return .set(set) }
      return .character(try character())
    }
  }
}
