import ParapetPattern
import ParapetText

/// The signs of each clause in one text, as lists. A class, so that nothing of it is counted when somebody asks.
final class ClauseSigns {
  /// Where a pattern may begin to match.
  struct Window {
    var first: Int32
    var last: Int32
    var next: Int32 = -1
  }
  /// Where a phrase stands.
  struct Phrase {
    let start: Int32
    let end: Int32
    var next: Int32
  }
  /// The longest runs of the text, when somebody has asked.
  private var runs: TextRuns?
  /// Those in so many bytes in front of the place that was asked for last.
  private var nearRuns: (place: Int, near: Int, runs: TextRuns)?
  private var clauses = ClauseTable()
  private var windows: [Window] = []
  private var phrases: [Phrase] = []

  /// Forgets the last text.
  func removeAll() {
    runs = nil
    nearRuns = nil
    windows.clear()
    phrases.clear()
    clauses.removeAll()
  }

  /// Sorts the `events` of `text` by what they say in `views`, and adds the rules that have something to look at to `triggers`. `wants` says
  /// of each clause whether it looks at all, and `marks` is scratch memory.
  func read(
    _ events: borrowing SignEvents, _ plan: SignPlan, views: UInt64, of text: [UInt8], wants: [Bool], _ marks: inout SignMarks,
    into triggers: inout Triggers
  ) {
    marks.begin(text)
    for index in 0..<events.count {
      let word = SignPlan.word(of: events[index].owner)
      if word >= 0 { marks.note(word, at: events[index].start) }
    }
    for index in 0..<events.count where events[index].owner >= 0 {
      let event = events[index]
      let owner = plan.owners[Int(event.owner)]
      let clause = Int(owner.clause)
      guard owner.views & views != 0, wants[clause] else { continue }
      if owner.kind.contains(.phrase) {
        guard stands(event, owner, plan, text) else { continue }
        append(Phrase(start: event.start, end: event.end, next: -1), to: clause)
      } else {
        guard owner.condition < 0 || marks.hold(owner.condition, for: event, plan, text), start(event, owner, text) else { continue }
      }
      triggers.add(Int(plan.ruleOfClause[clause]))
    }
  }

  private func start(_ event: SignEvent, _ owner: SignPlan.Owner, _ text: [UInt8]) -> Bool {
    if owner.least == Int32.min {
      append(Window(first: 0, last: Int32(text.count)), to: Int(owner.clause))
      return true
    }
    let last = event.end &- owner.length &- owner.least
    guard last >= 0 else { return false }
    let first = max(0, event.start &- reach(owner.most, before: Int(event.start), text))
    // The runs in front may be shorter than a match needs: 12保险单号 for [0-9]{6,}保险单号.
    guard first <= last else { return false }
    append(Window(first: first, last: last), to: Int(owner.clause))
    return true
  }

  /// How many bytes in front of `place` `most` comes to at most.
  ///
  /// What lies no farther away than the runs there allow is all that counts: where a stretch of that length in front of the place is asked,
  /// and says no more, then no match reaches beyond it.
  private func reach(_ most: SignPlan.Most, before place: Int, _ text: [UInt8]) -> Int32 {
    if most.bytes < 0 { return Int32(text.count) }
    guard most.blanks | most.words > 0 else { return most.bytes }
    func bytes(_ runs: TextRuns) -> Int {
      Int(most.bytes) &+ Int(most.blanks) &* runs.longestBlank &+ Int(most.words) &* runs.longestWord
    }
    var near = Int(most.bytes) &+ 16 &* (Int(most.blanks) &+ Int(most.words))
    while near <= Self.nearest {
      let needed = bytes(runs(near, before: place, text))
      if needed <= near { return Int32(needed) }
      near = needed
    }
    let runs = self.runs ?? TextRuns(text)
    self.runs = runs
    return Int32(clamping: bytes(runs))
  }

  /// The longest runs in so many bytes in front of `place`, or in a few more: signs of many clauses begin at one place.
  private func runs(_ near: Int, before place: Int, _ text: [UInt8]) -> TextRuns {
    if let nearRuns, nearRuns.place == place, nearRuns.near >= near { return nearRuns.runs }
    let runs = TextRuns(text, touching: max(0, place &- near)..<place)
    nearRuns = (place, near, runs)
    return runs
  }

  /// How far in front of a place runs are looked for before those of the whole text are.
  private static let nearest = 256

  /// Whether the phrase is in the right case, and its ends that must stand at word boundaries do.
  private func stands(_ event: SignEvent, _ owner: SignPlan.Owner, _ plan: SignPlan, _ bytes: [UInt8]) -> Bool {
    if owner.kind.contains(.startsWord), event.start > 0, isWord(bytes[Int(event.start) &- 1]) { return false }
    if owner.kind.contains(.endsWord), Int(event.end) < bytes.count, isWord(bytes[Int(event.end)]) { return false }
    guard owner.condition >= 0 else { return true }
    let exact = plan.exact[Int(owner.condition)]
    for index in exact.indices where bytes[Int(event.start) &+ index] != exact[index] { return false }
    return true
  }

  private func append(_ window: Window, to number: Int) {
    let clause = clauses.place(adding: number)
    let last = clauses[clause].lastWindow
    if last >= 0 {
      // Signs come nearly in order: windows that touch are one.
      let known = windows[Int(last)]
      if window.first <= known.last &+ 1, window.last &+ 1 >= known.first {
        windows[Int(last)].first = min(known.first, window.first)
        windows[Int(last)].last = max(known.last, window.last)
        return
      }
      windows[Int(last)].next = Int32(windows.count)
    } else {
      clauses[clause].window = Int32(windows.count)
    }
    clauses[clause].lastWindow = Int32(windows.count)
    windows.append(window)
  }

  private func append(_ phrase: Phrase, to number: Int) {
    let clause = clauses.place(adding: number)
    let last = clauses[clause].lastPhrase
    if last >= 0 { phrases[Int(last)].next = Int32(phrases.count) } else { clauses[clause].phrase = Int32(phrases.count) }
    clauses[clause].lastPhrase = Int32(phrases.count)
    phrases.append(phrase)
  }

  // MARK: Asking

  /// Whether a clause has anything to look at here.
  func hasSign(of clause: Int) -> Bool { clauses.place(of: clause) != nil }

  /// Puts where the pattern of `clause` may begin to match into `ranges`, in order and apart from each other.
  func windows(of clause: Int, into ranges: inout [Range<Int>]) {
    ranges.clear()
    guard let place = clauses.place(of: clause) else { return }
    var next = clauses[place].window
    var isSorted = true
    while next >= 0 {
      let window = windows[Int(next)]
      next = window.next
      let range = Int(window.first)..<Int(window.last) + 1
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        if range.lowerBound >= last.lowerBound {
          ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
          continue
        }
        isSorted = false
      }
      ranges.append(range)
    }
    if !isSorted { Self.merge(&ranges) }
  }

  private static func merge(_ ranges: inout [Range<Int>]) {
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var count = 0
    for range in ranges {
      if count > 0, range.lowerBound <= ranges[count - 1].upperBound {
        ranges[count - 1] = ranges[count - 1].lowerBound..<max(ranges[count - 1].upperBound, range.upperBound)
      } else {
        ranges[count] = range
        count += 1
      }
    }
    ranges.removeLast(ranges.count - count)
  }

  /// Puts where the phrases of `clause` stand into `ranges`.
  func phrases(of clause: Int, into ranges: inout [Range<Int>]) {
    ranges.clear()
    guard let place = clauses.place(of: clause) else { return }
    var next = clauses[place].phrase
    while next >= 0 {
      ranges.append(Int(phrases[Int(next)].start)..<Int(phrases[Int(next)].end))
      next = phrases[Int(next)].next
    }
  }
}
