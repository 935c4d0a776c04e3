import Testing

@testable import ParapetPattern

@Suite struct LandmarksTests {
  private func landmarks(_ pattern: String) -> Landmarks? { Trigger(pattern, caseless: true).flatMap { Landmarks($0) } }

  @Test func theyAreTheLiteralsOfAllBranches() throws {
    let found = try #require(landmarks(#"[^.]{0,60}\b(?:hashing|salted)\b|.{2}存储"#))
    #expect((found.least, found.most) == (0, Reach(bytes: 240)))
    var matcher = Matcher()
    let text = Array("a Salted 存储 hashing".utf8)
    var starts: [Int] = []
    var next = 0
    while let word = try matcher.firstRange(found.words, in: text, from: next) {
      starts.append(word.lowerBound)
      next = word.upperBound
    }
    #expect(starts == [2, 9, 16])
  }

  @Test func aLiteralIsNoPattern() throws {
    let found = try #require(landmarks(#"\w{1,3}a\.b\(c"#))
    var matcher = Matcher()
    #expect(try matcher.firstRange(found.words, in: Array("axb(c a.b(c".utf8)) == 6..<11)
  }

  /// Digits and what nothing bounds show no place.
  @Test(arguments: [#"[^.]{0,9}\d{12}"#, #"[^.]*password"#, #"\s\S"#])
  func othersHaveNone(_ pattern: String) { #expect(landmarks(pattern) == nil) }
}
