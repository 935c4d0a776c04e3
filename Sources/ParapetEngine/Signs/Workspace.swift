import Glibc
import ParapetPattern
import ParapetText

/// A step on the way to a view.
private enum FoldStep: Equatable {
  case characters(Fold)
  case numerals(acrossGaps: Bool)
  case gaps
}

/// What judging needs room for, kept from event to event by one judge.
final class Workspace {
  let plan: SignPlan
  /// Where the clause at hand has to look.
  private(set) var ranges: [Range<Int>] = []

  /// Rosters of the kinds of event seen so far.
  var rosters: [Roster] = []
  static let mostRosters = 64
  /// How many sights stay from event to event; few events have so many parts.
  private static let mostSights = 256
  /// Whether signs may have been missed.
  private(set) var isBlind = false
  /// How many matches each rule tried that was seen to find nothing in this event, and the rules for which that is known.
  private var vainMatches: [Int]
  private var vain: [Int] = []
  /// For whom the text in `scratch` has been looked at and not let go, when somebody may want to look again.
  private var kept: Roster?

  /// What grounding rules have read of the event, and of the evidence of the last ones.
  let shelf = EvidenceShelf()

  /// What the clauses of the rule at hand have found.
  var found = Found()

  private var buffer = ScanBuffer()
  private var events = SignEvents()
  private var marks: SignMarks
  private var sights: [Sight] = []
  private var used = 0
  /// The sight of each view of each part, or -1.
  private var places: [Int] = []
  /// What a step of folding made of the part at hand, folded so far as it says.
  private var foldSteps: [(from: Fold, step: FoldStep, view: View)] = []
  private var triggers: Triggers
  /// The rules that are looked at, in order.
  private(set) var visits: [Int] = []
  private var scratch: [UInt8] = []

  init(_ plan: SignPlan, rules: Int) {
    self.plan = plan
    marks = SignMarks(plan)
    triggers = Triggers(rules: rules)
    vainMatches = Array(repeating: -1, count: rules)
  }

  /// A text of bytes that are known to be UTF-8; it must be let go, by `end`, before the next is asked for, or memory is not used again.
  @unsafe func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Text {
    scratch.clear()
    unsafe scratch.append(contentsOf: bytes)
    return Text(checked: scratch)
  }

  /// Forgets the last event.
  func begin() {
    used = 0
    isBlind = false
    kept = nil
    places.clear()
    for index in vain.indices { vainMatches[vain[index]] = -1 }
    vain.clear()
    triggers.clear()
  }

  /// Looks at the next part, in the views whose bits are set in `views`, for the clauses that are wanted.
  func look(at text: Text, views: UInt64, wants: [Bool]) {
    buffer.load(text.utf8.span)
    events.removeAll()
    let traits = plan.index.scan(buffer, into: &events)
    let first = used
    foldSteps.clear()
    for number in plan.views.indices {
      guard views >> UInt64(number) & 1 == 1 else {
        places.append(-1)
        continue
      }
      places.append(sight(of: text, number, from: first, traits))
    }
    // What was just found stands in views that are the text itself; others are scanned anew.
    for index in first..<used where sights[index].view.isOriginal { unsafe lend(sights[index]) { read($0, text.utf8, wants) } }
    for index in first..<used where !sights[index].view.isOriginal { unsafe lend(sights[index]) { scan($0, wants) } }
  }

  /// The sight for a view, which may be that of another.
  private func sight(of text: Text, _ number: Int, from first: Int, _ traits: TextTraits) -> Int {
    let fold = traits.effective(plan.views[number])
    for index in first..<used where sights[index].view.fold == fold {
      sights[index].add(view: number)
      return index
    }
    let view = folded(text, fold)
    // More folds often come to the same text; what odd letters hide from a scan is another matter.
    if !traits.hasOddCase, let same = (first..<used).first(where: { sights[$0].view.isSame(as: view) }) {
      sights[same].add(view: number)
      return same
    }
    if used == sights.count { sights.append(Sight()) }
    let cannotSee = traits.hasOddCase && !fold.contains(.width)
    unsafe lend(sights[used]) { $0.begin(view, views: 1 << UInt64(number), isBlind: cannotSee) }
    if cannotSee { isBlind = true }
    used += 1
    return used - 1
  }

  /// `text` folded. Each step is taken once for all folds that begin with the same ones; one that changes nothing leads to the same view.
  private func folded(_ text: Text, _ fold: Fold) -> View {
    let ofCharacters = fold.intersection(.ofCharacters)
    // The text itself is as near as what is kept of a step.
    var view =
      ofCharacters.isEmpty
      ? text.view(effective: []) : step(from: [], .characters(ofCharacters)) { text.view(effective: ofCharacters) }
    if fold.contains(.numerals) {
      let acrossGaps = fold.contains(.gaps)
      view = step(from: view.fold, .numerals(acrossGaps: acrossGaps)) { view.withNumerals(acrossGaps: acrossGaps) ?? view }
    }
    if fold.contains(.gaps) { view = step(from: view.fold, .gaps) { view.withoutGaps() ?? view } }
    return view.called(fold)
  }

  private func step(from fold: Fold, _ step: FoldStep, _ make: () -> View) -> View {
    for taken in foldSteps where taken.from == fold && taken.step == step { return taken.view }
    let view = make()
    foldSteps.append((fold, step, view))
    return view
  }

  private func scan(_ sight: Sight, _ wants: [Bool]) {
    let text = sight.view.utf8
    buffer.load(text.span)
    events.removeAll()
    plan.index.scan(buffer, into: &events)
    read(sight, text, wants)
  }

  /// Sorts what a scan found in a view, which comes to `text`.
  private func read(_ sight: Sight, _ text: [UInt8], _ wants: [Bool]) {
    sight.read(events, plan, of: text, wants: wants, &marks, into: &triggers)
  }

  /// Puts the rules that have something to look at and those of `always` into `visits`, in order.
  func findVisits(besides always: [Int]) {
    visits.clear()
    for rule in always where !triggers.has(rule) { visits.append(rule) }
    for index in triggers.rules.indices { visits.append(triggers.rules[index]) }
    visits.sort()
  }

  /// Whether a part looks the same in an earlier one of a rule's views.
  func isRepeated(_ place: Int, of views: [Int], part: Int) -> Bool {
    let first = part * plan.views.count
    for earlier in 0..<place where places[first + views[earlier]] == places[first + views[place]] { return true }
    return false
  }

  /// Puts where the phrases of `clause` stand into `ranges`.
  func findPhrases(of clause: Int, in sight: Sight) { sight.phrases(of: clause, into: &ranges) }

  /// Puts where the pattern of `clause` may begin to match into `ranges`.
  func findWindows(of clause: Int, in sight: Sight, everywhere: Bool) {
    guard everywhere else { return sight.windows(of: clause, into: &ranges) }
    ranges.clear()
    ranges.append(0..<sight.view.utf8.count + 1)
  }

  /// Remembers that a rule has tried so many matches of this event, and found nothing.
  func noteNothing(of rule: Int, matches: Int) {
    vainMatches[rule] = matches
    vain.append(rule)
  }

  /// How many matches a rule tried that is known to find nothing, or nil.
  func matchesInVain(of rule: Int) -> Int? { vainMatches[rule] < 0 ? nil : vainMatches[rule] }

  /// Leaves what was seen in the text of `text(_:)` for whoever looks at the same event next.
  func keep(for roster: Roster) { kept = roster }

  /// Whether everything that there is to see in `parts` has been seen, for the same rules.
  func hasSeen(_ parts: [Part], for roster: Roster) -> Bool {
    kept === roster && parts.count == 1 && parts[0].text.utf8.isSame(as: scratch)
  }

  /// Lets go of the texts of the last event.
  func end() {
    shelf.end()
    kept = nil
    foldSteps.clear()
    for index in 0..<used { unsafe lend(sights[index]) { $0.end() } }
    used = 0
    if sights.count > Self.mostSights { sights.removeLast(sights.count - Self.mostSights) }
  }

  /// The sight of a view of a part; the view must have been wanted.
  func sight(part: Int, view: Int) -> Sight { sights[places[part * plan.views.count + view]] }

  /// Lets `use` have that sight: sights are kept for as long as the workspace is.
  @inline(__always)
  func withSight<Result, Failure>(part: Int, view: Int, _ use: (Sight) throws(Failure) -> Result) throws(Failure) -> Result {
    try unsafe lend(sights[places[part * plan.views.count + view]], to: use)
  }
}

extension [UInt8] {
  /// Whether these are the same bytes, all compared at once.
  fileprivate func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { a in
      unsafe other.withUnsafeBytes { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return true }
        return unsafe memcmp(a, b, count) == 0
      }
    }
  }
}
