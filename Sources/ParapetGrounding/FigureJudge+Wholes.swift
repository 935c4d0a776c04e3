import ParapetEntity

/// Shares that are called all there is: 股票45%、债券30%、现金20%，为全部配置.
extension FigureJudge {
  /// The last of the shares in each sentence that calls them all of something, where they do not make a hundred within their rounding, with
  /// what they make.
  func falseWholes() -> [(mention: Int, proof: Proof)] {
    guard mentions.count > 1 else { return [] }
    var found: [(mention: Int, proof: Proof)] = []
    let wholes = FigureJudge.wholes
    words.places.forEach(.wholes) { at in
      wholes.forEach(in: answer, at: at) { end, _ in
        guard let (last, proof) = falseWhole(at..<end), found.last?.mention != last else { return }
        found.append((last, proof))
      }
    }
    return found
  }

  /// The last of the shares that the words at `range` call all of something, where they are no whole, with what they make.
  private func falseWhole(_ range: Range<Int>) -> (mention: Int, proof: Proof)? {
    let sentence = words.sentence(range)
    guard !isLimited(range.lowerBound, in: sentence), let shares = shares(in: sentence, around: range), let last = shares.last else {
      return nil
    }
    var sum = FixedPoint.zero
    var slack = FixedPoint.zero
    for share in shares {
      sum = sum + mentions[share].quantity.value
      slack = slack + mentions[share].quantity.precision
    }
    guard (sum - FixedPoint(100)).magnitude.billionths * 2 > slack.billionths else { return nil }
    let operands = shares.prefix(12).map { Proof.Operand(source: .answer, range: mentions[$0].range) }
    return (last, Proof(operation: "total", operands: operands, result: sum))
  }

  /// The percentages of a sentence, where they can be the shares of one whole: two or more, none of them a change, a hundred, of a share or
  /// about so much, and none behind the words at `whole` if some stand before.
  private func shares(in sentence: Range<Int>, around whole: Range<Int>) -> [Int]? {
    guard !cueWords.within(sentence).contains(.changing), !FigureJudge.parts.contains(where: { answer[sentence].holds($0) }) else {
      return nil
    }
    var shares: [Int] = []
    var at = mentions.firstAtOrAfter(sentence.lowerBound)
    while at < mentions.count, mentions[at].range.lowerBound < sentence.upperBound {
      let quantity = mentions[at].quantity
      at += 1
      guard quantity.unit == .percent else { continue }
      guard quantity.role == .measure, quantity.hedge == nil, quantity.value > .zero, quantity.value < FixedPoint(100) else { return nil }
      shares.append(at - 1)
    }
    guard shares.count > 1, let first = shares.first, let last = shares.last else { return nil }
    let isBefore = mentions[last].range.upperBound <= whole.lowerBound
    let isBehind = mentions[first].range.lowerBound >= whole.upperBound
    return isBefore || isBehind ? shares : nil
  }

  /// Whether what is said of all is denied, or not quite all.
  private func isLimited(_ at: Int, in sentence: Range<Int>) -> Bool {
    let before = answer[max(sentence.lowerBound, at - 16)..<at]
    return FigureJudge.limits.contains { before.holds($0) }
  }

  private static let limits = ["非", "不", "未", "几乎", "基本", "近乎", "not", "almost", "nearly", "virtually", "substantially"].map {
    Array($0.utf8)
  }
  private static let parts = ["其中", "另", "其余", "剩余", "占全部", "of which", "including", "remain", "rest "].map { Array($0.utf8) }

  /// Words by which shares are called all of something.
  static let wholes = WordTable<Bool>([
    (
      true,
      """
      为全部 即全部 是全部 构成全部 组成全部 便是全部 合为全部 全部配置为 全部持仓为 全部资产为 全部由 全部配置在 all_of_the_portfolio all_of_the_fund all_of_its_assets \
      all_of_the_assets the_whole_portfolio the_entire_portfolio the_whole_fund the_entire_fund the_whole_of_the the_entire_allocation
      """
    )
  ])
}
