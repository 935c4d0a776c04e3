import ParapetText

/// What a scan knows of each character of three bytes, which are all Chinese ones: its classes, and with which neighbours it may be a gram.
///
/// The grams of two such characters are parted into groups. The entry of a character says for which groups it can be the second one, and for
/// which the first: if two neighbours have no group in common, no gram is there. Grams with the same first character are in one group.
enum ThreeTable {
  /// Behind as many grams as this most neighbours would have a group in common; then each place is looked up in the filter of grams.
  static let mostGrams = 6_000

  /// The classes of characters: a numeral; one that the tally of traits must be shown; a literal, or the first character of a short one; Han.
  static let numeral: UInt32 = 1 << 28
  static let other: UInt32 = 1 << 29
  static let literal: UInt32 = 1 << 30
  static let han: UInt32 = 1 << 31
  /// What more has to be done for than to go on.
  static let special = numeral | other | literal

  /// How many places there are.
  private static let count = 1 << 17
  private static let groups = 12
  /// The groups of which a character can be the second.
  static let seconds: UInt32 = 1 << UInt32(groups) - 1
  /// How far the groups of which it can be the first are shifted from there: shifted back, the classes lie where no entry has anything.
  private static let shift: UInt32 = 16

  /// What must be in the entry of a character behind the one with `entry` for more to be done there than to go on.
  @inline(__always)
  static func awaited(behind entry: UInt32) -> UInt32 { entry >> shift | special }

  /// The table for grams of six bytes and `literals`, characters by which literals can begin, as code points, and whether grams are in it. It is made
  /// where it stays, since to copy half a megabyte takes a millisecond of each start; whoever asks gives the memory back.
  @unsafe
  static func made(grams: [UInt64], literals: [Int]) -> (table: UnsafePointer<UInt32>, holdsGrams: Bool) {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    unsafe table.initialize(repeating: 0, count: count)
    unsafe addClasses(to: table)
    for code in literals { unsafe table[place(code)] |= literal }
    guard grams.count <= mostGrams else { return unsafe (UnsafePointer(table), false) }
    var groupOf: [Int: UInt32] = [:]
    for gram in grams {
      let first = place(gram)
      let group = groupOf[first] ?? UInt32(groupOf.count % groups)
      groupOf[first] = group
      unsafe table[first] |= 1 << (group + shift)
      unsafe table[place(gram >> 24)] |= 1 << group
    }
    return unsafe (UnsafePointer(table), true)
  }

  /// The place of the character of three bytes that is the lowest of `word`.
  ///
  /// The factor puts the bits that make up the code point side by side, but for a few that are added to others: seventeen bits are enough for no
  /// two characters to meet.
  @inline(__always)
  static func place(_ word: UInt64) -> Int { Int(truncatingIfNeeded: ((word & 0xFF_FFFF) &* factor) >> 47) }

  @inline(__always)
  private static var factor: UInt64 { 0x0004_0080_0000_0001 }

  private static func place(_ code: Int) -> Int { place(word(code)) }

  private static func word(_ code: Int) -> UInt64 {
    UInt64(0xE0 | code >> 12) | UInt64(0x80 | code >> 6 & 63) << 8 | UInt64(0x80 | code & 63) << 16
  }

  /// Adds the classes that do not depend on what is looked for.
  @unsafe
  private static func addClasses(to table: UnsafeMutablePointer<UInt32>) {
    let classes = TraitTally.classesOfThrees(han: 8, numeral: 1, other: 2)
    for first in stride(from: 0x800, to: classes.count, by: 64) {
      // The last six bits are those of the third byte.
      var product = word(first) &* factor
      for code in first..<first + 64 {
        unsafe table[Int(truncatingIfNeeded: product >> 47)] = UInt32(classes[code]) << 28
        product &+= factor << 16
      }
    }
  }
}
