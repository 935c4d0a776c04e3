/// Chooses what to look for.
struct Branching {
  /// More branches than this are not worth it, and more than this are not put together to see whether they are fewer.
  private static let mostBranches = 64
  private static let mostAlternatives = 1024
  /// What a gate must be worth, in bits: to note a word that stands in every other text costs less than to try a pattern there in vain.
  private let worthAGate: Double

  /// The branches of a pattern, or nil when some match has no sign. What is steep is gated by anything rarer than a digit, even by a letter.
  static func branches(of outline: Outline, isSteep: Bool) -> [Trigger.Branch]? {
    Branching(worthAGate: isSteep ? 4 : 8).choices(of: outline).map { $0.map(\.branch) }
  }

  /// A branch on the way, with what its sign is worth.
  private struct Choice {
    var branch: Trigger.Branch
    var value: Double
    /// Whether its sign is looked for ahead.
    var isAhead: Bool

    /// The same, seen from something `width` in front of it.
    func moved(by width: Outline.Width) -> Choice {
      var moved = self
      moved.branch.least += width.least
      moved.branch.most = branch.most.flatMap { a in width.most.map { a + $0 } }
      return moved
    }
  }

  private func choices(of outline: Outline) -> [Choice]? {
    switch outline.structure {
    case .choice(let alternatives):
      var all: [Choice] = []
      for alternative in alternatives {
        guard let choices = self.choices(of: alternative), all.count + choices.count <= Self.mostAlternatives else { return nil }
        all += choices
      }
      let few = merged(all)
      return few.count <= Self.mostBranches ? few : nil
    case .repeated(let inside):
      // What is repeated once at least begins where the whole does.
      let own = Outline.sequence([outline]).anchors.max { $0.value < $1.value }
      if let inner = choices(of: inside), inner.map(\.value).min() ?? 0 > own?.value ?? 0 { return inner }
      return own.map { [choice($0)] }
    case .sequence(let items): return choices(of: outline, items)
    case .simple: return outline.whole.map { [choice($0)] } ?? choices(of: .sequence([outline]), [outline])
    }
  }

  /// The choices of a sequence: its own best sign, or those of one of its items where they are much rarer.
  private func choices(of whole: Outline, _ items: [Outline]) -> [Choice]? {
    let best = whole.anchors.max { $0.value < $1.value }
    var inner: (choices: [Choice], value: Double)?
    var before = Outline.Width.none
    for (index, item) in items.enumerated() {
      defer { before = before + item.width }
      if case .simple = item.structure { continue }
      guard let choices = self.choices(of: item), let worth = choices.map(\.value).min(), worth > inner?.value ?? 0 else { continue }
      inner = (choices.map { gated($0.moved(by: before), at: index...index, whole.anchors) }, worth)
    }
    if let inner, inner.value > (best?.value ?? 0) + 3 { return inner.choices }
    guard let best else { return inner?.choices }
    return [gated(choice(best), at: best.items, whole.anchors)]
  }

  private func choice(_ anchor: Anchor) -> Choice {
    Choice(
      branch: Trigger.Branch(sign: anchor.sign.trigger, least: anchor.least, most: anchor.most, besides: nil, edges: anchor.edges),
      value: anchor.value, isAhead: anchor.isAhead)
  }

  /// `choice`, whose sign is of `items` of a sequence, open only where the rarest literal of its other `anchors` stands as well.
  private func gated(_ choice: Choice, at items: ClosedRange<Int>, _ anchors: [Anchor]) -> Choice {
    guard choice.branch.besides == nil else { return choice }
    var gated = choice
    var rarest = worthAGate
    for anchor in anchors where anchor.rarity > rarest && !anchor.items.overlaps(items) {
      guard let words = anchor.literals else { continue }
      gated.branch.besides = companion(of: choice, at: items, anchor, words)
      rarest = anchor.rarity
    }
    return gated
  }

  /// `anchor` as seen from the sign of `choice`, both in one sequence.
  private func companion(
    of choice: Choice, at items: ClosedRange<Int>, _ anchor: Anchor, _ words: Spellings
  ) -> Trigger.Companion {
    let branch = choice.branch
    // Runs of blanks and of words count as no bound here: nobody measures them for a gate.
    let (sign, other) = (branch.most.flatMap(\.bytesAlone), anchor.most.flatMap(\.bytesAlone))
    var least = sign.map { anchor.least - $0 }
    // What comes later in the sequence stands behind the sign, but not behind one that is looked for ahead.
    if !choice.isAhead, anchor.items.lowerBound > items.upperBound { least = max(least ?? 1, 1) }
    return Trigger.Companion(words: words, least: least, most: other.map { $0 - branch.least })
  }

  /// Branches that differ in their literals only are one.
  private func merged(_ choices: [Choice]) -> [Choice] {
    var result: [Choice] = []
    for choice in choices {
      let known = result.firstIndex {
        $0.branch.besides == choice.branch.besides && $0.branch.least == choice.branch.least && $0.branch.most == choice.branch.most
          && $0.branch.edges == choice.branch.edges
      }
      guard let known, case .literals(let more) = choice.branch.sign, case .literals(let some) = result[known].branch.sign else {
        result.append(choice)
        continue
      }
      result[known].branch.sign = .literals(some.with(more))
      result[known].value = min(result[known].value, choice.value)
    }
    return result
  }
}

extension Anchor.Sign {
  /// As triggers name it.
  fileprivate var trigger: Trigger.Sign {
    switch self {
    case .literals(let spellings): .literals(spellings)
    case .digits(let least): .digits(least)
    case .spacedDigits(let least): .spacedDigits(least)
    case .token(let least): .token(least)
    case .at: .at
    }
  }
}
