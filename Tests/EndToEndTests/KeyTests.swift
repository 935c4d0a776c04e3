import Foundation
import Testing

@Suite("PARAPET_KEY_FILE")
struct KeyTests {
  private static let secret = "00112233445566778899aabbccddeeff"

  private func run(_ contents: String) throws -> Finished {
    let folder = try Sandbox.folder(["key": contents])
    let environment = ["PARAPET_KEY_FILE": folder.appendingPathComponent("key").path]
    return try Command.run("filter", input: Sample.stream(Sample.masked), environment: environment)
  }

  @Test("with a key, equal values can be linked; without one there is no digest")
  func digests() throws {
    #expect(try run("k1:\(Self.secret)\n").text.contains("\"digest\":\"hmac-sha256:k1:"))
    #expect(!(try Command.run("filter", input: Sample.stream(Sample.masked)).text.contains("hmac")))
    #expect(try run("k1:\(Self.secret)").output == run("k1:\(Self.secret)\n").output)
    #expect(try run("k1:\(Self.secret)").output != run("k1:\(Self.secret)01").output)
  }

  @Test(
    "a file that is no key stops the run, and no message holds a part of it",
    arguments: ["", "abc", "k1:", "k1:xyz", "k1:00112233", "k 1:\(secret)", ":\(secret)", "k1:\(secret)\nk2:\(secret)", "k1:\(secret)0"])
  func refused(_ contents: String) throws {
    let run = try run(contents)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.error.contains("PARAPET_KEY_FILE"))
    #expect(!run.error.contains("00112233"))
  }
}
