import Foundation
import Parapet
import Testing

@testable import ParapetEngine
@testable import ParapetRule
@testable import ParapetTesting

/// What is delivered needs nothing more: judging it again, by all rules, changes nothing.
@Suite struct TwiceIsOnceTests {
  @Test func `on every example that is modified`() throws {
    let source = try RuleSource.directory(Workbench.root.appending(path: "Rules").path())
    let (set, _) = RuleSet.decode(source.files, date: Workbench.date)
    let program = try Program.compile(set, profile: "default")
    var modified = 0
    for rule in set.rules where rule.family == .format {
      for example in rule.examples where example.text != nil {
        var event = try ExampleEvent(example, of: rule).event
        let once = program.evaluate(event)
        guard once.decision == .modify else { continue }
        modified += 1
        event.text = Text(once.text)
        let twice = program.evaluate(event)
        #expect(twice.text == once.text, "\(rule.id) line \(example.line): \(twice.edits.map(\.rule))")
      }
    }
    #expect(modified > 200)
  }

  /// Sentences that several rules add must not make one another necessary, whatever the order.
  @Test func `on texts that many rules add to`() throws {
    let guardrail = try Guardrail(RuleSource.directory(Workbench.root.appending(path: "Rules").path()), date: Workbench.date)
    let topics = [
      "理财产品近三年年化3.25%", "代销私募基金一只", "货币基金七日年化2.1%", "分红险与万能险", "投连险热销", "A股迎来布局窗口", "股指期货开户", "最高可贷20万元", "大额存单利率1.55%",
      "该基金近一年涨幅12.5%", "建议增持宽基指数", "A mutual fund returned 8.2% last year", "Buy bitcoin", "A payday loan", "A personal loan",
    ]
    for (channel, regions) in [
      ("marketing", ["cn", "us", "uk", "eu", "hk", "sg"]), ("wealth", ["cn", "us"]), ("advisory", ["cn"]), ("bancassurance", ["cn"]),
    ] {
      for region in regions {
        for start in stride(from: 0, to: topics.count, by: region == "cn" ? 2 : 5) {
          let text = (0..<4).map { topics[(start + $0 * 3) % topics.count] }.joined(separator: start % 2 == 0 ? "。\n\n" : "。")
          var event = try Event(
            JSON(
              parsing: Array(
                #"{"stage":"output","text":"","facts":{"channel":"\#(channel)","region":"\#(region)","purpose":"marketing"}}"#.utf8)))
          event.text = Text(text)
          let once = guardrail.evaluate(event)
          guard once.decision == .modify else { continue }
          event.text = Text(once.text)
          let twice = guardrail.evaluate(event)
          #expect(twice.text == once.text, "\(channel) \(region) \(text): \(twice.edits.map(\.rule))")
        }
      }
    }
  }
}
