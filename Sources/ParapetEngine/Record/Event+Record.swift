import ParapetFormat
import ParapetText

extension Event {
  /// The event that `record` holds, with what rules read and a verdict names, and without the rest of `meta` and without `source`; nil
  /// when there are other facts than `EventRecord` keeps.
  public init?(_ record: EventRecord) {
    guard record.isPlain else { return nil }
    self.init(stage: record.stage)
    // Who read the record has checked it.
    self.text = Text(checked: unsafe Array(record.text))
    if let id = unsafe record.id {
      guard let unescaped = unsafe Event.unescaped(id) else { return nil }
      self.id = unescaped
    }
    var members: [JSON.Member] = []
    func keep(_ name: String, _ value: UnsafeBufferPointer<UInt8>?) {
      guard let value = unsafe value else { return }
      members.append(JSON.Member(name: name, value: JSON(.string(unsafe String(decoding: value, as: UTF8.self)))))
    }
    unsafe keep("channel", record.channel)
    unsafe keep("purpose", record.purpose)
    unsafe keep("format", record.format)
    facts = JSON(.object(members))
    if let traceID = unsafe record.traceID {
      let parent = unsafe "00-\(String(decoding: traceID, as: UTF8.self))-0000000000000000-00"
      meta = JSON(.object([JSON.Member(name: "traceparent", value: JSON(.string(parent)))]))
    }
  }

  private static func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> String? {
    guard unsafe content.contains(UInt8(ascii: "\\")) else { return unsafe String(decoding: content, as: UTF8.self) }
    return unsafe (try? JSON(parsing: [UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")]))?.string
  }
}
