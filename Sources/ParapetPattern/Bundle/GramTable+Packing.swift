import ParapetPack

extension GramTable: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(narrowLength)
    packer.pack(column: wide)
    packer.pack(column: narrow)
    packer.pack(column: singles)
    packer.pack(hasNarrow)
    packer.pack(hasWide)
    packer.pack(column: heads)
    packer.pack(column: entries.map(\.key))
    packer.pack(column: entries.map(\.literal))
    packer.pack(column: entries.map(\.offset))
    packer.pack(column: entries.map(\.phase.rawValue))
    packer.pack(Int(headShift))
    packer.pack(column: literals.map(\.start))
    packer.pack(column: literals.map(\.count))
    packer.pack(column: literals.map(\.number))
    packer.pack(column: pool)
    packer.pack(column: singleLiterals)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    let length: Int = try unpacker.unpack()
    guard 4...5 ~= length else { throw Unreadable() }
    self.init(narrowLength: length)
    wide = try unpacker.column()
    narrow = try unpacker.column()
    singles = try unpacker.column()
    hasNarrow = try unpacker.unpack()
    hasWide = try unpacker.unpack()
    heads = try unpacker.column()
    let keys: [UInt64] = try unpacker.column()
    let numbers: [Int32] = try unpacker.column()
    let offsets: [Int16] = try unpacker.column()
    let phases: [UInt8] = try unpacker.column()
    headShift = UInt64(truncatingIfNeeded: try unpacker.unpack() as Int)
    let starts: [Int32] = try unpacker.column()
    let counts: [Int32] = try unpacker.column()
    let owned: [Int32] = try unpacker.column()
    pool = try unpacker.column()
    rank(try unpacker.column())
    guard numbers.count == keys.count, offsets.count == keys.count, phases.count == keys.count, counts.count == starts.count,
      owned.count == starts.count
    else { throw Unreadable() }
    entries.reserveCapacity(keys.count)
    for index in keys.indices {
      guard let phase = Phase(rawValue: phases[index]) else { throw Unreadable() }
      entries.append(Entry(key: keys[index], literal: numbers[index], offset: offsets[index], phase: phase))
    }
    literals = starts.indices.map { Literal(start: starts[$0], count: counts[$0], number: owned[$0]) }
    guard isSound else { throw Unreadable() }
  }

  /// Whether every number in it points at something: the scan trusts them.
  private var isSound: Bool {
    if literals.isEmpty { return entries.isEmpty && !hasWide && !hasNarrow }
    return [wide, narrow].allSatisfy { 2..<1 << 20 ~= $0.count && $0.count.nonzeroBitCount == 1 }
      && (singles.isEmpty || singles.count == 1 << 10)
      && 1..<64 ~= headShift && heads.count == 1 << (64 - Int(headShift)) + 1 && heads.last == Int32(entries.count)
      && heads.first == 0 && zip(heads, heads.dropFirst()).allSatisfy { $0 <= $1 }
      && literals.allSatisfy { $0.start >= 0 && $0.count > 0 && $0.range.upperBound <= pool.count }
      && entries.allSatisfy { entry in
        literals.indices.contains(Int(entry.literal)) && entry.offset >= 0
          && Int(entry.offset) + entry.length <= Int(literals[Int(entry.literal)].count)
      }
      && singleLiterals.count == singles.reduce(0) { $0 + $1.nonzeroBitCount }
      && singleLiterals.allSatisfy { literals.indices.contains(Int($0)) }
  }
}
