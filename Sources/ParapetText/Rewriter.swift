/// A text being written anew: what is not spoken of is copied.
///
/// Nothing is allocated until something changes.
struct Rewriter {
  let source: [UInt8]
  private(set) var utf8: [UInt8] = []
  private(set) var map = OffsetMap()
  /// Up to here the source has been dealt with.
  private var done = 0
  /// Whether anything has changed.
  private(set) var hasChanged = false

  init(_ source: [UInt8]) {
    self.source = source
  }

  private mutating func copy(to offset: Int) {
    if !hasChanged {
      hasChanged = true
      utf8.reserveCapacity(source.count)
    }
    guard done < offset else { return }
    utf8.append(contentsOf: source[done..<offset])
    map.appendCopy(offset &- done, from: done)
  }

  /// Leaves out the bytes from `start` to `end`; calls must come in the order of the text.
  mutating func drop(_ start: Int, _ end: Int) {
    copy(to: start)
    done = end
  }

  /// Writes the scalar `code` in place of the character from `start` to `end`; calls must come in the order of the text.
  mutating func replace(_ start: Int, _ end: Int, by code: UInt32) {
    copy(to: start)
    let before = utf8.count
    utf8.append(scalar: code)
    map.appendCharacter(utf8.count &- before, from: start, end &- start)
    done = end
  }

  /// The text as rewritten, or nil when nothing changed.
  mutating func finish() -> Folded? {
    guard hasChanged else { return nil }
    copy(to: source.count)
    return Folded(utf8: utf8, map: map.isIdentity ? nil : map, isUntouched: false)
  }
}

/// What a fold made of a text.
struct Folded {
  var utf8: [UInt8]
  /// The way back; nil where every byte that is left kept its place.
  var map: OffsetMap?
  /// Whether no fold has changed anything.
  var isUntouched = true
}
