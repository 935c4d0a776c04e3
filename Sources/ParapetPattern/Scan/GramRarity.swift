/// How rare grams are, in bits, for choosing by which of its grams a literal is looked for: counted in the benign texts of `Fixtures/benign`.
enum GramRarity {
  /// Of the gram in `range`.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> Double {
    if range.count == 6, commonPairs.contains(Array(bytes[range])) { return ofCommonPair }
    var bits = 0.0
    var last: Int?
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] < 0x80 {
        let letter = kind(of: bytes[i])
        bits += last.map { Double(following[$0 * kinds + letter]) } ?? Double(first[letter])
        (last, i) = (letter, i + 1)
      } else {
        let length = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2
        bits += Rarity.of(bytes, i..<min(i + length, range.upperBound))
        (last, i) = (nil, i + length)
      }
    }
    return bits
  }

  /// A blank, a letter, or anything else.
  private static func kind(of byte: UInt8) -> Int { byte == 0x20 ? 0 : byte &- 0x61 < 26 ? Int(byte - 0x60) : kinds - 1 }
  private static let kinds = 28

  private static let first = digits("2475536654975644694446769693")

  /// What follows each kind: a row of kinds for each.
  private static let following = digits(
    """
    8354565654975554595436849594
    4965596595964529593436689497
    6388929994894993994764999494
    6395939935945992995945999696
    1489739794997973996596799693
    2485457797995648693459676694
    2499944993996992993945999995
    2499929744996954994594999993
    4299919994999993996868999796
    5784555599974524795339698996
    6398529985999983699592969995
    2859929994998948999499999993
    3399427993983893798566889495
    3359929994997683498596999495
    2695337396967974999436799694
    3776574797965435593543659996
    4399839955993993493555999795
    7999699997994999777990997974
    2486529794968664996456789594
    2596938954957765799535969993
    2598939924998894995567979694
    3565649596994439592339999795
    7499919993999995999899899996
    3399939923998953995699999995
    3494949994999759399928994793
    1889949997999692699469999993
    4458818853888883888888888683
    1787788998998799897659899991
    """)

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0 >= 0x30 }.map { $0 - 0x30 } }

  private static let ofCommonPair = 9.0

  /// The commonest pairs of Chinese characters.
  private static let commonPairs = Set(
    """
    客户 怎么 可以 银行 我们 公司 没有 账户 什么 不能 风险 不是 不得 万元 不要
    电话 产品 不会 保险 贷款 信息 合同 收益 您的 可能 利率 申请 需要 系统 一个
    说明 投资 短信 网点 时间 身份 任何 提示 存款 建议 资金 证件 手机 报告 是否
    交易 信用 个人 能不 影响 是不 基金 要求 编号 理财 机构 我的 服务 自己 还款
    金额 个月 登记 提供 密码 超过 有人 帮我 联系 号码 承诺 份证 到期 你们 投诉
    数据 一次 现金 核实 查询 业务 也不 记录 保证 让我 有没 会不 的是 为准 客服
    安全 逾期 转账 使用 还是 确认 证明 这样 登录 问题 公告 处理 对方 识别 代码
    三个 名单 为什 收款 催收 您好 情况 损失 责任 提醒 多少 收入 用卡 第三 诈骗
    通知 现在 请问 收到 我行 要不 合规 征信 我想 提前 告诉 额度 里的 发现 工作
    告知 有效 规则 结果 验证 属于 流水 一下 本金 方式 通过 办理 材料 经理 人员
    资产 投保 给我 测试 内部 人民 必须 已经 数字 年化 借款 款人 直接 我是 机关
    您可 管理 骗子 这个 支付 知道 日期 第一 利息 真实 市场 如果 民币 员工 审批
    以上 本人 规定 公开 销售 存在 单位 骗局 开户 保单 提交 期限 百分 不用 费用
    同一 设备 中心 三年 或者 原因 我没 校验 收费 公安 实际 协议 金融 拨打 反诈
    坐席 活动 手续 重新 我不 条款 解释 冻结 关于 用于 出来 平台 监管 亿元 部分
    保本 资者 退保 一年 的账 统一 季度 低于 今天 的人 债务 自动 账号 分之 代表
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
