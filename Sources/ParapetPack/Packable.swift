/// A value that can be written as bytes and read back.
package protocol Packable {
  /// Writes it.
  func pack(into packer: inout Packer)
  /// Reads it.
  ///
  /// - Throws: `Unreadable` when the bytes do not hold one.
  init(from unpacker: inout Unpacker) throws(Unreadable)
}

extension Packable where Self: RawRepresentable, RawValue: Packable {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    guard let known = Self(rawValue: try unpacker.unpack()) else { throw Unreadable() }
    self = known
  }
}

extension Int: Packable {
  package func pack(into packer: inout Packer) { packer.pack(self) }
  package init(from unpacker: inout Unpacker) throws(Unreadable) { self = try unpacker.unpack() }
}

extension UInt8: Packable {
  package func pack(into packer: inout Packer) { packer.pack(Int(self)) }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    guard let byte = UInt8(exactly: try unpacker.unpack() as Int) else { throw Unreadable() }
    self = byte
  }
}

extension Bool: Packable {
  package func pack(into packer: inout Packer) { packer.pack(self ? 1 : 0) }
  package init(from unpacker: inout Unpacker) throws(Unreadable) { self = try unpacker.unpack() as Int == 1 }
}

extension String: Packable {
  package func pack(into packer: inout Packer) { packer.pack(column: Array(utf8)) }
  package init(from unpacker: inout Unpacker) throws(Unreadable) { self = try unpacker.unpack() }
}
