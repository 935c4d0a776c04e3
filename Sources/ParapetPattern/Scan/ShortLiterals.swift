/// Literals too short for grams: up to four bytes of ASCII, and single characters of two or four bytes.
///
/// One bit of a small table, chosen by five bits each of three bytes, says of most positions that none begins there.
struct ShortLiterals: Sendable {
  private struct Item: Sendable {
    /// Its bytes, the first one lowest, and ones where it has bytes.
    let value: UInt64
    let mask: UInt64
    let length: Int32
    let owner: Int32
  }

  /// The items by their first byte: `items[starts[b]..<starts[b + 1]]`.
  private let items: [Item]
  private let starts: [Int32]
  /// 2¹⁵ bits.
  private let begins: [UInt64]
  private let areASCII: Bool

  /// The literals, one to eight bytes long, each with its owner.
  init(_ literals: [(literal: [UInt8], owner: Int32)]) {
    let sorted = literals.enumerated().sorted { ($0.element.literal[0], $0.offset) < ($1.element.literal[0], $1.offset) }
    items = sorted.map(\.element).map { literal, owner in
      Item(
        value: literal.reversed().reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * literal.count),
        length: Int32(literal.count), owner: owner)
    }
    var starts = [Int32](repeating: 0, count: 257)
    for item in items { starts[Int(item.value & 255) + 1] += 1 }
    for index in 1...256 { starts[index] += starts[index - 1] }
    self.starts = starts
    var begins = [UInt64](repeating: 0, count: items.isEmpty ? 0 : 1 << 9)
    for (literal, _) in literals {
      let bytes = literal.prefix(3).map { Int($0 & 31) }
      let unknown = 5 * (3 - bytes.count)
      let low = bytes.enumerated().reduce(0) { $0 | $1.element << (5 * $1.offset) }
      for high in 0..<1 << unknown {
        let bit = low | high << (5 * bytes.count)
        begins[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    self.begins = begins
    areASCII = items.allSatisfy { $0.value & 0x80 == 0 }
  }

  /// Adds an event for each literal that stands in `buffer`.
  func scan(_ buffer: borrowing ScanBuffer, into events: inout SignEvents) {
    if items.isEmpty { return }
    let (text, count) = unsafe (buffer.base, buffer.count)
    unsafe begins.withUnsafeBufferPointer { begins in
      var i = 0
      while i < count {
        let word = unsafe UInt64(littleEndian: UnsafeRawPointer(text + i).loadUnaligned(as: UInt64.self))
        if areASCII, word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 {
          i &+= 8
          continue
        }
        // Six positions have their three bytes in the word.
        var bytes = word & 0x1F1F_1F1F_1F1F_1F1F
        for at in i..<i &+ 6 {
          let bit = Int(truncatingIfNeeded: bytes & 31 | bytes >> 3 & 0x3E0 | bytes >> 6 & 0x7C00)
          if unsafe begins[bit >> 6] >> UInt64(bit & 63) & 1 != 0 { unsafe found(text, count, at, into: &events) }
          bytes >>= 8
        }
        i &+= 6
      }
    }
  }

  @inline(never)
  private func found(_ text: UnsafeMutablePointer<UInt8>, _ count: Int, _ start: Int, into events: inout SignEvents) {
    let word = unsafe UInt64(littleEndian: UnsafeRawPointer(text + start).loadUnaligned(as: UInt64.self))
    let first = Int(truncatingIfNeeded: word & 255)
    for place in Int(starts[first])..<Int(starts[first &+ 1]) where word & items[place].mask == items[place].value {
      let end = start &+ Int(items[place].length)
      // Zeros behind the text are not part of it.
      guard end <= count else { continue }
      events.append(SignEvent(owner: items[place].owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
  }
}
