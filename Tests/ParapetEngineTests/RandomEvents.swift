import ParapetFormat

/// Lines of events, the same for the same seed: every form of white space, escape and character, in any order of members.
struct RandomEvents: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An event that a record must take.
  mutating func event(maskable: Bool = false) -> [UInt8] {
    var members = [
      #""stage":"# + space() + pick(["\"input\"", "\"output\"", "\"retrieval\"", "\"tool-call\"", "\"tool-result\""]),
      #""text":"# + space() + string(escapes: true, maskable: maskable),
    ]
    if chance(70) { members.append(#""id" :"# + (chance(10) ? "null" : verbatim())) }
    if chance(50) { members.append(#""facts":"# + facts()) }
    if chance(40) { members.append(#""meta":"# + meta()) }
    members.shuffle(using: &self)
    return Array((space() + "{" + space() + members.joined(separator: space() + "," + space()) + space() + "}" + space()).utf8)
  }

  /// `line` with one to three bytes changed, gone or added.
  mutating func mutated(_ line: [UInt8]) -> [UInt8] {
    var line = line
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let place = Int.random(in: 0..<line.count, using: &self)
      let bytes: [UInt8] = [
        0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x3A, 0x00, 0x0A, 0x80, 0xC2, 0xE4, 0xED, 0xF0, 0xFF, 0x30, 0x65, 0x2D, 0x20,
      ]
      switch next() % 4 {
      case 0: line[place] = bytes.randomElement(using: &self) ?? 0
      case 1: line.insert(bytes.randomElement(using: &self) ?? 0, at: place)
      case 2 where line.count > 1: line.remove(at: place)
      default: line[place] ^= 1 << UInt8(next() % 8)
      }
    }
    return line
  }

  private mutating func facts() -> String {
    var members: [String] = []
    if chance(60) { members.append(#""channel":"# + pick([#""marketing""#, #""客服""#, #""x""#])) }
    if chance(30) { members.append(#""purpose":"advice""#) }
    if chance(30) { members.append(#""format" : "markdown""#) }
    if chance(20) { members.append(#""product":"# + value(3)) }
    if chance(20) { members.append(#""风险":"# + value(1)) }
    members.shuffle(using: &self)
    return "{" + space() + members.joined(separator: ",") + space() + "}"
  }

  private mutating func meta() -> String {
    var members = (0..<Int.random(in: 0...3, using: &self)).map { "\"k\($0)\":" + value(3) }
    if chance(60) {
      members.append(
        #""traceparent":"#
          + pick([
            #""00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01""#, #""00-4bf92f3577b34da6a3ce929d0e0e4736-x""#, "7",
            #""00-4BF92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01""#, #""-----""#, #""00-4bf92f3577b34da6a3ce929d0e0e4736--""#,
          ]))
    }
    members.shuffle(using: &self)
    return "{" + members.joined(separator: space() + ",") + "}"
  }

  private mutating func value(_ depth: Int) -> String {
    switch next() % (depth > 0 ? 8 : 6) {
    case 0: return pick(["0", "-0", "12.50", "1e9", "-3E-2", "0.1", "1234567890123456789012345"])
    case 1: return "true"
    case 2: return "false"
    case 3: return "null"
    case 4, 5: return string(escapes: true)
    case 6: return "[" + space() + (0..<Int(next() % 4)).map { _ in value(depth - 1) }.joined(separator: " ,") + space() + "]"
    default: return "{" + space() + (0..<Int(next() % 4)).map { "\"\($0)\":" + value(depth - 1) }.joined(separator: ", ") + space() + "}"
    }
  }

  /// A string that a writer would write in just this way.
  private mutating func verbatim() -> String { pick([#""evt-1""#, #""""#, #""编号·1""#, #""a\"b\\c\n""#, #""😀\t""#]) }

  private mutating func string(escapes: Bool, maskable: Bool = false) -> String {
    let plain = ["您好，", "请问", "a", "hello world ", "13", "¥", "“”", "😀", "é", "\u{2028}", "\u{85}", "/", "\u{7F}", "𠮷", "ﬀ"]
    let escaped = [#"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u4f60"#, #"\uD83D\uDE00"#, #"\u0000"#, #"\u2029"#, #"\t"#, #"\b\f\r"#, #"\u00E9"#]
    let found = ["11010519491231002X", "x"]
    var text = ""
    for _ in 0..<Int.random(in: 0...14, using: &self) {
      text += pick(escapes && chance(25) ? escaped : maskable && chance(5) ? found : plain)
    }
    return "\"" + text + "\""
  }

  private mutating func space() -> String { chance(80) ? "" : pick([" ", "\t", "  ", "\r", " \t "]) }
  private mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
  private mutating func pick(_ choices: [String]) -> String { choices[Int(next() % UInt64(choices.count))] }
}
