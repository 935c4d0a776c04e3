import Parapet

/// Takes events the way that the filter takes them.
struct Courier: ~Copyable {
  private var judge: Judge

  init(_ program: Program) { judge = Judge(program) }

  /// Reads one line.
  mutating func read(_ line: [UInt8]) throws(EventError) -> Event { try Event(parsing: line) }

  /// Judges what was read.
  mutating func judge(_ event: Event) -> Verdict { judge.evaluate(event) }

  /// Writes the verdict, and forgets it; how many bytes it takes.
  mutating func write(_ verdict: Verdict) -> Int { verdict.json().count }
}
