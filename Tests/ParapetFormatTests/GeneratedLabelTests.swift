import ParapetFormat
import Testing

@Suite struct GeneratedLabelTests {
  private let label = GeneratedLabel(kind: .generated, producer: "示例\"银行\"<&>", produceID: "evt-1", propagator: "p")

  /// A PNG of one pixel: signature, IHDR, IDAT, IEND.
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E,
    0x9B,
    0x55, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]

  static let files: [(LabelCarrier, [UInt8])] = [
    (.json, Array(#"{"a":1}"#.utf8)), (.json, Array(" {} \n".utf8)), (.markdown, Array("# 标题\n正文\n".utf8)), (.markdown, []),
    (.markdown, Array("---\ntitle: x\n---\n正文\n".utf8)), (.markdown, Array("---\r\ntitle: x\r\n---\r\n正文\r\n".utf8)),
    (.html, Array("<!doctype html><html><HEAD><title>x</title></HEAD><body>y</body></html>".utf8)), (.png, png),
  ]

  @Test(arguments: files) func `what is written is read again, and twice is once`(carrier: LabelCarrier, file: [UInt8]) throws {
    #expect(try carrier.label(in: file) == nil)
    let once = try carrier.labelled(file, label)
    #expect(try carrier.label(in: once) == label)
    #expect(try carrier.labelled(once, label) == once)
    var other = label
    other.kind = .suspected
    other.produceID = "evt-2"
    let replaced = try carrier.labelled(once, other)
    #expect(try carrier.label(in: replaced) == other)
    #expect(try carrier.labelled(replaced, label) == once)
  }

  @Test func `the rest of a file stays byte for byte`() throws {
    let json = try LabelCarrier.json.labelled(
      Array("{ \"a\" : 1.50 }".utf8), GeneratedLabel(kind: .possible, producer: "b", produceID: "1"))
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"AIGC":{"Label":"2","ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","PropagateID":"1","ReservedCode2":""}, "a" : 1.50 }"#
    )
    let markdown = try LabelCarrier.markdown.labelled(Array("正文".utf8), label)
    #expect(
      String(decoding: markdown, as: UTF8.self).hasPrefix("---\nAIGC: {\"Label\":\"1\",") && markdown.suffix(6).elementsEqual("正文".utf8))
  }

  @Test func `the chunk of a PNG has the check sum of the standard`() throws {
    let once = try LabelCarrier.png.labelled(GeneratedLabelTests.png, label)
    #expect(once.starts(with: GeneratedLabelTests.png.prefix(33)))
    #expect(Array(once[37..<41]) == Array("iTXt".utf8))
    let plain = try LabelCarrier.png.labelled(GeneratedLabelTests.png, GeneratedLabel(kind: .generated, producer: "b", produceID: "1"))
    let end = 33 + 8 + 149
    // As zlib's crc32 gives it for the type and the data of this very chunk.
    #expect(Array(plain[33..<37]) == [0, 0, 0, 149] && Array(plain[end..<end + 4]) == [0xEE, 0x4E, 0xD6, 0x06])
    #expect(plain.count == GeneratedLabelTests.png.count + 12 + 149)
  }

  @Test(
    arguments: [
      (LabelCarrier.json, "[1]"), (.json, "{"), (.html, "<p>x</p>"), (.html, "<header>x</header>"), (.png, "text"),
    ])
  func `a file without room for it says so`(carrier: LabelCarrier, file: String) {
    #expect(throws: GeneratedLabel.Fault.self) { try carrier.labelled(Array(file.utf8), label) }
  }

  @Test(
    arguments: [
      #"{"AIGC":1}"#, #"{"AIGC":{}}"#,
      #"{"AIGC":{"Label":"9","ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","PropagateID":"1","ReservedCode2":""}}"#,
      #"{"AIGC":{"Label":1,"ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","PropagateID":"1","ReservedCode2":""}}"#,
      #"{"AIGC":{"Label":"1","ContentProducer":"","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","PropagateID":"1","ReservedCode2":""}}"#,
      #"{"AIGC":{"Label":"1","ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","PropagateID":"1","ReservedCode2":"","x":1}}"#,
      #"{"AIGC":{"Label":"1","ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"","PropagateID":"1","ReservedCode2":""}}"#,
      #"{"AIGC":{"Label":"1","ContentProducer":"b","ProduceID":"1","ReservedCode1":"","ContentPropagator":"b","ReservedCode2":""}}"#,
    ])
  func `a wrong label is no label`(file: String) {
    #expect(throws: GeneratedLabel.Fault.self) { try LabelCarrier.json.label(in: Array(file.utf8)) }
  }

  @Test func `a first label says that its producer distributes the content, under the same number`() {
    let first = GeneratedLabel(kind: .generated, producer: "b", produceID: "1")
    #expect(first.propagator == "b" && first.propagateID == "1")
    #expect(GeneratedLabel(kind: .generated, producer: "b", produceID: "1", propagator: "p", propagateID: "2").propagator == "p")
  }

  @Test func `labels as others write them are read, and replaced as a whole`() throws {
    let members = [
      "Label: '1'", "ContentProducer: \"b\"", "ProduceID: 1", "ReservedCode1: 'it''s'", "ContentPropagator: p", "PropagateID: \"\\u0032\"",
      "ReservedCode2: ''",
    ]
    let block = "---\nAIGC:\n" + members.map { "    \($0)\n" }.joined() + "title: x\n---\n正文\n"
    let known = GeneratedLabel(
      kind: .generated, producer: "b", produceID: "1", producerReserve: "it's", propagator: "p", propagateID: "2")
    #expect(try LabelCarrier.markdown.label(in: Array(block.utf8)) == known)
    let replaced = try LabelCarrier.markdown.labelled(Array(block.utf8), label)
    #expect(String(decoding: replaced, as: UTF8.self).hasSuffix("}\ntitle: x\n---\n正文\n"))
    #expect(try LabelCarrier.markdown.label(in: replaced) == label)

    let bare = String(decoding: known.json, as: UTF8.self).replacing("\"", with: "&quot;")
    #expect(try LabelCarrier.html.label(in: Array("<head><meta name=\"AIGC\" content=\"\(bare)\"></head>".utf8)) == known)
  }

  @Test func `a PNG has one label, in whichever chunk`() throws {
    func png(_ type: String, _ data: [UInt8]) -> [UInt8] {
      let chunk = [0, 0, UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + Array(type.utf8) + data + [0, 0, 0, 0]
      return GeneratedLabelTests.png[..<33] + chunk + GeneratedLabelTests.png[33...]
    }
    let text = png("tEXt", Array("AIGC\0".utf8) + label.json)
    #expect(try LabelCarrier.png.label(in: text) == label)
    #expect(try LabelCarrier.png.labelled(text, label) == LabelCarrier.png.labelled(GeneratedLabelTests.png, label))
    let packet = png("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><TC260:AIGC>{}</TC260:AIGC></x:xmpmeta>".utf8))
    #expect(throws: GeneratedLabel.Fault.self) { try LabelCarrier.png.label(in: packet) }
    #expect(throws: GeneratedLabel.Fault.self) { try LabelCarrier.png.labelled(packet, label) }
    let other = png("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>".utf8))
    #expect(try LabelCarrier.png.label(in: other) == nil && LabelCarrier.png.label(in: LabelCarrier.png.labelled(other, label)) == label)
  }

  @Test func `damaged PNG files are refused, not read beyond`() {
    for count in GeneratedLabelTests.png.indices {
      #expect(throws: GeneratedLabel.Fault.self) { try LabelCarrier.png.label(in: Array(GeneratedLabelTests.png.prefix(count))) }
    }
    var long = GeneratedLabelTests.png
    long[8] = 0xFF
    #expect(throws: GeneratedLabel.Fault.self) { try LabelCarrier.png.label(in: long) }
  }

  @Test func `names say the carrier`() {
    #expect(
      LabelCarrier(fileName: "a/b.MD") == .markdown && LabelCarrier(fileName: "x.htm") == .html && LabelCarrier(fileName: "x.json") == .json
    )
    #expect(
      LabelCarrier(fileName: "x.png") == .png && LabelCarrier(fileName: "x.pdf") == .sidecar && LabelCarrier(fileName: "x") == .sidecar)
  }
}
