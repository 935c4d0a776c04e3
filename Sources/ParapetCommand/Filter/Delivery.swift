import Parapet

/// Makes the line that is written for a record.
struct Delivery {
  let emission: Emission
  let failMode: FailMode
  let isWhole: Bool

  /// The line for an event that was judged. `record` is what it was read from.
  func line(for verdict: Verdict, of event: Event, record: [UInt8], verdictJSON: [UInt8]) -> [UInt8] {
    switch emission {
    case .verdict: return verdictJSON
    case .text: return framed(Array(verdict.text.utf8))
    case .event: return EventRewriter(event: event, record: record).rewritten(by: verdict, json: verdictJSON)
    case .retry: return RetryMessage.line(for: verdict)
    }
  }

  /// The line for a record that could not be judged; `record` is nil when it was too long to keep.
  ///
  /// Open lets the record through where it is what would be written: a plain text as text, an event as event.
  func line(forFailed record: [UInt8]?, isText: Bool, verdictJSON: [UInt8]) -> [UInt8] {
    let passed = failMode == .open ? record : nil
    switch emission {
    case .verdict: return verdictJSON
    case .retry: return RetryMessage.noLine
    case .text: return isText ? passed ?? [] : []
    case .event: return (isText ? nil : passed) ?? EventRewriter.wrapped(verdictJSON)
    }
  }

  /// `text` on one line, unless it is the whole output.
  private func framed(_ text: [UInt8]) -> [UInt8] {
    guard !isWhole, text.contains(where: { $0 == 10 || $0 == 13 }) else { return text }
    return text.flatMap { byte -> [UInt8] in
      switch byte {
      case 10: Array(#"\n"#.utf8)
      case 13: Array(#"\r"#.utf8)
      default: [byte]
      }
    }
  }
}
