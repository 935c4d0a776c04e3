import ParapetEntity
import ParapetGrounding
import ParapetRule
import ParapetText
import ParapetVerdict

/// What several rules ask of one event's answer and evidence, done once; and the evidence of the last events, for answers that rest on
/// the same.
final class EvidenceShelf {
  /// Evidence as one fold shows it. It is handed on for each claim: one reference takes little.
  final class Evidence {
    let fold: Fold
    let passages: [Event.Passage]
    let views: [View]
    let question: [UInt8]
    let index: EvidenceIndex
    private let rulers = Rulers()

    /// What it takes of memory, roughly: the texts.
    var bytes: Int { views.reduce(question.count) { $0 + $1.utf8.count } }

    init(fold: Fold, passages: [Event.Passage], views: [View], question: [UInt8]) {
      self.fold = fold
      self.passages = passages
      self.views = views
      self.question = question
      index = EvidenceIndex(passages: zip(passages, views).map { Passage(id: $0.id, utf8: $1.utf8, asOf: $0.asOf) }, question: question)
    }

    /// A stretch of a folded passage, in the passage as it was received.
    func place(_ passage: Int, _ range: Range<Int>) -> Finding.Grounding.Nearest? {
      guard passages.indices.contains(passage) else { return nil }
      return Finding.Grounding.Nearest(
        id: passages[passage].id, span: rulers.span(views[passage].original(range), of: passage, passages[passage].text))
    }

    func isSame(_ fold: Fold, _ passages: [Event.Passage], _ question: [UInt8]) -> Bool {
      self.fold == fold && self.question == question && self.passages.count == passages.count
        && zip(self.passages, passages).allSatisfy { $0.id == $1.id && $0.asOf == $1.asOf && $0.text.utf8 == $1.text.utf8 }
    }
  }

  /// What was judged before.
  private struct Judged {
    let kind: MentionKind
    let index: EvidenceIndex
    let options: GroundingOptions
    let answers: Answers
  }

  /// What was found of the claims of a kind.
  struct Answers {
    /// By where each claim stands.
    let judgements: Judgements
    /// The bounds that were reached.
    let reached: Set<Cap>
  }

  /// Judgements in the order of their claims.
  struct Judgements {
    let all: [ClaimJudgement]

    init(_ judgements: [ClaimJudgement]) {
      let isOrdered = judgements.indices.dropFirst().allSatisfy { judgements[$0 - 1].range.lowerBound <= judgements[$0].range.lowerBound }
      all =
        isOrdered
        ? judgements
        : judgements.enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
          .map(\.element)
    }

    /// The place in `all` of the first judgement on a claim at `range`, which most often is `likely`.
    func place(of range: Range<Int>, likely: Int) -> Int? {
      if likely < all.count, all[likely].range == range, likely == 0 || all[likely - 1].range.lowerBound < range.lowerBound {
        return likely
      }
      var low = (0..<all.count).partitioningIndex { all[$0].range.lowerBound >= range.lowerBound }
      while low < all.count, all[low].range.lowerBound == range.lowerBound {
        if all[low].range == range { return low }
        low += 1
      }
      return nil
    }
  }

  /// By the reader of the answer.
  private var judged: [ObjectIdentifier: [Judged]] = [:]
  private var asked: [(fold: Fold, sources: [String], evidence: Evidence)] = []
  /// The evidence asked for last, the latest first.
  private var kept: [Evidence] = []
  /// The question, in each fold that was asked for, and rulers for it and for the parts.
  private var questions: [(fold: Fold, view: View)] = []
  private let rulers = Rulers()
  /// The most evidence that is kept from event to event.
  private static let most = (indexes: 4, bytes: 262_144)

  /// Lets go of the event that was judged.
  func end() {
    guard !asked.isEmpty else { return }
    judged = [:]
    asked.clear()
    questions.clear()
    rulers.removeAll()
  }

  /// A stretch of a part, in all the ways of counting.
  func span(_ range: Range<Int>, ofPart part: Int, _ text: Text) -> TextSpan { rulers.span(range, of: part, text) }

  /// A stretch of the question as `fold` shows it, in the question as it was received.
  func span(_ range: Range<Int>, ofQuestion text: Text, _ fold: Fold) -> TextSpan {
    let known = questions.first { $0.fold == fold }?.view
    let view = known ?? text.view(fold)
    if known == nil { questions.append((fold, view)) }
    return rulers.span(view.original(range), of: -1, text)
  }

  /// The evidence of `sources`, of which `passages` and `question` are what the event gives.
  func evidence(_ fold: Fold, _ sources: [String], passages: () -> [Event.Passage], question: () -> [UInt8]) -> Evidence {
    if let known = asked.first(where: { $0.fold == fold && $0.sources == sources }) { return known.evidence }
    let (passages, question) = (passages(), question())
    let evidence: Evidence
    if let place = kept.firstIndex(where: { $0.isSame(fold, passages, question) }) {
      evidence = kept.remove(at: place)
    } else {
      evidence = Evidence(fold: fold, passages: passages, views: passages.map { $0.text.view(fold) }, question: question)
    }
    asked.append((fold, sources, evidence))
    if evidence.bytes <= EvidenceShelf.most.bytes {
      kept.insert(evidence, at: 0)
      if kept.count > EvidenceShelf.most.indexes { kept.removeLast() }
    }
    return evidence
  }

  /// The judgements on every claim of a kind.
  func judgements(
    _ kind: MentionKind, _ reader: MentionReader, _ index: EvidenceIndex, _ options: GroundingOptions
  ) -> Answers {
    let known = judged[ObjectIdentifier(reader)]?.first { $0.kind == kind && $0.index === index && $0.options == options }
    if let known { return known.answers }
    let all = index.judge(kind, in: reader, options: options)
    let answers = Answers(judgements: Judgements(all), reached: index.reached)
    judged[ObjectIdentifier(reader), default: []].append(Judged(kind: kind, index: index, options: options, answers: answers))
    return answers
  }
}
