internal import ParapetEntity
internal import ParapetFormat

/// Everything that a rule may name.
struct Library: Sendable {
  /// The day on which laws and overrides are judged, `YYYY-MM-DD`.
  var date: String
  /// Whether the rules were in force once and are only compared with.
  var isPast = false
  /// The names of validators, recognisers and transforms.
  var validators = Validator.all.keys.sorted()
  var entities = MentionKind.allCases.map(\.rawValue)
  var transforms = Transform.all.keys.sorted()
  /// Lists of terms, by name.
  var lists: [String: [String]] = [:]
  /// Cues, by name.
  var cues: [String: Cue] = [:]
  /// Lists and cues that exist but cannot be used: naming them is no second mistake.
  var broken: Set<String> = []
  /// The laws; nil when `legal.yaml` is missing or cannot be read.
  var register: LegalRegister?
  /// Registers of what there is: those of the directory, and what the laws say of themselves.
  var registers: [Register] = []
  /// Refusal texts by key; nil when `replies.yaml` is missing or cannot be read.
  var replies: [String: LocalizedText]?
  /// What a model is told to do better, by key; nil when there is no `hints.yaml`, or it cannot be read.
  var hints: [String: LocalizedText]?
  /// JSON Schemas by path.
  var schemas: [String: [UInt8]] = [:]
}
