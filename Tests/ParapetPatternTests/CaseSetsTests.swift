import Testing

@testable import ParapetPattern

@Suite struct CaseSetsTests {
  @Test func everyCaseThatPCRE2SeesIsKnown() throws {
    var subject: [UInt8] = []
    for code in UInt32(0x41)...0x1FFFF { if let scalar = Unicode.Scalar(code) { subject += UTF8.encode(scalar) ?? .init() } }
    var matcher = Matcher()
    for scalar in CaseSets.known.joined() {
      let cases = try #require(CaseSets.cases(of: scalar))
      let pattern = try Pattern("\\x{\(String(scalar, radix: 16))}", options: .caseless)
      var seen: [UInt32] = []
      var at = 0
      while let range = try matcher.firstRange(pattern, in: subject, from: at) {
        seen += String(decoding: subject[range], as: UTF8.self).unicodeScalars.map(\.value)
        at = range.upperBound
      }
      #expect(seen.allSatisfy(cases.contains), "U+\(String(scalar, radix: 16)): PCRE2 sees \(seen), here are \(cases)")
    }
  }

  @Test func blocksWithoutCaseHaveNone() {
    for code in CharacterClass.uncased.joined() {
      guard let properties = Unicode.Scalar(code)?.properties else { continue }
      if properties.changesWhenCaseMapped { Issue.record("U+\(String(code, radix: 16)) has another case") }
    }
  }
}
