/// The front matter of a Markdown file: the lines between `---` at its very beginning and the next `---`.
struct FrontMatter {
  private let file: [UInt8]
  /// The lines within, without their line ends.
  private let lines: [Range<Int>]
  /// Where the text begins behind the front matter; none when there is no front matter.
  private let end: Int?

  init(_ file: [UInt8]) {
    self.file = file
    let all = Rewriting.lines(of: file)
    func isRule(_ line: Range<Int>) -> Bool { FrontMatter.trimmed(file[line]).elementsEqual("---".utf8) }
    guard let first = all.first, first.lowerBound == 0, isRule(first), let close = all.dropFirst().firstIndex(where: isRule) else {
      (lines, end) = ([], nil)
      return
    }
    lines = Array(all[1..<close])
    end = all[close].upperBound
  }

  /// What stands behind `AIGC:` as JSON, or nil: on the same line, or an entry a line below it, as others write it.
  var label: [UInt8]? {
    guard let entry else { return nil }
    let inline = FrontMatter.trimmed(file[lines[entry.lowerBound]].dropFirst("AIGC:".utf8.count))
    guard inline.isEmpty else { return Array(inline) }
    var writer = JSONWriter()
    writer.beginObject()
    for line in lines[entry].dropFirst() {
      let member = FrontMatter.trimmed(file[line])
      guard let colon = member.firstIndex(of: UInt8(ascii: ":")) else { continue }
      writer.key(String(decoding: member[..<colon], as: UTF8.self))
      writer.value(FrontMatter.scalar(FrontMatter.trimmed(member[(colon + 1)...])))
    }
    writer.endObject()
    return writer.bytes
  }

  /// A YAML scalar on one line, without its quotes.
  private static func scalar(_ written: ArraySlice<UInt8>) -> String {
    let text = String(decoding: written, as: UTF8.self)
    guard written.count >= 2, let quote = written.first, written.last == quote else { return text }
    switch quote {
    case UInt8(ascii: "'"): return String(text.dropFirst().dropLast()).replacing("''", with: "'")
    case UInt8(ascii: "\""): return (try? JSON(parsing: Array(written)))?.string ?? text
    default: return text
    }
  }

  /// The line that begins with `AIGC:` and those indented below it.
  private var entry: Range<Int>? {
    guard let first = lines.firstIndex(where: { file[$0].starts(with: "AIGC:".utf8) }) else { return nil }
    let below = lines[(first + 1)...].prefix { line in file[line].first == 0x20 || file[line].first == 0x09 }
    return first..<first + 1 + below.count
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
    return line
  }

  /// The file with `json` behind `AIGC:`. JSON is YAML, so the front matter stays what it was to its other readers.
  func with(_ json: [UInt8]) -> [UInt8] {
    let new = Array("AIGC: ".utf8) + json
    if let entry { return file[..<lines[entry.lowerBound].lowerBound] + new + file[lines[entry.upperBound - 1].upperBound...] }
    if end != nil {
      let start = file.firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
      return file[..<start] + new + [0x0A] + file[start...]
    }
    return Array("---\n".utf8) + new + Array("\n---\n\n".utf8) + file
  }
}

/// The head of an HTML document.
struct HTMLHead {
  private let file: [UInt8]
  init(_ file: [UInt8]) { self.file = file }

  /// The content of `<meta name="AIGC">`, or nil.
  var label: [UInt8]? {
    get throws(GeneratedLabel.Fault) {
      guard let element else { return nil }
      let tag = String(decoding: file[element], as: UTF8.self)
      guard let start = tag.firstRange(of: "content=\""), let end = tag[start.upperBound...].firstIndex(of: "\"") else {
        throw GeneratedLabel.Fault("the element meta for AIGC has no content in double quotes")
      }
      let content = tag[start.upperBound..<end].replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      return Array(content.utf8)
    }
  }

  /// `<meta name="AIGC" …>` as it stands.
  private var element: Range<Int>? {
    let mark = Array("<meta name=\"AIGC\"".utf8)
    guard let start = place(of: mark, from: 0), let end = file[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return start..<end + 1
  }

  /// The document with `json` in the element, which is put right behind the opening tag of the head.
  func with(_ json: [UInt8]) throws(GeneratedLabel.Fault) -> [UInt8] {
    let content = String(decoding: json, as: UTF8.self).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    let new = Array("<meta name=\"AIGC\" content=\"\(content)\">".utf8)
    if let element { return file[..<element.lowerBound] + new + file[element.upperBound...] }
    guard let head = place(of: Array("<head".utf8), from: 0), let end = file[head...].firstIndex(of: UInt8(ascii: ">")),
      [UInt8(ascii: ">"), 0x20, 0x0A, 0x09, 0x0D].contains(file[head + 5])
    else { throw GeneratedLabel.Fault("the document has no element head, so it has no room for AIGC") }
    return file[...end] + new + file[(end + 1)...]
  }

  /// Where `mark` begins, without regard to letter case outside its quotes.
  private func place(of mark: [UInt8], from start: Int) -> Int? {
    guard file.count - start > mark.count else { return nil }
    func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return (start..<file.count - mark.count).first { place in mark.indices.allSatisfy { lower(file[place + $0]) == lower(mark[$0]) } }
  }
}
