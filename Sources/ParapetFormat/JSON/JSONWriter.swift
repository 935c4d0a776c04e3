/// Writes compact JSON into one growing buffer, keys in the order given.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  public init() {}

  /// Empties the buffer and keeps its memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member name; the next call writes its value.
  public mutating func key(_ name: String) {
    comma()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ string: String) {
    comma()
    quoted(string)
    needsComma = true
  }
  /// Writes an integer.
  public mutating func value(_ int: Int) { raw(String(int)) }
  /// Writes a boolean.
  public mutating func value(_ bool: Bool) { raw(bool ? "true" : "false") }
  /// Writes null.
  public mutating func null() { raw("null") }
  /// Writes a value that was read before.
  public mutating func value(_ json: JSON) {
    switch json.value {
    case .null: null()
    case .bool(let bool): value(bool)
    case .number(let text): raw(text)
    case .string(let string): value(string)
    case .array(let elements):
      beginArray()
      for element in elements { value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.name)
        value(member.value)
      }
      endObject()
    }
  }

  /// Writes `json`, which must be one JSON value, as it is.
  public mutating func raw(_ json: String) {
    comma()
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  private mutating func comma() { if needsComma { bytes.append(UInt8(ascii: ",")) } }
  private mutating func open(_ byte: UInt8) {
    comma()
    bytes.append(byte)
    needsComma = false
  }
  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  /// Quotes, backslashes and control characters are escaped, and with them what some readers take for a line end (U+0085, U+2028,
  /// U+2029): one record stays one line for everybody. All else stands as it is.
  ///
  /// - Source: RFC 8259, section 7.
  private mutating func quoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = unsafe string.utf8.withContiguousStorageIfAvailable { unsafe escaped($0) }
    if done == nil { unsafe Array(string.utf8).withUnsafeBufferPointer { unsafe escaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var run = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      if byte == 0xC2 || byte == 0xE2, let (length, escape) = unsafe lineEnd(at: index, in: text) {
        unsafe bytes.append(contentsOf: text[run..<index])
        bytes.append(contentsOf: escape.utf8)
        run = index + length
        continue
      }
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      unsafe bytes.append(contentsOf: text[run..<index])
      run = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        let digits = StaticString("0123456789abcdef")
        bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
        bytes.append(unsafe digits.utf8Start[Int(byte >> 4)])
        bytes.append(unsafe digits.utf8Start[Int(byte & 15)])
      }
    }
    unsafe bytes.append(contentsOf: text[run...])
  }

  /// The length and the escape of a line end outside ASCII that begins at `index`, or nil.
  private func lineEnd(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (length: Int, escape: String)? {
    if unsafe text[index] == 0xC2 {
      return unsafe index + 1 < text.count && text[index + 1] == 0x85 ? (2, "\\u0085") : nil
    }
    guard unsafe index + 2 < text.count && text[index + 1] == 0x80 else { return nil }
    switch unsafe text[index + 2] {
    case 0xA8: return (3, "\\u2028")
    case 0xA9: return (3, "\\u2029")
    default: return nil
    }
  }
}
