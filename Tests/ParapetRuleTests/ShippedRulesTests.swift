import Foundation
import ParapetRule
import Testing

/// The rules that travel with the project are themselves free of errors.
@Suite struct ShippedRulesTests {
  static let folder =
    ProcessInfo.processInfo.environment["PARAPET_RULES_UNDER_TEST"].map { URL(filePath: $0) }
    ?? RuleDirectory.project.appending(path: "Rules")

  @Test func theyHaveNoError() {
    let files = RuleDirectory.files(under: Self.folder).map { RuleFile(path: $0.key, bytes: $0.value) }
    guard !files.isEmpty else {
      print("skipped: there are no rules at \(Self.folder.path)")
      return
    }
    let diagnostics = RuleSet.decode(files, date: RuleDirectory.today).diagnostics
    let errors = diagnostics.filter { $0.severity == .error }
    for diagnostic in diagnostics { print(diagnostic.rendered(color: false) + "\n") }
    #expect(errors.isEmpty)
  }
}
