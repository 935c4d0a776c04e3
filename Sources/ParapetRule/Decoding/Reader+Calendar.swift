extension Reader {
  /// A semantic version.
  func version(_ node: Node) -> String? {
    guard let word = text(node, "`version`") else { return nil }
    if SemanticVersion.isValid(word) { return word }
    report.add(
      .notAVersion, at: node.place, "`version` must be a semantic version, not `\(word)`", help: "write three numbers, such as `1.0.0`")
    return nil
  }

  /// A calendar date, `YYYY-MM-DD`.
  func date(_ node: Node, _ what: String) -> String? {
    guard let word = text(node, what) else { return nil }
    if CalendarDate.isValid(word) { return word }
    report.add(.notADate, at: node.place, "\(what) must be a calendar date, not `\(word)`", help: "write it as `2026-11-21`")
    return nil
  }
}

/// Dates as they are written in rules. Written this way, they sort as text.
enum CalendarDate {
  /// Whether `text` is `YYYY-MM-DD` and such a day exists.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    var numbers: [Int] = []
    for range in [0..<4, 5..<7, 8..<10] {
      guard bytes[range].allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return false }
      numbers.append(bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
  }
}

/// Versions as they are written in rules.
///
/// - Source: Semantic Versioning 2.0.0, items 2, 9, 10 and 11.
enum SemanticVersion {
  /// Whether `text` is three numbers without leading zeros, with an optional pre-release and build part.
  static func isValid(_ text: String) -> Bool { parts(text) != nil }

  /// Whether `new` comes after `old`. Pre-release parts are not compared: two versions that differ only there count as not raised.
  static func isRaised(from old: String, to new: String) -> Bool {
    guard let a = parts(old), let b = parts(new) else { return false }
    return a.lexicographicallyPrecedes(b)
  }

  private static func parts(_ text: String) -> [Int]? {
    let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    if withoutBuild.count == 2, !isIdentifiers(withoutBuild[1]) { return nil }
    let pieces = withoutBuild[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    if pieces.count == 2, !isIdentifiers(pieces[1]) { return nil }
    let numbers = pieces[0].split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3 else { return nil }
    var result: [Int] = []
    for number in numbers {
      guard let value = Int(number), value >= 0, String(value) == number else { return nil }
      result.append(value)
    }
    return result
  }

  private static func isIdentifiers(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) || byte == UInt8(ascii: "-")
        }
    }
  }
}
