import ParapetText
import ParapetVerdict

/// A candidate that something removed: raw places, before anything is measured.
struct Removed: Sendable, Hashable {
  let rule: Int
  let clause: String
  let by: String
  let part: Int
  let range: Range<Int>
}

/// A finding in the making: raw places, before anything is shown. A class, so that handing it around costs one count.
final class Draft {
  let rule: Int
  let clause: String
  /// The part's number, or nil for one that is about the event as a whole.
  let part: Int?
  /// The RFC 6901 pointer that the finding names.
  let pointer: String
  /// In bytes of the part; nil when it is about something that is not there.
  let range: Range<Int>?
  /// The folded value, for digests.
  var canonical: [UInt8] = []
  var checks: [Finding.Check] = []
  var grounding: Finding.Grounding?
  /// Where in a schema, when it is about one.
  var schema: Finding.SchemaLocation?
  /// Whether the rule's rewriting does not mend it, so that what it does otherwise is done.
  var fallsBack = false
  /// What happened, when the rule's title does not say it all.
  var reason: (zh: String, en: String)?

  init(rule: Int, clause: String, part: Int?, pointer: String, range: Range<Int>?, reason: (zh: String, en: String)? = nil) {
    (self.rule, self.clause, self.part, self.pointer, self.range) = (rule, clause, part, pointer, range)
    self.reason = reason
  }
}
