package import ParapetPack

extension SignIndex: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(grams)
    packer.pack(shapes)
    packer.pack(short)
    packer.pack(column: owners.all)
    packer.pack(column: owners.starts)
  }

  package convenience init(from unpacker: inout Unpacker) throws(Unreadable) {
    let grams: GramTable = try unpacker.unpack()
    let shapes: ShapeSigns = try unpacker.unpack()
    let short: ShortLiterals = try unpacker.unpack()
    let owners = OwnerLists(all: try unpacker.column(), starts: try unpacker.column())
    let numbers = 0..<max(0, owners.starts.count - 1)
    guard owners.isSound, grams.literals.allSatisfy({ numbers.contains(Int($0.number)) }),
      short.numbers.allSatisfy({ numbers.contains(Int($0)) })
    else { throw Unreadable() }
    self.init(grams: grams, shapes: shapes, short: short, owners: owners)
  }
}

extension ShapeSigns: Packable {
  package func pack(into packer: inout Packer) {
    for signs in [digits, spacedDigits, tokens] { packer.pack(signs) }
    packer.pack(column: ats)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    digits = try unpacker.unpack()
    spacedDigits = try unpacker.unpack()
    tokens = try unpacker.unpack()
    ats = try unpacker.column()
    sortByEdges()
  }
}

extension ShapeSigns.Sign: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(least)
    packer.pack(Int(owner))
    packer.pack(edges)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    least = try unpacker.unpack()
    owner = Int32(clamping: try unpacker.unpack() as Int)
    edges = try unpacker.unpack()
  }
}

extension Edges: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(isAny)
    guard !isAny else { return }
    packer.pack(column: before.fourWords + after.fourWords + [UInt64(truncatingIfNeeded: heads), UInt64(heads >> 64)])
    packer.pack(isOpening)
    packer.pack(Int(most))
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    self = .any
    if try unpacker.unpack() { return }
    let words: [UInt64] = try unpacker.column()
    guard words.count == 10 else { throw Unreadable() }
    (before, after) = (ByteSet(words[..<4]), ByteSet(words[4..<8]))
    heads = UInt128(words[9]) << 64 | UInt128(words[8])
    isOpening = try unpacker.unpack()
    most = UInt32(clamping: try unpacker.unpack() as Int)
  }
}

extension ShortLiterals: Packable {
  package func pack(into packer: inout Packer) {
    let literals = self.literals
    packer.pack(column: literals.map { Int32($0.literal.count) })
    packer.pack(column: literals.flatMap(\.literal))
    packer.pack(column: literals.map(\.number))
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    let counts: [Int32] = try unpacker.column()
    let bytes: [UInt8] = try unpacker.column()
    let numbers: [Int32] = try unpacker.column()
    guard counts.count == numbers.count, counts.allSatisfy({ 1...8 ~= $0 }), counts.reduce(0, { $0 + Int($1) }) == bytes.count else {
      throw Unreadable()
    }
    var next = 0
    self.init(
      zip(counts, numbers).map { count, number in
        next += Int(count)
        return (Array(bytes[next - Int(count)..<next]), number)
      })
  }
}
