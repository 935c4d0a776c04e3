import ParapetEntity

/// Titles of laws, as the keys of articles have them: Chinese ones as printed, English ones in lower case.
enum LawTitle {
  /// The title of a law and the article of it that a key names; no title where it names an article alone.
  static func split(_ key: [UInt8]) -> (title: ArraySlice<UInt8>, article: ArraySlice<UInt8>) {
    guard key.starts(with: "《".utf8) else { return ([], key[...]) }
    let close = Array("》".utf8)
    var at = 3
    while at + 3 <= key.count {
      if key[at...].starts(with: close) { return (key[3..<at], key[(at + 3)...]) }
      at += 1
    }
    return ([], key[...])
  }

  /// Whether two titles may name one law: one is part of the other; two English ones share a word that tells laws apart; and of a Chinese
  /// and an English one nobody can say.
  static func mayBeSame(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    if areOfTwoLanguages(a, b) || a.hasExactly(Array(b)) || b.hasExactly(Array(a)) { return true }
    guard isEnglish(a) else { return false }
    let words = telling(a)
    return telling(b).contains { word in words.contains { $0.elementsEqual(word) } }
  }

  static func areOfTwoLanguages(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    !a.isEmpty && !b.isEmpty && isEnglish(a) != isEnglish(b)
  }

  static func isEnglish(_ title: ArraySlice<UInt8>) -> Bool { title.first?.isASCIILetter ?? false }

  /// The number of an article, without its paragraphs: 17 of `条17款2` and of `条17(2)`.
  static func number(_ article: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    article.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
  }

  private static func telling(_ title: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    title.split { !$0.isASCIILetter }.filter { word in word.count > 3 && !common.contains { word.elementsEqual($0) } }
  }

  private static let common = ["regulation", "regulations", "measures", "rules", "provisions", "code", "guidelines", "people"]
    .map { Array($0.utf8) }
}
