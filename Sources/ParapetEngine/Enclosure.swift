import ParapetPattern
import Synchronization

/// The pattern of an exception's `within`: a candidate that lies inside one of its matches is excused.
///
/// A class: what is found out of the pattern when a text first asks is kept for all others.
final class Enclosure: Sendable {
  let pattern: Pattern
  /// How its landmarks are found; nil where it is tried at every place.
  private let reading: (@Sendable () -> Landmarks?)?
  private let known = Mutex<Landmarks??>(nil)

  init(_ pattern: Pattern, reading: (@Sendable () -> Landmarks?)?) {
    (self.pattern, self.reading) = (pattern, reading)
  }

  /// What shows where it can match, or nil.
  var landmarks: Landmarks? {
    guard let reading else { return nil }
    return known.withLock { known in
      if let known { return known }
      let read = reading()
      known = .some(read)
      return read
    }
  }
}
