import Testing

@testable import ParapetPattern

@Suite struct TriggerTests {
  private func branches(_ pattern: String, caseless: Bool = false) -> [Trigger.Branch]? {
    Trigger(pattern, caseless: caseless)?.branches
  }

  private func literals(_ literals: String...) -> Trigger.Sign { .literals(Spellings(literals.map { Array($0.utf8) })) }

  @Test func aLiteralStandsWhereTheMatchBegins() throws {
    let branch = try #require(branches("保本保息"))[0]
    #expect(branch.sign == literals("保本保息"))
    #expect(branch.least == 0)
    #expect(branch.most == Reach(bytes: 0))
  }

  @Test func whatStandsInFrontIsMeasuredInBytes() throws {
    let branch = try #require(branches(#"\d{1,3}.{0,2}年化收益"#))[0]
    #expect(branch.sign == literals("年化收益"))
    #expect(branch.least == 1)
    #expect(branch.most == Reach(bytes: 3 + 2 * 4))
  }

  @Test func alternativesAreBranchesOrOneSetOfLiterals() throws {
    let same = try #require(branches("保本|刚兑"))
    #expect(same.map(\.sign) == [literals("保本", "刚兑")])
    let different = try #require(branches(#"稳赚|[A-Z]{2}\d{12}"#))
    #expect(different.map(\.sign) == [literals("稳赚"), .digits(12)])
  }

  @Test func aSecondLiteralIsAGate() throws {
    let branch = try #require(branches("稳赚[^。]{0,9}不赔"))[0]
    #expect(branch.besides == companion("不赔", 6, 6 + 9 * 4))
    #expect(try #require(branches("稳赚[^。]{0,9}(?:不赔)?"))[0].besides == nil)
  }

  /// How far from the sign the second literal lies: behind it at least where it comes later, in front where it comes earlier.
  @Test(
    arguments: [
      (#"(?i)\bborrow(?:s|ed|ing)?\s+(?:\w+\s+){0,3}passw0rds?\b"#, "passw0rd", "borrow", nil, -7),
      (#"(?:帮我|怎么)[^。]{0,5}(?:外传|返佣)[^。]{0,4}身份证"#, "身份证", "帮我|怎么", -48, -12),
      (#"(?:带单|冒充|代持)[^。]{0,2}保证金"#, "保证金", "带单|冒充|代持", -14, -6),
      (#"(?=.*垫资垫资)[^。]*冒充"#, "垫资垫资", "冒充", nil, nil),
      (#"(?=[^x]{0,40}垫资垫资)[^y]{0,10}冒充"#, "垫资垫资", "冒充", -160, 40),
    ] as [(String, String, String, Int?, Int?)])
  func aSecondLiteralLiesSoFarAway(_ pattern: String, _ sign: String, _ words: String, _ least: Int?, _ most: Int?) throws {
    let branch = try #require(branches(pattern))[0]
    #expect(branch.sign == .literals(spellings(sign)))
    #expect(branch.besides == companion(words, least, most))
  }

  private func spellings(_ words: String) -> Spellings { Spellings(words.split(separator: "|").map { Array($0.utf8) }) }

  private func companion(_ words: String, _ least: Int?, _ most: Int?) -> Trigger.Companion {
    Trigger.Companion(words: spellings(words), least: least, most: most)
  }

  /// Where one try can take long, a letter that must stand behind is worth asking for.
  @Test func whatIsSteepIsGatedByALetter() throws {
    #expect(try #require(branches(#"(?:\d+[ -]?)+z"#))[0].besides == companion("z", 1, nil))
    #expect(try #require(branches(#"(?:\d[ -]?){4}z"#))[0].besides == nil)
    // One of several digits stands in every other text.
    #expect(try #require(branches(#"保本(?:x?[036]\d{5}|y)+"#))[0].besides == nil)
  }

  /// What is repeated begins like its first time.
  @Test func aRepeatedSequenceIsReadFromItsBeginning() throws {
    #expect(try #require(branches(#"eb(?::[0-9a-f]{2}){5}"#))[0].sign == literals("eb:"))
    #expect(try #require(branches(#"(?<![\d.])10(?:\.\d{1,3}){3}(?![\d.])"#))[0].sign == literals("10."))
    #expect(try #require(branches(#"x(?:保本y){1,2}z"#))[0].sign == literals("x保本yz", "x保本y保本yz"))
  }

  @Test(arguments: [
    (#"(?<!\d)[1-9]\d{16}[\dXx]"#, Trigger.Sign.digits(17)),
    (#"1[3-9]\d([ -])?\d{4}\1\d{4}"#, .spacedDigits(11)),
    (#"1([ .·_/*-]{1,3})[3-9](?:\1\d){9}"#, .spacedDigits(11)),
    (#"[A-Z]{2}\d\d(?: [A-Z0-9]{4}){2}"#, .digits(2)),
    (#"[A-Za-z0-9_-]{20,}"#, .token(20)),
    (#"[a-z.]+@[a-z]+"#, .at),
  ])
  func shapes(_ pattern: String, _ sign: Trigger.Sign) throws {
    #expect(try #require(branches(pattern)).map(\.sign) == [sign])
  }

  @Test(arguments: ["", ".", "a?", "(?:保本)?", "(*ACCEPT)保本", "保本|.", "(?R)?", #"\X"#])
  func nothingCanBeForeseen(_ pattern: String) { #expect(branches(pattern) == nil) }

  @Test func caseIsFolded() throws {
    #expect(try #require(branches("(?i)GUARANTEED"))[0].sign == literals("guaranteed"))
    #expect(try #require(branches("Guaranteed"))[0].sign == literals("guaranteed"))
    #expect(try #require(branches("contraseña", caseless: true))[0].sign == literals("contraseÑa", "contraseña"))
    #expect(try #require(branches("мир", caseless: true))[0].sign == literals("МИР", "МИр", "МиР", "Мир", "мИР", "мИр", "миР", "мир"))
    // Georgian has two cases as well, and they are not known here.
    #expect(branches("ა", caseless: true) == nil)
  }

  @Test func blanksAndWordsAreBoundedByTheLongestOfTheText() throws {
    let branch = try #require(branches(#"(?:my\s+)?(?:\w+\s*){0,2}guaranteed"#))[0]
    #expect(branch.sign == literals("guaranteed"))
    #expect(branch.most == Reach(bytes: 2, blanks: 3, words: 2))
    #expect(try #require(branches(#"(?:\w+ )*guaranteed"#))[0].most == nil)
    #expect(try #require(branches(#"[\w.]+guaranteed"#))[0].most == nil)
  }

  @Test func manyWordsOfOneKindAreOneBranch() throws {
    let words = (100..<400).map { "抵押\($0)" }
    #expect(try #require(branches(words.joined(separator: "|"))).map(\.sign) == [.literals(Spellings(words.map { Array($0.utf8) }))])
  }

  @Test func aTokenThatMustFollowIsASign() throws {
    #expect(try #require(branches(#"(?=[A-Za-z]{64})([A-Za-z]{8,60}?)\1{7,}"#))[0].sign == .token(64))
  }

  @Test func whatMustFollowIsASignAsWell() throws {
    let branch = try #require(branches(#"[A-Z]\w{1,9}(?= holdings)"#))[0]
    #expect(branch.sign == literals(" holdings"))
    #expect((branch.least, branch.most) == (2, Reach(bytes: 10)))
    // Its digits may be part of a run that begins further in front.
    let digits = try #require(branches(#"[^x]{2}(?=\d{12})"#))[0]
    #expect(digits.sign == .digits(12))
    #expect(digits.most == nil)
  }

  @Test func quantifiersBracketsAndEscapesAreRead() throws {
    for (pattern, sign) in [
      (#"a{2}bc"#, "aabc"), (#"\Qa.b\Ecd"#, "a.bcd"), (#"[a]bc\x41"#, "abca"), (#"ab(?#no)cd"#, "abcd"), (#"(?x) ab  cd # no"#, "abcd"),
      (#"a{,3}b"#, "a{,3}b"), (#"(?<n>abc)(?:d)(e)"#, "abcde"), (#"[]a]bc"#, nil), (#"\N{U+4FDD}\x{672C}a"#, "保本a"),
    ] as [(String, String?)] {
      let branch = try #require(branches(pattern), "\(pattern)")[0]
      if let sign { #expect(branch.sign == literals(sign), "\(pattern)") }
    }
  }
}

@Suite struct NeedsTests {
  @Test(arguments: [
    ("保本|刚兑", ["保本"], false), ("保本|刚兑", ["保本", "刚"], true), ("(?:一定)?能过", ["一定"], false), ("(?:一定)?能过", ["能过"], true),
    ("[京沪]A", ["京a", "沪a"], true), ("[京沪]A", ["京a"], false), (#"\w+(?= Street)"#, ["street"], true), ("保本息{2}", ["息息"], true),
    (".", ["a"], false), ("(*ACCEPT)a", ["a"], false),
  ])
  func literals(_ pattern: String, _ literals: [String], _ expected: Bool) {
    #expect(Needs.hold(pattern, caseless: false, literals: literals.map { Array($0.utf8) }) == expected)
  }

  @Test(arguments: [
    (#"\d{11}"#, 11, true), (#"\d{11}"#, 12, false), (#"\d{4} ?\d{4}"#, 8, false), (#"(?:\d{6}|\d{8}年)"#, 6, true),
    (#"(?:\d{6})?"#, 6, false),
    (#"(?<!\d)1[3-9]\d{9}(?!\d)"#, 11, true),
  ])
  func digits(_ pattern: String, _ count: Int, _ expected: Bool) {
    #expect(Needs.hold(pattern, caseless: false, digits: count) == expected)
  }
}
