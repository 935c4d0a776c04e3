import ParapetEntity

/// What only few checks ask of the passages and the question, read when it is first asked for and kept for the next answer.
final class Rereading {
  private let passages: [[UInt8]]
  private let question: [UInt8]

  init(passages: [[UInt8]], question: [UInt8]) {
    self.passages = passages
    self.question = question
  }

  /// The passages and the question, as few checks read them once more.
  private lazy var readers: [(source: Proof.Operand.Source, reader: MentionReader)] = {
    var readers: [(source: Proof.Operand.Source, reader: MentionReader)] = []
    for (number, passage) in passages.prefix(Rereading.readLimit).enumerated() {
      readers.append((.passage(number), MentionReader(passage)))
    }
    return readers + [(.question, MentionReader(question))]
  }()
  /// The starts and terms that the passages and the question give.
  private(set) lazy var schedule = readers.reduce(into: ScheduleScan.Schedule()) { given, text in
    let schedule = ScheduleScan.read(text.reader.utf8, numbers: text.reader.numbers)
    given.starts += schedule.starts
    given.terms += schedule.terms
  }
  /// The ranges that the passages give for measures.
  private(set) lazy var ranges: [(passage: Int, given: LimitScan.Given)] = {
    var ranges: [(passage: Int, given: LimitScan.Given)] = []
    for (source, reader) in readers where ranges.count < 200 {
      guard case .passage(let number) = source else { continue }
      ranges += LimitScan.ranges(in: reader.utf8, numbers: reader.numbers).prefix(64).map { (number, $0) }
    }
    return ranges
  }()
  /// The rates by the day, the month and the instalment that the passages and the question give.
  private(set) lazy var periodicRates = readers.map { ($0.source, PeriodicRates($0.reader.utf8, numbers: $0.reader.numbers)) }
  /// What the passages and the question say of settlement.
  private(set) lazy var settlement = SettlementEvidence(
    passages: Array(passages.prefix(Rereading.readLimit)), question: question)
  /// The persons with their offices, by passage.
  private(set) lazy var offices = passages.map { OfficeScan.holders(in: $0) }
  /// What the passages say must, may or must not be done, the first of it.
  private(set) lazy var norms: [(norm: NormScan.Norm, passage: Int, stems: StemSet)] = {
    var known: [(norm: NormScan.Norm, passage: Int, stems: StemSet)] = []
    for (number, passage) in passages.enumerated() where known.count < Rereading.normLimit {
      known += NormScan.norms(in: passage).prefix(Rereading.normLimit - known.count)
        .map { ($0, number, Stems.of(passage, $0.object)) }
    }
    return known
  }()
  /// What the passages say is not to be had.
  private(set) lazy var denials = passages.enumerated().flatMap { Denial.all(in: $0.element, passage: $0.offset) }
  /// What the passages grant, the first of it.
  private(set) lazy var grants = passages.enumerated().flatMap { ConditionalGrant.all(in: $0.element, passage: $0.offset) }
  /// Whether the passages speak of years by what lies between them: 上年, prior year.
  private(set) lazy var relatesYears = passages.contains { passage in
    Rereading.relatedYears.contains { passage.holds($0) }
  }
  /// Whether none of the question's Chinese characters stands in the passages.
  private(set) lazy var sharesNoCharacter: Bool = {
    let own = Rereading.characters(question)
    let known = passages.reduce(into: Set<UInt32>()) { $0.formUnion(Rereading.characters($1)) }
    return own.isDisjoint(with: known)
  }()
  private static let relatedYears = [
    "上年", "去年", "同期", "本年", "今年", "前一年", "次年", "明年", "来年", "当年", "近三年", "年内", "prior year", "previous year", "preceding year", "last year",
    "next year", "following year", "current year", "this year", "year-over-year", "year ago", "year earlier",
  ].map { Array($0.utf8) }

  private static func characters(_ text: [UInt8]) -> Set<UInt32> {
    var found: Set<UInt32> = []
    var at = 0
    while at + 2 < text.count {
      if (0xE4...0xE9).contains(text[at]) {
        found.insert(UInt32(text[at]) << 16 | UInt32(text[at + 1]) << 8 | UInt32(text[at + 2]))
        at += 3
      } else {
        at += 1
      }
    }
    return found
  }

  /// The letters and digits of the passages and of the question, for quotations.
  private(set) lazy var letters = (passages + [question]).map { RegisterName.letters($0[...]) }
  /// How many passages are looked through for schedules and rates.
  static let readLimit = 64
  /// The most words of duty that are kept.
  static let normLimit = 200
}
