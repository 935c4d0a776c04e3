/// Bytes that stand for a value: equal exactly when the meaning is equal.
///
/// Every text is written with its length before it, so that no two values run together into the same bytes. Sets are sorted; what has
/// an order keeps it.
struct CanonicalForm {
  private(set) var bytes: [UInt8] = []

  /// Writes one text.
  mutating func add(_ text: String) {
    bytes.append(contentsOf: String(text.utf8.count).utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text under a name.
  mutating func add(_ name: String, _ text: String) {
    add(name)
    add(text)
  }

  /// Writes a text under a name, or nothing.
  mutating func add(_ name: String, _ text: String?) {
    if let text { add(name, text) }
  }

  /// Writes texts whose order means nothing.
  mutating func add(_ name: String, set texts: [String]) {
    add(name, list: texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Writes texts in their order.
  mutating func add(_ name: String, list texts: [String]) {
    add(name)
    open(texts.count)
    for text in texts { add(text) }
  }

  /// Writes how many parts follow.
  mutating func open(_ count: Int) {
    bytes.append(UInt8(ascii: "["))
    bytes.append(contentsOf: String(count).utf8)
    bytes.append(UInt8(ascii: "]"))
  }

  /// The bytes that `write` writes.
  static func of(_ write: (inout CanonicalForm) -> Void) -> [UInt8] {
    var form = CanonicalForm()
    write(&form)
    return form.bytes
  }
}
