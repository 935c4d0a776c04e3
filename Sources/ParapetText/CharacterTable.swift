/// What the folds know of each character: its traits, and what it becomes.
///
/// Code points stand in blocks of 64; blocks without anything of their own are shared.
///
/// Sendable without the compiler's proof: nobody writes to what it points to once it is made. Nothing in it is counted, so that handing it
/// around costs nothing.
@safe
struct CharacterTable: @unchecked Sendable {
  /// What concerns the folds in a character.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Has a plain form under `width`.
    static let width = Traits(rawValue: 1 << 0)
    /// Is left out by `invisible`.
    static let invisible = Traits(rawValue: 1 << 1)
    /// Has a lower case (outside ASCII).
    static let upper = Traits(rawValue: 1 << 2)
    /// Has another form under `han`.
    static let variant = Traits(rawValue: 1 << 3)
    /// Is a Han character.
    static let ideograph = Traits(rawValue: 1 << 4)
    /// May stand between digits.
    static let digitSeparator = Traits(rawValue: 1 << 5)
    /// May stand between Han characters.
    static let hanSeparator = Traits(rawValue: 1 << 6)
    /// Is a numeral outside ASCII.
    static let numeral = Traits(rawValue: 1 << 7)
  }

  static let shared = CharacterTable(draft)
  /// The lower case of characters that have a plain form as well: Ａ, Ⓐ, Ⅹ.
  static let lowerForms: [UInt32: UInt32] = draft.lowerForms
  private static let draft = Draft()

  /// The number of the block of each 64 code points.
  ///
  /// INVARIANT: there is one for each of U+0000 to U+10FFFF, and each block has 64 traits and targets. They are never let go: the one table there
  /// is lives as long as the program.
  private let blocks: UnsafePointer<UInt16>
  private let rawTraits: UnsafePointer<UInt8>
  /// What each character becomes under the first of `width`, `case` and `han` that concerns it.
  private let targets: UnsafePointer<UInt32>

  private init(_ draft: Draft) {
    unsafe blocks = Self.kept(draft.blocks)
    unsafe rawTraits = Self.kept(draft.traits)
    unsafe targets = Self.kept(draft.targets)
  }

  private static func kept<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for (index, element) in elements.enumerated() { unsafe (memory + index).initialize(to: element) }
    return unsafe UnsafePointer(memory)
  }

  /// The traits of a code point, which must be at most U+10FFFF.
  @inline(__always)
  func traits(of code: UInt32) -> Traits { unsafe Traits(rawValue: rawTraits[place(of: code)]) }

  /// The traits that all 64 code points of the block of `code` share, where nobody has set one of them by itself; else nil.
  func traitsOfAll(inBlockOf code: UInt32) -> Traits? {
    switch unsafe blocks[Int(code >> 6)] {
    case 0: []
    case 1: .ideograph
    default: nil
    }
  }

  /// What a code point, which must be at most U+10FFFF, becomes under the first fold of its traits.
  func target(of code: UInt32) -> UInt32 { unsafe targets[place(of: code)] }

  @inline(__always)
  private func place(of code: UInt32) -> Int { unsafe Int(blocks[Int(code >> 6)]) << 6 | Int(code & 63) }
}

/// The table while it is being filled from the texts of the tables.
private struct Draft {
  typealias Traits = CharacterTable.Traits

  /// Block 0 knows nothing, block 1 is Han throughout.
  var blocks = [UInt16](repeating: 0, count: 0x110000 >> 6)
  var traits = [UInt8](repeating: 0, count: 64) + [UInt8](repeating: Traits.ideograph.rawValue, count: 64)
  var targets = [UInt32](repeating: 0, count: 128)
  var lowerForms: [UInt32: UInt32] = [:]

  init() {
    traits.reserveCapacity(1 << 15)
    targets.reserveCapacity(1 << 15)
    for first in stride(from: 0, to: Self.ideographs.count, by: 2) {
      for block in Self.ideographs[first] >> 6...Self.ideographs[first + 1] >> 6 { blocks[block] = 1 }
    }
    for code in [0x3005, 0x3007, 0x303B] + Array(0x3021...0x3029) + Array(0x2E80...0x2FD5) { set(UInt32(code), .ideograph) }
    addMappings()
    for (first, last) in HexWords(InvisibleTable.ranges).pairs() { set(first...last, .invisible) }
    addSeparators()
    for code in Numeral.codes { set(code, .numeral) }
  }

  /// Blocks of Han characters, first and last code point.
  private static let ideographs = [0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x323BF]

  private mutating func addMappings() {
    for (code, target) in HexWords(WidthTable.mappings).mappings() { set(code, .width, target: target) }
    for (code, target) in HexWords(CaseTable.mappings).mappings() {
      if traits[place(of: code)] & Traits.width.rawValue != 0 {
        lowerForms[code] = target
        set(code, .upper)
      } else {
        set(code, .upper, target: target)
      }
    }
    for (code, target) in zip(HanTable.traditional.unicodeScalars, HanTable.simplified.unicodeScalars) {
      set(code.value, .variant, target: target.value)
    }
    for (code, target) in HexWords(HanTable.doubles).mappings() { set(code, .variant, target: target) }
  }

  private mutating func addSeparators() {
    for (first, last) in HexWords(SymbolTable.ranges).pairs() {
      set(first...last, .digitSeparator)
      set(first...last, .hanSeparator)
    }
    // Spaces, hyphens and dots of every width, underscore, slash, asterisk.
    let both =
      "\t \u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}-‐‑‒–－.．·•・･‧∙⋅․_＿/／*＊"
    for scalar in both.unicodeScalars {
      set(scalar.value, .digitSeparator)
      set(scalar.value, .hanSeparator)
    }
    for scalar in "—−﹣()（）".unicodeScalars { set(scalar.value, .digitSeparator) }
    for scalar in "~～|｜\\＼^＾+＋#＃".unicodeScalars { set(scalar.value, .hanSeparator) }
  }

  private func place(of code: UInt32) -> Int { Int(blocks[Int(code >> 6)]) << 6 | Int(code & 63) }

  private mutating func set(_ codes: ClosedRange<UInt32>, _ trait: Traits) {
    for code in codes { set(code, trait) }
  }

  private mutating func set(_ code: UInt32, _ trait: Traits, target: UInt32? = nil) {
    var block = Int(blocks[Int(code >> 6)])
    if block < 2 {
      traits += repeatElement(traits[block << 6], count: 64)
      targets += repeatElement(0, count: 64)
      block = traits.count >> 6 - 1
      blocks[Int(code >> 6)] = UInt16(truncatingIfNeeded: block)
    }
    traits[block << 6 | Int(code & 63)] |= trait.rawValue
    if let target { targets[block << 6 | Int(code & 63)] = target }
  }
}
