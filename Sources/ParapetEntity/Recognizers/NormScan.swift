/// What a text says must, may or must not be done.
package enum NormScan {
  /// What is said.
  package enum Force: Sendable, Equatable {
    /// It must be done.
    case demanded
    /// It need not be done.
    case waived
    /// It may be done.
    case allowed
    /// It must not be done.
    case forbidden

    /// Whether both cannot be said of one thing.
    package func opposes(_ other: Force) -> Bool {
      switch (self, other) {
      case (.demanded, .waived), (.waived, .demanded), (.allowed, .forbidden), (.forbidden, .allowed): true
      default: false
      }
    }
  }

  /// One such word, and what it is said of.
  package struct Norm: Sendable {
    package let force: Force
    package let range: Range<Int>
    /// The rest of the clause behind the word, not more than `reach` bytes of it.
    package let object: Range<Int>
  }

  /// How much of a clause behind a word is read, in bytes.
  private static let reach = 300

  private static let words = Lexicon<Force>([
    (.demanded, "必须 须 应当 一律 务必 must is_required_to are_required_to has_to have_to"),
    (
      .waived,
      "不再一律 不再要求 不再需要 不再 无需 无须 不必 不需要 取消 no_longer_has_to no_longer_have_to is_not_required_to are_not_required_to need_not does_not_have_to"
    ),
    (.allowed, "可以 允许 准许 已允许 allows now_allows permits now_permits may is_allowed_to are_allowed_to"),
    (.forbidden, "不得 禁止 严禁 不允许 不可以 仍禁止 prohibits still_prohibits forbids bans must_not may_not is_prohibited_from"),
  ])

  /// Every word of the kind, in order.
  package static func norms(in text: [UInt8]) -> [Norm] {
    var found: [Norm] = []
    for clause in ClauseSplit.clauses(of: text) {
      var at = clause.range.lowerBound
      while at < clause.range.upperBound {
        let byte = text[at]
        guard byte & 0xC0 != 0x80, !byte.isLetter || at == 0 || !text[at - 1].isLetter, let word = words.match(text, at: at),
          word.end <= clause.range.upperBound
        else {
          at += 1
          continue
        }
        found.append(Norm(force: word.value, range: at..<word.end, object: word.end..<min(clause.range.upperBound, word.end + reach)))
        at = word.end
      }
    }
    return found
  }

  static func mentions(in text: [UInt8]) -> [Mention] {
    norms(in: text).map { Mention(kind: .norm, range: $0.range, reading: .key(text[$0.range].map(\.lowered))) }
  }
}
