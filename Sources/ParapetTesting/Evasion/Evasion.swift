public import ParapetText

/// A way in which a text may be disguised without changing what a person reads in it.
public enum Evasion: String, Sendable, CaseIterable {
  /// Letters and digits in their full-width forms.
  case width
  /// Zero-width characters between all characters.
  case invisible
  /// Blanks between Han characters, and in groups of digits.
  case gaps
  /// Traditional characters.
  case han
  /// Digits as Han numerals.
  case numerals
  /// One digit of a number as another numeral (①, 一, ㊀, ١, 壹), each digit in turn.
  case digit
  /// Letters in the other case.
  case `case`
  /// Cyrillic and Greek letters that look like Latin ones.
  case homoglyph
  /// Hyphens, dots, points and slashes that look like the plain ones.
  case punctuation
  /// The same number once more behind it, with a blank between, as in a row of a table.
  case beside

  /// The fold that undoes it; nil where no fold promises to.
  public var fold: Fold? {
    switch self {
    case .digit: .numerals
    case .punctuation: .width
    default: Fold(name: rawValue)
    }
  }

  /// `marked` with everything between marks in this disguise, and the marks around it; nil when there is nothing to disguise.
  ///
  /// Where a disguise takes one thing in turn, `turn` says which, from 0: behind the last there is nothing.
  public func disguise(_ marked: MarkedText, turn: Int = 0) -> MarkedText? {
    guard self == .digit || turn == 0 else { return nil }
    let scalars = Array(marked.text.string.unicodeScalars)
    var written = String.UnicodeScalarView()
    var at = 0
    var changed = false
    for span in marked.spans.map(\.scalar) {
      written.append(contentsOf: scalars[at..<span.lowerBound])
      let plain = Array(scalars[span])
      let disguised = disguise(plain, turn)
      changed = changed || disguised != ["⟦"] + plain + ["⟧"]
      written.append(contentsOf: disguised)
      at = span.upperBound
    }
    written.append(contentsOf: scalars[at...])
    return changed ? try? MarkedText(parsing: String(written)) : nil
  }

  /// `scalars` between marks, or twice so.
  private func disguise(_ scalars: [Unicode.Scalar], _ turn: Int) -> [Unicode.Scalar] {
    let marked = ["⟦"] + written(scalars, turn) + ["⟧"]
    return self == .beside && Evasion.isNumber(scalars) ? marked + [" "] + marked : marked
  }

  private func written(_ scalars: [Unicode.Scalar], _ turn: Int) -> [Unicode.Scalar] {
    switch self {
    case .width: scalars.map { Evasion.isAlphanumeric($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }
    case .invisible: Evasion.joined(scalars.map { [$0] }, by: "\u{200B}")
    case .gaps: Evasion.spaced(scalars)
    case .han: scalars.map { TraditionalHan.form(of: $0) ?? $0 }
    case .numerals: Evasion.inHanNumerals(scalars)
    case .digit: Evasion.withNumeral(scalars, turn)
    case .case: scalars.map(Evasion.otherCase)
    case .homoglyph: scalars.map { Evasion.homoglyphs[$0] ?? $0 }
    case .punctuation: scalars.map { Evasion.lookAlikes[$0] ?? $0 }
    case .beside: scalars
    }
  }

  // MARK: characters

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether at least eight digits make up half of `scalars` or more.
  private static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars.count { isDigit($0) }
    return digits >= 8 && digits * 2 >= scalars.count
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  private static func otherCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) else { return scalar }
    return Unicode.Scalar(scalar.value ^ 0x20) ?? scalar
  }

  private static let homoglyphs: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "c": "с", "e": "е", "i": "і", "j": "ј", "o": "о", "p": "р", "s": "ѕ", "x": "х", "y": "у", "A": "А", "B": "В", "C": "С",
    "E": "Е", "H": "Н", "K": "К", "M": "М", "N": "Ν", "O": "О", "P": "Р", "T": "Т", "X": "Х", "Y": "Υ", "Z": "Ζ",
  ]

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "-": "‑", "·": "・", ".": "．", "/": "／", "@": "＠", "_": "＿", "+": "＋",
  ]

  // MARK: runs

  private static func joined(_ parts: [[Unicode.Scalar]], by separator: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(parts.joined(separator: [separator]))
  }

  /// Blanks between neighbours that are both Han characters, and after every fourth digit of a run as long as numbers of
  /// cards and accounts are.
  private static func spaced(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var inRun = 0
    for (index, scalar) in scalars.enumerated() {
      if index > 0 {
        let isLongRun = inRun > 0 && inRun % 4 == 0 && isDigit(scalar) && (8...24).contains(digitRun(around: index, in: scalars))
        if isLongRun || (isHan(scalars[index - 1]) && isHan(scalar)) { result.append(" ") }
      }
      inRun = isDigit(scalar) ? inRun + 1 : 0
      result.append(scalar)
    }
    return result
  }

  /// Digits of runs of seven or more, which is where a numeral cannot be part of an amount in words.
  private static func inHanNumerals(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let numerals = Array("零一二三四五六七八九".unicodeScalars)
    return scalars.enumerated().map { index, scalar in
      guard isDigit(scalar), digitRun(around: index, in: scalars) >= 7 else { return scalar }
      return numerals[Int(scalar.value - 0x30)]
    }
  }

  /// The digit of `turn` in another dress, of those that stand in groups of a number with seven digits or more; none where one is in another
  /// dress already.
  private static func withNumeral(_ scalars: [Unicode.Scalar], _ turn: Int) -> [Unicode.Scalar] {
    guard scalars.allSatisfy({ $0.isASCII || $0.properties.numericType == nil }) else { return scalars }
    let places = scalars.split { !isDigit($0) && !" -.·_/*()".unicodeScalars.contains($0) }.flatMap { number in
      let isSpaced = !number.indices.dropLast().contains { isDigit(number[$0]) && isDigit(number[$0 + 1]) }
      let digits = number.indices.filter { isDigit(number[$0]) }
      return digits.count < 7 ? [] : digits.filter { isSpaced || digitRun(around: $0, in: scalars) > 1 }
    }
    guard places.indices.contains(turn) else { return scalars }
    var written = scalars
    let digit = Int(scalars[places[turn]].value - 0x30)
    written[places[turn]] = Array(dresses[turn % dresses.count].unicodeScalars)[digit]
    return written
  }

  private static let dresses = ["⓪①②③④⑤⑥⑦⑧⑨", "零一二三四五六七八九", "〇㊀㊁㊂㊃㊄㊅㊆㊇㊈", "٠١٢٣٤٥٦٧٨٩", "零壹贰叁肆伍陆柒捌玖"]

  private static func digitRun(around index: Int, in scalars: [Unicode.Scalar]) -> Int {
    let before = scalars[..<index].reversed().prefix { isDigit($0) }.count
    return before + scalars[index...].prefix { isDigit($0) }.count
  }
}
