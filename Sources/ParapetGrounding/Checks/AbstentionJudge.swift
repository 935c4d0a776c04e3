import ParapetEntity

/// Answers that should have said that the material does not hold what was asked.
///
/// Four things are looked at, each only where the question leaves no doubt: a year that the material, which names others, never speaks of; a
/// person where the material has no such name; a day where it names none; and a figure where it has not one word of the question. Only the
/// first value that answers such a question is reported.
struct AbstentionJudge {
  let index: EvidenceIndex
  let answer: MentionReader

  func judgements() -> [ClaimJudgement] {
    guard !index.passages.isEmpty, let asked = Asked(index.question) else { return [] }
    let mentions = answer.mentions(of: .answer)
    if mentions.count > AbstentionJudge.limit { index.note(.answerValues) }
    guard !mentions.isEmpty, let wrong = unanswerable(asked, mentions.prefix(AbstentionJudge.limit)) else { return [] }
    return [
      ClaimJudgement(
        range: wrong.range, unit: "answer", outcome: .unsupported(CheckFault.unanswerable.fault(.likely)), nearest: nil)
    ]
  }

  /// The most values of an answer that are looked at.
  static let limit = 200

  private func unanswerable(_ asked: Asked, _ mentions: ArraySlice<Mention>) -> Mention? {
    switch asked {
    case .person: return mentions.first(where: isUnknownName)
    case .date:
      guard index.dates.isWhole, !index.dates.dates.contains(where: { $0.place.passage >= 0 }) else { return nil }
      return mentions.first { $0.date?.isFull ?? false }
    case .figure:
      let values = mentions.filter(isValue)
      guard !values.isEmpty else { return nil }
      if let known = otherYears { return values.first { !names($0, known) } }
      return isOffTopic ? values.first(where: isTakenOver) : nil
    }
  }

  /// Whether the material prints a value, so that it was taken from there. A bare count may be one of what the reader sees: rows, items.
  private func isTakenOver(_ mention: Mention) -> Bool {
    guard let quantity = mention.quantity, quantity.unit != .plain, quantity.unit != .counted else { return false }
    return index.says(quantity)
  }

  private func isValue(_ mention: Mention) -> Bool {
    guard let quantity = mention.quantity, quantity.value != .zero else { return false }
    return !index.question.holds(answer.utf8[mention.range].map(\.lowerLetter))
  }

  // MARK: Years

  /// The years that the material names, where the question asks of others only and nothing relates these to those.
  private var otherYears: Set<Int>? {
    guard index.dates.isWhole else { return nil }
    var wanted: Set<Int> = []
    var known: Set<Int> = []
    for (date, place) in index.dates.dates {
      guard let year = date.year else { continue }
      if place.passage < 0 { wanted.insert(year) } else { known.insert(year) }
    }
    guard !wanted.isEmpty, !known.isEmpty, wanted.isDisjoint(with: known) else { return nil }
    guard !wanted.contains(where: isNamed), !index.rereading.relatesYears else { return nil }
    return known
  }

  /// Whether a passage prints a year as a bare number or in short: 1Q21, FY21, '21.
  private func isNamed(_ year: Int) -> Bool {
    let magnitude = FixedPoint(year).billionths
    var isThere = false
    index.collect(index.byPrinted, magnitude, magnitude) { if index.figures[$0.figure].passage >= 0 { isThere = true } }
    if isThere { return true }
    let short = String(year % 100)
    let forms = (["q", "fy", "h", "'", "’", "/", "-"].map { $0 + short } + [short + "年", short + "e"]).map { Array($0.utf8) }
    return index.passages.contains { passage in forms.contains { passage.utf8.holds($0) } }
  }

  /// Whether the sentence of a value says that it is of a year which the material names.
  private func names(_ mention: Mention, _ years: Set<Int>) -> Bool {
    let sentence = TextBounds.sentence(answer.utf8, mention.range)
    return answer.mentions(of: .date).contains { date in
      sentence.contains(date.range.lowerBound) && date.date?.year.map { years.contains($0) } ?? false
    }
  }

  // MARK: Persons

  /// Whether no word of a name stands in the material or in the question.
  private func isUnknownName(_ mention: Mention) -> Bool {
    guard case .key(let name) = mention.reading else { return false }
    let words = name[0] < 0x80 ? name.split(separator: 0x20).filter { $0.count >= 3 }.map(Array.init) : [name]
    guard !words.isEmpty, !AbstentionJudge.openings.contains(words[0]) else { return false }
    return !words.contains { word in index.question.holds(word) || index.passages.contains { $0.utf8.holds(word) } }
  }

  /// Capitals that open a sentence more often than a name.
  private static let openings = Set(
    ["the", "this", "that", "these", "based", "according", "per", "from", "yes", "our", "your", "his", "her", "its", "please", "for"]
      .map { Array($0.utf8) })

  // MARK: Words

  /// Whether the material, in the language of the question, has none of its words.
  private var isOffTopic: Bool {
    let stems = index.questionStems.special
    // With figures of the question the material may be calculated with, whatever its words.
    guard stems.count >= 3, !index.figures.contains(where: { $0.passage < 0 && $0.quantity.role == .measure }) else { return false }
    let isChinese = AbstentionJudge.hasHan(index.question)
    for passage in index.passages {
      guard AbstentionJudge.hasHan(passage.utf8) == isChinese else { return false }
      guard Stems.of(passage.utf8, passage.utf8.indices).isDisjoint(with: stems) else { return false }
    }
    return !isChinese || index.rereading.sharesNoCharacter
  }

  static func hasHan(_ text: [UInt8]) -> Bool { text.contains { (0xE4...0xE9).contains($0) } }
}

/// What a question asks for.
enum Asked {
  case figure, date, person

  private static let words = WordTable<Asked>([
    (.figure, "多少 几个 几天 几年 多长 多大 多高 how_much how_many what_percent what_rate what_amount"),
    (.date, "何时 什么时候 哪天 哪一天 哪一年 哪年 when_did when_does when_will when_is when_was"),
    (.person, "是谁 谁是 谁担任 由谁 哪位 who_is who_was who_are who_serves who_leads who_heads who_manages"),
  ])

  /// What `question` asks for; nil where it asks for something else, or for more than one.
  init?(_ question: [UInt8]) {
    var found: Set<Asked> = []
    Asked.words.forEach(in: question, question.indices) { _, _, asked in found.insert(asked) }
    guard found.count == 1, let only = found.first else { return nil }
    self = only
  }
}
