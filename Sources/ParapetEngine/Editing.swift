import ParapetText
import ParapetVerdict

/// The changes that rules ask for in one part, made compatible.
///
/// Masks win: where masks overlap, they become one that shows only what all of them show; a rewriting that touches a mask gives way.
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
    var masks: [(range: Range<Int>, rule: String, mask: Mask)] = []
    var replacements: [Settled] = []
    for change in changes {
      switch change.kind {
      case .mask(let mask): masks.append((change.range, change.rule, mask))
      case .replacement(let with): replacements.append(Settled(range: change.range, rule: change.rule, with: with))
      }
    }
    let hidden = clusters(masks.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) })
    let taken = Coverage(hidden.map { ($0.range, ()) })
    var settled = hidden
    var previous: Settled?
    for replacement in replacements.sorted(by: { $0.place < $1.place }) {
      // An insertion inside a mask touches it as much as a replacement does.
      let place = replacement.range.isEmpty ? replacement.range.lowerBound..<replacement.range.lowerBound + 1 : replacement.range
      let isInside = replacement.range.isEmpty && !taken.touching(place).contains { $0.range.lowerBound < replacement.range.lowerBound }
      if !isInside && !taken.touching(place).isEmpty { continue }
      if let previous, previous.range.overlaps(replacement.range) { continue }
      if !inserted(replacement, in: settled) { settled.append(replacement) }
      previous = replacement
    }
    return settled.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }

  /// Whether the same text is inserted at the same place already: insertions there are few, and the latest.
  private func inserted(_ replacement: Settled, in settled: [Settled]) -> Bool {
    settled.reversed().prefix { $0.range == replacement.range }.contains { $0.with == replacement.with }
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
      result.append(merged(Array(masks[index..<next]), masks[index].range.lowerBound..<end))
      index = next
    }
    return result
  }

  private func merged(_ masks: [(range: Range<Int>, rule: String, mask: Mask)], _ union: Range<Int>) -> Settled {
    let widest = masks.enumerated().max { ($0.element.range.count, -$0.offset) < ($1.element.range.count, -$1.offset) }?.element ?? masks[0]
    if masks.count == 1 { return Settled(range: union, rule: widest.rule, with: widest.mask.apply(to: text.string(in: union))) }
    let constants = masks.filter { $0.mask.replacement != nil }
    if let constant = constants.max(by: { $0.range.count < $1.range.count }) {
      return Settled(range: union, rule: constant.rule, with: constant.mask.replacement ?? "")
    }
    var with = ""
    var at = union.lowerBound
    for scalar in text.string(in: union).unicodeScalars {
      let covering = masks.filter { $0.range.contains(at) }
      let shown = covering.allSatisfy { mask in
        let value = text.string(in: mask.range).unicodeScalars
        return mask.mask.shows(text.string(in: mask.range.lowerBound..<at).unicodeScalars.count, of: value.count)
      }
      if shown { with.unicodeScalars.append(scalar) } else { with += covering.first?.mask.with ?? "*" }
      at += UTF8.width(scalar)
    }
    return Settled(range: union, rule: widest.rule, with: with)
  }

  /// The text with `settled` applied.
  static func apply(_ settled: [Settled], to text: Text) -> String {
    var bytes: [UInt8] = []
    var at = 0
    for change in settled {
      bytes += text.utf8[at..<change.range.lowerBound]
      bytes += Array(change.with.utf8)
      at = change.range.upperBound
    }
    bytes += text.utf8[at...]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Editing.Settled {
  fileprivate var place: (Int, Int) { (range.lowerBound, range.upperBound) }
}

extension UTF8 {
  /// How many bytes `scalar` takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
