import ParapetFormat
public import ParapetRule
import ParapetVerdict

/// Writes the deliverable texts that came out into the `out:` of examples and fixture cases.
///
/// Only `out:` is ever written, and only where everything else went as written: a decision that changed is for a person to accept.
public struct OutUpdate: Sendable {
  /// The file as it is to be.
  public let bytes: [UInt8]
  /// How many texts were written.
  public let updated: Int
  /// Lines of texts that stand over several lines, which a person has to rewrite.
  public let refused: [Int]

  /// Writes what came of `results`, all of cases in `file`, into it.
  public init(_ file: RuleFile, results: [CaseResult]) {
    var lines = String(decoding: file.bytes, as: UTF8.self).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
      Array.init)
    let root = YAML.read(file.bytes, path: file.path).root
    var edits: [(node: Node, out: String)] = []
    var refused: [Int] = []
    for result in results where result.problems.map(\.kind) == [.out] {
      guard let out = result.verdict?.text, let node = root.flatMap({ OutUpdate.node(of: result, in: $0) }) else { continue }
      if !edits.contains(where: { $0.node.place.line == node.place.line && $0.node.place.column == node.place.column }) {
        edits.append((node, out))
      }
    }
    var updated = 0
    for (node, out) in edits.sorted(by: { ($0.node.place.line, $0.node.place.column) > ($1.node.place.line, $1.node.place.column) }) {
      let place = node.place
      let range = place.column - 1..<place.column - 1 + place.length
      guard lines.indices.contains(place.line - 1), range.upperBound <= lines[place.line - 1].count,
        OutUpdate.isWhole(Array(lines[place.line - 1][range]), node)
      else {
        refused.append(place.line)
        continue
      }
      var writer = JSONWriter()
      writer.value(out)
      lines[place.line - 1].replaceSubrange(range, with: String(decoding: writer.bytes, as: UTF8.self).unicodeScalars)
      updated += 1
    }
    var text = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append("\n") }
      text.append(contentsOf: line)
    }
    bytes = Array(String(text).utf8)
    self.updated = updated
    self.refused = refused.sorted()
  }

  /// The `out` of the case of `result`.
  private static func node(of result: CaseResult, in root: Node) -> Node? {
    let isFixture = result.kind == .fixture
    let items = root[isFixture ? "cases" : "examples"]?.items ?? []
    let item = items.last { ($0.place.line, $0.place.column) <= (result.line, result.column) }
    return isFixture ? item?["expect"]?["out"] : item?["out"]
  }

  /// Whether `written` is all of the scalar: it stands on one line.
  private static func isWhole(_ written: [Unicode.Scalar], _ node: Node) -> Bool {
    guard case .scalar(let text, let style) = node.kind else { return false }
    switch style {
    case .plain: return written.elementsEqual(text.unicodeScalars)
    case .singleQuoted, .doubleQuoted: return written.count >= 2 && written.first == written.last
    case .literal, .folded: return false
    }
  }
}
