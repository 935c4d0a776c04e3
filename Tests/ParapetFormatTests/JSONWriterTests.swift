import ParapetFormat
import Testing

@Suite struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `commas stand where they belong`() {
    let text = written { writer in
      writer.beginObject()
      writer.key("a")
      writer.value(-1)
      writer.key("b")
      writer.beginArray()
      writer.value(true)
      writer.null()
      writer.beginObject()
      writer.endObject()
      writer.beginArray()
      writer.endArray()
      writer.raw("1.50")
      writer.endArray()
      writer.key("c")
      writer.value("d")
      writer.endObject()
    }
    #expect(text == #"{"a":-1,"b":[true,null,{},[],1.50],"c":"d"}"#)
  }

  @Test func `only what must be escaped is`() {
    #expect(
      written { $0.value("\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F}中😀†") } == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}中😀†\"")
    #expect(written { $0.value("") } == "\"\"")
    #expect(written { $0.value("\u{85}a\u{2028}\u{2029}¢–") } == #""\u0085a\u2028\u2029¢–""#, "what some readers take for a line end")
  }

  @Test func `what must be escaped is found wherever it stands`() {
    let escapes: [(character: String, written: String)] = [
      ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{2028}", "\\u2028"), ("\u{85}", "\\u0085"),
    ]
    for length in 0...40 {
      for place in 0...length {
        for (number, escape) in escapes.enumerated() {
          let other = escapes[(number + length + place) % escapes.count]
          let (front, rest) = (String(repeating: "!", count: place), String(repeating: "ⅺ", count: length - place))
          let text = front + escape.character + rest + other.character
          #expect(written { $0.value(text) } == "\"\(front)\(escape.written)\(rest)\(other.written)\"")
        }
      }
    }
  }

  @Test func `a value that was read is written as it was, numbers too`() throws {
    let text = #"{"n":[0,-0,1.50,1E400,123456789012345678901234567890],"s":"a\nb","t":true,"f":false,"z":null,"o":{}}"#
    let json = try JSON(parsing: Array(text.utf8))
    #expect(written { $0.value(json) } == text)
  }

  @Test func `an emptied writer starts anew`() {
    #expect(
      written { writer in
        writer.value(1)
        writer.reset()
        writer.value(2)
      } == "2")
  }
}
