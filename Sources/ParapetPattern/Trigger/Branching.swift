/// Chooses what to look for.
enum Branching {
  /// More branches than this are not worth it, and more than this are not put together to see whether they are fewer.
  private static let mostBranches = 64
  private static let mostAlternatives = 1024
  /// A sign of this value needs no gate.
  private static let rareEnough = 26.0
  /// What a gate must be worth, in bits: commoner words stand in every other text.
  private static let worthAGate = 12.0

  /// The branches of a pattern, or nil when some match has no sign.
  static func branches(of outline: Outline) -> [Trigger.Branch]? {
    branches(of: outline, behind: .none).map { $0.map(\.branch) }
  }

  /// A branch on the way, with what its sign is worth.
  private struct Choice {
    var branch: Trigger.Branch
    var value: Double
  }

  private static func branches(of outline: Outline, behind start: Outline.Width) -> [Choice]? {
    switch outline.structure {
    case .choice(let alternatives):
      var all: [Choice] = []
      for alternative in alternatives {
        guard let branches = branches(of: alternative, behind: start), all.count + branches.count <= mostAlternatives else { return nil }
        all += branches
      }
      let few = merged(all)
      return few.count <= mostBranches ? few : nil
    case .repeated(let inside):
      // What is repeated once at least begins where the whole does.
      let own = Outline.sequence([outline]).anchors.max { $0.value < $1.value }
      if let inner = branches(of: inside, behind: start), inner.map(\.value).min() ?? 0 > own?.value ?? 0 { return inner }
      return own.map { [choice($0.moved(by: start))] }
    case .sequence(let items): return branches(of: outline, items, behind: start)
    case .simple: return outline.whole.map { [choice($0.moved(by: start))] } ?? branches(of: .sequence([outline]), [outline], behind: start)
    }
  }

  /// The branches of a sequence: its own best sign, or those of one of its items where they are much rarer.
  private static func branches(of whole: Outline, _ items: [Outline], behind start: Outline.Width) -> [Choice]? {
    let best = whole.anchors.max { $0.value < $1.value }
    var inner: (choices: [Choice], value: Double)?
    var before = start
    for (index, item) in items.enumerated() {
      defer { before = before + item.width }
      if case .simple = item.structure { continue }
      guard let choices = branches(of: item, behind: before), let worth = choices.map(\.value).min(), worth > inner?.value ?? 0 else {
        continue
      }
      inner = (choices.map { gated($0, whole.anchors.filter { !$0.items.contains(index) }) }, worth)
    }
    if let inner, inner.value > (best?.value ?? 0) + 3 { return inner.choices }
    guard let best else { return inner?.choices }
    return [gated(choice(best.moved(by: start)), whole.anchors.filter { !$0.items.overlaps(best.items) })]
  }

  private static func choice(_ anchor: Anchor) -> Choice {
    Choice(
      branch: Trigger.Branch(sign: anchor.sign.trigger, least: anchor.least, most: anchor.most, besides: nil, edges: anchor.edges),
      value: anchor.value)
  }

  /// `choice`, open only where the rarest literal of `others` stands as well.
  private static func gated(_ choice: Choice, _ others: [Anchor]) -> Choice {
    guard choice.branch.besides == nil, choice.value < rareEnough else { return choice }
    var gated = choice
    var rarest = worthAGate
    for anchor in others where anchor.rarity > rarest {
      guard let literals = anchor.literals else { continue }
      (gated.branch.besides, rarest) = (literals, anchor.rarity)
    }
    return gated
  }

  /// Branches that differ in their literals only are one.
  private static func merged(_ choices: [Choice]) -> [Choice] {
    var result: [Choice] = []
    for choice in choices {
      let known = result.firstIndex {
        $0.branch.besides == choice.branch.besides && $0.branch.least == choice.branch.least && $0.branch.most == choice.branch.most
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
