public import ParapetRule

/// Reasons for what a baseline is to hold, as people hand them round in a table: a line each with the rule, the item and the reason,
/// tabs between. Empty lines and lines that begin with `#` say nothing.
public struct Reasons: Sendable {
  /// A line that gives no reason.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// The file and the line, from 1, and what is wrong with it.
    public let description: String
  }

  /// One line of the table.
  public struct Line: Sendable {
    /// The line, from 1.
    public let number: Int
    /// The rule.
    public let rule: String
    /// The mutant's name, or the benign text's id.
    public let item: String
    let why: String
  }

  /// The lines that say something, in order.
  public let lines: [Line]
  private let known: [String: String]

  /// No reasons.
  public init() { (lines, known) = ([], [:]) }

  /// Reads a table.
  ///
  /// - Throws: `Fault` for the first line that has not three cells, or an empty one.
  public init(_ file: RuleFile) throws(Fault) {
    var lines: [Line] = []
    let text = String(decoding: file.bytes, as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, cells.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
        throw Fault(description: "\(file.path):\(index + 1): a line is a rule, an item and a reason, with tabs between")
      }
      lines.append(Line(number: index + 1, rule: cells[0], item: cells[1], why: cells[2]))
    }
    self.lines = lines
    known = Dictionary(lines.map { (Reasons.key($0.item, of: $0.rule), $0.why) }, uniquingKeysWith: { _, last in last })
  }

  /// Why `item` of `rule` may stay, or nil when the table does not say.
  func why(_ item: String, of rule: String) -> String? { known[Reasons.key(item, of: rule)] }

  /// The lines that are about nothing of what was `found`.
  public func unused(among found: [(rule: String, item: String)]) -> [Line] {
    let found = Set(found.map { Reasons.key($0.item, of: $0.rule) })
    return lines.filter { !found.contains(Reasons.key($0.item, of: $0.rule)) }
  }

  private static func key(_ item: String, of rule: String) -> String { "\(rule)\t\(item)" }
}
