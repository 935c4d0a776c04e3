/// A regular expression of ECMA-262 with the flag `u`, read whole and written again for PCRE2.
///
/// The two differ where it hurts: `\s`, `.` and `\v` mean other sets, a backreference to a group that took no part matches nothing
/// in one and fails in the other, `[]` is a class in one, and `(?i)`, `\A`, `a++` and `(*…)` mean something in PCRE2 only. A pattern
/// that would mean one thing to the author of a schema and another to PCRE2 is refused. Two liberties of the web are taken: a
/// backslash before any sign that is no letter or digit, and braces that are no quantifier, stand for themselves.
///
/// - Source: ECMA-262, section 22.2.1 (patterns) and annex B.1.2; JSON Schema core 2020-12, section 6.4.
struct ECMAPattern {
  /// Why a pattern is not one of ECMA-262.
  struct Fault: Error, Equatable {
    /// Where, in Unicode scalars from the start.
    let offset: Int
    let message: String
  }

  let source: [Unicode.Scalar]
  /// Whether the liberties of the web are refused.
  let isStrict: Bool
  var at = 0
  var result = ""
  private let groups: Groups
  private var opened = 0
  private var depth = 0

  /// `source` for PCRE2. `$` means the very end, which is an option of the compiled pattern.
  static func translated(_ source: String) throws(Fault) -> String {
    var pattern = try ECMAPattern(source, isStrict: false)
    try pattern.read()
    return pattern.result
  }

  /// Whether `source` is a pattern, by the letter.
  static func isValid(_ source: String) -> Bool {
    do throws(Fault) {
      var pattern = try ECMAPattern(source, isStrict: true)
      try pattern.read()
      return true
    } catch { return false }
  }

  private init(_ source: String, isStrict: Bool) throws(Fault) {
    self.source = Array(source.unicodeScalars)
    self.isStrict = isStrict
    groups = try Groups(self.source)
  }

  var groupCount: Int { groups.count }
  func number(ofGroup name: String) -> Int? { groups.names[name] }
  var next: Unicode.Scalar? { at < source.count ? source[at] : nil }
  func starts(with text: String) -> Bool { source[at...].starts(with: text.unicodeScalars) }
  func fault(_ message: String, at offset: Int? = nil) -> Fault { Fault(offset: offset ?? at, message: message) }

  private mutating func read() throws(Fault) {
    var canRepeat = false  // whether something stands here that a quantifier can speak of
    while let scalar = next {
      switch scalar {
      case "\\":
        at += 1
        canRepeat = try escape()
      case "[":
        try characterClass()
        canRepeat = true
      case "(":
        try open()
        canRepeat = false
      case ")":
        guard depth > 0 else { throw fault("this parenthesis closes nothing") }
        depth -= 1
        at += 1
        result += ")"
        canRepeat = true
      case "*", "+", "?":
        guard canRepeat else { throw fault("there is nothing to repeat before `\(scalar)`") }
        at += 1
        result.unicodeScalars.append(scalar)
        lazily()
        canRepeat = false
      case "{":
        canRepeat = try braces(canRepeat)
      case "}", "]":
        if isStrict { throw fault("`\(scalar)` must be escaped") }
        at += 1
        result += "\\\(scalar)"
        canRepeat = true
      case ".":
        at += 1
        result += ECMAPattern.dot
        canRepeat = true
      case "^", "$", "|":
        at += 1
        result.unicodeScalars.append(scalar)
        canRepeat = false
      default:
        at += 1
        result += ECMAPattern.literal(scalar)
        canRepeat = true
      }
    }
    guard depth == 0 else { throw fault("a parenthesis is not closed") }
  }

  private mutating func lazily() {
    guard next == "?" else { return }
    at += 1
    result += "?"
  }

  private mutating func open() throws(Fault) {
    let start = at
    at += 1
    depth += 1
    guard next == "?" else {
      opened += 1
      result += "("
      // PCRE2 would take `(*` for a verb, ECMA-262 for a repetition of nothing.
      if next == "*" { throw fault("there is nothing to repeat before `*`") }
      return
    }
    for kind in ["?:", "?=", "?!", "?<=", "?<!"] where starts(with: kind) {
      at += kind.unicodeScalars.count
      result += "(" + kind
      return
    }
    guard starts(with: "?<"), let end = source[at...].firstIndex(of: ">") else { throw fault("ECMA-262 has no such group", at: start) }
    at = end + 1
    opened += 1
    result += "("
  }

  /// A quantifier in braces, or braces that stand for themselves; whether what stands there can be repeated.
  private mutating func braces(_ canRepeat: Bool) throws(Fault) -> Bool {
    let start = at
    at += 1
    let least = digits()
    var most: String? = least
    if next == "," {
      at += 1
      most = digits()
    }
    guard let least, next == "}" else {
      if isStrict { throw fault("`{` must be escaped", at: start) }
      at = start + 1
      result += "\\{"
      return true
    }
    guard canRepeat else { throw fault("there is nothing to repeat before `{`", at: start) }
    at += 1
    if let most, ExactNumber(most) < ExactNumber(least) { throw fault("these numbers of repetitions are the wrong way round", at: start) }
    result += String(String.UnicodeScalarView(source[start..<at]))
    lazily()
    return false
  }

  private mutating func digits() -> String? {
    let start = at
    while let scalar = next, ("0"..."9").contains(scalar) { at += 1 }
    return at > start ? String(String.UnicodeScalarView(source[start..<at])) : nil
  }

  /// A character that means nothing but itself, in a class or outside one.
  static func literal(_ scalar: Unicode.Scalar) -> String {
    let isSign =
      (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value) || (0x5B...0x60).contains(scalar.value)
      || (0x7B...0x7E).contains(scalar.value)
    if isSign { return "\\\(scalar)" }
    return scalar.value < 0x20 || scalar.value == 0x7F ? "\\x{" + String(scalar.value, radix: 16) + "}" : String(scalar)
  }
}

extension ECMAPattern {
  /// The capturing groups of a pattern, which a backreference may name before they stand there.
  struct Groups {
    private(set) var count = 0
    private(set) var names: [String: Int] = [:]

    init(_ source: [Unicode.Scalar]) throws(Fault) {
      var at = 0
      var isInClass = false
      while at < source.count {
        switch source[at] {
        case "\\": at += 1
        case "[": isInClass = true
        case "]": isInClass = false
        case "(" where !isInClass:
          if at + 1 == source.count || source[at + 1] != "?" {
            count += 1
          } else if at + 3 < source.count, source[at + 2] == "<", source[at + 3] != "=", source[at + 3] != "!" {
            count += 1
            let name = source[(at + 3)...].prefix { $0 != ">" }
            try add(name, at: at + 3)
          }
        default: break
        }
        at += 1
      }
    }

    private mutating func add(_ name: ArraySlice<Unicode.Scalar>, at offset: Int) throws(Fault) {
      guard let first = name.first, !("0"..."9").contains(first), name.allSatisfy({ isNamePart($0) }) else {
        throw Fault(offset: offset, message: "this is no name for a group")
      }
      guard names.updateValue(count, forKey: String(String.UnicodeScalarView(name))) == nil else {
        throw Fault(offset: offset, message: "two groups have this name")
      }
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "$" || scalar == "_" || scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
    }
  }
}
