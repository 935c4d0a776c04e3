import ParapetEntity
import ParapetGrounding
public import ParapetText

/// An answer and its evidence, told claim by claim in Chinese and in English, with the values.
public struct GroundingStory {
  private let answer: Text
  private let question: Text
  private let passages: [(id: String, text: Text)]
  private let views: [View]
  private let questionView: View
  private let view: View
  private let index: EvidenceIndex

  /// The story of `answer` before `passages`.
  public init(answer: Text, question: Text, passages: [(id: String, text: Text)]) {
    self.answer = answer
    self.question = question
    self.passages = passages
    views = passages.map { $0.text.view(.standard) }
    questionView = question.view(.standard)
    view = answer.view(.standard)
    index = EvidenceIndex(
      passages: zip(passages, views).map { Passage(id: $0.id, utf8: $1.utf8) }, question: questionView.utf8)
  }

  /// One line a mention of `text`: its place in scalars, its kind, what it says, and how that was read.
  public static func mentions(of text: Text) -> String {
    let view = text.view(.standard)
    let ruler = TextRuler(text)
    var lines = ""
    let kinds = MentionKind.allCases.filter { $0 != .money && $0 != .answer }
    let mentions = kinds.flatMap { Recognizer.mentions(of: $0, in: view.utf8) }
    for mention in mentions.sorted(by: { ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue) }) {
      let range = view.original(mention.range)
      let span = ruler.span(range).scalar
      lines += "\(span.lowerBound)–\(span.upperBound)\t\(mention.kind.rawValue)\t\(text.string(in: range))\t\(reading(mention.reading))\n"
    }
    return lines
  }

  private static func reading(_ reading: Mention.Reading) -> String {
    switch reading {
    case .quantity(let quantity):
      let hedge = quantity.hedge.map { ", \($0)" } ?? ""
      let currency = quantity.currency.map { ", \($0)" } ?? ""
      return
        "\(quantity.value.text) \(quantity.unit)\(currency)\(hedge), ±\(FixedPoint(billionths: quantity.precision.billionths / 2).text)"
    case .date(let date):
      let parts = [("year", date.year), ("part", date.part), ("quarter", date.quarter), ("month", date.month), ("day", date.day)]
      return parts.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
    case .key(let key): return String(decoding: key, as: UTF8.self)
    case .equation(let equation): return "= \(equation.computed.text)"
    case .direction(let direction): return "\(direction)"
    case .statement(.done(let verb)): return "done: \(String(decoding: verb, as: UTF8.self))"
    case .check(let check): return "\(check.outcome)"
    case .statement(.highest): return "highest"
    case .statement(.lowest): return "lowest"
    case .statement(.offered): return "offered"
    case .statement(.current(let verb)): return "by now: \(String(decoding: verb, as: UTF8.self))"
    case .statement(.granted(let thing)): return "granted: \(String(decoding: thing, as: UTF8.self))"
    case .statement(.said(let speaker)): return "said by \(String(decoding: speaker, as: UTF8.self))"
    }
  }

  /// Every claim, in reading order.
  public func text(_ style: Style) -> String {
    let ruler = TextRuler(answer)
    var told: [(start: Int, lines: String)] = []
    var reached: Set<Cap> = []
    for kind in MentionKind.allCases where kind != .money {
      for judgement in index.judge(kind, in: view.utf8) {
        let range = view.original(judgement.range)
        let span = ruler.span(range).scalar
        var lines = "\(span.lowerBound)–\(span.upperBound) \(style.bold(answer.string(in: range)))  (\(judgement.unit))\n"
        switch judgement.outcome {
        case .supported: lines += "  ✓ " + carried(judgement.proof) + "\n"
        case .unsupported(let fault):
          lines += "  ✗ \(fault.kind) · \(fault.tier.rawValue)\n    \(fault.reasonZh)\n    \(fault.reasonEn)\n"
          if let nearest = judgement.nearest { lines += "    ≈ " + quote(.passage(nearest.passage), nearest.range) + "\n" }
          if judgement.proof != nil { lines += "    " + carried(judgement.proof) + "\n" }
        }
        told.append((judgement.range.lowerBound, lines))
      }
      reached.formUnion(index.reached)
    }
    guard !told.isEmpty else { return "没有可核对的内容。 There is nothing to check.\n" }
    let caps = Cap.allCases.filter(reached.contains).compactMap { Cap.words(for: $0.rawValue) }
    return told.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element.lines).joined()
      + caps.map { "? \($0.zh)。 \($0.en).\n" }.joined()
  }

  /// A proof in words.
  private func carried(_ proof: Proof?) -> String {
    guard let proof else { return "无须依据。 Needs no evidence." }
    let words = ProofWords.of(proof.operation)
    let quotes = proof.operands.map { quote($0.source, $0.range) }
    let texts = proof.operands.map { string($0.source, $0.range) }
    var line = "\(words.0)（\(words.1)）：" + quotes.joined(separator: "；")
    if let formula = proof.formula(texts) { line += "\n    " + formula }
    if let chance = proof.chance { line += "\n    偶然得到此数的期望次数为千分之\(chance)。 Luck alone would give it \(chance) times in a thousand." }
    return line
  }

  private func string(_ source: Proof.Operand.Source, _ range: Range<Int>) -> String {
    switch source {
    case .passage(let number): passages[number].text.string(in: views[number].original(range))
    case .question: question.string(in: questionView.original(range))
    case .answer: answer.string(in: view.original(range))
    }
  }

  private func quote(_ source: Proof.Operand.Source, _ range: Range<Int>) -> String {
    let place =
      switch source {
      case .passage(let number): passages[number].id
      case .question: "提问 question"
      case .answer: "回答 answer"
      }
    return "“\(string(source, range))” [\(place)]"
  }
}
