/// What is asked for.
struct Arguments {
  /// A rule directory, or nil for the rules that travel with Parapet.
  var rules: String?
  /// A file of events, one a line.
  var events = ""
  /// How often everything is done.
  var passes = 5
  /// Where to write how many events each rule has findings in, or nil.
  var pairs: String?

  static let usage = """
    usage: MatchBench --events FILE [--rules DIR] [--passes N] [--pairs FILE]

    Reads events, judges them N times and writes one JSON object: processor seconds of the best pass for reading events, judging them and
    writing verdicts, and microseconds a message by length. Without --rules the rules that travel with Parapet judge.
    """

  /// The arguments of the command line, or nil when they make no sense.
  init?(_ words: [String]) {
    var words = words[...]
    while let name = words.popFirst() {
      guard let value = words.popFirst() else { return nil }
      switch name {
      case "--rules": rules = value
      case "--events": events = value
      case "--pairs": pairs = value
      case "--passes":
        guard let number = Int(value), number > 0 else { return nil }
        passes = number
      default: return nil
      }
    }
    guard !events.isEmpty else { return nil }
  }
}
