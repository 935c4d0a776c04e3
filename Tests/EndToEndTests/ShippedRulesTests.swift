import Foundation
import Parapet
import Testing

@Suite("the rules in the binary")
struct ShippedRulesTests {
  @Test("they are the files of Rules/, byte for byte")
  func embedded() throws {
    let directory = try RuleSource.directory(Package.folder.appendingPathComponent("Rules").path)
    #expect(RuleSource.shipped.files.map(\.path) == directory.files.map(\.path))
    #expect(RuleSource.shipped.files.map(\.bytes) == directory.files.map(\.bytes))
    #expect(!RuleSource.shipped.files.isEmpty)
  }

  @Test("in an empty directory they lint, pass their own examples, and judge")
  func emptyDirectory() throws {
    let folder = try Sandbox.folder()
    #expect(try Command.run("lint", rules: nil, in: folder).code == 0)
    #expect(try Command.run("test", rules: nil, in: folder).code == 0)
    #expect(try Command.run("doctor", rules: nil, in: folder).code == 0)
    let run = try Command.run("filter", input: Sample.stream(Sample.masked, Sample.promise, Sample.plain), rules: nil, in: folder)
    #expect(try run.verdicts.map(\.decision) == ["modify", "refuse", "pass"])
  }
}
