import ParapetText

/// Stretches of one text, ready to be asked which of them touch a range.
struct Coverage<Label> {
  private let stretches: [(range: Range<Int>, label: Label)]
  /// The furthest end of the stretches up to each.
  private let reach: [Int]

  init(_ stretches: [(range: Range<Int>, label: Label)]) {
    if stretches.count < 2 {
      self.stretches = stretches
      reach = stretches.map(\.range.upperBound)
      return
    }
    let sorted = stretches.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
    self.stretches = sorted
    var furthest = 0
    reach = sorted.map {
      furthest = max(furthest, $0.range.upperBound)
      return furthest
    }
  }

  /// The stretches that share something with `range`, in order.
  ///
  /// - Complexity: logarithmic, and linear in what lies between the first and the last of them.
  func touching(_ range: Range<Int>) -> [(range: Range<Int>, label: Label)] {
    if stretches.isEmpty { return [] }
    let low = (0..<stretches.count).partitioningIndex { stretches[$0].range.lowerBound >= range.upperBound }
    var found: [(range: Range<Int>, label: Label)] = []
    var index = low - 1
    while index >= 0, reach[index] > range.lowerBound {
      if stretches[index].range.overlaps(range) { found.append(stretches[index]) }
      index -= 1
    }
    return found.count < 2 ? found : found.reversed()
  }
}
