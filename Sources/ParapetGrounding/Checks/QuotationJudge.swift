import ParapetEntity

/// Quotations against the texts they should come from.
struct QuotationJudge {
  let index: EvidenceIndex
  let answer: [UInt8]

  func judgements() -> [ClaimJudgement] {
    let mentions = Recognizer.mentions(of: .quotation, in: answer)
    guard !mentions.isEmpty else { return [] }
    let sources = index.rereading.letters
    // What is quoted again is looked for once.
    var known: [[UInt8]: Bool] = [:]
    func isMissing(_ piece: ArraySlice<UInt8>) -> Bool {
      let letters = RegisterName.letters(piece)
      guard letters.count >= 6 else { return false }
      if let known = known[letters] { return known }
      let isMissing = !sources.contains { $0[...].hasExactly(letters) }
      known[letters] = isMissing
      return isMissing
    }
    return mentions.map { mention in
      var isSaid = false
      if case .key(let key) = mention.reading { isSaid = key.elementsEqual("said".utf8) }
      let fault = pieces(answer[mention.range]).contains(where: isMissing) ? fault(isSaid: isSaid) : nil
      return ClaimJudgement(
        range: mention.range, unit: "quotation", outcome: fault.map { .unsupported($0) } ?? .supported(derivation: nil), nearest: nil)
    }
  }

  /// What is wrong with words in quotation marks that the sources lack.
  private func fault(isSaid: Bool) -> ClaimJudgement.Fault {
    // Words that nobody is said to have said may be a term or an emphasis.
    guard isSaid else { return CheckFault.quotation.fault(.warn) }
    // The material may be part of a larger text: that it lacks the words makes them doubtful, not false.
    return CheckFault.quotation.fault(.likely)
  }

  /// What stands on either side of dots of omission, which is looked for by itself.
  private func pieces(_ words: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let dots = Array("…".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start = words.startIndex
    var at = start
    while at + 3 <= words.endIndex {
      if words[at...].starts(with: dots) || words[at...].starts(with: [0x2E, 0x2E, 0x2E]) {
        pieces.append(words[start..<at])
        start = at + 3
        at = start
      } else {
        at += 1
      }
    }
    return pieces + [words[start...]]
  }
}

extension RegisterName {
  /// Letters, digits and Han characters, ASCII letters in lower case: what is left of a quotation when its dress is taken off.
  static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if byte < 0x80 {
        if byte.isASCIILetter || byte.isASCIIDigit || byte == 0x25 { kept.append(byte.lowerLetter) }
        at += 1
      } else {
        let end = min(text.endIndex, at + (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2))
        if (0xE4...0xE9).contains(byte) { kept += text[at..<end] }
        at = end
      }
    }
    return kept
  }
}
