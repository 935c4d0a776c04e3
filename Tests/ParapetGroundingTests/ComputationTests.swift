import ParapetEntity
import Testing

@testable import ParapetGrounding

/// Computations that a rough calculation lets pass, against all that there are.
@Suite struct ComputationTests {
  private static let numbers = [
    "0", "0.001", "1", "3.7%", "12.5%", "0.04%", "48.3亿元", "48.2亿元", "9,000,000.01元", "123,456,789.123456789", "7.3", "99.9万元", "5万亿元",
    "-3.2%",
    "8,100元", "1.25", "250个基点",
  ]
  private static let claims = ["37.5%", "1.2个百分点", "12个基点", "3.2倍", "12.5亿元", "7.5", "0.2万元", "3家"]

  private static func quantity(_ text: String) throws -> Quantity {
    try #require(Recognizer.mentions(of: .quantity, in: Array(text.utf8)).first?.quantity, "\(text)")
  }

  private struct Result: Hashable {
    let kind: String
    let value: FixedPoint
    let isTurned: Bool
  }

  private static func results(_ a: Quantity, _ b: Quantity, _ claim: Quantity, in window: RoughWindow) -> Set<Result> {
    var results: Set<Result> = []
    Computation.forEach(Operand(a), Operand(b), claim: claim, cues: .all, in: window) {
      results.insert(Result(kind: $0.kind.rawValue, value: $0.value, isTurned: $0.isTurned))
    }
    return results
  }

  /// Whatever a pair gives, a claim of just that, and claims around it, find it.
  @Test func nothingThatLiesWithinIsMissed() throws {
    let quantities = try Self.numbers.map(Self.quantity)
    var count = 0
    for text in Self.claims {
      let claim = try Self.quantity(text)
      for a in quantities {
        for b in quantities {
          let all = Self.results(a, b, claim, in: Target(.zero, FixedPoint(200_000_000_000_000_000)).hits)
          for wanted in all {
            for precision in [FixedPoint(billionths: 1), FixedPoint(billionths: 100_000_000), FixedPoint(1000)] {
              let target = Target(wanted.value, precision)
              let hits = all.filter { target.isHit($0.value) }
              #expect(Self.results(a, b, claim, in: target.hits).isSuperset(of: hits), "\(text) of \(a.printed) and \(b.printed)")
              let around = all.filter { target.isAround($0.value) }
              #expect(Self.results(a, b, claim, in: target.surroundings).isSuperset(of: around), "\(text) of \(a.printed) and \(b.printed)")
              count += 1
            }
          }
        }
      }
    }
    #expect(count > 5000)
  }

  /// What lies far off is not calculated.
  @Test func mostOfTheRestIsPassedOver() throws {
    let (a, b, claim) = (try Self.quantity("48.3亿元"), try Self.quantity("31.7亿元"), try Self.quantity("7.5%"))
    #expect(Self.results(a, b, claim, in: Target(claim.value, claim.precision).hits).isEmpty)
  }
}
