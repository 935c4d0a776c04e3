import ParapetText
import ParapetVerdict

/// The changes that rules ask for in one part, made compatible.
///
/// Masks win: where masks overlap, they become one that shows only what all of them show; a rewriting that touches a mask gives way, but for
/// one that takes the whole of it out. An addition is never lost: inside another change it goes behind it.
struct Editing {
  /// A change that a rule asks for.
  struct Change {
    let range: Range<Int>
    let rule: String
    let kind: Kind
  }
  enum Kind {
    case mask(Mask)
    case replacement(String)
    /// A text that goes where the range begins.
    case addition(String)
  }

  let text: Text
  private(set) var changes: [Change] = []

  init(text: Text) { self.text = text }

  mutating func add(_ change: Change) { changes.append(change) }

  /// One settled change.
  struct Settled {
    let range: Range<Int>
    let rule: String
    let with: String
  }

  /// The changes, sorted, none overlapping another.
  func settled() -> [Settled] {
    if changes.isEmpty { return [] }
    var masks: [(range: Range<Int>, rule: String, mask: Mask)] = []
    var replacements: [Settled] = []
    var additions: [Settled] = []
    for change in changes {
      switch change.kind {
      case .mask(let mask): masks.append((change.range, change.rule, mask))
      case .replacement(let with): replacements.append(Settled(range: change.range, rule: change.rule, with: with))
      case .addition(let with): additions.append(Settled(range: change.range, rule: change.rule, with: with))
      }
    }
    let hidden = clusters(masks.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) })
    let rewritten = replacements.isEmpty ? hidden : rewritten(by: replacements.inOrder(), hidden)
    return additions.isEmpty ? rewritten : with(additions, rewritten)
  }

  /// `hidden` and those of `replacements`, in order, that give way to nothing.
  private func rewritten(by replacements: [Settled], _ hidden: [Settled]) -> [Settled] {
    let taken = Coverage(hidden.map { ($0.range, ()) })
    var accepted: [Settled] = []
    var removed: [Settled] = []
    for replacement in replacements {
      let touched = taken.touched(by: replacement.range)
      guard touched.isEmpty || replacement.takesOut(touched) else { continue }
      if let last = accepted.last, last.range.upperBound > replacement.range.lowerBound || last.inserts(replacement) { continue }
      if !touched.isEmpty { removed.append(replacement) }
      accepted.append(replacement)
    }
    let gone = Coverage(removed.map { ($0.range, ()) })
    return (accepted + hidden.filter { gone.touching($0.range).isEmpty }).inOrder()
  }

  /// `settled` with `additions`: each text once at a place, behind what it would stand in, and first only where the text begins.
  private func with(_ additions: [Settled], _ settled: [Settled]) -> [Settled] {
    let taken = Coverage(settled.map { ($0.range, ()) })
    let moved = additions.map { addition in
      let place = taken.touched(by: addition.range).first?.upperBound ?? addition.range.lowerBound
      return Settled(range: place..<place, rule: addition.rule, with: addition.with)
    }
    var placed: [Settled] = []
    for addition in moved.inOrder() {
      let there = placed.reversed().prefix { $0.range == addition.range }
      if !there.contains(where: addition.inserts) { placed.append(addition) }
    }
    return (placed.filter { $0.range.lowerBound == 0 } + settled + placed.filter { $0.range.lowerBound > 0 }).inOrder()
  }

  /// Masks that overlap become one.
  private func clusters(_ masks: [(range: Range<Int>, rule: String, mask: Mask)]) -> [Settled] {
    var result: [Settled] = []
    var index = 0
    while index < masks.count {
      var end = masks[index].range.upperBound
      var next = index + 1
      while next < masks.count && masks[next].range.lowerBound < end {
        end = max(end, masks[next].range.upperBound)
        next += 1
      }
      let union = masks[index].range.lowerBound..<end
      result.append(next == index + 1 ? alone(masks[index]) : merged(Array(masks[index..<next]), union))
      index = next
    }
    return result
  }

  /// A mask that overlaps no other.
  private func alone(_ mask: (range: Range<Int>, rule: String, mask: Mask)) -> Settled {
    Settled(range: mask.range, rule: mask.rule, with: mask.mask.apply(to: text.string(in: mask.range)))
  }

  private func merged(_ masks: [(range: Range<Int>, rule: String, mask: Mask)], _ union: Range<Int>) -> Settled {
    let widest = masks.enumerated().max { ($0.element.range.count, -$0.offset) < ($1.element.range.count, -$1.offset) }?.element ?? masks[0]
    let constants = masks.filter { $0.mask.replacement != nil }
    if let constant = constants.max(by: { $0.range.count < $1.range.count }) {
      return Settled(range: union, rule: constant.rule, with: constant.mask.replacement ?? "")
    }
    let covers = covers(of: masks, in: union)
    var with = ""
    for (index, scalar) in text.string(in: union).unicodeScalars.enumerated() {
      let covering = covers.lazy.filter { $0.scalars.contains(index) }
      if covering.allSatisfy({ $0.mask.shows(index - $0.scalars.lowerBound, of: $0.scalars.count) }) {
        with.unicodeScalars.append(scalar)
      } else {
        with += covering.first?.mask.with ?? "*"
      }
    }
    return Settled(range: union, rule: widest.rule, with: with)
  }

  /// Where masks lie, in scalars from the beginning of `union`; each once, however many rules ask for it.
  private func covers(
    of masks: [(range: Range<Int>, rule: String, mask: Mask)], in union: Range<Int>
  ) -> [(scalars: Range<Int>, mask: Mask)] {
    var covers: [(scalars: Range<Int>, mask: Mask)] = []
    var last: (range: Range<Int>, scalars: Range<Int>)?
    for mask in masks {
      let scalars = last?.range == mask.range ? last?.scalars : nil
      let place = scalars ?? text.scalars(in: mask.range, from: union.lowerBound)
      last = (mask.range, place)
      if !covers.contains(where: { $0.scalars == place && $0.mask == mask.mask }) { covers.append((place, mask.mask)) }
    }
    return covers
  }

  /// The text with `settled` applied.
  static func apply(_ settled: [Settled], to text: Text) -> String {
    if settled.isEmpty { return text.string }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16 * settled.count)
    var at = 0
    for change in settled {
      bytes += text.utf8[at..<change.range.lowerBound]
      bytes += change.with.utf8
      at = change.range.upperBound
    }
    bytes += text.utf8[at...]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Editing.Settled {
  fileprivate var place: (Int, Int) { (range.lowerBound, range.upperBound) }

  /// Whether nothing is left of any of `ranges`.
  fileprivate func takesOut(_ ranges: [Range<Int>]) -> Bool {
    with.isEmpty && ranges.allSatisfy { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
  }

  /// Whether both insert the same text at the same place.
  fileprivate func inserts(_ other: Self) -> Bool { range == other.range && with == other.with }
}

extension [Editing.Settled] {
  /// Sorted by place; an insertion stands before what begins there, and else the order stays.
  fileprivate func inOrder() -> [Editing.Settled] {
    enumerated()
      .sorted { $0.element.place == $1.element.place ? $0.offset < $1.offset : $0.element.place < $1.element.place }
      .map(\.element)
  }
}

extension Coverage {
  /// The stretches that a change of `range` changes, or that an insertion there would part.
  fileprivate func touched(by range: Range<Int>) -> [Range<Int>] {
    if !range.isEmpty { return touching(range).map(\.range) }
    return touching(range.lowerBound..<range.lowerBound + 1).map(\.range).filter { $0.lowerBound < range.lowerBound }
  }
}

extension Text {
  /// Which scalars lie in `range`, counted from those at `start`, in bytes.
  fileprivate func scalars(in range: Range<Int>, from start: Int) -> Range<Int> {
    func count(_ bytes: Range<Int>) -> Int { utf8[bytes].count { $0 & 0xC0 != 0x80 } }
    let first = count(start..<range.lowerBound)
    return first..<first + count(range)
  }
}
