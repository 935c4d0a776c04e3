import ParapetPattern
import ParapetText

/// The literals that rules with one fold look for, found in one pass.
struct Lexicon: Sendable {
  /// What a literal is for.
  enum Role: Sendable {
    /// It is a span of its clause by itself.
    case phrase
    /// Its clause need not be tried without it.
    case trigger
  }
  /// One literal.
  struct Entry: Sendable {
    let rule: Int
    let clause: Int
    let role: Role
    let length: Int
    let startsWord: Bool
    let endsWord: Bool
  }

  /// How the text is folded for it.
  let fold: Fold
  private(set) var entries: [Entry] = []
  private var literals: [[UInt8]] = []
  private(set) var scanner = LiteralScanner([])

  init(fold: Fold) { self.fold = fold }

  /// Adds a literal of `clause` of `rule`; `literal` has been folded.
  mutating func add(_ literal: [UInt8], rule: Int, clause: Int, role: Role) {
    guard let first = literal.first, let last = literal.last else { return }
    let bounded = role == .phrase
    entries.append(
      Entry(
        rule: rule, clause: clause, role: role, length: literal.count, startsWord: bounded && isWord(first),
        endsWord: bounded && isWord(last)))
    literals.append(literal)
  }

  /// Builds the scanner; call it once, after the last `add`.
  mutating func seal() { scanner = LiteralScanner(literals) }
}

extension Fold {
  /// The folds that may join what belongs apart: two numbers with a blank between them, a number and a Han word that is also a numeral. A
  /// rule that asks for one of them is matched on the view without them as well.
  static let joining: Fold = [.gaps, .numerals]
}

/// Whether `byte` is an ASCII letter, digit or underscore.
func isWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "_"):
    true
  default: false
  }
}
