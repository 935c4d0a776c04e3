/// The laws that English articles are of.
extension MentionScan {
  /// The law of the article at `range` in lower case, as `《commercial bank law》`: named behind it (Article 17 of the Commercial Bank Law) or
  /// before it (Commercial Bank Law, Article 17); empty where none is.
  func englishLaw(of range: Range<Int>) -> [UInt8] {
    guard let title = titleBehind(range.upperBound) ?? titleBefore(range.lowerBound) else { return [] }
    var words = text[title].map(\.lowered)[...]
    for lead in ["prc ", "china's "] where words.starts(with: lead.utf8) { words = words.dropFirst(lead.utf8.count) }
    // Law of the People's Republic of China on Commercial Banks.
    let country = Array(" of the people's republic of china".utf8)
    if let at = words.indices.first(where: { words[$0...].starts(with: country) }) { words.removeSubrange(at..<(at + country.count)) }
    return Array("《".utf8) + words + Array("》".utf8)
  }

  private static let nouns = Lexicon<Bool>([(true, "law act regulation regulations measures rules provisions code guidelines")])

  private func titleBehind(_ place: Int) -> Range<Int>? {
    var start = afterBlanks(place)
    if byte(start) == 0x2C {
      start = afterBlanks(start + 1)
    } else {
      guard has("of ", start) else { return nil }
      start += 3
    }
    for lead in ["the ", "former "] as [StaticString] where has(lead, start) { start += lead.utf8CodeUnitCount }
    var at = start
    while at - start < 120, let end = titleWord(at, opens: at == start) {
      if MentionScan.nouns.match(text, at: at)?.end == end { return start..<topic(behind: end) }
      at = afterBlanks(end, most: 1)
      if at == end { return nil }
    }
    return nil
  }

  /// The end of a word that a title may have; it begins with a capital, but for those that join others.
  private func titleWord(_ start: Int, opens: Bool) -> Int? {
    var end = start
    while byte(end).isLetter || byte(end) == 0x27 || byte(end) == 0x2D { end += 1 }
    guard end > start else { return nil }
    if text[start].isUpperLetter { return end }
    return !opens && ["of ", "and ", "on ", "the ", "for ", "governing "].contains(where: { has($0, start) }) ? end : nil
  }

  /// The end of `on Commercial Banks` behind Law, or of `for Loans` behind Rules; `end` where no topic follows.
  private func topic(behind end: Int) -> Int {
    let next = afterBlanks(end, most: 1)
    guard ["on ", "for ", "governing ", "of the People's "].contains(where: { has($0, next) }) else { return end }
    var (last, at) = (end, next)
    while at - end < 120, let stop = titleWord(at, opens: false) {
      if text[at].isUpperLetter { last = stop }
      at = afterBlanks(stop, most: 1)
      if at == stop { break }
    }
    return last
  }

  private func titleBefore(_ place: Int) -> Range<Int>? {
    var end = beforeBlanks(place)
    if byte(end - 1) == 0x2C || byte(end - 1) == 0x28 { end = beforeBlanks(end - 1) }
    guard end > floor, let noun = MentionScan.nouns.match(text, endingAt: end), text[noun.start].isUpperLetter else { return nil }
    var start = noun.start
    while end - start < 120, start > floor, byte(start - 1) == 0x20 {
      var word = start - 1
      while word > floor, byte(word - 1).isLetter || byte(word - 1) == 0x27 || byte(word - 1) == 0x2D { word -= 1 }
      guard word < start - 1, text[word].isUpperLetter, !["The ", "Under ", "See ", "Per "].contains(where: { has($0, word) }) else {
        break
      }
      start = word
    }
    return start < noun.start ? start..<end : nil
  }
}
