import Parapet

/// The message that goes back to the model whose answer is held. Where nothing is to be sent, because the answer goes out or a person must
/// look, it is null.
struct RetryMessage {
  private let id: String?
  private let decision: Verdict.Decision
  private let text: String?

  /// The message of an event, none by default.
  init(id: String?, decision: Verdict.Decision, text: String? = nil) {
    self.id = id
    self.decision = decision
    self.text = text
  }

  /// The message that a verdict gives.
  init(_ verdict: Verdict) { self.init(id: verdict.event.id, decision: verdict.decision, text: verdict.retry) }

  /// Writes it as one line of JSON.
  func write(to writer: inout JSONWriter) {
    writer.beginText()
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
    writer.output.append(10)
  }
}
