/// Words that say more than a plan, a list or a source may have said: that something is done, holds by now, costs nothing, is the most or
/// the least of several, or is said by somebody with authority.
enum StatementScan {
  /// Supervisors and analysts, and what they are said to do.
  private static let speakers = Lexicon<Bool>([
    (
      true,
      """
      央行 人民银行 中国人民银行 监管部门 监管机构 金融监管总局 银保监会 证监会 外汇局 交易所 行业协会 分析师 专家 业内人士 \
      regulators the_regulator supervisors the_central_bank analysts experts the_sec the_fed
      """
    )
  ])
  private static let speaking = Lexicon<Bool>([
    (
      true,
      """
      要求 规定 表示 指出 建议 禁止 一致看好 看好 认为 强调 明确 \
      require requires required say says said recommend recommends recommended expect expects warn warns warned believe believes prohibit
      """
    )
  ])
  private static let extremes = Lexicon<Statement>([
    (.highest, "最高 最大 最多 highest largest biggest"), (.lowest, "最低 最小 最少 lowest smallest least"),
  ])
  /// What is done with a thing that is to be had.
  private static let offers = Lexicon<Bool>([
    (true, "购买 申购 认购 办理 申请 开通 投保 签约 buy buying purchase apply_for applying_for sign_up_for subscribe_to open opening")
  ])
  private static let done = Lexicon<Bool>([(true, "已经 已 has have")])
  private static let now = Lexicon<Bool>([(true, "现在 如今 now")])
  /// What authorities and providers do from some day on.
  private static let current = Lexicon<Bool>([
    (true, "允许 准许 要求 禁止 取消 allows permits requires prohibits allow permit require prohibit")
  ])

  /// Where some of these words, or one of a grant, may begin.
  static let opens: WordFilter = {
    var opens = GrantScan.opens
    for filter in [speakers.opens, extremes.opens, offers.opens, done.opens, now.opens] { opens.add(filter) }
    return opens
  }()

  static func mentions(in text: [UInt8], at places: MentionPlaces) -> [Mention] {
    var found: [Mention] = []
    var floor = 0
    places.forEach(.statements) { at in
      let byte = text[at]
      guard at >= floor, byte.isLetter || byte & 0xF0 == 0xE0, at == 0 || !byte.isLetter || !text[at - 1].isLetter,
        let (end, statement) = read(text, at)
      else { return }
      found.append(Mention(kind: .statement, range: at..<end, reading: .statement(statement)))
      floor = end
    }
    return found
  }

  private static func read(_ text: [UInt8], _ at: Int) -> (end: Int, statement: Statement)? {
    if let extreme = extremes.match(text, at: at), closes(text, extreme.end) { return (extreme.end, extreme.value) }
    if let done = done.match(text, at: at) {
      let verb = word(text, blank(text, done.end))
      return verb.isEmpty ? nil : (verb.upperBound, .done(Array(text[verb])))
    }
    if let now = now.match(text, at: at), let verb = current.match(text, at: blank(text, now.end)) {
      return (verb.end, .current(Array(text[blank(text, now.end)..<verb.end])))
    }
    if let grant = GrantScan.read(text, at) { return (grant.range.upperBound, .granted(grant.thing)) }
    if let offer = offers.match(text, at: at) { return (offer.end, .offered) }
    if let speaker = speakers.match(text, at: at), let verb = speaking.match(text, at: blank(text, speaker.end)) {
      return (verb.end, .said(by: Array(text[at..<speaker.end])))
    }
    return nil
  }

  /// Whether a clause ends at `place`: what follows a superlative otherwise is its noun, or what it bounds.
  private static func closes(_ text: [UInt8], _ place: Int) -> Bool {
    guard place < text.count else { return true }
    if [0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x0A, 0x29].contains(text[place]) { return true }
    return ["。", "，", "；", "！", "？", "）", "、"].contains { text[place...].starts(with: $0.utf8) }
  }

  private static func blank(_ text: [UInt8], _ place: Int) -> Int { place < text.count && text[place] == 0x20 ? place + 1 : place }

  /// Verbs of three letters; what is longer is one more often than not.
  private static let short = ["cut", "met", "set", "won"].map { Array($0.utf8) }

  /// Two Chinese characters, or one word of four letters and more.
  private static func word(_ text: [UInt8], _ start: Int) -> Range<Int> {
    guard start < text.count else { return start..<start }
    if text[start].isLetter {
      var end = start
      while end < text.count, text[end].isLetter { end += 1 }
      return end - start >= 4 || short.contains { text[start..<end].elementsEqual($0) } ? start..<end : start..<start
    }
    guard start + 6 <= text.count, (0xE4...0xE9).contains(text[start]), (0xE4...0xE9).contains(text[start + 3]) else {
      return start..<start
    }
    return start..<(start + 6)
  }
}
