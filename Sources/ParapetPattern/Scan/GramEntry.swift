/// A gram of a literal as a scan reads it: with up to eight bytes of the literal around it, so that one comparison says whether more needs to be
/// looked at, however many literals share the gram.
struct GramEntry: BitwiseCopyable {
  /// Those bytes, the last one highest, and zeros below.
  private let value: UInt64
  /// The place of the literal in the table.
  let literal: Int32
  /// Where in the literal the gram lies.
  let offset: Int16
  /// How far in front of the gram the bytes begin, doubled, and one more for the second gram of a literal.
  private let bits: UInt8
  /// How many bits of zeros those are.
  private let shift: UInt8

  /// The entry of a gram of `literal`, whose bytes lie in `pool`, with eight more behind the last.
  @unsafe
  init(_ entry: GramTable.Entry, of literal: GramTable.Literal, in pool: UnsafePointer<UInt8>) {
    (self.literal, offset) = (entry.literal, entry.offset)
    let place = Int(entry.offset)
    let end = min(Int(literal.count), max(place + entry.length, 8))
    let start = max(0, end - 8)
    bits = UInt8(2 * (place - start)) | (entry.phase == .second ? 1 : 0)
    shift = UInt8(8 * (8 - (end - start)))
    let bytes = unsafe UnsafeRawPointer(pool + Int(literal.start) + start)
    value = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) << UInt64(shift)
  }

  /// How far in front of the gram the bytes begin: no more than four.
  @inline(__always)
  var distance: Int { Int(bits >> 1) }

  /// Whether `word`, which begins where the bytes do, begins with them.
  @inline(__always)
  func begins(_ word: UInt64) -> Bool { word &<< UInt64(shift) == value }

  /// Whether it counts at even positions only, where the first gram has not told of the literal.
  @inline(__always)
  var isSecond: Bool { bits & 1 == 1 }
}
