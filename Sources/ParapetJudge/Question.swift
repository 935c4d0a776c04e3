public import ParapetEntity
import ParapetFormat
import ParapetText

/// One claim with its number masked, and the figures that may give it.
public struct Question: Sendable {
  /// A figure of the material.
  public struct Source: Sendable {
    /// The passage and the number of the figure in it, such as `kb:prod-07#2/3`.
    public let name: String
    /// How it was read.
    public let quantity: Quantity
    /// What it says, with its clause.
    let line: String
  }

  /// The figures, by the numbers that the adviser uses.
  public let sources: [Source]
  /// What is asked, in words.
  public let prompt: String

  /// `sha256:` and the digest of the prompt.
  public var digest: String { "sha256:" + SHA256.hexDigest(of: Array((Question.instructions + prompt).utf8)) }

  /// What is asked of every claim.
  static let instructions = """
    One figure of a sentence is masked as ▢. Name the figures of the material that give it, and the operation, from what the words say. \
    Answer with one JSON object and nothing else: {"operation": "\(Operation.allCases.map(\.rawValue).joined(separator: "|"))|none", \
    "figures": [numbers in square brackets before the figures, in order]}. Do not calculate. Say none where the material does not give it.
    """

  /// The most figures that are offered.
  private static let most = 60
  /// The longest line of a figure, in bytes.
  private static let reach = 90

  /// A question about the claim at `range` of `answer`, in the sentence `sentence`. Every number of the sentence with the value of the
  /// claim is masked as well.
  init(claim: Quantity, sentence: Range<Int>, numbers: [Mention], answer: [UInt8], asked: [UInt8], sources: [Source]) {
    self.sources = Array(sources.prefix(Question.most))
    func masked(_ text: [UInt8], _ stretch: Range<Int>, _ numbers: [Mention]) -> String {
      var written: [UInt8] = []
      var at = stretch.lowerBound
      for mention in numbers where mention.range.lowerBound >= at && mention.range.upperBound <= stretch.upperBound {
        guard let quantity = mention.quantity else { continue }
        let isSame =
          quantity.value.magnitude == claim.value.magnitude || quantity.printed.magnitude == claim.printed.magnitude
        guard isSame else { continue }
        written += text[at..<mention.range.lowerBound] + Array("▢".utf8)
        at = mention.range.upperBound
      }
      return String(decoding: written + text[at..<stretch.upperBound], as: UTF8.self)
    }
    let question = asked.isEmpty ? "" : "Question: \(masked(asked, asked.indices, Recognizer.mentions(of: .quantity, in: asked)))\n"
    let lines = self.sources.enumerated().map { "[\($0)] \($1.line)" }.joined(separator: "\n")
    prompt = "\(question)Sentence: \(masked(answer, sentence, numbers))\nMaterial:\n\(lines)"
  }

  /// Every figure of `text`, with the words around it.
  static func sources(in text: [UInt8], passage: String) -> [Source] {
    Recognizer.mentions(of: .quantity, in: text).enumerated().compactMap { number, mention in
      guard let quantity = mention.quantity, quantity.role == .measure else { return nil }
      var start = mention.range.lowerBound
      while start > 0, mention.range.lowerBound - start < reach, text[start - 1] != 0x0A { start -= 1 }
      while start < mention.range.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
      let words = String(decoding: text[start..<mention.range.upperBound], as: UTF8.self)
      return Source(name: "\(passage)/\(number)", quantity: quantity, line: words)
    }
  }
}
