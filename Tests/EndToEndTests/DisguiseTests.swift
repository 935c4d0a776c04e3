import Foundation
import Parapet
import Testing

/// What must be hidden is planted in events, in disguise as well; then every byte that any command writes is searched for it.
@Suite("values in disguise, wherever something is judged")
struct DisguiseTests {
  /// A value, and a text that holds it so that a shipped rule must see it.
  struct Plant: Sendable, CustomTestStringConvertible {
    let name: String
    let value: String
    let text: String
    var testDescription: String { name }
  }

  static let plants: [Plant] = [
    Plant(name: "resident id", value: "11010519491231002X", text: "我的身份证号是11010519491231002X，帮我查额度"),
    Plant(name: "resident id, full width", value: "１１０１０５１９４９１２３１００２Ｘ", text: "证件号：１１０１０５１９４９１２３１００２Ｘ"),
    Plant(name: "resident id, grouped", value: "110105 19491231 002X", text: "身份证 110105 19491231 002X 核验"),
    Plant(name: "resident id, zero width", value: "110105\u{200B}19491231002X", text: "身份证110105\u{200B}19491231002X核验"),
    Plant(name: "mobile", value: "13912345678", text: "请打13912345678找我"),
    Plant(name: "bank card", value: "6222021234567890128", text: "卡号6222021234567890128，开户行北京"),
    Plant(name: "e-mail", value: "zhang.san.private@example.com", text: "发到zhang.san.private@example.com就行"),
    Plant(name: "password", value: "Xk9#mQ2v!", text: "登录密码是Xk9#mQ2v!，请重置"),
    Plant(name: "one-time code", value: "482913", text: "短信验证码482913，十分钟内有效"),
  ]

  /// Events that hold `plant` wherever something is judged.
  private func events(_ plant: Plant) -> [String] {
    var writer = JSONWriter()
    writer.value(plant.text)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    return Stage.allCases.filter { $0 != .toolCall && $0 != .toolResult }.map { #"{"stage":"\#($0.rawValue)","text":\#(text)}"# } + [
      #"{"stage":"input","messages":[{"role":"user","content":\#(text)},{"role":"assistant","content":"好"}]}"#,
      #"{"stage":"tool-call","tool":{"name":"note.write","arguments":{"body":\#(text)}}}"#,
      #"{"stage":"output","text":\#(text),"surplus":1}"#,
      #"{"stage":"output","text":\#(text)"#,
    ]
  }

  @Test("filter, in every shape and with a full trace", arguments: plants)
  func filter(_ plant: Plant) throws {
    let input = Data(events(plant).map { $0 + "\n" }.joined().utf8)
    for emission in ["verdict", "text", "event"] {
      let run = try Command.run("filter", "--emit", emission, "--trace", "full", input: input, rules: nil)
      #expect(run.code == 0 && run.lines.count == events(plant).count)
      #expect(!run.text.contains(plant.value), "\(emission)")
      #expect(run.error == "")
    }
  }

  /// All plants in one text.
  private static let all = Plant(name: "all", value: "", text: plants.map(\.text).joined(separator: "。\n"))

  private func expectNothing(of run: Finished, _ comment: Comment) {
    for plant in Self.plants { #expect(!run.text.contains(plant.value) && !run.error.contains(plant.value), comment) }
  }

  @Test("explain")
  func explain() throws {
    for event in events(Self.all) {
      let run = try Command.run("explain", "--event", "-", input: Sample.stream(event), rules: nil)
      #expect(!run.text.isEmpty || run.code == 2)
      expectNothing(of: run, "\(event.prefix(40))")
    }
  }
}
