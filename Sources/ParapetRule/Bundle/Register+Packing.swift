package import ParapetEntity
package import ParapetPack

extension Register.Kind: Packable {}

extension Register: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(kind)
    packer.pack(source)
    packer.pack(asOf)
    packer.pack(isComplete)
    packer.pack(entries)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    self.init(
      kind: try unpacker.unpack(), source: try unpacker.unpack(), asOf: try unpacker.unpack(), isComplete: try unpacker.unpack(),
      entries: try unpacker.unpack())
  }
}

extension Register.Entry: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(key)
    packer.pack(names)
    packer.pack(hasEnded)
    packer.pack(isFuture)
    packer.pack(successor)
    packer.pack(lastArticle)
    packer.pack(value)
    packer.pack(formerValues)
    packer.pack(isVerified)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    self.init(try unpacker.unpack(), names: try unpacker.unpack())
    hasEnded = try unpacker.unpack()
    isFuture = try unpacker.unpack()
    successor = try unpacker.unpack()
    lastArticle = try unpacker.unpack()
    value = try unpacker.unpack()
    formerValues = try unpacker.unpack()
    isVerified = try unpacker.unpack()
  }
}
