import Parapet

/// The message that goes back to the model whose answer is held, as one line of JSON.
enum RetryMessage {
  /// The line for an event that was judged. Where nothing is to be sent, `message` is null: the answer goes out, or a person must look.
  static func line(for verdict: Verdict) -> [UInt8] { line(verdict.event.id, verdict.decision, verdict.retry) }

  /// The line for a record that could not be judged.
  static let noLine = line(nil, .error, nil)

  private static func line(_ id: String?, _ decision: Verdict.Decision, _ text: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    if let id { writer.value(id) } else { writer.null() }
    writer.key("decision")
    writer.value(decision.rawValue)
    writer.key("message")
    if let text {
      writer.beginObject()
      writer.key("role")
      writer.value("user")
      writer.key("content")
      writer.value(text)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.endObject()
    return writer.bytes
  }
}
