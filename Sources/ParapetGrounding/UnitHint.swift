/// What a passage says about the unit of its bare numbers: powers of ten from nought to fifteen.
struct UnitHint: OptionSet, Sendable {
  let rawValue: UInt16

  func contains(_ scale: Int) -> Bool { (0..<16).contains(scale) && rawValue >> UInt16(scale) & 1 == 1 }

  /// The powers, in ascending order.
  var scales: [Int] { (0..<16).filter { contains($0) } }

  /// The words, by their powers of ten.
  static let words = WordTable<Int>([
    (
      3,
      """
      in_thousands in_000s '000 ’000 ‘000 $000 (000s) thousands_of (thousands) ($_thousands) dollars_in_thousands $_thousand usd'000 $’000 \
      £’000 €’000 (in_€_thousands) 单位：千元 单位:千元 （千元） 人民币千元
      """
    ),
    (4, "单位：万元 单位:万元 （万元） (万元) 单位：人民币万元 单位：万"),
    (
      6,
      """
      in_millions in_million millions_of $m £m €m us$m rmb'million rmb’million $'m nz$_million a$_million (millions) ($_millions) \
      dollars_in_millions in_us$_millions €_million $_million £_million rmb_in_millions in_€_millions in_$_millions us$_millions \
      (us$_million) 单位：百万元 单位:百万元 人民币百万元
      """
    ),
    (8, "单位：亿元 单位:亿元 （亿元） (亿元) 单位：亿"),
    (9, "in_billions"),
  ])

  /// What `text` says, of which words may begin at `places`.
  init(_ text: [UInt8], at places: WordPlaces) {
    var found: UInt16 = 0
    let words = UnitHint.words
    places.forEach(.hints) { at in
      words.forEach(in: text, at: at) { end, scale in
        // `$m` must not begin `$more`.
        if end < text.count, text[end].isASCIILetter, text[end - 1].isASCIILetter { return }
        found |= 1 << UInt16(scale)
      }
    }
    self.init(rawValue: found)
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}
