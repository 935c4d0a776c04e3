public import ParapetEngine
import ParapetEntity
import ParapetGrounding
import ParapetRule
import ParapetText
public import ParapetVerdict

/// Has claims that the rules are not sure of looked at by an adviser.
///
/// A claim that is certainly wrong is not asked about, and nothing that an adviser says takes a finding away.
public struct Reviewer: Sendable {
  private let adviser: any Adviser
  private let mostClaims: Int

  /// A reviewer that asks `adviser` about at most `mostClaims` claims an event.
  public init(_ adviser: any Adviser, mostClaims: Int = 4) {
    self.adviser = adviser
    self.mostClaims = mostClaims
  }

  /// The review of what `verdict` lets through of `event`; nil where there is nothing to ask.
  public func review(_ event: Event, _ verdict: Verdict) -> Review? {
    guard verdict.decision <= .modify, event.stage == .output, let text = event.text, let context = event.context, !context.isEmpty else {
      return nil
    }
    let view = text.view(.standard)
    let asked = event.input?.view(.standard).utf8 ?? []
    let passages = context.map { Passage(id: $0.id, utf8: $0.text.view(.standard).utf8, asOf: $0.asOf) }
    let index = EvidenceIndex(passages: passages, question: asked)
    let numbers = Recognizer.mentions(of: .quantity, in: view.utf8)
    let readings = Dictionary(numbers.map { ($0.range, $0) }) { first, _ in first }
    let ruler = TextRuler(text)
    let sources = passages.flatMap { Question.sources(in: $0.utf8, passage: $0.id) }
    var opinions: [Review.Opinion] = []
    for judgement in index.judge(.quantity, in: view.utf8) where opinions.count < mostClaims {
      guard case .unsupported(let fault) = judgement.outcome, fault.tier != .certain else { continue }
      guard let claim = readings[judgement.range]?.quantity else { continue }
      let sentence = Sentence.around(judgement.range, in: view.utf8)
      // What is masked in the answer is not sent.
      let original = view.original(sentence)
      guard !verdict.edits.contains(where: { $0.part == "/text" && $0.span.utf8.overlaps(original) }) else { continue }
      let question = Question(
        claim: claim, sentence: sentence, numbers: numbers, answer: view.utf8, asked: asked, sources: sources)
      opinions.append(opinion(on: claim, question, ruler.span(view.original(judgement.range))))
    }
    return opinions.isEmpty ? nil : Review(model: adviser.model, opinions: opinions)
  }

  private func opinion(on claim: Quantity, _ question: Question, _ span: TextSpan) -> Review.Opinion {
    var opinion = Review.Opinion(part: "/text", span: span, prompt: question.digest, outcome: "undecided")
    switch adviser.advice(on: question) {
    case .undecided: break
    case .failed(let why):
      opinion.outcome = "failed"
      opinion.why = why
    case .named(let operation, let figures):
      guard figures.allSatisfy(question.sources.indices.contains), Set(figures).count == figures.count else { break }
      opinion.operation = operation.rawValue
      opinion.operands = figures.map { question.sources[$0].name }
      let results = NamedCalculation.results(operation, figures.map { question.sources[$0].quantity })
      if !results.isEmpty { opinion.outcome = NamedCalculation.gives(results, claim) ? "agrees" : "differs" }
    }
    return opinion
  }
}

/// Sentences, as questions quote them.
enum Sentence {
  /// The stretch around `range` between line ends, full stops and `。！？；`, no longer than 400 bytes on either side.
  static func around(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    func ends(_ at: Int) -> Bool {
      switch text[at] {
      case 0x0A, 0x21, 0x3F: true
      case 0x2E: at + 1 >= text.count || text[at + 1] <= 0x20
      case 0x82: at >= 2 && text[at - 2] == 0xE3 && text[at - 1] == 0x80
      default: false
      }
    }
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 400, !ends(start - 1) { start -= 1 }
    while start < range.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < 400, !ends(end) { end += 1 }
    while end > range.upperBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
