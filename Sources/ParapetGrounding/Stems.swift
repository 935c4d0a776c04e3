/// The words of a stretch of text as numbers, for comparing labels: English words cut to six letters, pairs of Chinese characters.
enum Stems {
  static func of(_ text: [UInt8], _ range: Range<Int>) -> StemSet {
    var stems: [UInt64] = []
    stems.reserveCapacity(room(range.count))
    read(text, range, into: &stems)
    return StemSet(unsorted: stems)
  }

  /// How many words a stretch of `count` bytes hardly ever exceeds.
  private static func room(_ count: Int) -> Int { count / 3 + 1 }

  /// The words of `stretch` without those of a mention in it.
  static func around(_ mention: Range<Int>, in text: [UInt8], _ stretch: Range<Int>) -> StemSet {
    let own = mention.clamped(to: stretch)
    var stems: [UInt64] = []
    stems.reserveCapacity(room(stretch.count - own.count))
    read(text, stretch.lowerBound..<own.lowerBound, into: &stems)
    read(text, own.upperBound..<stretch.upperBound, into: &stems)
    return StemSet(unsorted: stems)
  }

  private static func read(_ text: [UInt8], _ range: Range<Int>, into stems: inout [UInt64]) {
    forEach(text, range) { _, _, stem in
      if let word = word(stem) { stems.append(word) }
    }
  }

  /// A word as sets hold it; nil for one that tells nothing.
  static func word(_ stem: UInt64) -> UInt64? {
    switch known.kind(stem) {
    case .stop: nil
    case .common: stem | 1
    case .none: stem & ~1
    }
  }

  /// Calls `body` with where every word of two letters and more, and every pair of Chinese characters, begins and ends, and its number.
  @inline(__always) static func forEach(_ text: [UInt8], _ range: Range<Int>, _ body: (Int, Int, UInt64) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBytes { text in
      var at = range.lowerBound
      while at < range.upperBound {
        let byte = unsafe text[at]
        if (byte | 0x20) &- 0x61 < 26 {
          let start = at
          let (letters, end) = unsafe word(text, start, range.upperBound)
          at = end
          if end &- start > 1 { body(start, end, mixed(letters)) }
        } else if byte &- 0xE4 < 6, at &+ 3 <= range.upperBound {
          var before = unsafe character(text, at)
          at &+= 3
          while at &+ 3 <= range.upperBound, unsafe text[at] &- 0xE4 < 6 {
            let next = unsafe character(text, at)
            at &+= 3
            body(at &- 6, at, mixed(1 << 48 | before << 24 | next))
            before = next
          }
        } else {
          at &+= byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
      }
    }
  }

  /// The three bytes at `at` as one number.
  @inline(__always) private static func character(_ text: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    if at &+ 4 <= text.count {
      return unsafe UInt64(UInt32(bigEndian: text.loadUnaligned(fromByteOffset: at, as: UInt32.self)) >> 8)
    }
    return unsafe UInt64(text[at]) << 16 | UInt64(text[at &+ 1]) << 8 | UInt64(text[at &+ 2])
  }

  /// Up to six letters of the word at `start`, in lower case, and where it ends, at `limit` at the latest.
  @inline(__always) private static func word(_ text: UnsafeRawBufferPointer, _ start: Int, _ limit: Int) -> (letters: UInt64, end: Int) {
    var end = start
    var letters: UInt64 = 0
    if start &+ 8 <= limit {
      let eight = unsafe UInt64(bigEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self)) | 0x2020_2020_2020_2020
      let count = leadingLetters(eight)
      letters = eight >> UInt64(64 &- 8 &* min(count, 6))
      end = start &+ count
      if count < 8 { return (letters, end) }
    }
    while end < limit, case let letter = unsafe text[end] | 0x20, letter &- 0x61 < 26 {
      if end &- start < 6 { letters = letters << 8 | UInt64(letter) }
      end &+= 1
    }
    return (letters, end)
  }

  /// How many of eight bytes, from the highest on, are letters in lower case.
  @inline(__always) private static func leadingLetters(_ eight: UInt64) -> Int {
    let low = eight & 0x7F7F_7F7F_7F7F_7F7F
    let (fromA, beyondZ) = (low &+ 0x1F1F_1F1F_1F1F_1F1F, low &+ 0x0505_0505_0505_0505)
    return (~(fromA & ~beyondZ & ~eight) & 0x8080_8080_8080_8080).leadingZeroBitCount / 8
  }

  /// A number for a number, one for one, whose bits all depend on many.
  ///
  /// - Source: multiplicative hashing (Knuth, The Art of Computer Programming, vol. 3, 6.4).
  @inline(__always) private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  // MARK: Words that tell nothing

  private static let stopWords = """
    the of and in to a for is was were what how much many did does are by from on or at as which with its their that this than be has have had
    """

  /// Words that say how figures move and what they count, whatever they are of.
  private static let commonWords = """
    同比 环比 增长 下降 上涨 下跌 增加 减少 上升 提高 降低 超过 达到 累计 合计 总计 平均 今日 昨日 今年 去年 本周 本月 目前 截至 其中 分别 公司 预计 \
    报告 数据 显示 同时 以及 此外 较上 上年 年同 同期 比上 较去 比增 比下 收跌 收涨 跌超 涨超 跌逾 涨逾 跌约 涨约 跌近 涨近 升超 升逾 升约 升近 降超 降逾 降约 降近 增超 增逾 增约 增近 减超 减逾 减约 减近 下挫 回落 回升 开盘 收盘 报收 最终 幅度 涨幅 跌幅 增幅 降幅 约为 约合 \
    million billion thousand percent increase decrease increased decreased approximately respectively compared year years ended total \
    amount amounts december june september march
    """

  private static let known = KnownWords(stop: hashes(stopWords), common: hashes(commonWords))

  private static func hashes(_ words: String) -> [UInt64] {
    let text = Array(words.utf8)
    var stems: [UInt64] = []
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      forEach(Array(word), 0..<word.count) { stems.append($2) }
    }
    return stems
  }

  /// What a sum is called.
  static func total(isChinese: Bool) -> [UInt64] { isChinese ? chineseTotal : englishTotal }

  private static let englishTotal = hashes("total")
  private static let chineseTotal = hashes("合计 总计")
}

/// A small table of words that tell nothing, by their numbers.
private struct KnownWords: Sendable {
  enum Kind: UInt8 { case none, stop, common }
  private var slots: [(stem: UInt64, kind: Kind)]
  private static let bits = 9

  init(stop: [UInt64], common: [UInt64]) {
    slots = Array(repeating: (0, .none), count: 1 << KnownWords.bits)
    for stem in stop { add(stem, .stop) }
    for stem in common { add(stem, .common) }
  }

  private mutating func add(_ stem: UInt64, _ kind: Kind) {
    var slot = KnownWords.slot(stem)
    while slots[slot].kind != .none, slots[slot].stem != stem { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (stem, kind)
  }

  private static func slot(_ stem: UInt64) -> Int { Int(truncatingIfNeeded: stem >> (64 - UInt64(bits))) }

  @inline(__always) func kind(_ stem: UInt64) -> Kind {
    var slot = KnownWords.slot(stem)
    while slots[slot].kind != .none {
      if slots[slot].stem == stem { return slots[slot].kind }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .none
  }
}
