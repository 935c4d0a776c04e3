/// How far an exception looks around a candidate.
public enum Scope: String, Sendable, CaseIterable {
  /// Between `，,。.；;！!？?` and line ends; a point or comma between digits does not end it.
  case clause
  /// Between `。！？!?` and line ends; a point ends it only before white space or at the end of the text.
  case sentence
  /// Everything.
  case text
}

extension View {
  /// How far surroundings reach on each side at most, in bytes. No clause that anybody wrote is longer; a text without a single sign must
  /// not cost its length for each candidate.
  static let reach = 2_048

  /// The clause or sentence around `range`, both in bytes of this view; the signs that end it are not part of it.
  ///
  /// What stands inside `range` ends nothing, so the result always holds `range`.
  ///
  /// - Complexity: linear in the length of the result, which but for `.text` reaches 2,048 bytes to each side at most.
  public func surroundings(of range: Range<Int>, scope: Scope) -> Range<Int> {
    let bytes = utf8.span
    guard scope != .text else { return 0..<bytes.count }
    var start = range.lowerBound
    let first = Swift.max(0, range.lowerBound &- View.reach)
    while start > first {
      var previous = start &- 1
      while previous > 0, bytes[previous].isContinuation { previous &-= 1 }
      if bytes.ends(scope, at: previous) { break }
      start = previous
    }
    var end = range.upperBound
    let last = Swift.min(bytes.count, range.upperBound &+ View.reach)
    while end < last, !bytes.ends(scope, at: end) {
      end &+= bytes.scalar(at: end).length
    }
    return start..<end
  }
}

extension Span<UInt8> {
  /// Whether the character at `offset` ends a clause or sentence.
  fileprivate func ends(_ scope: Scope, at offset: Int) -> Bool {
    switch self[offset] {
    case 0x0A, 0x0D, 0x21, 0x3F:  // ! ?
      return true
    case 0x2E:
      return scope == .clause ? !isBetweenDigits(offset) : offset &+ 1 == count || isBlank(offset &+ 1)
    case 0x2C:
      return scope == .clause && !isBetweenDigits(offset)
    case 0x3B:
      return scope == .clause
    case 0xE3, 0xEF:
      switch scalar(at: offset).code {
      case 0x3002, 0xFF01, 0xFF1F: return true  // 。！？
      case 0xFF0C, 0xFF1B: return scope == .clause  // ，；
      default: return false
      }
    default:
      return false
    }
  }

  private func isBetweenDigits(_ offset: Int) -> Bool {
    offset > 0 && offset &+ 1 < count && self[offset &- 1].isDigit && self[offset &+ 1].isDigit
  }

  private func isBlank(_ offset: Int) -> Bool {
    switch scalar(at: offset).code {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
