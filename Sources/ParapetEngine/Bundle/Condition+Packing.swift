import ParapetPack
import ParapetPattern

extension Condition: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(edges)
    packer.pack(context)
    packer.pack(besides)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    edges = try unpacker.unpack()
    context = try unpacker.unpack()
    besides = try unpacker.unpack()
  }
}

extension Condition.Gated: Packable {
  func pack(into packer: inout Packer) {
    for number in [gate, least, most] { packer.pack(Int(number)) }
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    (gate, least, most) = (try Self.number(&unpacker), try Self.number(&unpacker), try Self.number(&unpacker))
    guard gate >= 0 else { throw Unreadable() }
  }

  private static func number(_ unpacker: inout Unpacker) throws(Unreadable) -> Int32 {
    guard let number = Int32(exactly: try unpacker.unpack() as Int) else { throw Unreadable() }
    return number
  }
}
