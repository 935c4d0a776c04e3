/// Literals of one or two bytes, and the few others that are too short for grams: looked for byte by byte.
struct ShortLiterals: Sendable {
  private struct Item: Sendable {
    let literal: [UInt8]
    let owner: Int32
  }

  /// The items by their first byte: `items[starts[b]..<starts[b + 1]]`.
  private let items: [Item]
  private let starts: [Int]

  var isEmpty: Bool { items.isEmpty }

  /// The literals, none of which may be empty, each with its owner.
  init(_ literals: [(literal: [UInt8], owner: Int32)]) {
    let sorted = literals.enumerated().sorted { ($0.element.literal[0], $0.offset) < ($1.element.literal[0], $1.offset) }
    items = sorted.map { Item(literal: $0.element.literal, owner: $0.element.owner) }
    var starts = [Int](repeating: 0, count: 257)
    for item in items { starts[Int(item.literal[0]) + 1] += 1 }
    for index in 1...256 { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  /// Adds an event for each literal that stands in `buffer`.
  func scan(_ buffer: borrowing ScanBuffer, into events: inout SignEvents) {
    if items.isEmpty { return }
    unsafe starts.withUnsafeBufferPointer { starts in
      let text = unsafe buffer.base
      for start in 0..<buffer.count {
        let first = unsafe Int(text[start])
        let range = unsafe starts[first]..<starts[first &+ 1]
        if range.isEmpty { continue }
        for item in items[range] {
          // Zeros behind the text end every literal.
          guard start &+ item.literal.count <= buffer.count,
            item.literal.indices.allSatisfy({ unsafe text[start &+ $0] == item.literal[$0] })
          else { continue }
          events.append(
            SignEvent(
              owner: item.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: start &+ item.literal.count)))
        }
      }
    }
  }
}
