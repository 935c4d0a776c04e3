extension SyntaxParser {
  /// A group, behind its opening parenthesis.
  mutating func group() throws(Unknown) -> Syntax {
    // A verb can end a match early, an option at the start can change everything.
    if sees("*") { throw Unknown() }
    guard skip("?") else { return try capture() }
    if skip("=") || skip("*") { return .ahead(try body()) }
    if skip("!") { return try body().lone.map { .notAhead($0) } ?? .empty }
    if skip("<!") { return try body().lone.map { .notBehind($0) } ?? .empty }
    if skip("<=") || skip("<*") {
      _ = try body()
      return .empty
    }
    if skip(":") || skip(">") { return try body() }
    if skip("|") {
      reusesNumbers = true
      return try body()
    }
    if skip("P<") || skip("<") {
      skip(past: ">")
      return try capture()
    }
    if skip("'") {
      skip(past: "'")
      return try capture()
    }
    if skip("(") {
      // A condition: what it asks is a group or a name up to the parenthesis.
      if sees("?") { _ = try group() } else { skip(past: ")") }
      _ = try body()
      return .anything
    }
    if sees("P=") || sees("P>") || sees("&") || sees("R") || sees("+") || digit(next, base: 10) != nil
      || (sees("-") && at + 1 < scalars.count && digit(scalars[at + 1], base: 10) != nil)
    {
      skip(past: ")")
      return .anything
    }
    if sees("C") { throw Unknown() }
    return try options()
  }

  private mutating func capture() throws(Unknown) -> Syntax {
    groupCount += 1
    let number = groupCount
    let inside = try body()
    groups[number] = inside
    return inside
  }

  /// What stands in a group, up to and including its closing parenthesis. Options set inside end with it.
  private mutating func body() throws(Unknown) -> Syntax {
    let outside = flags
    let inside = try alternatives()
    flags = outside
    guard skip(")") else { throw Unknown() }
    return inside
  }

  /// `(?i)`, `(?i-s:…)`, `(?^…)`.
  private mutating func options() throws(Unknown) -> Syntax {
    let outside = flags
    if skip("^") { flags = Flags() }
    var sets = true
    while !isAtEnd {
      let letter = next
      at += 1
      switch letter {
      case UInt32(ascii: "i"): flags.caseless = sets
      case UInt32(ascii: "s"): flags.dotAll = sets
      case UInt32(ascii: "x"):
        flags.extended = sets
        if skip("x") { flags.extendedMore = sets } else if !sets { flags.extendedMore = false }
      case UInt32(ascii: "m"), UInt32(ascii: "n"), UInt32(ascii: "J"), UInt32(ascii: "U"): break
      case UInt32(ascii: "-"): sets = false
      case UInt32(ascii: ")"): return .empty
      case UInt32(ascii: ":"):
        let inside = try alternatives()
        flags = outside
        guard skip(")") else { throw Unknown() }
        return inside
      default: throw Unknown()
      }
    }
    throw Unknown()
  }
}
