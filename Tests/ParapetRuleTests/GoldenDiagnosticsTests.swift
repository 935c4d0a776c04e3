import Foundation
import ParapetRule
import Testing

/// Every folder of `Fixtures/diagnostics` is a rule directory with one kind of mistake, laid over `_base`; `expected.txt` is what
/// `lint` says of it. `FILE.absent` takes a file of `_base` away. `PARAPET_UPDATE=1 swift test --filter GoldenDiagnostics` writes the
/// expected texts anew, for review.
@Suite struct GoldenDiagnosticsTests {
  static let fixtures = RuleDirectory.project.appending(path: "Fixtures/diagnostics")
  static let base = RuleDirectory.files(under: fixtures.appending(path: "_base"))
  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []).filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }
    .sorted()

  static func diagnostics(of name: String) -> [Diagnostic] {
    var tree = base
    for (path, bytes) in RuleDirectory.files(under: fixtures.appending(path: name)) where path != "expected.txt" {
      if path.hasSuffix(".absent") { tree[String(path.dropLast(".absent".count))] = nil } else { tree[path] = bytes }
    }
    return RuleSet.decode(tree.map { RuleFile(path: $0.key, bytes: $0.value) }, date: RuleDirectory.today).diagnostics
  }

  static func rendered(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { $0.rendered(color: false) + "\n" }.joined(separator: "\n")
  }

  @Test func theBaseHasNoProblem() {
    let files = Self.base.map { RuleFile(path: $0.key, bytes: $0.value) }
    let (set, diagnostics) = RuleSet.decode(files, date: RuleDirectory.today)
    #expect(Self.rendered(diagnostics) == "")
    #expect(set.rules.count == 4)
  }

  @Test func everyMistakeIsShownAsWritten() throws {
    #expect(Self.cases.count >= 45)
    for name in Self.cases {
      let actual = Self.rendered(Self.diagnostics(of: name))
      let url = Self.fixtures.appending(path: name).appending(path: "expected.txt")
      if ProcessInfo.processInfo.environment["PARAPET_UPDATE"] == "1" { try Data(actual.utf8).write(to: url) }
      let expected = FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) }
      #expect(!actual.isEmpty, "\(name) has no diagnostic")
      #expect(actual.utf8.elementsEqual((expected ?? "").utf8), "\(name):\n\(actual)")
    }
  }

  /// A code that no mistake brings out proves nothing. Two cannot come from one directory: an unknown profile is asked for by a
  /// caller, and a version is only compared with other rules; both have their own tests.
  @Test func everyCodeIsBroughtOut() {
    let seen = Set(Self.cases.flatMap { Self.diagnostics(of: $0).map(\.code) })
    let missing = DiagnosticCode.allCases.filter { !seen.contains($0.rawValue) }
    #expect(missing == [.fileTooLarge, .versionNotRaised, .unknownProfile])
  }
}
