import Parapet
import ParapetJudge
import Synchronization

/// What all workers of one run have in common.
final class FilterPlan: Sendable {
  /// What records are.
  enum Format: Sendable {
    /// Events, as JSON.
    case events
    /// Plain texts.
    case text(PlainText)
  }

  /// Whose rules judge: a profile, and the channel for all events, or nil when each says its own.
  let profile: String
  let fixedChannel: String?
  /// Channels that the profile tunes.
  let tunedChannels: [String]
  /// The rules of events whose channel is not tuned.
  let base: Program
  let trace: TraceLevel
  /// Whether the time is taken.
  let isTimed: Bool
  let format: Format
  let emission: Emission
  let failMode: FailMode
  /// Whether standard input is one record.
  let isWhole: Bool
  /// The longest record in bytes.
  let limit: Int
  /// Whether verdicts are written besides.
  let keepsVerdicts: Bool

  /// Who looks at what the rules are not sure of; nil where nobody does.
  let reviewer: Reviewer?

  private let shelf: Mutex<ProgramShelf>

  /// A plan; programs of channels are compiled when the first event of the channel comes.
  init(
    _ shelf: ProgramShelf, profile: String, channel: String?, trace: TraceLevel, isTimed: Bool, format: Format,
    emission: Emission, failMode: FailMode, isWhole: Bool, limit: Int, keepsVerdicts: Bool, reviewer: Reviewer?
  ) throws(RuleErrors) {
    var shelf = shelf
    self.profile = profile
    fixedChannel = channel
    tunedChannels = channel == nil ? shelf.profiles.first { $0.id == profile }?.channels ?? [] : []
    base = try shelf.program(profile: profile, channel: channel)
    self.trace = trace
    self.isTimed = isTimed
    self.format = format
    self.emission = emission
    self.failMode = failMode
    self.isWhole = isWhole
    self.limit = limit
    self.keepsVerdicts = keepsVerdicts
    self.reviewer = reviewer
    self.shelf = Mutex(shelf)
  }

  /// The rules of `channel`, one of those that are tuned.
  func program(of channel: String) throws(RuleErrors) -> Program {
    try shelf.withLock { (shelf) throws(RuleErrors) in try shelf.program(profile: profile, channel: channel) }
  }

  /// Whether records are plain texts.
  var isText: Bool { if case .text = format { true } else { false } }
}
