/// Persons with their offices: 行长王某, 基金经理张某, CFO J. Roe.
package enum OfficeScan {
  private static let offices = Lexicon<Bool>([
    (
      true,
      """
      董事长 副董事长 监事长 副行长 行长 总经理 副总经理 总裁 副总裁 首席执行官 首席财务官 首席经济学家 首席风险官 基金经理 董事会秘书 法定代表人 理事长 秘书长 合规总监 \
      ceo cfo coo cto chairman chairwoman chairperson president fund_manager chief_executive_officer chief_executive chief_financial_officer \
      chief_economist managing_director governor portfolio_manager
      """
    )
  ])
  private static let links = Lexicon<Bool>([(true, "为 是 系 由 ： : , is was named")])
  /// The name beside an office, and the office.
  package struct Holder: Sendable {
    package let office: Range<Int>
    package let name: Range<Int>
  }

  /// Every office with a name beside it, in order.
  package static func holders(in text: [UInt8]) -> [Holder] {
    var found: [Holder] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      guard byte & 0xC0 != 0x80, !byte.isLetter || at == 0 || !text[at - 1].isLetter, let office = offices.match(text, at: at) else {
        at += 1
        continue
      }
      if let name = name(behind: office.end, text) ?? name(before: at, text) {
        if name.lowerBound >= (found.last?.name.upperBound ?? 0) { found.append(Holder(office: at..<office.end, name: name)) }
        at = max(office.end, name.upperBound)
      } else {
        at = office.end
      }
    }
    return found
  }

  static func mentions(in text: [UInt8]) -> [Mention] {
    holders(in: text).map { Mention(kind: .office, range: $0.name, reading: .key(text[$0.office].map(\.lowered))) }
  }

  private static func name(behind place: Int, _ text: [UInt8]) -> Range<Int>? {
    var start = place
    while start < text.count, text[start] == 0x20 { start += 1 }
    if let link = links.match(text, at: start) { start = link.end }
    while start < text.count, text[start] == 0x20 { start += 1 }
    return PersonName.at(start, text)
  }

  /// A name before an office: J. Roe, CEO.
  private static func name(before place: Int, _ text: [UInt8]) -> Range<Int>? {
    guard place > 2, text[place - 1] == 0x20, text[place - 2] == 0x2C else { return nil }
    let end = place - 2
    var start = end
    while start > 0, end - start < 40, text[start - 1].isLetter || text[start - 1] == 0x20 || text[start - 1] == 0x2E { start -= 1 }
    while start < end, !text[start].isUpperLetter { start += 1 }
    guard let name = PersonName.english(from: start, text), name.upperBound == end else { return nil }
    return name
  }
}
