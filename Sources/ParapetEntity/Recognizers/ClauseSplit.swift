/// Clauses of a text, by bytes.
enum ClauseSplit {
  /// A clause, and the number of the sentence that it is part of.
  struct Clause {
    let range: Range<Int>
    let sentence: Int
  }

  /// The clauses of `text`, in order: cut at sentence ends, commas, brackets, dashes and dots of omission.
  static func clauses(of text: [UInt8]) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var sentence = 0
    var at = 0
    while at < text.count {
      let (width, isEnd) = mark(text, at)
      if width > 0 {
        if start < at { clauses.append(Clause(range: start..<at, sentence: sentence)) }
        if isEnd { sentence += 1 }
        start = at + width
        at = start
      } else {
        at += 1
      }
    }
    if start < text.count { clauses.append(Clause(range: start..<text.count, sentence: sentence)) }
    return clauses
  }

  private static func mark(_ text: [UInt8], _ at: Int) -> (width: Int, isEnd: Bool) {
    let next = at + 1 < text.count ? text[at + 1] : 0x20
    switch text[at] {
    case 0x0A, 0x21, 0x3F, 0x3B: return (1, true)
    case 0x2E: return next <= 0x20 ? (1, true) : (0, false)
    case 0x2C: return next.isDigit && at > 0 && text[at - 1].isDigit ? (0, false) : (1, false)
    case 0x28, 0x29: return (1, false)
    // 。 is E3 80 82; ！ ， ： ； ？ （ ） are EF BC 81, 8C, 9A, 9B, 9F, 88, 89; … is E2 80 A6.
    case 0xE3 where at + 2 < text.count && next == 0x80 && text[at + 2] == 0x82: return (3, true)
    case 0xEF where at + 2 < text.count && next == 0xBC:
      switch text[at + 2] {
      case 0x81, 0x9F, 0x9B: return (3, true)
      case 0x8C, 0x88, 0x89, 0x9A: return (3, false)
      default: return (0, false)
      }
    case 0xE2 where at + 2 < text.count && next == 0x80 && text[at + 2] == 0xA6: return (3, true)
    default: return (0, false)
    }
  }
}
