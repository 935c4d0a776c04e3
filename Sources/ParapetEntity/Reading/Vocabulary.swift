/// The words around numbers.
///
/// - Source: GB/T 15835-2011 for Chinese numerals; ISO 4217 for currency codes.
enum Vocabulary {
  typealias UnitWord = (unit: Quantity.Unit, currency: Quantity.Currency?)

  /// Scale words, with their powers of ten. Chinese ones follow the number directly.
  static let hanScales = Lexicon<Int>([
    (16, "亿亿"), (12, "万亿 兆亿"), (11, "千亿"), (10, "百亿"), (9, "十亿"), (8, "亿"), (7, "千万"), (6, "百万"), (5, "十万"), (4, "万"), (3, "千"),
    (2, "百"), (1, "十"),
  ])
  static let wordScales = Lexicon<Int>([
    (3, "thousand thousands"), (6, "million millions mn mln"), (9, "billion billions bn bln"), (12, "trillion trillions tn trn"),
    (2, "hundred"), (5, "lakh"), (7, "crore"),
  ])
  /// Scales that only money has, written right behind the number.
  static let letterScales = Lexicon<Int>([(3, "k"), (6, "m mm"), (9, "b"), (12, "t")])

  static let units = Lexicon<UnitWord>([
    ((.percent, nil), "% percent per_cent pct"),
    ((.percentagePoints, nil), "个百分点 百分点 percentage_points percentage_point percentage-points ppts pps pp ppt pts"),
    ((.basisPoints, nil), "个基点 基点 个bp bp bps basis_points basis_point basis-points"),
    ((.multiple, nil), "倍 x × times"),
    ((.money, .yuan), "元人民币 人民币元 人民币 元 rmb cny yuan renminbi"),
    ((.money, .usDollar), "美元 美金 usd us_dollars u.s._dollars dollars dollar"),
    ((.money, .hongKongDollar), "港元 港币 港幣 hkd hong_kong_dollars"),
    ((.money, .euro), "欧元 eur euros euro €"),
    ((.money, .pound), "英镑 gbp pounds sterling £"),
    ((.money, .yen), "日元 日圆 jpy yen"),
    (
      (.money, .other),
      "澳元 加元 新元 新加坡元 瑞郎 瑞士法郎 卢布 韩元 新台币 台币 卢比 泰铢 林吉特 里拉 雷亚尔 澳门元 sgd aud cad chf inr krw twd rupees rubles"
    ),
    (
      (.counted, nil),
      """
      家 天 日 年 个月 月 个 人 名 期 只 支 股 份 户 次 例 吨 桶 架 辆 台 部 艘 座 套 件 项 条 张 笔 批 轮 周岁 岁 小时 分钟 秒 周 颗 枚 粒 位 点 平方米 公里 米 \
      千瓦时 千瓦 兆瓦 万千瓦 瓦 克 千克 公斤 盎司 英镑兑 手 场 倍数 级 层 号 篇 章 款 种 类 亩 头 箱 包 瓶 剂 人次 人份 宗 起 间 处 所 届 城 省 市 县 区 国 强 股东 \
      days day years year months month weeks week hours hour shares share units unit employees people stores branches countries companies \
      customers clients properties barrels tons tonnes ounces acres square bps/yr business calendar trading
      """
    ),
  ])

  static let currencySigns = Lexicon<Quantity.Currency>([
    (.usDollar, "us$ usd us_$ 美元"), (.hongKongDollar, "hk$ hkd 港元 港币"), (.anyDollar, "$"), (.euro, "€ eur 欧元"), (.pound, "£ gbp 英镑"),
    (.yuan, "rmb cny 人民币 rmb¥ cn¥"), (.yuanOrYen, "¥ ￥"), (.yen, "jpy"), (.other, "a$ c$ s$ nz$ sgd aud cad chf inr rs krw twd nt$ ₹ ₩"),
  ])

  /// Words before a number that say how exact it is.
  static let hedgesBefore = Lexicon<Quantity.Hedge?>([
    (nil, "不低于 不少于 不超过 不超 不高于 不多于 不逾 no_more_than no_less_than not_more_than not_less_than not_over"),
    (.about, "约 大约 约为 大概 约合 估计 about approximately around roughly some circa ~ ≈ approx. approx"),
    (.over, "超 超过 逾 突破 破 超出 高于 多于 过 over exceeding exceeded above more_than greater_than in_excess_of upwards_of topped"),
    (.under, "近 不到 不足 接近 将近 低于 少于 逼近 nearly almost under below less_than close_to just_under fewer_than"),
  ])

  /// What may stand before a number, as far as its last bytes tell.
  struct Leads: OptionSet {
    let rawValue: UInt8
    static let currency = Leads(rawValue: 1)
    static let hedge = Leads(rawValue: 2)
    static let label = Leads(rawValue: 4)
    /// 第.
    static let ordinal = Leads(rawValue: 8)

    /// Where these may end: their bits are its lists.
    static let filter: WordFilter = {
      var filter = WordFilter()
      filter.add(currencySigns.closes, as: Leads.currency.rawValue)
      filter.add(hedgesBefore.closes, as: Leads.hedge.rawValue)
      filter.add(labelWords.closes, as: Leads.label.rawValue)
      filter.add(["第"].reduce(into: WordFilter()) { $0.add($1.utf8.reversed()) }, as: Leads.ordinal.rawValue)
      return filter
    }()
  }

  /// Words behind a number that say so.
  static let hedgesAfter = Lexicon<Quantity.Hedge>([
    (.about, "左右 上下 or_so"), (.over, "余 多 以上 上方 有余 or_more plus +"), (.under, "以内 以下 下方"),
  ])

  /// Words before a number that it merely numbers.
  static let labelWords = Lexicon<Bool>([
    (
      true,
      """
      note notes table figure page pages step item items exhibit level topic section chapter class series part phase tier schedule appendix \
      annex no. number question asu asc ifrs ias sfas option version form rule 附注 表 图 页 步骤 级 附件 注 问题 方案 型号 版本 编号 序号 no phase
      """
    )
  ])

  static let months = Lexicon<Int>([
    (1, "january jan. jan"), (2, "february feb. feb feburary"), (3, "march mar. mar"), (4, "april apr. apr"), (5, "may"),
    (6, "june jun. jun"),
    (7, "july jul. jul"), (8, "august aug. aug"), (9, "september sept. sept sep. sep"), (10, "october oct. oct"),
    (11, "november nov. nov"), (12, "december dec. dec"),
  ])

  static let quarterWords = Lexicon<Int>([
    (1, "first_quarter 1st_quarter"), (2, "second_quarter 2nd_quarter"), (3, "third_quarter 3rd_quarter"),
    (4, "fourth_quarter 4th_quarter"),
  ])
  static let yearParts = Lexicon<Int>([
    (1, "上半年 first_half 1st_half"), (2, "下半年 second_half 2nd_half"), (3, "前三季度 前三季 first_three_quarters nine_months"),
  ])

  static let smallWords = Lexicon<Int>([
    (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"),
    (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen"), (16, "sixteen"), (17, "seventeen"),
    (18, "eighteen"), (19, "nineteen"), (20, "twenty"), (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"),
    (80, "eighty"), (90, "ninety"),
  ])

  static let articleWords = Lexicon<Bool>([(true, "article articles art. section sections sec. rule rules § regulation clause")])

  static let phoneCues = Lexicon<Bool>([
    (true, "热线 电话 致电 拨打 客服 咨询 举报 专线 来电 传真 手机 手机号 联系 tel tel. phone call hotline dial fax mobile contact whatsapp at number")
  ])
}
