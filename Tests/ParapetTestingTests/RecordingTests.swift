import Parapet
import ParapetTesting
import Testing

@Suite struct RecordingTests {
  /// Rules of one family are enough, and compile in a moment.
  private static let shipped = Result {
    let set = try RuleSource.shipped.rules(date: Workbench.date)
    var rules = try set.effective(profile: "default", channel: nil)
    rules.rules = rules.rules.filter { $0.family == .masking }
    return (set: set, rules: rules, program: try Program.compile(rules))
  }

  private func record(_ text: String) throws -> (recording: Recording, rules: RuleSet) {
    let (set, rules, program) = try RecordingTests.shipped.get()
    return (Recording(Event(id: "r", stage: .input, text: text), by: program, rules: rules), set)
  }

  @Test(arguments: [
    "11010519491231002X", "6222021234567890128", "13912345678", "91350100M000100Y43", "zhang.san.private@example.com",
    "DE89370400440532013000",
  ])
  func aValueIsReplacedByOneThatTheRuleSeesAlike(_ value: String) throws {
    let (recording, _) = try record("我的证件号是\(value)，银行卡号、手机、税号、邮箱、IBAN都在这里")
    let text = try #require(recording.event.text?.string)
    #expect(!text.contains(value))
    #expect(recording.replaced == 1 && recording.removed == 0, "\(text)")
    #expect(recording.verdict.decision == .modify)
  }

  @Test func theCaseIsAFixtureThatPasses() throws {
    let (recording, set) = try record("身份证11010519491231002X，手机13912345678，谢谢")
    let yaml = "suite: recorded\ncases:\n" + recording.yaml(id: "case-1")
    let file = try #require(FixtureFile.decode(RuleFile(path: "r.yaml", bytes: Array(yaml.utf8))).file)
    let results = try FixtureRunner(set).results(of: [file])
    #expect(results.map(\.problems) == [[]])
    #expect(!yaml.contains("11010519491231002X") && !yaml.contains("13912345678"))
    #expect(file.cases[0].expect.findings.count == 2)
  }

  @Test func namesAreReplacedByOtherNames() throws {
    let (recording, _) = try record("我叫张伟，想查余额")
    let text = try #require(recording.event.text?.string)
    #expect(!text.contains("张伟") && recording.replaced == 1, "\(text)")
  }

  @Test func whatCannotBeReplacedIsTakenOut() throws {
    // A Base58Check address ends in four bytes of a hash, which no small change meets.
    let (recording, _) = try record("比特币地址1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa收款")
    #expect(recording.removed == 1 && recording.replaced == 0)
    #expect(recording.event.text?.string.contains("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") == false)
  }

  @Test func theSameEventGivesTheSameCase() throws {
    let text = "手机13912345678"
    #expect(try record(text).recording.yaml(id: "a") == record(text).recording.yaml(id: "a"))
  }
}
