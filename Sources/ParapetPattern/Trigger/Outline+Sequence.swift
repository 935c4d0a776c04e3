extension Outline {
  /// `outlines` one after another.
  static func sequence(_ outlines: [Outline]) -> Outline {
    var result = Outline()
    var starts: [Width] = []
    for (index, outline) in outlines.enumerated() {
      starts.append(result.width)
      for anchor in outline.anchors {
        var moved = anchor.moved(by: result.width)
        moved.items = index...index
        result.anchors.append(moved)
      }
      if result.width.least == 0 { result.firsts = result.firsts.union(outline.firsts) }
      result.lasts = outline.width.least == 0 ? result.lasts.union(outline.lasts) : outline.lasts
      result.characters = result.characters.union(outline.characters)
      result.width = result.width + outline.width
      result.spellings = result.spellings.flatMap { a in outline.spellings.flatMap { a.followed(by: $0) } }
      result.digits = result.digits.flatMap { a in outline.digits.map { a.then($0) } }
      result.heads = result.heads.then(outline.heads)
      result.isToken = result.isToken && outline.isToken
      result.isBlank = result.isBlank && outline.isBlank
      result.isWord = result.isWord && outline.isWord
    }
    result.anchors += literalAnchors(outlines, starts)
    result.anchors += runs(outlines, starts)
    if result.anchors.count > mostAnchors {
      result.anchors.sort { ($0.value, -$0.items.lowerBound) > ($1.value, -$1.items.lowerBound) }
      result.anchors.removeLast(result.anchors.count - mostAnchors)
    }
    result.structure = .sequence(outlines)
    return result
  }

  /// Runs of items that can be spelled out: from each item where one can begin, what is worth looking at, and what is longest.
  private static func literalAnchors(_ outlines: [Outline], _ starts: [Width]) -> [Anchor] {
    var anchors: [Anchor] = []
    func note(_ spellings: Spellings, _ items: ClosedRange<Int>) {
      guard let rarity = Rarity.of(spellings) else { return }
      let start = starts[items.lowerBound]
      // Most numbers of so many digits are a run of digits, told once instead of at each of its places.
      if let digits = spellings.digitsOfMost, let commoner = Rarity.of(digits: digits) {
        anchors.append(
          Anchor(
            sign: .digits(digits), least: start.least, most: start.most, rarity: min(rarity, commoner), items: items,
            edges: Edges(of: items, in: outlines)))
        return
      }
      anchors.append(
        Anchor(
          sign: spellings.isAt ? .at : .literals(spellings), least: start.least, most: start.most, rarity: rarity, items: items,
          edges: Edges(of: spellings, items, in: outlines)))
    }
    var first = 0
    while first < outlines.count {
      guard var spelled = outlines[first].spellings, !spelled.isNothing else {
        first += 1
        continue
      }
      var last = first
      var next = first + 1
      while next < outlines.count, let more = outlines[next].spellings, let longer = spelled.followed(by: more) {
        // All numbers of so many digits, with something behind them, are a run of digits with an edge.
        if spelled.digitsOfMost != nil, !more.isNothing, longer.digitsOfMost == nil { break }
        // Longer is rarer, unless there are many ways to go on.
        if more.count > 1 { note(spelled, first...last) }
        spelled = longer
        last = next
        next += 1
      }
      note(spelled, first...last)
      // A part of what has one spelling cannot be rarer than the whole.
      first += 1
      while first <= last, outlines[first - 1].spellings?.count == 1, outlines[first].spellings?.count == 1 { first += 1 }
    }
    return anchors
  }

  /// Runs of items that are digits, digits and separators, or parts of one token.
  private static func runs(_ outlines: [Outline], _ starts: [Width]) -> [Anchor] {
    digitRuns(outlines, starts, longestGap: 0) + digitRuns(outlines, starts, longestGap: Trigger.longestGap) + tokens(outlines, starts)
  }

  private static func digitRuns(_ outlines: [Outline], _ starts: [Width], longestGap: Int) -> [Anchor] {
    var anchors: [Anchor] = []
    var first = 0
    while first < outlines.count {
      var shape = DigitShape.nothing
      var end = first
      while end < outlines.count, let next = outlines[end].digits {
        let longer = shape.then(next)
        // Without gaps, what is left out in front of the digits would be one.
        guard longer.gap <= longestGap, longestGap > 0 || (longer.lead == 0 && longer.trail == 0) else { break }
        shape = longer
        end += 1
      }
      if let rarity = Rarity.of(digits: shape.least) {
        anchors.append(
          Anchor(
            sign: longestGap == 0 ? .digits(shape.least) : .spacedDigits(shape.least), least: starts[first].least,
            most: starts[first].most.map { $0 + Reach(bytes: shape.lead) }, rarity: longestGap == 0 ? rarity : rarity - 1,
            items: first...end - 1, edges: longestGap == 0 ? Edges(of: first...end - 1, in: outlines) : .any))
      }
      first = max(end, first + 1)
    }
    return anchors
  }

  private static func tokens(_ outlines: [Outline], _ starts: [Width]) -> [Anchor] {
    var anchors: [Anchor] = []
    var first = 0
    while first < outlines.count {
      var end = first
      var length = 0
      while end < outlines.count, outlines[end].isToken {
        length += outlines[end].width.least
        end += 1
      }
      if let rarity = Rarity.of(token: length) {
        anchors.append(
          Anchor(sign: .token(length), least: starts[first].least, most: starts[first].most, rarity: rarity, items: first...end - 1))
      }
      first = max(end, first + 1)
    }
    return anchors
  }
}
