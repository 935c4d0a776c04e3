/// The kinds of mention that the recognisers find, by their names in the rule language.
public enum MentionKind: String, Sendable, CaseIterable {
  /// A number with what it counts: plain, percent, money, basis points.
  case quantity
  /// An amount of money.
  case money
  /// A calendar date, a month, a quarter or a year.
  case date
  /// An official document number, such as 银发〔2026〕42号.
  case documentNumber = "document-number"
  /// An article of a law or contract, such as 《证券法》第八十八条 or Section 10(b).
  case lawArticle = "law-article"
  /// A reference to supplied material, such as [3] or [kb:prod-07#2].
  case citation
  /// A telephone number or web address offered as a contact.
  case contact
  /// A code of a security or fund, such as 600519.SH, or an ISIN.
  case securityCode = "security-code"
  /// A calculation shown in the text, such as 128.6 − 115.2 = 13.4.
  case equation
  /// A word of direction (增长, fell) tied to a figure or to a from–to pair.
  case direction
  /// A word that something is done, is the most or least of several, or is said by an authority: 已回购, 最高, 央行要求, has acquired.
  case statement
  /// Words in quotation marks.
  case quotation
  /// A person beside an office.
  case office
  /// A word that something must, may or must not be done.
  case norm
  /// A figure of a measure that has bounds.
  case limit
  /// A value that differs from what the text says of the same thing elsewhere.
  case contradiction
  /// A day that follows from a start and a term, or that is named with its day of the week.
  case schedule
  /// A percentage called an annual rate.
  case annualRate = "annual-rate"
  /// A figure, date or name with which a text that admits no gap may answer a question.
  case answer
}

/// What stood in a text: a kind, a place and its reading.
public struct Mention: Sendable {
  /// What a mention says, once read.
  public enum Reading: Sendable, Equatable {
    /// A number.
    case quantity(Quantity)
    /// A date.
    case date(DateReading)
    /// An identifier in its comparable form: punctuation dropped, ASCII in lower case, numerals as digits.
    case key([UInt8])
    /// A calculation.
    indirect case equation(Equation)
    /// A direction.
    case direction(Direction)
    /// A statement.
    case statement(Statement)
    /// Something that the text itself, or what can be, speaks for or against.
    case check(SelfCheck)
  }

  /// The kind.
  public let kind: MentionKind
  /// Where, in bytes of the text that was read.
  public let range: Range<Int>
  /// What it says.
  public let reading: Reading

  package init(kind: MentionKind, range: Range<Int>, reading: Reading) {
    self.kind = kind
    self.range = range
    self.reading = reading
  }

  /// The number it is, where it is one.
  public var quantity: Quantity? {
    if case .quantity(let quantity) = reading { quantity } else { nil }
  }
  /// The date it is, where it is one.
  public var date: DateReading? {
    if case .date(let date) = reading { date } else { nil }
  }
}

/// The recognisers.
public enum Recognizer {
  /// All mentions of `kind` in `utf8` (a folded view), in order, not overlapping.
  ///
  /// Money is a quantity too; every other byte belongs to one kind at most, so that the digits of a date, a telephone number or a
  /// document number are no quantities.
  ///
  /// - Complexity: linear in the length of the text.
  public static func mentions(of kind: MentionKind, in utf8: [UInt8]) -> [Mention] {
    MentionReader(utf8).mentions(of: kind)
  }

  /// All mentions of `kind` in a text of which other passes found `numbers` and `places`, where these are needed.
  static func mentions(
    of kind: MentionKind, in utf8: [UInt8], numbers: @autoclosure () -> [Mention], places: @autoclosure () -> MentionPlaces
  ) -> [Mention] {
    switch kind {
    case .direction: return DirectionScan.mentions(in: utf8, at: places())
    case .statement: return StatementScan.mentions(in: utf8, at: places())
    case .quotation: return QuotationScan.mentions(in: utf8)
    case .office: return OfficeScan.mentions(in: utf8)
    case .norm: return NormScan.mentions(in: utf8)
    case .limit: return LimitScan.mentions(in: utf8, numbers: numbers())
    case .contradiction: return ContradictionScan.mentions(in: utf8, numbers: numbers(), at: places())
    case .schedule: return ScheduleScan.mentions(in: utf8, numbers: numbers(), at: places())
    case .annualRate: return AnnualRateScan.mentions(in: utf8, numbers: numbers())
    case .answer: return AnswerScan.mentions(in: utf8, numbers: numbers(), at: places())
    case .equation: return EquationScan.mentions(in: utf8, numbers: numbers())
    case .money:
      return numbers().filter { $0.quantity?.unit == .money }
        .map { Mention(kind: .money, range: $0.range, reading: $0.reading) }
    default:
      let numbers = numbers()
      return numbers.indices.lazy.filter { numbers[$0].kind == kind }.map { numbers[$0] }
    }
  }

  /// Every mention that the one pass over digits, names and brackets finds: all kinds but directions, equations and money.
  package static func numbers(in utf8: [UInt8]) -> [Mention] {
    MentionScan.mentions(in: utf8).all
  }
}
