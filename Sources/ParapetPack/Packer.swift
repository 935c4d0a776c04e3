/// Writes values as bytes, one behind the other, for an `Unpacker` that knows what comes next.
///
/// Numbers are variable in length (LEB128, zigzag), texts and lists carry their count in front, columns of numbers are little-endian.
package struct Packer: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Writes what another has packed, as it stands.
  package mutating func append(_ packed: [UInt8]) { bytes += packed }

  /// Writes a value.
  package mutating func pack(_ value: some Packable) { value.pack(into: &self) }

  /// Writes a list.
  package mutating func pack<Value: Packable>(_ values: [Value]) {
    pack(values.count)
    for value in values { value.pack(into: &self) }
  }

  /// Writes a value or its absence.
  package mutating func pack<Value: Packable>(_ value: Value?) {
    pack(value != nil)
    if let value { value.pack(into: &self) }
  }

  /// Writes a table, in the order of the bytes of its keys.
  package mutating func pack<Value: Packable>(_ table: [String: Value]) {
    pack(table.count)
    for (key, value) in table.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      pack(key)
      value.pack(into: &self)
    }
  }

  /// Writes a number.
  package mutating func pack(_ value: Int) {
    var rest = UInt(bitPattern: value &<< 1 ^ value &>> (Int.bitWidth - 1))
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes numbers of one width, all of their bytes.
  package mutating func pack<Number: FixedWidthInteger>(column: [Number]) {
    pack(column.count)
    for number in column {
      var rest = number
      for _ in 0..<Number.bitWidth / 8 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest = Number.bitWidth == 8 ? 0 : rest >> 8
      }
    }
  }
}
