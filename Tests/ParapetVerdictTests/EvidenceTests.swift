import Testing

@testable import ParapetVerdict

@Suite("Evidence")
struct EvidenceTests {
  @Test func keepsBothEnds() {
    let mask = Mask(keepFirst: 4, keepLast: 4, with: "*", replacement: nil)
    #expect(Evidence("11010519491231002X", through: mask).masked == "1101**********002X")
  }

  @Test func aValueNoLongerThanWhatIsKeptIsHiddenWhole() {
    let mask = Mask(keepFirst: 4, keepLast: 4, with: "*", replacement: nil)
    #expect(Evidence("12345678", through: mask).masked == "********")
    #expect(Evidence("123456789", through: mask).masked == "1234*6789")
  }

  @Test func aConstantTellsNothingOfTheLength() {
    let mask = Mask(keepFirst: 1, keepLast: 1, with: "*", replacement: "[CVV]")
    #expect(Evidence("123", through: mask).masked == "[CVV]")
    #expect(Evidence("1234", through: mask).masked == "[CVV]")
  }

  @Test func veilsHideParts() {
    let evidence = Evidence("请打13800138000办理", veils: [(6..<17, "138****8000")])
    #expect(evidence.masked == "请打138****8000办理")
  }

  @Test func aVeilThatDoesNotFitShowsNothingMore() {
    let evidence = Evidence("abc", veils: [(0..<2, "*"), (1..<3, "*")])
    #expect(evidence.masked == "*c")
  }

  @Test func longEvidenceIsCutShort() {
    let evidence = Evidence(String(repeating: "长", count: 200), veils: [])
    #expect(evidence.masked?.unicodeScalars.count == Evidence.longest + 1)
  }

  @Test func equalValuesShareADigestUnderOneKeyOnly() {
    let value = Array("6222020000000000000".utf8)
    let first = Evidence("x", through: .full, linkedBy: DigestKey(id: "k1", secret: [1, 2, 3]), canonical: value)
    let second = Evidence("y", through: .full, linkedBy: DigestKey(id: "k1", secret: [1, 2, 3]), canonical: value)
    let other = Evidence("x", through: .full, linkedBy: DigestKey(id: "k2", secret: [9]), canonical: value)
    #expect(first.digest == second.digest)
    #expect(first.digest != other.digest)
    #expect(first.digest?.hasPrefix("hmac-sha256:k1:") == true)
    #expect(Evidence("x", through: .full, linkedBy: nil, canonical: value).digest == nil)
  }

  /// Reflection is the last way in: nothing that evidence stores holds the raw value.
  @Test func nothingGivesTheRawValueBack() {
    let raw = "6222020000000000000"
    let mask = Mask(keepFirst: 6, keepLast: 4, with: "*", replacement: nil)
    var dumped = ""
    dump(Evidence(raw, through: mask, linkedBy: DigestKey(id: "k1", secret: [7]), canonical: Array(raw.utf8)), to: &dumped)
    #expect(dumped.contains("622202*********0000"))
    #expect(!dumped.contains(raw))
  }
}
