/// What a passage says about the unit of its bare numbers.
enum UnitHint {
  /// By powers of ten.
  private static let words = WordTable<Int>([
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

  static func scales(_ text: [UInt8]) -> [Int] {
    var scales: [Int] = []
    let words = words
    for at in text.indices where words.mayBegin(text[at]) {
      words.forEach(text, at: at) { end, scale in
        // `$m` must not begin `$more`.
        if end < text.count, text[end].isASCIILetter, text[end - 1].isASCIILetter { return }
        if !scales.contains(scale) { scales.append(scale) }
      }
    }
    return scales.sorted()
  }
}
