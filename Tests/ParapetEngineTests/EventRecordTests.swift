import ParapetFormat
import ParapetRule
import ParapetText
import Testing

@testable import ParapetEngine

/// The record that is read in place, held against `Event(parsing:)`.
@Suite("Event records")
struct EventRecordTests {
  @Test func everythingIsRead() {
    let line = #"""
       {"meta": {"n":[1.5e3,{"a":null}],"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
      "id":"evt-\n7","text":"您好\n\u4f60\ud83d\ude00/","facts":{"channel":"营销","age":3,"purpose":"advice","format":"markdown"},
      "stage":"tool-result"}
      """#.filter { $0 != "\n" }
    let record = EventRecord()
    let bytes = Array(line.utf8)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      #expect(unsafe record.read(bytes))
      #expect(record.stage == .toolResult)
      #expect(unsafe text(record.text) == "您好\n你😀/")
      #expect(unsafe record.verbatimText == nil)
      #expect(unsafe text(record.id) == #"evt-\n7"#)
      #expect(unsafe text(record.channel) == "营销")
      #expect(unsafe text(record.purpose) == "advice")
      #expect(unsafe text(record.format) == "markdown")
      #expect(unsafe text(record.traceID) == "4bf92f3577b34da6a3ce929d0e0e4736")
      #expect(!record.isPlain && record.otherFactCount == 1)
      #expect(unsafe text(record.otherFact(0)) == "age")
      #expect(record.bodyCount == bytes.count - 1)
      let tail = unsafe UnsafeBufferPointer(start: record.text.baseAddress.map { unsafe $0 + record.text.count }, count: EventRecord.tail)
      #expect(unsafe tail.allSatisfy { $0 == 0 })
    }
  }

  /// Lines that are read, with what `verbatimText` is.
  @Test(
    arguments: [
      (#"{"stage":"output","text":"请问网点几点开门"}"#, "请问网点几点开门"), (#"{"stage":"input","text":""}"#, ""),
      (#"{"stage":"input","text":"a\n\t\"\\b"}"#, #"a\n\t\"\\b"#), (#"{"stage":"input","text":"a\/b"}"#, nil),
      (#"{"stage":"input","text":"\u0001"}"#, nil), ("{\"stage\":\"input\",\"text\":\"a\u{2028}b and much more text\"}", nil),
      ("{\"stage\":\"input\",\"text\":\"一\u{2029}二三四五六七八\"}", nil), ("{\"stage\":\"input\",\"text\":\"\u{85}\"}", nil),
      ("{\"stage\":\"input\",\"text\":\"“引号”—…¥\"}", "“引号”—…¥"), (#"{"id":null,"stage":"input","text":"a","facts":{},"meta":{}}"#, "a"),
    ] as [(String, String?)])
  func taken(line: String, verbatim: String?) {
    let record = EventRecord()
    let bytes = Array(line.utf8)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      #expect(unsafe record.read(bytes))
      #expect(unsafe text(record.verbatimText) == verbatim)
    }
    #expect(disagreement(line) == nil)
  }

  /// Lines for `Event(parsing:)`.
  @Test(arguments: [
    "", " ", "{", "{}", "[]", "null", #"{"stage":"output"}"#, #"{"text":"a"}"#, #"{"stage":"output","text":null}"#,
    #"{"stage":"answer","text":"a"}"#, #"{"stage":"output","text":"a","text":"b"}"#, #"{"stage":"output","text":"a","input":"b"}"#,
    #"{"stage":"output","text":"a"}x"#, #"{"stage":"output","text":"a"}}"#, #"{"stage":"output","text":"a",}"#,
    #"{"stage":"output" "text":"a"}"#, #"{"stage":"output","text":"\ud800"}"#, #"{"stage":"output","text":"\ud800\u0041"}"#,
    #"{"stage":"output","text":"\udc00"}"#, #"{"stage":"output","text":"\u12g4"}"#, #"{"stage":"output","text":"\x"}"#,
    "{\"stage\":\"output\",\"text\":\"a\u{1}\"}", #"{"stage":"output","text":"a","facts":null}"#,
    #"{"stage":"output","text":"a","meta":[]}"#,
    #"{"stage":"output","text":"a","facts":{"channel":3}}"#, #"{"stage":"output","text":"a","facts":{"channel":"\u0061"}}"#,
    #"{"stage":"output","text":"a","facts":{"a":1,"a":2}}"#, #"{"stage":"output","text":"a","meta":{"a":{"b":1,"c":{},"b":2}}}"#,
    #"{"stage":"output","text":"a","meta":{"\u0061":1}}"#, #"{"stage":"output","text":"a","meta":{"a":01}}"#,
    #"{"stage":"output","text":"a","meta":{"a":+1}}"#, #"{"stage":"output","text":"a","id":"\u0061"}"#,
    #"{"stage":"output","text":"a","id":7}"#, "\u{FEFF}{\"stage\":\"output\",\"text\":\"a\"}",
    #"{"stage":"output","text":"a","meta":{"traceparent":"\u0030"}}"#,
  ])
  func left(line: String) {
    let bytes = Array(line.utf8)
    let record = EventRecord()
    unsafe bytes.withUnsafeBufferPointer { unsafe #expect(!record.read($0)) }
    #expect(!record.isRead)
  }

  @Test func depthAndSizeAreLimited() throws {
    for depth in [1, 2, 3, 126, 127, 128, 500] {
      let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(disagreement(#"{"stage":"output","text":"a","meta":{"d":\#(deep)}}"#, mustTake: depth <= 126) == nil)
    }
    let line = Array(#"{"stage":"output","text":"a","meta":{"d":[[]]}}"#.utf8)
    for depth in 0...5 {
      let limits = JSON.Limits(depth: depth)
      let isEvent = (try? Event(parsing: line, limits: limits)) != nil
      unsafe line.withUnsafeBufferPointer { unsafe #expect(EventRecord().read($0, limits: limits) == isEvent) }
    }
    unsafe line.withUnsafeBufferPointer { bytes in
      unsafe #expect(EventRecord().read(bytes, limits: JSON.Limits(bytes: line.count)))
      unsafe #expect(!EventRecord().read(bytes, limits: JSON.Limits(bytes: line.count - 1)))
    }
  }

  @Test func manyNamesAreComparedOrLeft() {
    func meta(_ names: some Sequence<Int>) -> String {
      #"{"stage":"output","text":"a","meta":{"o":{\#(names.map { "\"n\($0)\":\($0)" }.joined(separator: ","))}}}"#
    }
    #expect(disagreement(meta(0..<64), mustTake: true) == nil)
    #expect(disagreement(meta(0..<2_000)) == nil)
    #expect(disagreement(meta(Array(0..<60) + [17])) == nil)
  }

  @Test func aTextTakesThePlaceOfTheText() {
    let record = EventRecord()
    let template = Array(#"{"stage":"input","text":"","facts":{"channel":"x"}}"#.utf8)
    unsafe template.withUnsafeBufferPointer { template in
      unsafe record.read(template)
      for line in ["证件", "", "a\"b", String(repeating: "长", count: 5_000)] {
        let bytes = Array(line.utf8)
        unsafe bytes.withUnsafeBufferPointer { unsafe #expect(record.replaceText(with: $0)) }
        #expect(unsafe text(record.text) == line && text(record.channel) == "x")
        #expect(unsafe record.verbatimText == nil)
      }
      unsafe [0xC3, 0x28].withUnsafeBufferPointer { unsafe #expect(!record.replaceText(with: $0)) }
    }
  }

  private func text(_ piece: UnsafeBufferPointer<UInt8>?) -> String? { unsafe piece.map { unsafe String(decoding: $0, as: UTF8.self) } }
}

/// What `EventRecord` makes of `line` against what `Event(parsing:)` makes of it: nil when both agree.
func disagreement(_ line: some StringProtocol, mustTake: Bool = false) -> String? { disagreement(Array(line.utf8), mustTake: mustTake) }

/// The same for bytes. With `mustTake` the record must have read the line.
func disagreement(_ line: [UInt8], mustTake: Bool = false, by record: EventRecord = EventRecord()) -> String? {
  unsafe line.withUnsafeBufferPointer { bytes -> String? in
    guard unsafe record.read(bytes) else { return mustTake ? "not read" : nil }
    let event: Event
    do throws(EventError) { event = try Event(parsing: line) } catch { return "read, though \(error.message)" }
    func text(_ piece: UnsafeBufferPointer<UInt8>?) -> String? { unsafe piece.map { unsafe String(decoding: $0, as: UTF8.self) } }
    func written(_ text: String?) -> String? {
      guard let text else { return nil }
      var writer = JSONWriter()
      writer.value(text)
      return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }
    let members = event.facts.members ?? []
    let others = members.map(\.name).filter { !["channel", "purpose", "format"].contains($0) }
    let equal: [(String, Bool)] = unsafe [
      ("stage", record.stage == event.stage), ("text", record.text.elementsEqual(event.text?.utf8 ?? [])),
      ("verbatim", record.verbatimText == nil || text(record.verbatimText) == written(event.text?.string)),
      ("id", text(record.id) == written(event.id)), ("channel", text(record.channel) == written(event.facts["channel"]?.string)),
      ("purpose", text(record.purpose) == event.facts["purpose"]?.string), ("format", text(record.format) == event.facts["format"]?.string),
      ("trace", text(record.traceID) == event.traceID),
      ("facts", (0..<record.otherFactCount).map { unsafe text(record.otherFact($0)) ?? "" } == others),
      ("nothing else", event.messages.isEmpty && event.tool == nil && event.context == nil && event.input == nil),
      ("body", line[record.bodyCount] == UInt8(ascii: "}") && line[(record.bodyCount + 1)...].allSatisfy { " \t\r\n".utf8.contains($0) }),
    ]
    let different = equal.filter { !$0.1 }.map(\.0)
    return different.isEmpty ? nil : "not the same: \(different.joined(separator: ", "))"
  }
}
