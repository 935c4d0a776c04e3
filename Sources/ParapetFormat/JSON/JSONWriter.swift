/// Writes compact JSON into one growing buffer, keys in the order given.
public struct JSONWriter: ~Copyable {
  /// What has been written. What is added here directly stands between values, and is not JSON's concern.
  public var output: ByteBuffer
  private var needsComma = false

  /// An empty writer.
  public init() { output = ByteBuffer() }

  /// A copy of what has been written.
  public var bytes: [UInt8] { output.array }

  /// Empties the buffer and keeps its memory.
  public mutating func reset() {
    output.removeAll()
    needsComma = false
  }

  /// Begins another JSON text behind what has been written.
  public mutating func beginText() { needsComma = false }

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
    output.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member name in which nothing needs an escape; the next call writes its value.
  public mutating func key(literal name: StaticString) {
    output.reserve(name.utf8CodeUnitCount + 4)
    comma()
    output.append(UInt8(ascii: "\""))
    output.append(name)
    output.append(UInt8(ascii: "\""))
    output.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ string: String) {
    comma()
    quoted(string)
    needsComma = true
  }
  /// Writes a string of valid UTF-8.
  public mutating func value(utf8 string: UnsafeBufferPointer<UInt8>) {
    comma()
    output.append(UInt8(ascii: "\""))
    unsafe output.append(escaping: string)
    output.append(UInt8(ascii: "\""))
    needsComma = true
  }
  /// Writes a string whose inside is `content`, escaped already.
  public mutating func value(escaped content: UnsafeBufferPointer<UInt8>) {
    comma()
    output.append(UInt8(ascii: "\""))
    unsafe output.append(content)
    output.append(UInt8(ascii: "\""))
    needsComma = true
  }
  /// Writes an integer.
  public mutating func value(_ int: Int) {
    comma()
    output.append(decimal: int)
    needsComma = true
  }
  /// Writes a boolean.
  public mutating func value(_ bool: Bool) { if bool { word("true") } else { word("false") } }
  /// Writes null.
  public mutating func null() { word("null") }
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
    output.append(json)
    needsComma = true
  }

  private mutating func word(_ word: StaticString) {
    comma()
    output.append(word)
    needsComma = true
  }
  private mutating func comma() { if needsComma { output.append(UInt8(ascii: ",")) } }
  private mutating func open(_ byte: UInt8) {
    comma()
    output.append(byte)
    needsComma = false
  }
  private mutating func close(_ byte: UInt8) {
    output.append(byte)
    needsComma = true
  }
  private mutating func quoted(_ string: String) {
    output.append(UInt8(ascii: "\""))
    unsafe ByteBuffer.withUTF8(of: string) { unsafe output.append(escaping: $0) }
    output.append(UInt8(ascii: "\""))
  }
}
