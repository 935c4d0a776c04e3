import Glibc

/// One pass over a text for all literals of a table.
@safe
struct GramScan {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let wide: UnsafePointer<UInt64>
  private let narrow: UnsafePointer<UInt64>
  private let singles: UnsafePointer<UInt64>?
  private let hasNarrow: Bool
  private let hasWide: Bool
  private let heads: UnsafePointer<Int32>
  private let entries: UnsafePointer<GramTable.Entry>
  private let literals: UnsafePointer<GramTable.Literal>
  private let pool: UnsafePointer<UInt8>
  private let headShift: UInt64
  private let wideShift: UInt64
  private let narrowShift: UInt64
  private let index: SignIndex

  /// Adds an event for every owner of every literal that stands in `buffer`, in no order.
  static func scan(_ buffer: borrowing ScanBuffer, _ index: SignIndex, into events: inout SignEvents) {
    let table = index.grams
    guard buffer.count > 0, table.hasWide || table.hasNarrow else { return }
    unsafe table.wide.withUnsafeBufferPointer { wide in
      unsafe table.narrow.withUnsafeBufferPointer { narrow in
        unsafe table.singles.withUnsafeBufferPointer { singles in
          unsafe table.heads.withUnsafeBufferPointer { heads in
            unsafe table.entries.withUnsafeBufferPointer { entries in
              unsafe table.literals.withUnsafeBufferPointer { literals in
                unsafe table.pool.withUnsafeBufferPointer { pool in
                  guard let wide = wide.baseAddress, let narrow = narrow.baseAddress, let heads = heads.baseAddress,
                    let literals = literals.baseAddress, let pool = pool.baseAddress
                  else { return }
                  // Where every literal is a single character there are no entries, and none is looked for.
                  let entries = unsafe entries.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<GramTable.Entry>.alignment)
                  guard let entries = unsafe entries else { return }
                  let scan = unsafe GramScan(
                    text: UnsafePointer(buffer.base), count: buffer.count, wide: wide, narrow: narrow,
                    singles: singles.isEmpty ? nil : singles.baseAddress, hasNarrow: table.hasNarrow, hasWide: table.hasWide, heads: heads,
                    entries: entries, literals: literals, pool: pool, headShift: table.headShift,
                    wideShift: GramTable.shift(of: table.wide), narrowShift: GramTable.shift(of: table.narrow), index: index)
                  scan.run(into: &events)
                }
              }
            }
          }
        }
      }
    }
  }

  private func run(into events: inout SignEvents) {
    var i = 0
    while i < count {
      let byte = unsafe text[i]
      if byte < 0x80 {
        i = ascii(from: i, into: &events)
      } else if byte >= 0xE0 {
        i = long(from: i, into: &events)
      } else {
        if hasWide { probeWide(unsafe load(text, i) & 0xFFFF_FFFF, i, into: &events) }
        i &+= 2
      }
    }
  }

  /// Characters of three bytes and more, up to the first shorter one.
  private func long(from start: Int, into events: inout SignEvents) -> Int {
    let (text, count, wide, wideShift, singles) = unsafe (self.text, self.count, self.wide, self.wideShift, self.singles)
    var i = start
    while i < count {
      let word = unsafe load(text, i)
      let lead = UInt8(truncatingIfNeeded: word)
      if lead < 0xE0 { return i }
      // Six bytes where another such character follows, four where ASCII does.
      let key = word & (0xFFFF_FFFF | (0 &- (word >> 31 & 1)) & 0xFFFF_0000_0000)
      let hash = key &* GramTable.multiplier
      let mask = GramTable.mask(hash)
      if unsafe wide[Int(truncatingIfNeeded: hash &>> wideShift)] & mask == mask {
        found(key, hash, i, into: &events)
      }
      if let singles = unsafe singles {
        let code = Int(truncatingIfNeeded: (word & 15) << 12 | (word >> 8 & 63) << 6 | word >> 16 & 63)
        if unsafe singles[code >> 6] >> UInt64(code & 63) & 1 != 0 { foundSingle(code, lead, i, into: &events) }
      }
      i &+= lead >= 0xF0 ? 4 : 3
    }
    return i
  }

  /// A run of ASCII: every even position, the first one and the last one.
  private func ascii(from start: Int, into events: inout SignEvents) -> Int {
    let (text, count) = unsafe (self.text, self.count)
    guard hasNarrow else {
      var i = start
      while i &+ 8 <= count, unsafe load(text, i) & 0x8080_8080_8080_8080 == 0 { i &+= 8 }
      while i < count, unsafe text[i] < 0x80 { i &+= 1 }
      return i
    }
    var i = start
    if i & 1 == 1 {
      probeNarrow(unsafe load(text, i), i, into: &events)
      i &+= 1
    }
    while i &+ 8 <= count {
      let word = unsafe load(text, i)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      probeNarrow(word, i, into: &events)
      probeNarrow(word >> 16, i &+ 2, into: &events)
      probeNarrow(word >> 32, i &+ 4, into: &events)
      probeNarrow(unsafe load(text, i &+ 6), i &+ 6, into: &events)
      i &+= 8
    }
    while i < count, unsafe text[i] < 0x80 {
      if i & 1 == 0 { probeNarrow(unsafe load(text, i), i, into: &events) }
      i &+= 1
    }
    if i & 1 == 0, i &- 1 > start, i < count { probeNarrow(unsafe load(text, i &- 1), i &- 1, into: &events) }
    return i
  }

  @inline(__always)
  private func load(_ text: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private func probeNarrow(_ word: UInt64, _ offset: Int, into events: inout SignEvents) {
    let key = word & 0xFFFF_FFFF
    let hash = key &* GramTable.multiplier
    let mask = GramTable.mask(hash)
    if unsafe narrow[Int(truncatingIfNeeded: hash &>> narrowShift)] & mask == mask {
      found(key, hash, offset, into: &events)
    }
  }

  @inline(__always)
  private func probeWide(_ key: UInt64, _ offset: Int, into events: inout SignEvents) {
    let hash = key &* GramTable.multiplier
    let mask = GramTable.mask(hash)
    if unsafe wide[Int(truncatingIfNeeded: hash &>> wideShift)] & mask == mask {
      found(key, hash, offset, into: &events)
    }
  }
}

// MARK: Where the filter did not say no

extension GramScan {
  @inline(never)
  private func found(_ key: UInt64, _ hash: UInt64, _ offset: Int, into events: inout SignEvents) {
    let bucket = Int(truncatingIfNeeded: hash >> headShift)
    var at = unsafe Int(heads[bucket])
    let end = unsafe Int(heads[bucket &+ 1])
    while at < end {
      let entry = unsafe entries[at]
      at &+= 1
      guard entry.key == key else { continue }
      let literal = unsafe literals[Int(entry.literal)]
      let start = offset &- Int(entry.offset)
      let length = Int(literal.count)
      guard start >= 0, start &+ length <= count, counts(entry.phase, at: offset), stands(literal, at: start) else { continue }
      index.tell(Int(literal.number), start, start &+ length, into: &events)
    }
  }

  @inline(never)
  private func foundSingle(_ code: Int, _ lead: UInt8, _ offset: Int, into events: inout SignEvents) {
    guard lead < 0xF0 else { return }
    index.tell(unsafe Int(literals[index.grams.single(code)].number), offset, offset &+ 3, into: &events)
  }

  /// Whether the other gram of the literal has not told of this place.
  private func counts(_ phase: GramTable.Phase, at offset: Int) -> Bool {
    switch phase {
    case .any: true
    case .second: offset & 1 == 0 && (unsafe offset < 2 || text[offset &- 2] < 0x80)
    }
  }

  private func stands(_ literal: GramTable.Literal, at start: Int) -> Bool {
    unsafe memcmp(text + start, pool + Int(literal.start), Int(literal.count)) == 0
  }
}
