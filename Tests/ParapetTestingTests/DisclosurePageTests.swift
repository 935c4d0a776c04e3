import Foundation
import Parapet
import Testing

@testable import ParapetRule

/// `docs/disclosures.md` is made from the rules: what must be said, when, on which law, and how sure we are.
extension DocumentationTests {
  @Test func disclosuresAreListed() throws {
    let rules = try formatRules().filter { !$0.disclosures.isEmpty }
    #expect(rules.count >= 35)
    let head = "| rule | says | where | when | rests on |\n|---|---|---|---|---|"
    try compare("disclosures", of: "docs/disclosures.md", with: ([head] + rules.map(\.disclosureRow)).joined(separator: "\n"))
  }

  @Test func otherFormsAreListed() throws {
    let rules = try formatRules().filter { $0.disclosures.isEmpty }
    let head = "| rule | does | action | when | rests on |\n|---|---|---|---|---|"
    try compare("forms", of: "docs/disclosures.md", with: ([head] + rules.map(\.formRow)).joined(separator: "\n"))
  }

  private func formatRules() throws -> [Rule] {
    let files = try RuleSource.directory(Workbench.root.appending(path: "Rules").path()).files
    return RuleSet.decode(files, date: Workbench.date).set.rules.filter { $0.family == .format }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

extension Rule {
  /// What it requires to be said.
  fileprivate var disclosures: [Assertion.Disclosed] {
    func collect(_ requirement: Requirement) -> [Assertion.Disclosed] {
      switch requirement {
      case .all(let parts), .any(let parts): parts.flatMap(collect)
      case .assertion(_, .disclosed(let disclosed)): [disclosed]
      case .assertion: []
      }
    }
    return require.map(collect) ?? []
  }

  fileprivate var disclosureRow: String {
    let actions = [then.standard].compactMap(\.self) + then.byFormat.sorted { $0.key < $1.key }.map(\.value)
    let appended = actions.first { $0.kind == .append }
    let says =
      appended?.text.map { text in
        text.zh == text.en ? cell(text.en) : [text.zh, text.zhHant, text.en].compactMap(\.self).map(cell).joined(separator: "<br>")
      }
      ?? "*\(cell(title.zh))*<br>\(actions.map(\.kind.rawValue).joined(separator: ", "))"
    let place =
      switch appended?.position {
      case .start: "start"
      case .paragraph: "end of the paragraph"
      case .end: "end"
      case nil: "–"
      }
    let counts = Set(disclosures.compactMap(\.place.words)).sorted()
    let places = place + (counts.isEmpty ? "" : "<br>counts \(counts.joined(separator: " or "))")
    return "| `\(id)` | \(says) | \(places) | \(circumstances) | \(basis) |"
  }

  fileprivate var formRow: String {
    let actions = [then.standard].compactMap(\.self) + then.byFormat.sorted { $0.key < $1.key }.map(\.value)
    let deeds = actions.map { $0.transform.map { "rewrite `\($0)`" } ?? $0.kind.rawValue }
    return "| `\(id)` | \(cell(title.zh))<br>\(cell(title.en)) | \(deeds.joined(separator: ", ")) | \(circumstances) | \(basis) |"
  }

  private var circumstances: String {
    let parts = [("", `when`.channels), ("purpose ", `when`.purposes), ("region ", `when`.regions)].filter { !$0.1.isEmpty }
    return parts.isEmpty ? "always" : parts.map { $0.0 + $0.1.joined(separator: ", ") }.joined(separator: "; ")
  }

  private var basis: String {
    legal.map { "\(cell($0.cite)) \($0.verified ? "(read)" : "(not read)")" }.joined(separator: "<br>")
  }

  private func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}

extension Assertion.Disclosed.Place {
  fileprivate var words: String? {
    switch self {
    case .anywhere: nil
    case .first(let count): "in the first \(count) characters"
    case .last(let count): "in the last \(count) characters"
    case .near(let count): "within \(count) characters of the find"
    case .paragraph: "in its paragraph"
    case .sentence: "in its sentence"
    }
  }
}
