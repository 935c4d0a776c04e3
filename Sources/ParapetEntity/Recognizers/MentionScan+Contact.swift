/// Telephone numbers, mail and web addresses.
///
/// - Source: RFC 3986 for addresses; the Chinese numbering plan for hotlines and area codes.
extension MentionScan {
  // MARK: Net

  /// A web or mail address that begins at this word.
  func readAddress() -> Bool {
    let start = at
    guard start >= addressFloor else { return false }
    var end = start
    // Most words are plain ones, behind which no address goes on.
    while end < text.count, text[end].isWord { end += 1 }
    guard end < text.count, MentionScan.joinsAddress(text[end]) else {
      addressFloor = end
      return false
    }
    end = start
    var hasAt = false
    var hasDot = false
    let isWeb = has("http://", start) || has("https://", start)
    while end < text.count, end - start < 2048 {
      let byte = text[end]
      if byte == 0x40 { hasAt = true }
      if byte == 0x2E { hasDot = true }
      guard
        byte.isWord || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x40 || (byte == 0x2B && !isWeb) || (isWeb && isPath(byte))
      else { break }
      end += 1
    }
    if !isWeb, hasDot, !hasAt, byte(end) == 0x2F, isHost(text[start..<end]) {
      while end < text.count, end - start < 2048, text[end].isWord || isPath(text[end]) { end += 1 }
    }
    while end > start, [0x2E, 0x2C, 0x3A, 0x3B, 0x2D, 0x29, 0x27].contains(byte(end - 1)) { end -= 1 }
    guard end > start else { return false }
    let word = text[start..<end]
    if hasAt, let sign = word.firstIndex(of: 0x40), sign > start, isHost(word[(sign + 1)...]) {
      keep(.contact, start..<end, .key(word.map(\.lowered)))
      return true
    }
    guard isWeb || (hasDot && !hasAt && isHost(word.prefix { $0 != 0x2F })) else {
      addressFloor = end
      return false
    }
    keep(.contact, start..<end, .key(webKey(word)))
    return true
  }

  /// Whether an address may go on with `byte` behind letters and digits.
  @inline(__always) static func joinsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x40, 0x3A, 0x2D, 0x5F, 0x2B: true
    default: false
    }
  }

  private func isPath(_ byte: UInt8) -> Bool { "/:?#[]@!$&'()*+,;=%~.-_".utf8.contains(byte) }

  /// Whether `host` is labels that end in a common top-level name.
  private func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    guard host.count <= 253, let dot = host.lastIndex(of: 0x2E), dot > host.startIndex else { return false }
    let top = String(decoding: host[(dot + 1)...].map(\.lowered), as: UTF8.self)
    return [
      "com", "cn", "net", "org", "gov", "edu", "io", "hk", "tw", "uk", "us", "eu", "info", "co", "jp", "sg", "de", "fr", "app", "cc", "top",
      "vip",
    ]
    .contains(top)
  }

  /// The address without its scheme, `www.` and closing slash.
  private func webKey(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var key = word.map(\.lowered)[...]
    for prefix in ["https://", "http://", "www."] where key.starts(with: prefix.utf8) { key = key.dropFirst(prefix.utf8.count) }
    while key.last == 0x2F { key = key.dropLast() }
    return Array(key)
  }

  // MARK: Telephone

  func readPhone(until first: Int) -> Bool {
    let start = at
    guard mayBePhone(start, first) else { return false }
    guard start == floor || !(byte(start - 1).isWord || byte(start - 1) == 0x2E || byte(start - 1) == 0x2C) else { return false }
    var groups: [Range<Int>] = []
    var end = start
    while groups.count < 6 {
      let stop = digitsEnd(end)
      guard stop > end, stop - end <= 13 else { break }
      groups.append(end..<stop)
      end = stop
      guard byte(stop) == 0x2D || byte(stop) == 0x20 || (byte(stop) == 0x29 && byte(stop + 1) != 0x20), byte(stop + 1).isDigit else {
        break
      }
      end = stop + 1
    }
    let counts = groups.map { $0.count }
    guard let used = phoneGroups(groups, counts), used > 0 else { return false }
    let stop = groups[used - 1].upperBound
    // An amount of eleven digits is no mobile number.
    let tail = readTail(stop, bracket: false, money: false, alone: false)
    guard let tail, tail.unit == .plain, tail.scale == 0, !(byte(stop) == 0x2E && byte(stop + 1).isDigit),
      byte(stop) != 0x2C || !byte(stop + 1).isDigit
    else { return false }
    var from = start
    if byte(from - 1) == 0x28, from - 1 >= floor { from -= 1 }
    if byte(from - 1) == 0x2B, from - 1 >= floor { from -= 1 }
    keep(.contact, from..<stop, .key(groups[..<used].flatMap { Array(text[$0]) }))
    return true
  }

  /// Whether the run of digits between `start` and `end` has the length of a telephone number, or is joined to another run.
  private func mayBePhone(_ start: Int, _ end: Int) -> Bool {
    let next = byte(end)
    if next == 0x2D || next == 0x20 || next == 0x29, byte(end + 1).isDigit { return true }
    switch end - start {
    case 3: return has("110", start) || has("12", start)
    case 5, 7, 8, 10, 11: return true
    default: return false
    }
  }

  /// How many of the groups form a telephone number; nil when they are none.
  private func phoneGroups(_ groups: [Range<Int>], _ counts: [Int]) -> Int? {
    guard let first = groups.first, let count = counts.first else { return nil }
    let opening = byte(first.lowerBound)
    let second = byte(first.lowerBound + 1)
    let isDashed = byte(first.upperBound) == 0x2D || byte(first.upperBound) == 0x29
    // 13800138000, 138 0013 8000.
    if opening == 0x31, (0x33...0x39).contains(second) {
      if count == 11 { return 1 }
      if counts.starts(with: [3, 4, 4]) { return counts.count == 3 ? 3 : nil }
    }
    // 400-800-8000, 800-810-1818, 400-8008000.
    if count == 3, has("400", first.lowerBound) || has("800", first.lowerBound), isDashed {
      if counts.starts(with: [3, 3, 4]) || counts.starts(with: [3, 4, 3]) { return 3 }
      if counts.starts(with: [3, 7]) { return 2 }
    }
    if count == 10, has("400", first.lowerBound), isCued(first.lowerBound) { return 1 }
    // 010-66010000.
    if opening == 0x30, (3...4).contains(count), counts.count > 1, isDashed || byte(first.upperBound) == 0x20, (7...8).contains(counts[1]) {
      return 2
    }
    // 1-800-555-0100, +86 10 6601 0000.
    if counts.starts(with: [1, 3, 3, 4]), isDashed { return 4 }
    if counts.starts(with: [3, 3, 4]), isDashed { return 3 }
    if byte(first.lowerBound - 1) == 0x2B, (1...3).contains(count) {
      let total = counts.reduce(0, +)
      return (7...15).contains(total) ? counts.count : nil
    }
    // Short numbers count only behind a word for calling.
    guard isCued(first.lowerBound) else { return nil }
    if count == 5, opening == 0x39 || opening == 0x31 { return 1 }
    if count == 3, has("110", first.lowerBound) || has("12", first.lowerBound) { return 1 }
    return (7...8).contains(count) && counts.count == 1 ? 1 : nil
  }

  /// Whether a word for calling ends within a few characters before `place`.
  private func isCued(_ place: Int) -> Bool {
    var end = place
    for _ in 0..<14 {
      if Vocabulary.phoneCues.match(text, endingAt: end) != nil { return true }
      guard end > 0, byte(end - 1) != 0x0A else { return false }
      end -= 1
      while end > 0, byte(end) & 0xC0 == 0x80 { end -= 1 }
    }
    return false
  }
}
