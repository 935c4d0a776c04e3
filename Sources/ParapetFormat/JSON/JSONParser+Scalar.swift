// Strings, numbers, words and faults.

extension JSONParser {
  /// Reads a string whose opening quote is at `at`, and leaves `at` behind the closing one.
  mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    skipPlain()
    if at < count, byte(at) == UInt8(ascii: "\"") {
      at += 1
      return text(start, at - 1)
    }
    var unescaped: [UInt8] = []
    var run = start
    while at < count {
      switch byte(at) {
      case UInt8(ascii: "\""):
        unsafe unescaped.append(contentsOf: base[run..<at])
        at += 1
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        unsafe unescaped.append(contentsOf: base[run..<at])
        try escape(into: &unescaped)
        run = at
      default:
        throw JSONError(kind: .syntax, offset: at, message: "a control character must be escaped in a string", zh: "字符串中的控制字符须转义")
      }
      skipPlain()
    }
    throw unexpected("`\"` at the end of a string", "字符串末尾的 `\"`")
  }

  /// Skips to the next quote, backslash or control character, eight bytes at a time.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while count - at >= 8 {
      let word = unsafe UnsafeRawBufferPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      // Each term sets the top bit of a byte that is zero (for the last: under 0x20). A borrow can set it for a byte above a
      // true one as well, but the lowest one that is set is always true.
      let stops = (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)) & tops
      if stops != 0 {
        at += stops.trailingZeroBitCount / 8
        return
      }
      at += 8
    }
    while at < count, byte(at) >= 0x20, byte(at) != 0x22, byte(at) != 0x5C { at += 1 }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    let bytes = unsafe UnsafeBufferPointer(rebasing: base[start..<end])
    // Short strings are looked at in no time; of longer ones it is known that they are UTF-8.
    guard bytes.count > 15 else { return unsafe String(decoding: bytes, as: UTF8.self) }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONError) {
    let start = at
    guard at + 1 < count else {
      at = count
      throw unexpected("an escape after `\\`", "`\\` 之后的转义")
    }
    at += 2
    switch byte(at - 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte(at - 1))
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar()
      if scalar == nil {
        try report(JSONError(kind: .loneSurrogate, offset: start, message: "this escape is half of a surrogate pair", zh: "此转义只是代理对的一半"))
      }
      bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}").map(Array.init) ?? [])
    default:
      throw JSONError(
        kind: .syntax, offset: start, message: "no such escape: after `\\` stands one of \" \\ / b f n r t u",
        zh: "没有这种转义：`\\` 之后应为 \" \\ / b f n r t u 之一")
    }
  }

  /// The scalar behind `\u`, or nil when it is half of a pair without the other half.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar? {
    let high = try hex()
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    let next = at
    guard at + 1 < count, byte(at) == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u") else { return nil }
    at += 2
    let low = try hex()
    if (0xDC00...0xDFFF).contains(low) { return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) }
    at = next
    return nil
  }

  private mutating func hex() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < count else { throw unexpected("four hex digits after `\\u`", "`\\u` 之后的四位十六进制数字") }
      switch byte(at) {
      case 0x30...0x39: value = value << 4 | UInt32(byte(at) - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte(at) - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte(at) - 0x61 + 10)
      default: throw JSONError(kind: .syntax, offset: at, message: "expected four hex digits after `\\u`", zh: "`\\u` 之后应有四位十六进制数字")
      }
      at += 1
    }
    return value
  }

  /// Reads a number and returns it as written.
  mutating func number() throws(JSONError) -> String {
    let start = at
    if byte(at) == UInt8(ascii: "-") { at += 1 }
    if at < count, byte(at) == UInt8(ascii: "0") {
      at += 1
      if at < count, (0x30...0x39).contains(byte(at)) {
        throw JSONError(kind: .syntax, offset: at - 1, message: "a number has no leading zero", zh: "数字不以多余的 0 开头")
      }
    } else {
      try digits("a digit", "数字")
    }
    if at < count, byte(at) == UInt8(ascii: ".") {
      at += 1
      try digits("a digit after the decimal point", "小数点之后的数字")
    }
    if at < count, byte(at) | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < count, byte(at) == UInt8(ascii: "+") || byte(at) == UInt8(ascii: "-") { at += 1 }
      try digits("a digit in the exponent", "指数的数字")
    }
    return text(start, at)
  }

  private mutating func digits(_ what: String, _ zh: String) throws(JSONError) {
    let start = at
    while at < count, (0x30...0x39).contains(byte(at)) { at += 1 }
    if at == start { throw unexpected(what, zh) }
  }

  /// Reads one of the three words.
  mutating func word(_ word: StaticString) throws(JSONError) {
    let start = at
    for index in 0..<word.utf8CodeUnitCount {
      guard at < count, byte(at) == (unsafe word.utf8Start[index]) else {
        throw JSONError(
          kind: .syntax, offset: start, message: "expected a value: not one of `true`, `false`, `null`",
          zh: "应为一个值：不是 `true`、`false`、`null` 之一")
      }
      at += 1
    }
  }

  func tooDeep() -> JSONError {
    JSONError(kind: .tooDeep, offset: at, message: "arrays and objects are nested deeper than allowed", zh: "数组与对象的嵌套超过所允许的深度")
  }

  /// A fault at `at`. Only punctuation is named: a letter or a digit may be part of a secret.
  func unexpected(_ expected: String, _ zh: String) -> JSONError {
    let found: (en: String, zh: String)
    if at >= count {
      found = ("the end of the text", "文本结束")
    } else {
      switch byte(at) {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x5F, 0x7B...0x7E: found = ("`\(Unicode.Scalar(byte(at)))`", " `\(Unicode.Scalar(byte(at)))`")
      case 0x00..<0x20, 0x7F: found = ("a control character", "控制字符")
      default: found = ("something else", "其他内容")
      }
    }
    return JSONError(kind: .syntax, offset: at, message: "expected \(expected), found \(found.en)", zh: "此处应为\(zh)，实为\(found.zh)")
  }
}
