/// What a text offers as an answer: figures, dates and names.
package enum AnswerScan {
  /// Words with which a text admits that it does not know.
  private static let admissions = Phrases([
    "未提及", "未提供", "未说明", "未披露", "未载明", "未包含", "未找到", "未查到", "没有提及", "没有提供", "没有说明", "没有披露", "没有该", "没有相关", "没有找到", "没有关于", "无法", "不能确定",
    "不确定", "不清楚",
    "并未", "仅到", "只到", "尚未", "为准", "不包含", "不涉及", "not stated", "not mention", "not provide", "not disclose", "not specif",
    "not contain", "not include", "not available", "not given", "not say", "no information", "cannot", "can't", "unable", "unclear",
    "unknown",
    "not know", "not find", "not sufficient", "insufficient", "only covers", "only goes", "does not", "do not", "there is no",
  ])

  /// Where an admission may begin.
  static let opens = admissions.opens

  /// Every figure, date and name of a text that admits no gap, in order.
  static func mentions(in text: [UInt8], numbers: [Mention], at places: MentionPlaces) -> [Mention] {
    guard !admits(text, at: places) else { return [] }
    var found = numbers.filter {
      $0.kind == .date || $0.quantity.map { $0.role == .measure && $0.script == .digits } ?? false
    }
    .map { Mention(kind: .answer, range: $0.range, reading: $0.reading) }
    let names = PersonName.all(in: text).map { Mention(kind: .answer, range: $0, reading: .key(text[$0].map(\.lowered))) }
    guard !names.isEmpty else { return found }
    found.append(contentsOf: names)
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    return found
  }

  private static func admits(_ text: [UInt8], at places: MentionPlaces) -> Bool {
    let admissions = admissions
    var isAdmitted = false
    places.forEach(.admissions) { at in
      isAdmitted = isAdmitted || admissions.stand(in: text, at: at, before: text.count)
    }
    return isAdmitted
  }
}
