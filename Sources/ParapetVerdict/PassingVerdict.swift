public import ParapetFormat

/// Writes the verdict on an event in which nothing was found, without making it: the bytes are those of `Verdict.json()`.
///
/// What is the same for every event of a program is kept as it is written.
public struct PassingVerdict: Sendable {
  /// What the verdict says of the event. Strings are the insides of JSON strings, escaped as `JSONWriter` escapes them.
  @safe
  public struct Subject {
    /// The event's own id, or nil.
    public var id: UnsafeBufferPointer<UInt8>?
    /// `input`, `output`…
    public var stage: String
    /// The channel it said, or nil.
    public var channel: UnsafeBufferPointer<UInt8>?
    /// The trace id of its `traceparent`, or nil.
    public var traceID: UnsafeBufferPointer<UInt8>?
    /// The text that may be delivered.
    public var text: Inside

    /// A subject from its parts.
    @unsafe public init(
      id: UnsafeBufferPointer<UInt8>?, stage: String, channel: UnsafeBufferPointer<UInt8>?, traceID: UnsafeBufferPointer<UInt8>?,
      text: Inside
    ) {
      unsafe self.id = unsafe id
      self.stage = stage
      unsafe self.channel = unsafe channel
      unsafe self.traceID = unsafe traceID
      self.text = text
    }
  }

  /// A text, escaped or to be escaped.
  @safe
  public enum Inside {
    /// The inside of a JSON string, escaped as `JSONWriter` escapes it.
    case escaped(UnsafeBufferPointer<UInt8>)
    /// Valid UTF-8.
    case plain(UnsafeBufferPointer<UInt8>)
  }

  /// From behind the event to in front of the text.
  private let middle: [UInt8]

  /// The verdicts of one program.
  public init(engine: Verdict.EngineReference, ruleset: Verdict.RulesetReference) {
    var writer = JSONWriter()
    writer.object {
      $0.key(literal: "engine")
      engine.write(to: &$0)
      $0.key(literal: "ruleset")
      ruleset.write(to: &$0)
      $0.member("decision", Verdict.Decision.pass.rawValue)
      $0.key(literal: "reply")
      $0.null()
      $0.key(literal: "text")
    }
    var middle = Array("}".utf8)
    middle += writer.bytes.dropFirst().dropLast()
    // The object's opening brace gives way to the comma behind the event.
    middle.insert(UInt8(ascii: ","), at: 1)
    self.middle = middle
  }

  /// Writes the verdict on `subject` as one JSON object.
  public func write(
    _ subject: Subject, unjudged: [Unjudged], rules: Int, evaluated: Int, skipped: (SkipReason) -> Int, timingMicroseconds: Int?,
    to writer: inout JSONWriter
  ) {
    writer.beginText()
    writer.output.append(#"{"schema":"verdict/1","event":{"#)
    unsafe writer.member("id", escaped: subject.id)
    writer.member("stage", subject.stage)
    unsafe writer.member("channel", escaped: subject.channel)
    unsafe writer.member("trace_id", escaped: subject.traceID)
    writer.output.append(middle)
    writer.beginText()
    switch subject.text {
    case .escaped(let content): unsafe writer.value(escaped: content)
    case .plain(let text): unsafe writer.value(utf8: text)
    }
    writer.output.append(#","findings":[],"edits":[],"obligations":[],"suppressed":[]"#)
    writer.list("unjudged", unjudged) { $0.write(to: &$1) }
    writer.key(literal: "trace")
    writer.object { Trace.writeCounts(rules: rules, evaluated: evaluated, skipped: skipped, to: &$0) }
    if let timingMicroseconds { writer.member("timing_us", timingMicroseconds) }
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, escaped content: UnsafeBufferPointer<UInt8>?) {
    key(literal: name)
    if let content = unsafe content { unsafe value(escaped: content) } else { null() }
  }
}
