import Foundation
import ParapetText
import Testing

/// Random numbers that can be had again (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite("Fast folds and plain folds say the same")
struct DifferentialTests {
  /// Pieces of text that have something to do with a fold, or nearly.
  static let fragments =
    [
      "1", "3", "8", "0", "00", "138", "0013", "8000", "110105", "19491231", "002", "2026", "08", "15", "1,380", "3.45", "x", "X", "A", "Ａ",
      "k", "K",
      " ", " ", "  ", "\u{A0}", "\u{3000}", "\u{2009}", "\t", "\n", "\r\n", "\r", "-", "—", "‐", "－", "_", "·", "•", "・", ".", "．", "。",
      ",", "，", "、",
      "/", "(", ")", "（", "）", "*", "**", "***", "~", "|", "\\", "^", "+", "#", "<b>", "</b>", "<h1>", "<", ">", "{,}", "{", "}", ":", "：",
      "!", "?",
      "★", "❤", "❤\u{FE0F}", "👍🏽", "👨‍👩‍👧", "🇨🇳", "©", "○", "◯", "●",
      "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{FE0F}\u{20E3}", "\u{20E3}", "\u{E0041}", "\u{E0100}", "\u{301}",
      "e\u{301}",
      "１", "３", "８", "𝟭", "𝟯", "¹", "₂", "①", "③", "⓪", "⑴", "❶", "⓵", "🄋", "⒈", "٠", "١", "३", "㊀", "〡", "Ⅹ", "ⓧ", "🅰", "ℝ", "ﬁ", "ſ", "İ",
      "ẞ", "Σ", "Ж",
      "一", "二", "三", "八", "零", "〇", "壹", "貳", "叁", "參", "参", "陸", "幺", "两", "洞", "拐", "勾", "十", "百", "万", "萬", "亿", "年", "号", "元", "点", "直",
      "个", "选", "山", "大",
      "一三八零零一三八零零零", "保", "本", "證", "券", "帳", "戶", "銀", "行", "後", "乾", "裏", "⼈", "金\u{F90A}", "𠀀", "々", "的", "テ", "ｶ", "한",
    ]

  static let folds = (UInt8(0)..<64).map { Fold(rawValue: $0) }

  static func text(_ generator: inout Seeded) -> String {
    // A few fragments often repeated make runs; all of them make accidents.
    let some = (0..<Int.random(in: 1...6, using: &generator)).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }
    return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      (Bool.random(using: &generator) ? some : Self.fragments).randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test("random texts, every set of folds")
  func randomTexts() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var generator = Seeded(seed)
    var failures = 0
    for _ in 0..<3000 where failures < 5 {
      let string = Self.text(&generator)
      let fold = Self.folds.randomElement(using: &generator) ?? []
      if !agree(string, fold) { failures += 1 }
    }
  }

  /// Folds of which the traits of a text say that they change nothing change nothing. The case of ASCII letters is no trait, and without `width`
  /// full-width forms are none.
  @Test("folds left out by the traits of a text")
  func effectiveFolds() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var generator = Seeded(seed)
    var left = 0
    for _ in 0..<6000 {
      let text = Text(Self.text(&generator))
      for fold in [
        Fold.width.union(.numerals), [.width, .numerals, .gaps], [.width, .gaps], [.width, .invisible],
        [.width, .invisible, .han, .numerals, .gaps],
      ] {
        let effective = TextTraits(text.utf8.span).effective(fold)
        if effective != fold { left += 1 }
        #expect(text.view(effective).utf8 == text.view(fold).utf8, "seed \(seed), \(fold.names): \(text.view([]).string.debugDescription)")
      }
    }
    #expect(left > 3_000)
  }

  /// Compares one text under one fold; records what differs.
  func agree(_ string: String, _ fold: Fold) -> Bool {
    let text = Text(string)
    let view = text.view(fold)
    let pieces = ReferenceFold(fold: fold).pieces(string)
    let expected = String(String.UnicodeScalarView(pieces.map(\.scalar)))
    guard view.utf8 == Array(expected.utf8) else {
      Issue.record("\(fold.names) of \(string.debugDescription): \(view.string.debugDescription), not \(expected.debugDescription)")
      return false
    }
    var edges = [0]
    for piece in pieces { edges.append((edges.last ?? 0) + String(piece.scalar).utf8.count) }
    for first in pieces.indices {
      for last in [first, min(first + 3, pieces.count - 1), pieces.count - 1] {
        let original = view.original(edges[first]..<edges[last + 1])
        guard original == pieces[first].start..<pieces[last].end else {
          Issue.record("\(fold.names) of \(string.debugDescription): character \(first) to \(last) goes to \(original)")
          return false
        }
      }
    }
    return true
  }

  @Test("every character by itself, of the ideographs and syllables every sixteenth")
  func everyCharacter() {
    let dense: [ClosedRange<UInt32>] = [0x3400...0x9FEF, 0xAC00...0xD79F, 0xE000...0xF8FF, 0x12000...0x18CFF, 0x1B000...0x1B2FF]
    var failures = 0
    for code in Array(UInt32(0)...0x1FFFF) + Array(0x2F800...0x2FA1F) + Array(0xE0000...0xE01FF) where failures < 10 {
      if code % 16 != 0, dense.contains(where: { $0 ~= code }) { continue }
      guard let scalar = Unicode.Scalar(code), let age = scalar.properties.age, age.major < 15 else { continue }
      let plain = ReferenceFold.plain(scalar)
      for fold in [Fold.width, .invisible, .case, .han, [.width, .case], [.width, .invisible, .case, .han]] {
        let reference = ReferenceFold(fold: fold.subtracting(.width))
        let expected =
          fold.contains(.invisible) && ReferenceFold.isInvisible(scalar)
          ? "" : reference.character(fold.contains(.width) ? plain : scalar).map { String($0) } ?? ""
        let folded = fold.apply(String(scalar))
        if !folded.unicodeScalars.elementsEqual(expected.unicodeScalars) {
          failures += 1
          Issue.record("U+\(String(code, radix: 16)) under \(fold.names): \(folded.debugDescription), not \(expected.debugDescription)")
        }
      }
    }
  }

  @Test("folding what is folded changes nothing, one character at a time")
  func idempotence() {
    let fold: Fold = [.width, .invisible, .case, .han]
    for code in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let once = fold.apply(String(scalar))
      if !fold.apply(once).unicodeScalars.elementsEqual(once.unicodeScalars) { Issue.record("U+\(String(code, radix: 16))") }
    }
  }

  @Test(
    "a long text folds as the same text in pieces would", arguments: [[.standard], Fold.standard.union([.gaps, .han, .numerals, .case])])
  func longText(fold: Fold) {
    var generator = Seeded(7)
    let long = (0..<200).map { _ in Self.text(&generator) }.joined(separator: "甲\n")
    #expect(agree(long, fold))
  }
}
