/// The words of one answer, as the evidence numbers them, and its clauses.
final class AnswerWords {
  private let text: [UInt8]
  private let evidence: EvidenceWords
  private lazy var words = evidence.words(ofAnswer: text)
  let places: WordPlaces
  /// Where the answer names a limit or a condition.
  private(set) lazy var conditions = ConditionWords(text, at: places)

  init(_ text: [UInt8], _ evidence: EvidenceWords, at places: WordPlaces) {
    self.text = text
    self.evidence = evidence
    self.places = places
  }

  func clause(_ range: Range<Int>) -> Range<Int> { places.ends.clause(range) }
  func sentence(_ range: Range<Int>) -> Range<Int> { places.ends.sentence(range) }

  /// The words of `stretch` without those of a mention in it.
  func make(_ stretch: Range<Int>, without mention: Range<Int>? = nil) -> EvidenceWords.Words {
    evidence.make(ofAnswer: words, stretch, without: mention)
  }
}
