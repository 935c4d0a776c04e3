package import ParapetPack

extension Then: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(standard)
    packer.pack(byFormat)
    packer.pack(otherwise)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    standard = try unpacker.unpack()
    byFormat = try unpacker.unpack()
    otherwise = try unpacker.unpack()
  }
}

extension Action.Kind: Packable {}
extension Action.Position: Packable {}
extension Action.Obligation.Kind: Packable {}

extension Action: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(kind)
    packer.pack(mask)
    packer.pack(transform)
    packer.pack(text)
    packer.pack(position)
    packer.pack(reply)
    packer.pack(purpose)
    packer.pack(hint)
    packer.pack(obligations)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    kind = try unpacker.unpack()
    mask = try unpacker.unpack()
    transform = try unpacker.unpack()
    text = try unpacker.unpack()
    position = try unpacker.unpack()
    reply = try unpacker.unpack()
    purpose = try unpacker.unpack()
    hint = try unpacker.unpack()
    obligations = try unpacker.unpack()
  }
}

extension Action.Mask: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(keep.first)
    packer.pack(keep.last)
    packer.pack(with)
    packer.pack(replacement)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    keep = (try unpacker.unpack(), try unpacker.unpack())
    with = try unpacker.unpack()
    replacement = try unpacker.unpack()
  }
}

extension Action.Obligation: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(kind)
    packer.pack(queue)
    packer.pack(withinHours)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    kind = try unpacker.unpack()
    queue = try unpacker.unpack()
    withinHours = try unpacker.unpack()
  }
}
