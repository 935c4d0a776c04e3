import ParapetText
import Testing

@testable import ParapetEntity

/// Dates, rates and terms that are held against one another.
@Suite struct CheckScanTests {
  func numbers(_ text: String) -> [Mention] { Recognizer.numbers(in: Array(text.utf8)) }

  /// Against the roots found with binary floating-point numbers of 53 bits.
  @Test(arguments: [
    (12, 600, 1_086_185), (12, 750, 1_351_374), (24, 500, 927_222), (36, 660, 1_200_949), (6, 380, 647_941), (360, 100, 180_174),
    (2, 1000, 1_330_403),
  ])
  func theInternalRateIsRightToAThousandth(_ count: Int, _ fee: Int, _ rate: Int) throws {
    let found = try #require(InternalRate.ofInstalments(count: count, fee: FixedPoint(billionths: Int128(fee) * 1_000_000)))
    #expect(abs(found.billionths - Int128(rate) * 1000) < 1_000_000, "\(found.text)")
  }

  @Test func ratesThatAreNone() {
    #expect(InternalRate.ofInstalments(count: 0, fee: FixedPoint(1)) == nil)
    #expect(InternalRate.ofInstalments(count: 361, fee: FixedPoint(1)) == nil)
    #expect(InternalRate.ofInstalments(count: 12, fee: .zero) == nil)
    #expect(InternalRate.compound(FixedPoint(100), periods: 365) == nil)
  }

  @Test(arguments: [
    ("日息万五", "0.05"), ("日利率0.05%", "0.05"), ("日息万分之五", "0.05"), ("日利率为万分之3.5", "0.035"), ("0.05% per day", "0.05"),
  ])
  func ratesByTheDay(_ text: String, _ rate: String) {
    #expect(PeriodicRates(Array(text.utf8), numbers: numbers(text)).daily.map(\.value.text) == [rate])
  }

  @Test func feesAreNotRates() {
    let text = "The fee is 0.75% a month over 12 months."
    let rates = PeriodicRates(Array(text.utf8), numbers: numbers(text))
    #expect(rates.monthly.isEmpty && rates.fees.map(\.value.text) == ["0.75"] && rates.instalments.map(\.value) == [12])
    let plain = "The rate is 0.75% a month."
    #expect(PeriodicRates(Array(plain.utf8), numbers: numbers(plain)).monthly.map(\.value.text) == ["0.75"])
  }

  @Test func daysOfTheWeek() throws {
    let known = [(2026, 11, 28, 6), (2024, 2, 29, 4), (2000, 1, 1, 6), (1999, 12, 31, 5), (2026, 3, 1, 0)]
    for (year, month, day, weekday) in known {
      #expect(try #require(DayNumber(DateReading(year: year, month: month, day: day))).weekday == weekday)
    }
    #expect(DayNumber(DateReading(year: 2026, month: 2, day: 29)) == nil)
    #expect(DayNumber(DateReading(year: 2026, month: 2)) == nil)
  }

  @Test func termsEnd() throws {
    let start = try #require(DayNumber(DateReading(year: 2026, month: 1, day: 31)))
    func end(_ term: String) throws -> Int {
      let text = Array("期限\(term)".utf8)
      return start.adding(try #require(ScheduleScan.read(text, numbers: Recognizer.numbers(in: text)).terms.first))
    }
    #expect(try end("1个月") == start.number + 28)
    #expect(try end("90天") == start.number + 90)
    #expect(try end("1年") == start.number + 365)
    #expect(try end("13个月") == start.number + 393)
  }

  @Test func namesThatAreNone() {
    for text in ["行长会议", "总经理办公会", "董事长因故", "CEO pay rose", "The chairman said", "基金经理在", "行长"] {
      #expect(Recognizer.mentions(of: .office, in: Array(text.utf8)).isEmpty, "\(text)")
    }
  }
}
