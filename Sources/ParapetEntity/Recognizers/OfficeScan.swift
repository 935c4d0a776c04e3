/// Persons with their offices: 行长王某, 基金经理张某, CFO J. Roe.
package enum OfficeScan {
  /// Offices; those of one entry are one office.
  private static let offices = Lexicon<Int>(
    [
      "董事长 chairman chairwoman chairperson", "副董事长", "监事长", "副行长", "行长", "总经理", "副总经理", "总裁 president", "副总裁",
      "首席执行官 ceo chief_executive_officer chief_executive", "首席财务官 cfo chief_financial_officer", "财务总监",
      "首席运营官 coo chief_operating_officer", "首席技术官 cto chief_technology_officer", "首席风险官 cro chief_risk_officer",
      "首席经济学家 chief_economist", "基金经理 fund_manager portfolio_manager", "董事会秘书", "法定代表人", "理事长", "秘书长", "合规总监",
      "managing_director", "governor", "treasurer",
    ].enumerated().map { ($0.offset, $0.element) })
  private static let links = Lexicon<Bool>([(true, "为 是 系 由 ： : , is was named")])
  /// The name beside an office, and the office.
  package struct Holder: Sendable {
    package let office: Range<Int>
    /// The office, by a number that its names share.
    package let title: Int
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
        if name.lowerBound >= (found.last?.name.upperBound ?? 0) {
          found.append(Holder(office: at..<office.end, title: office.value, name: name))
        }
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
