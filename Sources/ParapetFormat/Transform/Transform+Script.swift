import ParapetText

// The characters of a channel and of a reader.

extension Transform {
  /// Traditional characters become simplified ones, one by one; what simplified text uses as well (著名, 乾坤) stays.
  ///
  /// - Source: the `han` fold, from the Unicode Character Database.
  static let simplifiedChinese = Transform(name: "simplified-chinese", summary: "繁体字改为简体字 / traditional characters become simplified") {
    utf8 in
    guard utf8.contains(where: { $0 >= 0xE2 }) else { return [] }
    let text = String(decoding: utf8, as: UTF8.self)
    guard Text(text).view(.han).utf8 != utf8 else { return [] }
    var list = EditList()
    var index = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if width >= 3 {
        let folded = Fold.han.apply(String(scalar))
        if !folded.utf8.elementsEqual(String(scalar).utf8) { list.replace(index..<index + width, folded) }
      }
      index += width
    }
    return list.edits
  }

  /// Typographic signs become their ASCII forms where that alone lets a text message be sent in the GSM alphabet, which costs less than half.
  ///
  /// A text that holds anything else beyond the alphabet, such as Chinese, stays as it is: nothing would be gained.
  ///
  /// - Source: 3GPP TS 23.038, section 6.2.1.
  static let plainGSM = Transform(
    name: "plain-gsm", summary: "短信中的弯引号、破折号等改为 GSM 字符 / typographic signs in text messages become GSM characters"
  ) { utf8 in
    guard utf8.contains(where: { $0 >= 0x80 }) else { return [] }
    var list = EditList()
    var index = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if ShortMessage.septets(scalar) == 0 {
        guard let plain = gsmForms[scalar] else { return [] }
        list.replace(index..<index + width, plain)
      }
      index += width
    }
    return list.edits
  }

  private static let gsmForms: [Unicode.Scalar: String] = [
    "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...",
    "\u{A0}": " ",
    "\u{2002}": " ", "\u{2003}": " ", "\u{2009}": " ", "\u{202F}": " ", "•": "-", "·": "-", "′": "'", "″": "\"", "\u{200B}": "",
    "\u{FEFF}": "",
    "×": "x", "`": "'", "\t": " ",
  ]

  /// The title of a card, its first line, has at most 20 characters: a longer one ends with an ellipsis after what stands before the last
  /// sign that divides it, or after 19 characters.
  static let cardTitle = Transform(name: "card-title", summary: "卡片标题至多 20 字 / the title of a card has at most 20 characters") { utf8 in
    let end = utf8.firstIndex(of: 0x0A) ?? utf8.count
    let characters = Capitals.characters(of: Array(utf8[..<end]))
    guard characters.count > 20 else { return [] }
    let signs: Set<Unicode.Scalar> = ["，", "。", "；", "：", "、", "！", "？", "|", "｜", ",", ";", ":"]
    let cut = (8..<19).last { signs.contains(characters[$0].scalar) } ?? 19
    return [Edit(range: characters[cut].range.lowerBound..<end, replacement: "…")]
  }
}
