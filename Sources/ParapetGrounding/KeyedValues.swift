import ParapetEntity
import ParapetFormat
import ParapetText

/// The values of material in JSON that are of a period, since a name above them is one (`"2024": 48.3`) or a value beside them is
/// (`"年份": 2024`).
struct KeyedValues: Sendable {
  struct Value: Sendable {
    /// Where it stands, in bytes of the passage.
    let range: Range<Int>
    let period: DateReading
    /// A number for the names above it, without those that are periods: values of one series have the same.
    let series: Int
  }

  /// In the order in which they stand.
  private var values: [Value] = []

  /// The values of a text that is JSON from its first sign to its last; none of any other.
  init(_ text: [UInt8]) {
    guard KeyedValues.mayBeJSON(text), let json = try? JSON(parsing: text) else { return }
    walk(json, text, period: nil, series: 1)
  }

  /// Whether a text begins as an array or an object does.
  static func mayBeJSON(_ text: [UInt8]) -> Bool { text.first { $0 > 0x20 }.map { $0 == 0x7B || $0 == 0x5B } ?? false }

  /// The value that a figure stands in.
  func value(at range: Range<Int>) -> Value? {
    let low = (0..<values.count).partitioningIndex { values[$0].range.upperBound >= range.upperBound }
    return low < values.count && values[low].range.lowerBound <= range.lowerBound ? values[low] : nil
  }

  private mutating func walk(_ json: JSON, _ text: [UInt8], period: DateReading?, series: Int) {
    switch json.value {
    case .object(let members):
      let beside = members.lazy.compactMap { KeyedValues.periodBeside($0, text) }.first
      let own = beside.map { beside in period.map { beside.completed(by: $0) } ?? beside } ?? period
      for member in members {
        if let named = KeyedValues.date(text[member.nameRange]) {
          walk(member.value, text, period: own.map { named.completed(by: $0) } ?? named, series: series &* 31)
        } else {
          walk(member.value, text, period: own, series: member.name.utf8.reduce(series &* 31 &+ 1) { $0 &* 16_777_619 ^ Int($1) })
        }
      }
    case .array(let elements): for element in elements { walk(element, text, period: period, series: series &* 31) }
    case .number, .string: if let period { values.append(Value(range: json.range, period: period, series: series)) }
    case .null, .bool: break
    }
  }

  private static let periodNames = ["年", "期间", "报告期", "季度", "year", "period", "quarter"].map { Array($0.utf8) }

  /// The period that a member says of those beside it.
  private static func periodBeside(_ member: JSON.Member, _ text: [UInt8]) -> DateReading? {
    switch member.value.value {
    case .number, .string:
      guard periodNames.contains(where: { text[member.nameRange].holds($0) }) else { return nil }
      return date(text[member.value.range])
    default: return nil
    }
  }

  /// The date that a name or a value is, quotation marks aside.
  private static func date(_ written: ArraySlice<UInt8>) -> DateReading? {
    let quote: UInt8 = 0x22
    let bare = Array(written.drop { $0 == quote }.reversed().drop { $0 == quote }.reversed())
    guard bare.count <= 30, let mention = Recognizer.mentions(of: .date, in: bare).first, mention.range == bare.indices else { return nil }
    return mention.date
  }
}
