import ParapetEntity
import Testing

@testable import ParapetGrounding

/// What a figure that was copied wrongly keeps, against a plain way to tell it.
@Suite struct PrintTests {
  private static let seed: UInt64 = 20_261_129

  /// The digits of a number, the first in front, filled up with noughts.
  private static func plain(_ number: Int128, atLeast least: Int) -> [Character] {
    let digits = number == 0 ? [] : Array(String(number))
    return Array(repeating: "0", count: max(0, least - digits.count)) + digits
  }

  /// Whether they differ in one place, or in two neighbours exchanged.
  private static func isMisprint(_ a: [Character], _ b: [Character]) -> Bool {
    guard a.count == b.count else { return false }
    let places = a.indices.filter { a[$0] != b[$0] }
    if places.count == 1 { return true }
    guard places.count == 2, places[1] == places[0] + 1 else { return false }
    return a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]]
  }

  @Test(arguments: [
    (12, 21, true), (12, 12, false), (12, 13, true), (112, 121, true), (112, 211, false), (1234, 1324, true), (1234, 4231, false),
    (1234, 2143, false),
    (99, 100, false), (5, 6, true), (1_000_000_000_000_000_012, 1_000_000_000_000_000_021, true), (0, 0, false),
  ])
  func aDigitOrTwoNeighboursAreMistaken(_ a: Int, _ b: Int, _ isMisprint: Bool) {
    let digits = (Print.Digits(of: Int128(a), atLeast: 1), Print.Digits(of: Int128(b), atLeast: 1))
    #expect(digits.0.isMisprint(of: digits.1) == isMisprint)
    #expect(digits.1.isMisprint(of: digits.0) == isMisprint)
  }

  @Test func noughtsInFrontCountUpToTheLeast() {
    #expect(Print.Digits(of: 7, atLeast: 3).count == 3)
    #expect(Print.Digits(of: 1234, atLeast: 3).count == 4)
    #expect(Print.Digits(of: 0, atLeast: 1).count == 1)
    #expect(Print.Digits(year: 826).isMisprint(of: Print.Digits(year: 1826)))
    #expect(!Print.Digits(of: 826, atLeast: 1).isMisprint(of: Print.Digits(year: 1826)))
  }

  /// Runs of up to 32 digits: those of one word, of two, and on the border between.
  @Test func manyRunsOfDigitsAreComparedAsByHand() {
    var dice = Dice(state: Self.seed)
    var misprints = 0
    for _ in 0..<20_000 {
      let length = 1 + dice.next(32)
      var digits = (0..<length).map { $0 == 0 ? 1 + dice.next(9) : dice.next(10) }
      let first = digits
      for _ in 0..<dice.next(3) {
        let place = dice.next(length)
        if dice.next(2) == 0, place + 1 < length { digits.swapAt(place, place + 1) } else { digits[place] = 1 + dice.next(9) }
      }
      if dice.next(8) == 0 { digits.append(dice.next(10)) }
      guard digits.count <= 32 else { continue }
      let numbers = [first, digits].map { $0.reduce(Int128(0)) { $0 * 10 + Int128($1) } }
      let plain = numbers.map { Self.plain($0, atLeast: 1) }
      let told = Print.Digits(of: numbers[0], atLeast: 1).isMisprint(of: Print.Digits(of: numbers[1], atLeast: 1))
      let expected = Self.isMisprint(plain[0], plain[1])
      misprints += expected ? 1 : 0
      #expect(told == expected, "seed \(Self.seed): \(numbers)")
    }
    #expect(misprints > 1000)
  }

  @Test(arguments: [
    ("48.3亿元", "48.5亿元", Print.Likeness.misprint), ("48.3亿元", "52.7亿元", .shaped), ("48.3亿元", "148.3亿元", .none),
    // Rounded to what the claim shows, and printed less finely than it.
    ("48.3亿元", "48.47亿元", .misprint), ("48.30亿元", "48.5亿元", .none), ("1,234", "1234", .none), ("1,234", "1,243", .misprint),
    ("0.15%", "0.51%", .misprint), ("0.15%", "0.62%", .shaped),
  ])
  func twoFiguresLookAlike(_ claim: String, _ evidence: String, _ likeness: Print.Likeness) throws {
    let prints = try [claim, evidence].map { text in
      let quantity = try #require(Recognizer.mentions(of: .quantity, in: Array(text.utf8)).first)
      return Print(try #require(quantity.quantity), Array(text.utf8)[quantity.range])
    }
    #expect(prints[0].likeness(to: prints[1]) == likeness)
  }
}
