import ParapetText
import ParapetVerdict
import Testing

@testable import ParapetEngine

@Suite("Editing")
struct EditingTests {
  private func edited(_ text: String, _ changes: [Editing.Change]) -> String {
    var editing = Editing(text: Text(text))
    for change in changes { editing.add(change) }
    return Editing.apply(editing.settled(), to: editing.text)
  }

  private func mask(_ range: Range<Int>, _ first: Int, _ last: Int, rule: String = "a") -> Editing.Change {
    .init(range: range, rule: rule, kind: .mask(Mask(keepFirst: first, keepLast: last, with: "*", replacement: nil)))
  }

  private func constant(_ range: Range<Int>, _ text: String) -> Editing.Change {
    .init(range: range, rule: "c", kind: .mask(Mask(keepFirst: 0, keepLast: 0, with: "*", replacement: text)))
  }

  private func replacement(_ range: Range<Int>, _ text: String) -> Editing.Change {
    .init(range: range, rule: "r", kind: .replacement(text))
  }

  private func addition(_ place: Int, _ text: String) -> Editing.Change {
    .init(range: place..<place, rule: "d", kind: .addition(text))
  }

  @Test func masksThatTouchStayApart() {
    #expect(edited("abcdef", [mask(0..<3, 1, 0), mask(3..<6, 1, 0)]) == "a**d**")
  }

  @Test func overlappingMasksShowOnlyWhatAllShow() {
    #expect(edited("0123456789", [mask(0..<6, 2, 2), mask(2..<10, 4, 2)]) == "01**45**89")
    #expect(edited("0123456789", [mask(0..<10, 4, 4), mask(0..<10, 1, 1, rule: "b")]) == "0********9")
  }

  @Test func aConstantCoversEverythingItTouches() {
    #expect(edited("password=hunter2!", [constant(9..<17, "[PASSWORD]"), mask(4..<12, 2, 2)]) == "pass[PASSWORD]")
  }

  @Test func aRewritingGivesWayToAMask() {
    #expect(edited("**138**0013", [mask(2..<11, 0, 0), replacement(0..<2, ""), replacement(5..<7, "")]) == "*********")
  }

  @Test func whatTakesAWholeMaskOutWinsOverIt() {
    let thought = "<think>13800138000</think>ok"
    #expect(edited(thought, [mask(7..<18, 3, 4), replacement(0..<26, "")]) == "ok")
    #expect(
      edited(thought, [mask(7..<18, 0, 0), mask(15..<27, 0, 0), replacement(0..<26, "")]) == "<think>********************k",
      "half of a mask")
    #expect(edited(thought, [mask(7..<18, 3, 4), replacement(0..<26, "-")]) == "<think>138****8000</think>ok", "something is left")
    #expect(
      edited(thought, [mask(7..<18, 3, 4), replacement(0..<3, ""), replacement(2..<26, "")]) == "ink>138****8000</think>ok",
      "it gives way itself")
  }

  @Test func anAdditionIsNeverLost() {
    #expect(edited("13800138000", [mask(0..<11, 3, 4), addition(0, "tel ")]) == "tel 138****8000")
    #expect(edited("13800138000", [mask(0..<11, 3, 4), addition(11, "!"), addition(5, "?")]) == "138****8000!?")
    #expect(edited("<think>a</think>ok", [addition(8, "!"), replacement(0..<16, "")]) == "!ok")
    #expect(edited("abc", [addition(0, "<"), addition(3, ">"), replacement(0..<0, "\""), replacement(3..<3, "\"")]) == "<\"abc\">")
  }

  @Test func aRewritingInsideAnotherGivesWay() {
    #expect(edited("abcdef", [replacement(0..<4, "-"), replacement(2..<2, "+"), replacement(4..<4, "+")]) == "-+ef")
    #expect(edited("13800138000", [mask(0..<11, 3, 4), replacement(3..<3, ",")]) == "138****8000")
  }

  @Test func equalAdditionsHappenOnce() {
    #expect(edited("abc", [addition(3, "!"), addition(3, "?"), addition(3, "!")]) == "abc!?")
    #expect(edited("abc", [replacement(3..<3, "!"), replacement(3..<3, "!"), replacement(3..<3, "?")]) == "abc!?")
  }

  @Test func hanCharactersCountOnce() {
    #expect(edited("张三丰来电", [mask(0..<9, 1, 0)]) == "张**来电")
  }

  /// Random masks, replacements and additions: what is settled is sorted, apart, and never shows what a mask hides.
  @Test func whatAMaskHidesStaysHidden() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0 ... .max, using: &generator)
    var random = Random(seed: seed)
    let text = Text("0123456789abcdefghijklmnopqrstuvwxyz")
    for _ in 0..<2_000 {
      var editing = Editing(text: text)
      var hidden: Set<Int> = []
      for _ in 0..<random.next(in: 1...6) {
        let start = random.next(in: 0...35)
        let range = start..<random.next(in: start + 1...36)
        switch random.next(in: 0...4) {
        case 0:
          editing.add(constant(range, "[X]"))
          hidden.formUnion(range)
        case 1:
          let mask = Mask(keepFirst: random.next(in: 0...3), keepLast: random.next(in: 0...3), with: "*", replacement: nil)
          editing.add(.init(range: range, rule: "m", kind: .mask(mask)))
          for index in range where !mask.shows(index - range.lowerBound, of: range.count) { hidden.insert(index) }
        case 2: editing.add(replacement(range, random.next(in: 0...1) == 0 ? "" : "+"))
        case 3: editing.add(replacement(start..<start, "+"))
        default: editing.add(addition(start, "+"))
        }
      }
      let settled = editing.settled()
      for (a, b) in zip(settled, settled.dropFirst()) {
        #expect(a.range.upperBound <= b.range.lowerBound, "seed \(seed)")
      }
      let result = Set(Editing.apply(settled, to: text).unicodeScalars)
      for index in hidden {
        let scalar = text.string(in: index..<index + 1).unicodeScalars.first
        #expect(scalar.map { !result.contains($0) } ?? false, "seed \(seed), scalar \(index)")
      }
    }
  }
}

/// A small generator whose sequence a printed seed gives back (SplitMix64).
struct Random {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func next(in range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
}
