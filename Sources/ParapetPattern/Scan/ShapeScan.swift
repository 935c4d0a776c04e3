/// One pass over a text for runs of digits, long tokens and `@`: eight bytes a step where there is none of them.
@safe
struct ShapeScan {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let signs: ShapeSigns

  /// Adds an event for every sign that has its shape in `buffer`.
  static func scan(_ buffer: borrowing ScanBuffer, _ signs: ShapeSigns, into events: inout SignEvents) {
    guard !signs.isEmpty, buffer.count > 0 else { return }
    unsafe ShapeScan(text: UnsafePointer(buffer.base), count: buffer.count, signs: signs).run(into: &events)
  }

  private func run(into events: inout SignEvents) {
    let (text, count) = unsafe (self.text, self.count)
    let seeksDigits = !signs.digits.isEmpty || !signs.spacedDigits.isEmpty
    let seeksStretches = !signs.spacedDigits.isEmpty
    let seeksAts = !signs.ats.isEmpty
    let seeksTokens = !signs.tokens.isEmpty
    var digitsDone = 0
    var stretchDone = 0
    var tokenDone = 0
    var i = 0
    while i < count {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(text + i).loadUnaligned(as: UInt64.self))
      if word & Self.highs == Self.highs {
        i &+= 8
        continue
      }
      if seeksDigits {
        var digits = Self.digits(word)
        while digits != 0 {
          let at = i &+ digits.trailingZeroBitCount >> 3
          if at >= count { break }
          if at >= digitsDone {
            digitsDone = run(from: at, into: &events)
            if seeksStretches, at >= stretchDone { stretchDone = stretch(from: at, into: &events) }
          }
          // Nothing but what lies behind the run is left.
          let passed = digitsDone &- i
          digits = passed < 8 ? digits & (.max << UInt64(passed << 3)) : 0
        }
      }
      if seeksAts {
        var ats = Self.zeros(word ^ 0x4040_4040_4040_4040)
        while ats != 0 {
          let at = Int32(truncatingIfNeeded: i &+ ats.trailingZeroBitCount >> 3)
          ats &= ats &- 1
          for owner in signs.ats { events.append(SignEvent(owner: owner, start: at, end: at &+ 1)) }
        }
      }
      // See `Trigger.shortestToken`.
      if seeksTokens, word & Self.highs == 0, Self.low(word) == 0, i >= tokenDone { tokenDone = token(around: i, into: &events) }
      i &+= 8
    }
  }

  /// Tells the run of digits that begins at `start`.
  private func run(from start: Int, into events: inout SignEvents) -> Int {
    var end = start
    while end < count, unsafe text[end] &- 0x30 < 10 { end &+= 1 }
    // Behind the text stands a zero, and before it one is thought: a sign that asks for a neighbour does not ask for that.
    let before = start > 0 ? unsafe text[start &- 1] : 0
    let length = end &- start
    let head = unsafe length > 1 ? 10 &* Int(text[start] &- 0x30) &+ Int(text[start &+ 1] &- 0x30) : 127
    for place in unsafe signs.places(before: text[end], length: length) {
      let sign = signs.digits[Int(signs.told[place])]
      guard sign.edges.heads >> UInt128(head) & 1 == 1, sign.least <= length, length <= sign.edges.most, sign.edges.before.contains(before)
      else { continue }
      let last = sign.edges.isOpening ? start &+ sign.least : end
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: last)))
    }
    return end
  }

  /// Tells the stretch of digits and separators that begins at `start`.
  private func stretch(from start: Int, into events: inout SignEvents) -> Int {
    let separators = ASCIISet.separators
    var end = start
    var digits = 0
    var i = start
    while i < count {
      let byte = unsafe text[i]
      if byte &- 0x30 < 10 {
        digits &+= 1
        i &+= 1
        end = i
      } else if i &- end < Trigger.longestGap, separators.contains(byte) || byte == 0xC2 || byte == 0xB7 {
        i &+= 1
      } else {
        break
      }
    }
    for sign in signs.spacedDigits {
      if sign.least > digits { break }
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
    return end
  }

  /// Tells the token that the eight bytes at `offset` are part of, if they are.
  private func token(around offset: Int, into events: inout SignEvents) -> Int {
    let tokens = ASCIISet.token
    var start = offset
    while start > 0, tokens.contains(unsafe text[start &- 1]) { start &-= 1 }
    var end = offset
    while end < count, tokens.contains(unsafe text[end]) { end &+= 1 }
    for sign in signs.tokens {
      if sign.least > end &- start { break }
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
    return max(end, offset &+ 8)
  }
}

// MARK: Eight bytes at once

extension ShapeScan {
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is an ASCII digit.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    return (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~word & highs
  }

  /// The high bit of each byte that is zero; exact.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | word | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// The high bit of each byte up to `$`, all of which end a token; for words of ASCII.
  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { ~(word &+ 0x5B5B_5B5B_5B5B_5B5B) & highs }
}
