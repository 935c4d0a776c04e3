import ParapetFormat
import Testing

/// Transforms that write figures, dates and signs as a channel or a bill wants them.
@Suite struct FigureTransformTests {
  private func done(_ name: String, _ text: String) throws -> String {
    String(decoding: try #require(Transform.all[name]).apply(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    arguments: [
      ("人民币拾万元整", "人民币壹拾万元整"), ("伍佰元伍分整", "伍佰元伍分"), ("伍佰元伍分正整", "伍佰元伍分"), ("两仟元整", "贰仟元整"), ("壹仟〇伍元", "壹仟零伍元"),
      ("拾拾元", "壹拾壹拾元"), ("拾圆叁角", "壹拾圆叁角"),
    ])
  func `capital amounts take the prescribed form`(text: String, expected: String) throws {
    #expect(try done("capital-amounts", text) == expected)
  }

  @Test(arguments: ["收拾行李", "两万元", "壹拾万元整", "人民币壹拾万零柒仟元伍角叁分", "拾", "拾金不昧", "一百元", "贰佰壹拾元整", "伍元整"])
  func `other text and right amounts stay`(text: String) throws {
    #expect(try done("capital-amounts", text) == text)
  }

  @Test(
    arguments: [
      ("贰零贰陆年壹月壹拾伍日", "贰零贰陆年零壹月壹拾伍日"), ("贰零贰陆年壹拾月贰拾日", "贰零贰陆年零壹拾月零贰拾日"), ("贰零贰陆年拾贰月拾伍日", "贰零贰陆年壹拾贰月壹拾伍日"),
      ("贰零贰陆年叁月玖日", "贰零贰陆年叁月零玖日"), ("贰〇贰陆年拾月叁拾日", "贰〇贰陆年零壹拾月零叁拾日"), ("贰零贰陆年零叁月零伍日", "贰零贰陆年叁月零伍日"),
    ])
  func `capital dates take 零 and 壹`(text: String, expected: String) throws {
    #expect(try done("capital-dates", text) == expected)
  }

  @Test(arguments: [
    "贰零贰陆年壹拾贰月叁拾壹日", "贰零贰陆年零贰月贰拾捌日", "贰零贰陆年拾叁月壹日", "贰零贰陆年叁拾贰月壹日", "2026年1月1日", "贰零年壹月壹日", "贰零贰陆年壹月",
  ])
  func `other dates stay`(text: String) throws {
    #expect(try done("capital-dates", text) == text)
  }

  @Test(
    arguments: [
      ("利率由3.45%降至3.35%，下降0.1%", "利率由3.45%降至3.35%，下降0.1个百分点"), ("从1%升到1.5%，提高0.5%。", "从1%升到1.5%，提高0.5个百分点。"),
      ("from 3.45% to 3.35%, down 0.1%", "from 3.45% to 3.35%, down 0.1 percentage points"),
      ("由4%降至2%，下降50%", "由4%降至2%，下降50%"), ("由100%降至50%，下降50%", "由100%降至50%，下降50%"), ("由1%降至0.9%，下降10%", "由1%降至0.9%，下降10%"),
      ("3.45%，3.35%，0.1%", "3.45%，3.35%，0.1%"), ("由3.45%降至3.35%。另一项下降0.1%", "由3.45%降至3.35%。另一项下降0.1%"),
    ])
  func `a difference of rates is in points`(text: String, expected: String) throws {
    #expect(try done("percentage-points", text) == expected)
  }

  @Test(
    arguments: [
      ("下降-5%", "下降5%"), ("亏损 -3亿元", "亏损 3亿元"), ("跌幅为−1.5%", "跌幅为1.5%"), ("fell by -5%", "fell by 5%"), ("增长-5%", "增长-5%"),
      ("下降--5%", "下降--5%"), ("下降5%-3%", "下降5%-3%"), ("下降-", "下降-"), ("下降", "下降"),
    ])
  func `a decline has no minus`(text: String, expected: String) throws {
    #expect(try done("plain-decline", text) == expected)
  }

  @Test(
    arguments: [
      ("25/12/2026", "2026-12-25"), ("12/25/2026", "2026-12-25"), ("2026/3/4", "2026-03-04"), ("2026.11.20。", "2026-11-20。"),
      ("5/5/2026", "2026-05-05"), ("于2026/2/28到期", "于2026-02-28到期"), ("03/04/2026", "03/04/2026"), ("30/2/2026", "30/2/2026"),
      ("2026/2/30", "2026/2/30"), ("2026.3.4.1", "2026.3.4.1"), ("a2026/3/4", "a2026/3/4"), ("/2026/3/4/", "/2026/3/4/"),
      ("1.2.2026", "1.2.2026"),
      ("2026/13/4", "2026/13/4"), ("3/4", "3/4"), ("192.168.1.1", "192.168.1.1"),
    ])
  func `dates with one reading become ISO 8601`(text: String, expected: String) throws {
    #expect(try done("iso-dates", text) == expected)
  }

  @Test(
    arguments: [
      ("应还12,345.67元", "应还一万二千三百四十五元六角七分"), ("￥12,345.67已到账", "一万二千三百四十五元六角七分已到账"), ("12.05元的费用", "十二元零五分的费用"),
      ("费用0.50元", "费用五角"), ("余额10元", "余额十元"), ("余额110元", "余额一百一十元"), ("余额10,001元", "余额一万零一元"), ("余额100,000元", "余额十万元"),
      ("余额1,000,100元", "余额一百万零一百元"), ("共30005000元", "共三千万五千元"), ("利率3.45%", "利率百分之三点四五"), ("涨幅-1.5%", "涨幅负百分之一点五"),
      ("2026年8月15日", "二〇二六年八月十五日"),
      ("2026-08-15到期", "二〇二六年八月十五日到期"), ("尾号0000的卡", "尾号零零零零的卡"), ("尾号为1234", "尾号为一二三四"), ("拨打95588", "拨打九五五八八"),
      ("手机13800000000", "手机一三八零零零零零零零零"), ("电话010-12345678", "电话零一零一二三四五六七八"), ("8点至08:30", "八点至八点三十分"), ("时间09:05到", "时间九点零五分到"),
      ("期限2年", "期限两年"), ("第2个月", "第二个月"), ("2个工作日", "两个工作日"), ("5G套餐", "5G套餐"), ("版本1.2.3发布", "版本1.2.3发布"), ("合计3.5万元", "合计三点五万元"),
      ("The rate is 3.45%", "The rate is 3.45%"), ("没有数字", "没有数字"), ("预约号A123", "预约号A123"), ("房间0402", "房间零四零二"),
      ("3-5天到账", "三到五天到账"), ("利率3.45%-3.65%", "利率百分之三点四五到百分之三点六五"), ("利率3％–5％", "利率百分之三到百分之五"), ("约1/3的客户", "约1/3的客户"),
    ])
  func `figures are said as a person says them`(text: String, expected: String) throws {
    #expect(try done("spoken-chinese", text) == expected)
  }

  @Test(
    arguments: [
      ("Your statement’s “ready”…", "Your statement's \"ready\"..."), ("a – b", "a - b"), ("您的“账单”", "您的“账单”"), ("plain", "plain"),
      ("€100 – fee", "€100 - fee"),
      ("’漢", "’漢"),
    ])
  func `typographic signs go where the message becomes GSM`(text: String, expected: String) throws {
    #expect(try done("plain-gsm", text) == expected)
    #expect(ShortMessage(Array(expected.utf8)).units <= ShortMessage(Array(text.utf8)).units + 4)
  }

  @Test(
    arguments: [
      ("<think>a</think>\n好", "好"), ("<Think>a", ""), ("a</think>b", "b"), ("<think>a<think>b</think>c</think>d", "d"),
      ("x<reasoning>y</reasoning> z", "xz"),
      ("<b>粗</b>", "<b>粗</b>"), ("a < b", "a < b"), ("<thinks>a</thinks>", "<thinks>a</thinks>"), ("<think", "<think"),
    ])
  func `what a model thought aloud goes`(text: String, expected: String) throws {
    #expect(try done("strip-reasoning", text) == expected)
  }

  @Test(
    arguments: [
      ("无法办理（tool.payments.transfer-limit）。", "无法办理。"), ("抱歉，根据规则refusal.cn.guaranteed-return，无法答复。", "抱歉，无法答复。"),
      ("见 format.ai-label", "见"),
      ("tool.example.com", "tool.example.com"), ("format.apply(x)", "format.apply(x)"), ("reformat.a.b-c", "reformat.a.b-c"),
      ("masking.md", "masking.md"),
    ])
  func `ids of rules go`(text: String, expected: String) throws {
    #expect(try done("strip-rule-ids", text) == expected)
  }

  @Test(arguments: [("您的賬單", "您的账单"), ("著名乾坤", "著名乾坤"), ("账单", "账单"), ("abc", "abc"), ("後天", "后天")])
  func `traditional becomes simplified`(text: String, expected: String) throws {
    #expect(try done("simplified-chinese", text) == expected)
  }

  @Test func `the title of a card has twenty characters at most`() throws {
    #expect(try done("card-title", String(repeating: "字", count: 20) + "\n正文") == String(repeating: "字", count: 20) + "\n正文")
    #expect(try done("card-title", String(repeating: "字", count: 21) + "\n正文") == String(repeating: "字", count: 19) + "…\n正文")
    #expect(try done("card-title", "新客专享礼遇今日上线，首次开户即可参与抽奖活动\n正文") == "新客专享礼遇今日上线…\n正文")
    #expect(try done("card-title", "") == "")
  }
}
