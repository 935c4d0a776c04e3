import Foundation

@testable import ParapetText

/// The folds written as plainly as they can be: an array of characters, no fast path, Unicode from the standard library and Foundation.
///
/// Only the choices that are Parapet's own (which Han characters, which separators) are shared with the code under test or listed again.
struct ReferenceFold {
  /// One character of a view and where it stood in the text, in bytes.
  struct Piece: Equatable {
    var scalar: Unicode.Scalar
    var start: Int
    var end: Int
  }

  let fold: Fold

  func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = String(scalar).utf8.count
      if let folded = character(scalar) { pieces.append(Piece(scalar: folded, start: offset, end: offset + length)) }
      offset += length
    }
    if fold.contains(.numerals) { pieces = ReferenceNumerals(pieces: pieces, acrossGaps: fold.contains(.gaps)).folded() }
    if fold.contains(.gaps) { pieces = ReferenceGaps(pieces: pieces).folded() }
    return pieces
  }

  // MARK: One character

  func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if fold.contains(.invisible), Self.isInvisible(scalar) { return nil }
    var scalar = scalar
    if fold.contains(.width) { scalar = Self.plain(scalar) }
    if fold.contains(.case) { scalar = Self.lower(scalar) }
    if fold.contains(.han) { scalar = Self.simplified[scalar] ?? scalar }
    return scalar
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || [0x200B...0x200F, 0x202A...0x202E, 0x20E3...0x20E3].contains { $0 ~= scalar.value }
  }

  static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\u{130}" { return "i" }
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
  }

  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII || "，！？（）；：﹐﹑﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞".unicodeScalars.contains(scalar) { return scalar }
    if let currency = ["￠": "¢", "￡": "£", "￥": "¥", "￦": "₩"][String(scalar)] { return Unicode.Scalar(currency) ?? scalar }
    if "‐‑‒–−".unicodeScalars.contains(scalar) { return "-" }
    if "‧∙⋅・･".unicodeScalars.contains(scalar) { return "·" }
    let name = scalar.properties.name ?? ""
    if name.contains(" LATIN "),
      let letter = name.wholeMatch(
        of: #/(?:CROSSED )?(?:NEGATIVE )?(?:CIRCLED|SQUARED|PARENTHESIZED) LATIN (CAPITAL|SMALL) LETTER ([A-Z])/#)
    {
      return Unicode.Scalar(String(letter.1 == "CAPITAL" ? String(letter.2) : letter.2.lowercased())) ?? scalar
    }
    let mapped = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
    guard mapped.count == 1, let target = mapped.first, target.isASCII else { return scalar }
    if target == " " || target.properties.isAlphabetic { return target }
    if target.properties.numericType != nil { return name.contains("CIRCLED") ? scalar : target }
    return (0xFF01...0xFF5E).contains(scalar.value) || (0xFE50...0xFE6B).contains(scalar.value) || scalar == "\u{2024}" ? target : scalar
  }

  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    var all = Dictionary(uniqueKeysWithValues: zip(HanTable.traditional.unicodeScalars, HanTable.simplified.unicodeScalars))
    for (code, target) in HexWords(HanTable.doubles).mappings() {
      if let code = Unicode.Scalar(code), let target = Unicode.Scalar(target) { all[code] = target }
    }
    return all
  }()

  // MARK: Kinds of characters

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x303B, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323BF:
      true
    default: false
    }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || (scalar.properties.generalCategory == .spaceSeparator && scalar.value != 0x1680)
  }

  static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return true }
    guard scalar.properties.generalCategory == .otherSymbol, plain(scalar) == scalar else { return false }
    if [0x2E80...0x2FFF, 0x31C0...0x31EF, 0xA490...0xA4CF, 0xFFFC...0xFFFD].contains(where: { $0 ~= scalar.value }) { return false }
    return String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual([scalar])
  }

  static func separatesDigits(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || "-‐‑‒–—−﹣－_＿/／*＊.．·•・･‧․()（）".unicodeScalars.contains(scalar) || isSymbol(scalar)
  }

  static func separatesHan(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || "-‐‑‒–－_＿/／*＊.．·•・･‧․~～|｜\\＼^＾+＋#＃".unicodeScalars.contains(scalar) || isSymbol(scalar)
  }
}

/// `numerals`, plainly.
struct ReferenceNumerals {
  typealias Piece = ReferenceFold.Piece

  let pieces: [Piece]
  let acrossGaps: Bool

  /// The digit and a letter for its kind: a ASCII, d other script, s sign, h Han, o circle.
  private func numeral(_ scalar: Unicode.Scalar) -> (digit: UInt32, kind: Character)? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? (scalar.value - 48, "a") : nil }
    if "○◯".unicodeScalars.contains(scalar) { return (0, "o") }
    let sets = ["零〇洞", "一壹壱弌幺", "二贰貳弐弍两兩", "三叁叄叅弎参參", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾"]
    for (digit, set) in sets.enumerated() where set.unicodeScalars.contains(scalar) { return (UInt32(digit), "h") }
    let first: UInt32? =
      switch scalar.value {
      case 0x3021...0x3029: 0x3021
      case 0x3220...0x3228: 0x3220
      case 0x3280...0x3288: 0x3280
      default: nil
      }
    if let first { return (scalar.value - first + 1, "s") }
    guard let value = scalar.properties.numericValue else { return nil }
    if [0x1F10B, 0x1F10C].contains(scalar.value) { return (0, "s") }
    switch scalar.properties.numericType {
    case .decimal?: return (UInt32(value), "d")
    case .digit?: return (UInt32(value), "s")
    default: return nil
    }
  }

  func folded() -> [Piece] {
    var result = pieces
    var index = 0
    while index < pieces.count {
      guard numeral(pieces[index].scalar) != nil else {
        index += 1
        continue
      }
      var groups = [[index]]
      var next = index + 1
      while true {
        var gap = next
        while gap < pieces.count, gap - next < 3, numeral(pieces[gap].scalar) == nil, ReferenceFold.separatesDigits(pieces[gap].scalar) {
          gap += 1
        }
        guard gap < pieces.count, numeral(pieces[gap].scalar) != nil else { break }
        if gap == next { groups[groups.count - 1].append(gap) } else { groups.append([gap]) }
        next = gap + 1
      }
      index = next
      let run = Array(groups.joined())
      let chosen = acrossGaps || groups.count == 1 ? choose(run) : chooseGroups(groups)
      for place in run {
        guard let (digit, kind) = numeral(pieces[place].scalar), kind == "d" || chosen.contains(place) else { continue }
        result[place].scalar = Unicode.Scalar(UInt8(48 + digit))
      }
    }
    return result
  }

  private func kinds(_ run: [Int]) -> String { String(run.compactMap { numeral(pieces[$0].scalar)?.kind }) }
  private func beside(_ index: Int) -> Unicode.Scalar? { pieces.indices.contains(index) ? pieces[index].scalar : nil }

  private func isWord(_ first: Int) -> Bool {
    guard let one = beside(first), let two = beside(first + 1) else { return false }
    return Numeral.words.contains([one.value, two.value])
  }

  private func isAny(of characters: String, _ index: Int) -> Bool { beside(index).map { characters.unicodeScalars.contains($0) } ?? false }

  private func chooseGroups(_ groups: [[Int]]) -> [Int] {
    let hasSeveral = kinds(Array(groups.joined())).count { $0 != "a" } > 1
    // What is no part of a number parts the groups around it.
    let stretches = groups.indices.split { index in
      let (group, own) = (groups[index], kinds(groups[index]))
      let isAmongSingles = [index - 1, index + 1].contains { groups.indices.contains($0) && groups[$0].count == 1 }
      return (hasSeveral && ["h", "s", "o"].contains(own) && !isAmongSingles) || (own.contains("o") && !own.contains("h"))
        || (own.hasPrefix("h") && isAny(of: Self.multipliers, group[0] - 1))
        || (own.hasSuffix("h") && isAny(of: Self.multipliers + Self.units, group[group.count - 1] + 1))
    }
    return stretches.flatMap { stretch in
      let all = kinds(stretch.flatMap { groups[$0] })
      guard let first = stretch.first, let last = stretch.last else { return [Int]() }
      return stretch.flatMap { number in
        var group = groups[number]
        if group.count >= 7 { return choose(group) }
        guard all.count >= 7 else { return [] }
        if first < last, all.count(where: { $0 != "a" }) > 1 {
          let own = kinds(group)
          let marksHead = number == first && group.count == groups[number + 1].count + 1 && "hso".contains(own.first ?? "a")
          let marksTail = number == last && group.count == groups[number - 1].count + 1 && "hso".contains(own.last ?? "a")
          if marksHead { group.removeFirst() }
          if marksTail { group.removeLast() }
        }
        return withoutWords(group)
      }
    }
  }

  private func withoutWords(_ run: [Int]) -> [Int] {
    var run = run
    while let first = run.first, isWord(first - 1) { run.removeFirst() }
    while let last = run.last, isWord(last) { run.removeLast() }
    return run
  }

  private static let multipliers = "十百千万萬亿億兆拾佰仟点點"
  private static let units = "年月日号號楼樓元圆圓角"

  private func choose(_ run: [Int]) -> [Int] {
    func isHan(_ index: Int) -> Bool { beside(index).map(ReferenceFold.isHan) ?? false }
    var run = withoutWords(run)
    if let first = run.first, isAny(of: Self.multipliers, first - 1) { run = Array(run.drop { "ho".contains(kinds([$0])) }) }
    if let last = run.last, isAny(of: Self.multipliers + Self.units, last + 1) {
      while let last = run.last, "ho".contains(kinds([last])) { run.removeLast() }
    }
    var rest = run
    if let first = rest.first, kinds(rest).hasPrefix("haaaaaaa"), isHan(first - 1) { rest.removeFirst() }
    if let last = rest.last, kinds(rest).hasSuffix("aaaaaaah"), isHan(last + 1) { rest.removeLast() }
    if kinds(rest).contains(where: { $0 != "a" }) { run = rest }
    return run.count < 7 || (kinds(run).contains("o") && !kinds(run).contains("h")) ? [] : run
  }
}
