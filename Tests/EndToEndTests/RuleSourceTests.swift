import Foundation
import Parapet
import Testing

@Suite("rule directories")
struct RuleSourceTests {
  @Test("files are sorted, hidden ones left out")
  func files() throws {
    let folder = try Sandbox.folder(["b.yaml": "b", "a/z.yaml": "z", "a.txt": "a", ".hidden": "h", ".git/config": "g"])
    let ruleset = try RuleSource.directory(folder.path)
    #expect(ruleset.files.map(\.path) == ["a.txt", "a/z.yaml", "b.yaml"])
    #expect(ruleset.files.map(\.bytes) == ["a", "z", "b"].map { Array($0.utf8) })
  }

  @Test("links inside are refused, a link to the directory is not")
  func links() throws {
    let folder = try Sandbox.folder(["a.yaml": "a"])
    let outside = try Sandbox.folder(["secret.yaml": "s"])
    let link = try Sandbox.folder().appendingPathComponent("rules")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
    #expect(try RuleSource.directory(link.path).files.count == 1)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("b.yaml"), withDestinationURL: outside.appendingPathComponent("secret.yaml"))
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path) }
  }

  @Test("what is too large, too many, too deep, missing or empty is refused")
  func limits() throws {
    let folder = try Sandbox.folder(["a.yaml": String(repeating: "a", count: 100), "b/c/d.yaml": "d"])
    var limits = RuleSource.Limits()
    #expect(try RuleSource.directory(folder.path, limits: limits).files.count == 2)
    limits.fileBytes = 99
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path, limits: limits) }
    limits = RuleSource.Limits()
    limits.totalBytes = 100
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path, limits: limits) }
    limits = RuleSource.Limits()
    limits.files = 1
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path, limits: limits) }
    limits = RuleSource.Limits()
    limits.depth = 1
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path, limits: limits) }
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path + "/missing") }
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(Sandbox.folder().path) }
    #expect(throws: RuleSourceError.self) { try RuleSource.directory(folder.path + "/a.yaml") }
  }
}
