import ParapetEntity

/// A number of the evidence, with its place.
struct Figure: Sendable {
  /// The passage, or −1 for the question.
  let passage: Int
  let range: Range<Int>
  let quantity: Quantity
  /// The table row it stands in, numbered over all passages; nil in prose.
  let row: Int?
  /// The table column, numbered over all passages.
  let column: Int?
  /// The sentence, or the row, numbered over all passages.
  let sentence: Int
  /// The powers of ten that a hint such as 单位：万元 or "in thousands" gives a bare number; empty where nothing is said.
  let hints: [Int]
}

/// A sentence or a table row of the evidence.
struct Stretch: Sendable {
  let passage: Int
  let range: Range<Int>
  let isRow: Bool
  /// Whether it is a row without a label, as sums have.
  let isTotal: Bool
  /// Where its words stand: the sentence, or the label of the row.
  let label: Range<Int>
  /// The heading above a row.
  let heading: Range<Int>?
}

/// Splits passages into sentences and table rows.
enum Layout {
  struct Line {
    let range: Range<Int>
    /// The cells of a table row; empty for prose.
    let cells: [Range<Int>]
  }

  static func lines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < text.count {
      var end = start
      var pipes = 0
      while end < text.count, text[end] != 0x0A {
        if text[end] == 0x7C || text[end] == 0x09 { pipes += 1 }
        end += 1
      }
      if pipes > 0 {
        lines.append(Line(range: start..<end, cells: cells(text, start..<end)))
      } else {
        lines += sentences(text, start..<end)
      }
      start = end + 1
    }
    return lines
  }

  private static func cells(_ text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    // A pipe that opens the line is a border.
    while start < line.upperBound, text[start] == 0x20 { start += 1 }
    if start < line.upperBound, text[start] == 0x7C, start == line.lowerBound, line.upperBound - 1 > start,
      text[line.upperBound - 1] == 0x7C
    {
      start += 1
    } else {
      start = line.lowerBound
    }
    var at = start
    while at < line.upperBound {
      if text[at] == 0x7C || text[at] == 0x09 {
        cells.append(start..<at)
        start = at + 1
      }
      at += 1
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  private static func sentences(_ text: [UInt8], _ line: Range<Int>) -> [Line] {
    var found: [Line] = []
    var start = line.lowerBound
    for at in line where TextBounds.endsSentence(text, at) {
      found.append(Line(range: start..<(at + 1), cells: []))
      start = at + 1
    }
    if start < line.upperBound { found.append(Line(range: start..<line.upperBound, cells: [])) }
    return found
  }
}

/// What a passage says about the unit of its bare numbers.
enum UnitHint {
  private static let words: [(word: String, scale: Int)] = [
    ("in thousands", 3), ("in 000s", 3), ("'000", 3), ("’000", 3), ("$000", 3), ("(000s)", 3), ("thousands of", 3), ("in millions", 6),
    ("in million", 6), ("millions of", 6), ("$m", 6), ("£m", 6), ("€m", 6), ("us$m", 6), ("rmb'million", 6), ("rmb’million", 6),
    ("‘000", 3), ("usd'000", 3), ("$’000", 3), ("$'m", 6), ("£’000", 3), ("€’000", 3), ("nz$ million", 6), ("a$ million", 6),
    ("in billions", 9),
    ("(thousands)", 3), ("(millions)", 6), ("($ thousands)", 3), ("($ millions)", 6), ("dollars in thousands", 3),
    ("dollars in millions", 6),
    ("in us$ millions", 6), ("单位：万元", 4), ("单位:万元", 4), ("（万元）", 4), ("(万元)", 4), ("单位：亿元", 8), ("单位:亿元", 8), ("（亿元）", 8),
    ("(亿元)", 8), ("单位：千元", 3), ("单位:千元", 3), ("（千元）", 3), ("单位：百万元", 6), ("单位:百万元", 6), ("人民币百万元", 6), ("人民币千元", 3),
    ("单位：人民币万元", 4), ("单位：万", 4), ("单位：亿", 8), ("€ million", 6), ("$ million", 6), ("£ million", 6), ("$ thousand", 3),
    ("rmb in millions", 6), ("in € millions", 6), ("in $ millions", 6), ("us$ millions", 6), ("(us$ million)", 6), ("(in € thousands)", 3),
  ]

  private struct Word: Sendable {
    let bytes: [UInt8]
    let scale: Int
  }

  private static let byFirst: [[Word]] = {
    var table: [[Word]] = Array(repeating: [], count: 256)
    for (word, scale) in words {
      let bytes = Array(word.utf8)
      table[Int(bytes[0])].append(Word(bytes: bytes, scale: scale))
    }
    return table
  }()

  static func scales(_ text: [UInt8]) -> [Int] {
    var scales: Set<Int> = []
    for at in text.indices {
      let candidates = byFirst[Int(text[at].lowerLetter)]
      guard !candidates.isEmpty else { continue }
      for word in candidates where at + word.bytes.count <= text.count {
        guard word.bytes.indices.allSatisfy({ text[at + $0].lowerLetter == word.bytes[$0] }) else { continue }
        // `$m` must not begin `$more`; `$ million` behind a number is that number's own scale.
        let end = at + word.bytes.count
        if end < text.count, text[end].isASCIILetter, text[end - 1].isASCIILetter { continue }
        scales.insert(word.scale)
      }
    }
    return scales.sorted()
  }
}
