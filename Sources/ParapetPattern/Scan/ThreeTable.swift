import ParapetText

/// What a scan knows of each character of three bytes, which are all Chinese ones: its classes, and with which neighbours it may be a gram.
///
/// Each character that is the second one of a gram has one of a few numbers, and the entry of each that is the first one holds the numbers of
/// those that may follow: whether a gram may stand at two neighbours is one bit, however many grams there are. Characters that are the second
/// one of none have a number that nobody awaits.
enum ThreeTable {
  typealias Entry = UInt64

  /// The classes of characters: a numeral; one that the tally of traits must be shown; a literal, or the first character of a short one; Han.
  static let numeral: Entry = 1 << 60
  static let other: Entry = 1 << 61
  static let literal: Entry = 1 << 62
  static let han: Entry = 1 << 63
  /// What more has to be done for than to go on.
  static let special = numeral | other | literal

  /// Where the classes stand, and the number; the numbers that are awaited stand below.
  private static let classes: Entry = 60
  private static let number: Entry = 54
  /// The number that is never awaited, and how many there are below it.
  private static let numbers: Entry = 53

  /// How many places there are.
  private static let count = 1 << 16

  /// Whether a gram may stand at the character with the entry `first` and the one behind it.
  @inline(__always)
  static func isAwaited(_ second: Entry, behind first: Entry) -> Bool { first &>> (second &>> number) & 1 == 1 }

  /// The table for grams of six bytes and `literals`, characters by which literals can begin, as code points. It is made where it stays, since to
  /// copy half a megabyte takes a millisecond of each start; whoever asks gives the memory back.
  @unsafe
  static func made(grams: [UInt64], literals: [Int]) -> UnsafePointer<Entry> {
    let table = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    unsafe table.initialize(repeating: numbers << number, count: count)
    unsafe addClasses(to: table)
    for code in literals { unsafe table[place(code)] |= literal }
    var next: Entry = 0
    for gram in grams {
      let second = place(gram >> 24)
      var own = unsafe table[second] >> number & 0x3F
      if own == numbers {
        own = next
        next = (next + 1) % numbers
        unsafe table[second] ^= (numbers ^ own) << number
      }
      unsafe table[place(gram)] |= 1 << own
    }
    return unsafe UnsafePointer(table)
  }

  /// The place of the character of three bytes that is the lowest of `word`.
  ///
  /// The factor puts the bits that make up the code point side by side. Those around them are added to some, but no two characters meet.
  @inline(__always)
  static func place(_ word: UInt64) -> Int { Int(truncatingIfNeeded: ((word & 0xFF_FFFF) &* factor) >> 48) }

  @inline(__always)
  private static var factor: UInt64 { 0x0100_0401_0000_0000 }

  private static func place(_ code: Int) -> Int { place(word(code)) }

  private static func word(_ code: Int) -> UInt64 {
    UInt64(0xE0 | code >> 12) | UInt64(0x80 | code >> 6 & 63) << 8 | UInt64(0x80 | code & 63) << 16
  }

  /// Adds the classes that do not depend on what is looked for.
  @unsafe
  private static func addClasses(to table: UnsafeMutablePointer<Entry>) {
    let classes = TraitTally.classesOfThrees(han: 8, numeral: 1, other: 2)
    for first in stride(from: 0x800, to: classes.count, by: 64) {
      // The last six bits are those of the third byte.
      var product = word(first) &* factor
      for code in first..<first + 64 {
        unsafe table[Int(truncatingIfNeeded: product >> 48)] |= Entry(classes[code]) << Self.classes
        product &+= factor << 16
      }
    }
  }
}
