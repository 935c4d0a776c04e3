public import ParapetEngine
import ParapetFormat
public import ParapetVerdict

/// A stored verdict against the one that the same event gets now.
public struct Replay: Sendable {
  /// How the two compare.
  public enum Outcome: Sendable, Equatable {
    /// The bytes are the same.
    case same
    /// The verdicts were made by different rule sets, so that nothing was compared: the digests, stored and now.
    case otherRules(stored: String, now: String)
    /// The verdicts were made by different engines.
    case otherEngine
    /// The bytes differ: the first member, as an RFC 6901 pointer, at which they do.
    case different(at: String)
    /// The stored line is not a verdict.
    case unreadable
  }

  /// The number of the record, from 1.
  public let line: Int
  /// The event's id, or nil.
  public let id: String?
  /// How they compare.
  public let outcome: Outcome
}

extension Replay {
  /// Compares `stored`, one line of a verdict file, with the verdict that `judge` gives at the level of trace that the stored one has.
  public init(line: Int, stored: [UInt8], judge: (TraceLevel) -> Verdict) {
    self.line = line
    guard let json = try? JSON(parsing: stored), json["schema"]?.string == "verdict/1" else {
      id = nil
      outcome = .unreadable
      return
    }
    id = json["event"]?["id"]?.string
    let verdict = judge(json["trace"]?["steps"] == nil ? .counts : .full)
    outcome = Replay.compare(json, stored, with: verdict)
  }

  private static func compare(_ json: JSON, _ stored: [UInt8], with verdict: Verdict) -> Outcome {
    var timing: Int?
    if case .number(let written)? = json["timing_us"]?.value { timing = Int(written) }
    let now = verdict.json(timingMicroseconds: timing)
    if now == stored { return .same }
    let digest = json["ruleset"]?["digest"]?.string ?? ""
    guard digest == verdict.ruleset.digest else { return .otherRules(stored: digest, now: verdict.ruleset.digest) }
    guard let current = try? JSON(parsing: now) else { return .unreadable }
    if let engine = json["engine"], let other = current["engine"], difference(engine, other, at: "") != nil { return .otherEngine }
    return .different(at: difference(json, current, at: "") ?? "")
  }

  /// The pointer to the first member in which two values differ, or nil; names and their order count.
  private static func difference(_ a: JSON, _ b: JSON, at pointer: String) -> String? {
    switch (a.value, b.value) {
    case (.object(let x), .object(let y)):
      for (one, other) in zip(x, y) {
        guard one.name == other.name else { return "\(pointer)/\(one.name)" }
        if let place = difference(one.value, other.value, at: "\(pointer)/\(one.name)") { return place }
      }
      return x.count == y.count ? nil : pointer
    case (.array(let x), .array(let y)):
      for (index, (one, other)) in zip(x, y).enumerated() {
        if let place = difference(one, other, at: "\(pointer)/\(index)") { return place }
      }
      return x.count == y.count ? nil : "\(pointer)/\(min(x.count, y.count))"
    default:
      var one = JSONWriter()
      var other = JSONWriter()
      one.value(a)
      other.value(b)
      return one.bytes == other.bytes ? nil : pointer
    }
  }
}
