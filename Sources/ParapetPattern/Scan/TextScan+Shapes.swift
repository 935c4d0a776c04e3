import ParapetText

/// Runs of digits and long tokens.
extension TextScan {
  /// Looks at eight bytes at `offset`, of which those that are no part of a run of ASCII are zeros, or not of ASCII.
  @inline(__always)
  func shapes(_ word: UInt64, _ offset: Int, _ progress: inout Progress, into events: inout SignEvents) {
    let digits = Self.digits(word)
    if digits != 0 { numbers(digits, offset, &progress, into: &events) }
  }

  @inline(never)
  private func numbers(_ found: UInt64, _ offset: Int, _ progress: inout Progress, into events: inout SignEvents) {
    var digits = found
    while digits != 0 {
      let at = offset &+ digits.trailingZeroBitCount >> 3
      if at >= progress.digits { number(from: at, &progress, into: &events) }
      // Nothing but what lies behind the run is left.
      let passed = progress.digits &- offset
      digits = passed < 8 ? digits & (.max << UInt64(passed << 3)) : 0
    }
  }

  /// Tells the run of digits that begins at `start`, and the stretch of digits and separators if it begins there.
  private func number(from start: Int, _ progress: inout Progress, into events: inout SignEvents) {
    progress.digits = run(from: start, &progress.tally, into: &events)
    if start >= progress.stretch, unsafe !tables.pointee.spacedDigits.isEmpty { progress.stretch = stretch(from: start, into: &events) }
  }

  private func run(from start: Int, _ tally: inout TraitTally, into events: inout SignEvents) -> Int {
    var end = start
    var length = 8
    while length == 8 {
      length = (~Self.digits(load(end)) & Self.highs).trailingZeroBitCount >> 3
      end &+= length
    }
    length = end &- start
    tally.see(digitsIn: start..<end)
    if end < count { tally.see(behindDigits: load(end)) }
    // Before the text and behind it a zero is thought: a sign that asks for a neighbour does not ask for that.
    let before = start > 0 ? unsafe text[start &- 1] : 0
    let two = unsafe 10 &* Int(text[start] &- 0x30) &+ Int(text[start &+ 1] &- 0x30)
    let head = length > 1 ? two : 127
    let list = unsafe ShapeSigns.list(kind: tables.pointee.kinds[end < count ? Int(text[end]) : 0], length: length)
    for place in unsafe Int(tables.pointee.toldStarts[list])..<Int(tables.pointee.toldStarts[list &+ 1]) {
      let sign = unsafe tables.pointee.digits[Int(tables.pointee.told[place])]
      guard sign.edges.heads >> UInt128(head) & 1 == 1, sign.least <= length, length <= sign.edges.most, sign.edges.before.contains(before)
      else { continue }
      let last = sign.edges.isOpening ? start &+ sign.least : end
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: last)))
    }
    return end
  }

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
    for place in unsafe 0..<tables.pointee.spacedDigits.count {
      let sign = unsafe tables.pointee.spacedDigits[place]
      if sign.least > digits { break }
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
    return end
  }

  /// Tells the token that the eight bytes at `offset` are part of, if they are; see `Trigger.shortestToken`.
  @inline(never)
  func token(around offset: Int, _ progress: inout Progress, into events: inout SignEvents) {
    // Most words are too short.
    let reach = Self.ends(load(offset &- 8)).leadingZeroBitCount >> 3 &+ Self.ends(load(offset &+ 8)).trailingZeroBitCount >> 3
    guard reach &+ 8 >= Trigger.shortestToken, offset >= progress.token, unsafe !tables.pointee.tokens.isEmpty else { return }
    let tokens = ASCIISet.token
    var start = offset
    while start > 0, tokens.contains(unsafe text[start &- 1]) { start &-= 1 }
    var end = offset
    while end < count, tokens.contains(unsafe text[end]) { end &+= 1 }
    for place in unsafe 0..<tables.pointee.tokens.count {
      let sign = unsafe tables.pointee.tokens[place]
      if sign.least > end &- start { break }
      events.append(SignEvent(owner: sign.owner, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
    progress.token = max(end, offset &+ 8)
  }

  // MARK: Eight bytes at once

  /// The high bit of each byte that is an ASCII digit.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    return (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~word & highs
  }

  /// The high bit of each byte up to `$` or beyond ASCII, all of which end a token.
  @inline(__always)
  static func ends(_ word: UInt64) -> UInt64 { (~((word & ~highs) &+ 0x5B5B_5B5B_5B5B_5B5B) | word) & highs }
}
