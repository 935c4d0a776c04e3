/// Reads an XML document and keeps nothing of it.
struct XMLReader {
  struct Fault: Error {
    let kind: String
    let range: Range<Int>
    let zh: String
    let en: String
  }

  private let text: [UInt8]
  private(set) var at = 0
  /// The names of the elements that are open.
  private var open: [Range<Int>] = []
  /// The prefixes that each open element declares.
  private var prefixes: [[[UInt8]]] = []
  /// How many open elements declare a prefix.
  private var declared: [[UInt8]: Int] = [:]

  init(_ text: [UInt8]) { self.text = text }

  /// Reads everything; the name of the root element.
  mutating func document() throws(Fault) -> Range<Int> {
    if starts(with: "\u{FEFF}") { at += 3 }
    if starts(with: "<?xml"), at + 5 < text.count, isSpace(text[at + 5]) { try declaration() }
    try misc()
    guard at < text.count, text[at] == UInt8(ascii: "<") else { throw fault("root", "应以根元素开始", "a root element is due") }
    let root = try startTag()
    while !open.isEmpty { try content() }
    try misc()
    guard at == text.count else { throw fault("trailing", "根元素之后还有内容", "something stands behind the root element") }
    return root
  }

  /// What may stand before and behind the root: white space, comments, instructions.
  private mutating func misc() throws(Fault) {
    while true {
      skipSpace()
      if starts(with: "<!--") {
        try comment()
      } else if starts(with: "<?") {
        try instruction()
      } else if starts(with: "<!DOCTYPE") {
        throw fault("doctype", "不接受文档类型声明", "a document type declaration is not accepted", length: 9)
      } else {
        return
      }
    }
  }

  private mutating func content() throws(Fault) {
    guard at < text.count else {
      let name = open.last ?? 0..<0
      throw Fault(kind: "unclosed", range: name, zh: "元素没有结束标签", en: "this element is not closed")
    }
    if text[at] != UInt8(ascii: "<") { return try characters() }
    if starts(with: "</") { return try endTag() }
    if starts(with: "<!--") { return try comment() }
    if starts(with: "<![CDATA[") { return try section() }
    if starts(with: "<?") { return try instruction() }
    _ = try startTag()
  }

  /// Reads a start tag, and leaves its element open unless it is empty.
  private mutating func startTag() throws(Fault) -> Range<Int> {
    let start = at
    at += 1
    let name = try self.name()
    guard open.count < XMLForm.deepest else { throw fault("depth", "嵌套过深", "elements are nested too deep", from: start) }
    var attributes: [Range<Int>] = []
    while true {
      let spaced = skipSpace()
      if starts(with: "/>") || starts(with: ">") { break }
      guard spaced else { throw fault("tag", "标签写法有误", "this tag is not written right") }
      attributes.append(try attribute())
    }
    declare(attributes.map { Array(text[$0]) }.filter { $0.starts(with: "xmlns:".utf8) }.map { Array($0.dropFirst(6)) })
    try check(name, attributes)
    if starts(with: "/>") {
      at += 2
      forget()
    } else {
      at += 1
      open.append(name)
    }
    return name
  }

  /// No attribute stands twice, and every prefix is declared.
  private func check(_ name: Range<Int>, _ attributes: [Range<Int>]) throws(Fault) {
    let sorted = attributes.sorted { text[$0].lexicographicallyPrecedes(text[$1]) }
    for (first, second) in zip(sorted, sorted.dropFirst()) where text[first].elementsEqual(text[second]) {
      let later = first.lowerBound < second.lowerBound ? second : first
      throw Fault(kind: "attribute-twice", range: later, zh: "属性重复", en: "this attribute stands twice")
    }
    for place in [name] + attributes {
      let parts = text[place].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
        throw Fault(kind: "prefix", range: place, zh: "命名空间前缀写法有误", en: "this prefix is not written right")
      }
      guard parts.count == 2, let prefix = parts.first, !prefix.elementsEqual("xml".utf8), !prefix.elementsEqual("xmlns".utf8) else {
        continue
      }
      guard declared[Array(prefix), default: 0] > 0 else {
        throw Fault(kind: "prefix", range: place, zh: "命名空间前缀没有声明", en: "this prefix is not declared")
      }
    }
  }

  private mutating func attribute() throws(Fault) -> Range<Int> {
    let name = try self.name()
    skipSpace()
    guard starts(with: "=") else { throw fault("tag", "属性缺少等号", "an attribute has no `=`") }
    at += 1
    skipSpace()
    guard at < text.count, text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") else {
      throw fault("tag", "属性值缺少引号", "the value of an attribute has no quotes")
    }
    let quote = text[at]
    let start = at
    at += 1
    while at < text.count, text[at] != quote {
      if text[at] == UInt8(ascii: "<") { throw fault("tag", "属性值中有未转义的 <", "a `<` stands in the value of an attribute") }
      try character()
    }
    guard at < text.count else { throw fault("tag", "属性值没有结束", "the value of an attribute is not closed", from: start) }
    at += 1
    return name
  }

  private mutating func endTag() throws(Fault) {
    let start = at
    at += 2
    let name = try self.name()
    skipSpace()
    guard starts(with: ">") else { throw fault("tag", "结束标签写法有误", "this end tag is not written right", from: start) }
    at += 1
    guard let last = open.popLast(), text[last].elementsEqual(text[name]) else {
      throw Fault(kind: "mismatch", range: name, zh: "结束标签与开始标签不符", en: "this end tag closes another element than the one that is open")
    }
    forget()
  }

  private mutating func declare(_ names: [[UInt8]]) {
    prefixes.append(names)
    for name in names { declared[name, default: 0] += 1 }
  }

  private mutating func forget() {
    for name in prefixes.popLast() ?? [] { declared[name, default: 1] -= 1 }
  }

  private mutating func characters() throws(Fault) {
    while at < text.count, text[at] != UInt8(ascii: "<") {
      if starts(with: "]]>") { throw fault("text", "文字中不应有 ]]>", "`]]>` stands in text", length: 3) }
      try character()
    }
  }

  /// One character of text or of a value, references included.
  private mutating func character() throws(Fault) {
    if text[at] == UInt8(ascii: "&") { return try reference() }
    let start = at
    at += 1
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    guard let scalar = String(decoding: text[start..<at], as: UTF8.self).unicodeScalars.first, XMLReader.isCharacter(scalar) else {
      throw Fault(kind: "character", range: start..<at, zh: "XML 不允许的字符", en: "a character that XML does not allow")
    }
  }

  private mutating func reference() throws(Fault) {
    let start = at
    let end = text[at...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end else { throw fault("reference", "& 未转义", "an `&` is not escaped") }
    let body = String(decoding: text[(start + 1)..<end], as: UTF8.self)
    at = end + 1
    if ["lt", "gt", "amp", "apos", "quot"].contains(body) { return }
    if body.hasPrefix("#") {
      let isHex = body.hasPrefix("#x")
      let digits = body.dropFirst(isHex ? 2 : 1)
      let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { isHex ? $0.isHexDigit : $0.isDigit }
      if isNumber, let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value), XMLReader.isCharacter(scalar) {
        return
      }
    }
    throw Fault(kind: "reference", range: start..<end + 1, zh: "未知的实体引用", en: "this reference is not known")
  }

  private mutating func comment() throws(Fault) {
    let start = at
    at += 4
    try skip(to: "--", "comment", start, "注释没有结束", "a comment is not closed")
    guard starts(with: ">") else { throw fault("comment", "注释中不应有 --", "`--` stands in a comment") }
    at += 1
  }

  private mutating func section() throws(Fault) {
    let start = at
    at += 9
    try skip(to: "]]>", "section", start, "CDATA 没有结束", "a CDATA section is not closed")
  }

  private mutating func instruction() throws(Fault) {
    let start = at
    at += 2
    let name = try self.name()
    if String(decoding: text[name], as: UTF8.self).lowercased() == "xml" {
      throw fault("instruction", "XML 声明只能在开头", "the XML declaration stands at the very beginning", from: start)
    }
    try skip(to: "?>", "instruction", start, "处理指令没有结束", "an instruction is not closed")
  }

  private mutating func declaration() throws(Fault) {
    let start = at
    at += 5
    var names: [String] = []
    while true {
      let spaced = skipSpace()
      if starts(with: "?>") { break }
      guard spaced, at < text.count else {
        throw fault("declaration", "XML 声明写法有误", "the XML declaration is not written right", from: start)
      }
      names.append(String(decoding: text[try attribute()], as: UTF8.self))
    }
    at += 2
    guard [["version"], ["version", "encoding"], ["version", "standalone"], ["version", "encoding", "standalone"]].contains(names) else {
      throw fault("declaration", "XML 声明写法有误", "the XML declaration is not written right", from: start)
    }
  }
}

extension XMLReader {
  private mutating func skip(to end: String, _ kind: String, _ start: Int, _ zh: String, _ en: String) throws(Fault) {
    while at < text.count {
      if starts(with: end) {
        at += end.utf8.count
        return
      }
      if text[at] == UInt8(ascii: "&") { at += 1 } else { try character() }
    }
    throw fault(kind, zh, en, from: start)
  }

  private mutating func name() throws(Fault) -> Range<Int> {
    let start = at
    while at < text.count {
      var next = at + 1
      while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
      guard let scalar = String(decoding: text[at..<next], as: UTF8.self).unicodeScalars.first,
        XMLReader.isNameStart(scalar) || (at > start && XMLReader.isNamePart(scalar))
      else { break }
      at = next
    }
    guard at > start else { throw fault("name", "此处应有名称", "a name is due") }
    return start..<at
  }

  private func starts(with prefix: String) -> Bool { text[at...].starts(with: prefix.utf8) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = at
    while at < text.count, isSpace(text[at]) { at += 1 }
    return at > start
  }

  /// A fault at the character that stands here, or from an earlier place up to here.
  private func fault(_ kind: String, _ zh: String, _ en: String, from start: Int? = nil, length: Int = 1) -> Fault {
    var end = min((start ?? at) + length, text.count)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return Fault(kind: kind, range: min(start ?? at, end)..<end, zh: zh, en: en)
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }
}
