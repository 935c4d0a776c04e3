import Foundation
import Parapet
import ParapetEntity
import ParapetTesting
import Testing

@testable import ParapetRule

/// What the documentation says is what the code does: lists are compared, examples are run.
@Suite(.serialized) struct DocumentationTests {
  private func page(_ path: String) throws -> String {
    try String(contentsOf: Workbench.root.appending(path: path), encoding: .utf8)
  }

  /// The lines between `<!-- NAME -->` and `<!-- /NAME -->`, or the whole page when there is no such place.
  private func section(_ name: String, of page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<!-- \(name) -->\n"), "no place for \(name)")
    let end = try #require(page[start.upperBound...].firstRange(of: "<!-- /\(name) -->"), "no end of \(name)")
    return page[start.upperBound..<end.lowerBound].trimmingCharacters(in: .newlines)
  }

  /// The first code block of `language` in `section`.
  private func code(_ language: String, in section: String) throws -> String {
    let start = try #require(section.firstRange(of: "```\(language)\n"))
    let end = try #require(section[start.upperBound...].firstRange(of: "\n```"))
    return String(section[start.upperBound..<end.lowerBound])
  }

  private func table(_ head: String, _ rows: [(String, String)]) -> String {
    (["| \(head) |", "|---|---|"] + rows.sorted { $0.0 < $1.0 }.map { "| `\($0.0)` | \($0.1) |" }).joined(separator: "\n")
  }

  /// Whether lists that are made from code are to be written instead of compared: `PARAPET_WRITE_DOCS=1 swift test --filter Documentation`.
  private static let writes = ProcessInfo.processInfo.environment["PARAPET_WRITE_DOCS"] != nil

  func compare(_ name: String, of path: String, with expected: String) throws {
    let page = try page(path)
    let written = try section(name, of: page)
    if DocumentationTests.writes, written != expected {
      let marks = (start: "<!-- \(name) -->\n", end: "<!-- /\(name) -->")
      let new = page.replacing(
        marks.start + (written.isEmpty ? "" : written + "\n") + marks.end, with: marks.start + expected + "\n" + marks.end)
      try new.write(to: Workbench.root.appending(path: path), atomically: true, encoding: .utf8)
    } else {
      #expect(written == expected, "write it with PARAPET_WRITE_DOCS=1 swift test --filter Documentation")
    }
  }

  @Test func validatorsAreListed() throws {
    try compare(
      "validators", of: "docs/rule-language.md", with: table("validator | accepts", Validator.all.values.map { ($0.name, $0.summary) }))
  }

  @Test func transformsAreListed() throws {
    try compare(
      "transforms", of: "docs/rule-language.md", with: table("transform | does", Transform.all.values.map { ($0.name, $0.summary) }))
  }

  @Test func recognisersAndFoldsAreListed() throws {
    let page = try page("docs/rule-language.md")
    let recognisers = try section("recognisers", of: page)
    for kind in MentionKind.allCases { #expect(recognisers.contains("| `\(kind.rawValue)` |")) }
    #expect(recognisers.split(separator: "\n").count == MentionKind.allCases.count + 2)
    for (name, _) in Fold.names { #expect(page.contains("| `\(name)` |")) }
  }

  @Test(arguments: [
    Shape.rule, .when, .findClause, .needs, .context, .exception, .grounded, .json, .csv, .table, .xml, .disclosed, .place, .reasoned,
    .length, .argument, .calls, .obligation, .example, .profile, .override, .profileExample, .cue, .instrument, .inForce,
    .article, .legalBasis, .registered, .register, .registerEntry,
  ])
  func everySlotIsExplained(_ shape: Shape) throws {
    let page = try page("docs/rule-language.md")
    for name in shape.names { #expect(page.contains(name), "\(shape.name): \(name)") }
  }

  @Test func everyFieldOfAVerdictIsExplained() throws {
    let schema = try JSON(parsing: Array(page("Fixtures/verdict.v1.schema.json").utf8))
    let page = try page("docs/verdict.md")
    var names: Set<String> = []
    func collect(_ value: JSON) {
      switch value.value {
      case .object(let members):
        for member in members {
          if member.name == "properties", case .object(let properties) = member.value.value { names.formUnion(properties.map(\.name)) }
          collect(member.value)
        }
      case .array(let items): for item in items { collect(item) }
      default: break
      }
    }
    collect(schema)
    #expect(names.count > 50)
    for name in names.sorted() { #expect(page.contains("`\(name)`"), "\(name)") }
  }

  @Test func everyErrorCodeIsExplained() throws {
    let listed = try section("errors", of: page("docs/verdict.md"))
    for code in EventError.Code.allCases { #expect(listed.contains("| `\(code.rawValue)` |"), "\(code.rawValue)") }
    #expect(listed.split(separator: "\n").count == EventError.Code.allCases.count + 2)
  }

  @Test func theSwiftExampleOfTheReadmeIsTheOneThatIsCompiled() throws {
    let snippet = try page("Tests/ParapetTestingTests/ReadmeSnippet.swift")
    let start = try #require(snippet.firstRange(of: "// README begins\n"))
    let end = try #require(snippet.firstRange(of: "  // README ends"))
    let lines = snippet[start.upperBound..<end.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let compiled = (["import Parapet", ""] + lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0) }).joined(
      separator: "\n")
    #expect(try code("swift", in: section("snippet", of: page("README.md"))) == compiled)
  }

  @Test func theRuleOfTheReadmePassesItsOwnExamples() throws {
    let rule = try code("yaml", in: section("rule", of: page("README.md")))
    let shipped = try RuleSource.directory(Workbench.root.appending(path: "Rules").path()).files
    let file = RuleFile(path: "refusal/cn/quick-money.yaml", bytes: Array(rule.utf8))
    let (set, diagnostics) = RuleSet.decode(shipped + [file], date: Workbench.date)
    for diagnostic in diagnostics where diagnostic.file == file.path { Issue.record(Comment(rawValue: diagnostic.rendered(color: false))) }
    let decoded = try #require(set.rules.first { $0.file == file.path })
    let runner = try ExampleRunner(set.effective(profile: "default", channel: nil), options: Workbench.checked())
    for result in try runner.results(of: decoded) { #expect(result.problems == [], "\(result.name)") }
  }

  /// The verdict on the README's first screen, but for what changes with every rule and library.
  @Test func theVerdictOfTheReadmeIsReal() throws {
    let first = try section("first", of: page("README.md"))
    let blocks = first.split(separator: "```json\n").dropFirst().map { String($0.prefix { $0 != "`" }) }
    #expect(blocks.count == 2)
    let guardrail = try Guardrail(RuleSource.directory(Workbench.root.appending(path: "Rules").path()), date: Workbench.date)
    let event = try Event(JSON(parsing: Array(blocks[0].utf8)))
    let actual = try JSON(parsing: guardrail.evaluate(event).json())
    if DocumentationTests.writes {
      let written = "```json\n\(blocks[0].trimmingCharacters(in: .newlines))\n```\n\n```json\n\(wrapped(actual))\n```"
      try compare("first", of: "README.md", with: first.prefix(while: { $0 != "`" }) + written)
    } else {
      #expect(try steady(JSON(parsing: Array(blocks[1].utf8))) == steady(actual), "\(text(actual))")
    }
  }

  /// `verdict` with lines that a page can hold: one a member, a finding on a few.
  private func wrapped(_ verdict: JSON) -> String {
    guard case .object(let members) = verdict.value else { return "" }
    let lines = members.map { member in
      guard member.name == "findings", case .array(let findings) = member.value.value else {
        return "\"\(member.name)\":" + text(member.value)
      }
      return "\"findings\":[" + findings.map { "\n  " + wrapped(finding: $0) }.joined(separator: ",") + "]"
    }
    return "{" + lines.joined(separator: ",\n ") + "}"
  }

  private func wrapped(finding: JSON) -> String {
    ["severity", "span", "evidence", "owner", "reason"].reduce(text(finding)) {
      $0.replacingOccurrences(of: ",\"\($1)\":", with: ",\n   \"\($1)\":")
    }
  }

  private func steady(_ verdict: JSON) -> String {
    guard case .object(let members) = verdict.value else { return "" }
    return text(JSON(.object(members.filter { !["engine", "ruleset", "trace"].contains($0.name) })))
  }

  private func text(_ json: JSON) -> String {
    var writer = JSONWriter()
    writer.value(json)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
