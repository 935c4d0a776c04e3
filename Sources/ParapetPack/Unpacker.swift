/// Reads what a `Packer` wrote.
@safe
package struct Unpacker: Sendable {
  private let memory: PackedBytes
  /// INVARIANT: those of `memory`.
  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  /// Reads from the front of `memory`.
  package init(_ memory: PackedBytes) {
    self.memory = memory
    unsafe bytes = memory.bytes
  }

  /// Reads from the front of `bytes`.
  package init(_ bytes: [UInt8]) { self.init(PackedBytes(bytes)) }

  /// Whether everything has been read.
  package var isAtEnd: Bool { unsafe next == bytes.count }

  /// The next value.
  ///
  /// - Throws: `Unreadable` when the bytes do not hold one.
  package mutating func unpack<Value: Packable>() throws(Unreadable) -> Value { try Value(from: &self) }

  /// The next list.
  package mutating func unpack<Value: Packable>() throws(Unreadable) -> [Value] {
    let count = try self.count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// The next value, or its absence.
  package mutating func unpack<Value: Packable>() throws(Unreadable) -> Value? {
    try unpack() ? try Value(from: &self) : nil
  }

  /// The next table.
  package mutating func unpack<Value: Packable>() throws(Unreadable) -> [String: Value] {
    let count = try self.count()
    var table: [String: Value] = [:]
    table.reserveCapacity(count)
    for _ in 0..<count {
      let key: String = try unpack()
      table[key] = try Value(from: &self)
    }
    return table
  }

  /// The next number.
  package mutating func unpack() throws(Unreadable) -> Int {
    var number: UInt = 0
    for shift in stride(from: UInt(0), to: 70, by: 7) {
      guard unsafe next < bytes.count else { throw Unreadable() }
      let byte = unsafe bytes[next]
      next += 1
      number |= UInt(byte & 127) << shift
      if byte < 128 { return Int(bitPattern: number &>> 1) ^ -Int(bitPattern: number & 1) }
    }
    throw Unreadable()
  }

  /// The next column of numbers.
  package mutating func column<Number: FixedWidthInteger>() throws(Unreadable) -> [Number] {
    let count = try self.count(each: Number.bitWidth / 8)
    let size = count * Number.bitWidth / 8
    let range = next..<next + size
    next += size
    let numbers = unsafe [Number](unsafeUninitializedCapacity: count) { target, filled in
      unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
      filled = count
    }
    return Number(1).littleEndian == 1 ? numbers : numbers.map { Number(littleEndian: $0) }
  }

  /// The next text.
  package mutating func unpack() throws(Unreadable) -> String {
    let count = try self.count()
    next += count
    return unsafe String(decoding: bytes[next - count..<next], as: UTF8.self)
  }

  /// A count of things of which each takes at least so many bytes: never more than there can be.
  private mutating func count(each size: Int = 1) throws(Unreadable) -> Int {
    let count: Int = try unpack()
    guard count >= 0, unsafe count <= (bytes.count - next) / size else { throw Unreadable() }
    return count
  }
}

/// Bytes that do not hold what was expected.
package struct Unreadable: Error {
  /// That they do not.
  package init() {}
}
