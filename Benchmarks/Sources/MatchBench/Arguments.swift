/// What is asked for.
struct Arguments {
  /// A rule directory, or nil for the rules that travel with Parapet.
  var rules: String?
  /// A file of events, one a line.
  var events = ""
  /// How often everything is done.
  var passes = 5
  /// Processor seconds after which no further pass begins.
  var budget = 60
  /// Where to write how many events each rule has findings in, or nil.
  var pairs: String?
  /// Whether verdicts are compared instead of times.
  var isExact = false
  /// How long each example of the rules is made, when those are what is judged.
  var bytes = 0

  static let usage = """
    usage: MatchBench [exact] --events FILE [--rules DIR] [--passes N] [--budget SECONDS] [--pairs FILE]

    Takes events N times and writes one JSON object: processor seconds of each pass that reads them, that reads and judges them, and that
    reads, judges and writes; and microseconds a message by length. Without --rules the rules that travel with Parapet judge.
    With `exact`, judges each event in several ways and says how many verdicts differ.
    With --bytes SIZE instead of --events, judges each example of the rules, repeated until it is that long, and names the slowest.
    """

  /// The arguments of the command line, or nil when they make no sense.
  init?(_ words: [String]) {
    var words = words[...]
    if words.first == "exact" {
      isExact = true
      words.removeFirst()
    }
    while let name = words.popFirst() {
      guard let value = words.popFirst() else { return nil }
      switch name {
      case "--rules": rules = value
      case "--events": events = value
      case "--pairs": pairs = value
      case "--passes", "--budget", "--bytes":
        guard let number = Int(value), number > 0 else { return nil }
        if name == "--passes" { passes = number } else if name == "--budget" { budget = number } else { bytes = number }
      default: return nil
      }
    }
    guard events.isEmpty == (bytes > 0) else { return nil }
  }
}
