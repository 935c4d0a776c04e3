import Foundation
import Testing

/// `parapet label`.
@Suite("label")
struct LabelTests {
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parapet-label-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8) }
    return folder
  }

  @Test("writes, checks, and twice is once")
  func writesAndChecks() throws {
    let folder = try folder(["a.md": "# 报告\n", "b.json": "{\"x\":1}", "c.csv": "1,2\n", "d.html": "<html><head></head></html>"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["a.md", "b.json", "c.csv", "d.html"]
    let before = try Command.run("label", "--check", "a.md", "b.json", "c.csv", "d.html", in: folder)
    #expect(before.code == 1)
    #expect(before.lines.last == "0 of 4 labelled")
    #expect(before.lines.first == "a.md: no label")
    let written = try Command.run(
      "label", "--producer", "示例银行", "--id", "evt-1", "--kind", "2", "a.md", "b.json", "c.csv", "d.html", in: folder)
    #expect(written.code == 0 && written.text.isEmpty && written.error.isEmpty)
    let after = try Command.run("label", "--check", "a.md", "b.json", "c.csv", "d.html", in: folder)
    #expect(after.code == 0)
    #expect(after.text == "4 of 4 labelled\n")
    let contents = try names.map { try Data(contentsOf: folder.appendingPathComponent($0)) }
    #expect(
      try Command.run("label", "--producer", "示例银行", "--id", "evt-1", "--kind", "2", "a.md", "b.json", "c.csv", "d.html", in: folder).code
        == 0)
    #expect(try names.map { try Data(contentsOf: folder.appendingPathComponent($0)) } == contents)
    #expect(String(decoding: contents[1], as: UTF8.self).hasPrefix(#"{"AIGC":{"Label":"2","ContentProducer":"示例银行","ProduceID":"evt-1""#))
    #expect(String(decoding: contents[2], as: UTF8.self) == "1,2\n")
    #expect(try String(contentsOf: folder.appendingPathComponent("c.csv.aigc.json"), encoding: .utf8).contains("示例银行"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["a.md", "b.json", "c.csv", "c.csv.aigc.json", "d.html"], "nothing else is left behind")
  }

  @Test("a file that cannot be labelled stops nobody else, and is told at the end")
  func goesOn() throws {
    let folder = try folder(["a.json": "[1]", "b.json": "{\"x\":1}", "c.html": "<p>x</p>", "d.md": "# 报告\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["a.json", "b.json", "missing.md", "c.html", "d.md"]
    let written = try Command.run(["label", "--producer", "b", "--id", "1"] + names, in: folder)
    #expect(written.code == 2 && written.text.isEmpty)
    let told = written.error.split(separator: "\n").map(String.init)
    #expect(told.count == 4 && told.allSatisfy { $0.hasPrefix("parapet: ") })
    for (line, part) in zip(told, ["a.json: the document is not an object", "missing.md", "c.html: the document has no", "3 of 5 files"]) {
      #expect(line.contains(part), "\(line)")
    }
    #expect(try String(contentsOf: folder.appendingPathComponent("a.json"), encoding: .utf8) == "[1]")
    #expect(try String(contentsOf: folder.appendingPathComponent("c.html"), encoding: .utf8) == "<p>x</p>")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.json", "b.json", "c.html", "d.md"])

    let checked = try Command.run(["label", "--check"] + names, in: folder)
    #expect(checked.code == 2, "what could not be read outweighs what is not labelled")
    #expect(checked.lines == ["a.json: no label", "c.html: no label", "2 of 5 labelled"])
    #expect(checked.error.contains("cannot read missing.md") && checked.error.contains("1 of 5 files"))
  }

  @Test("a distributor has a name and a number")
  func distributor() throws {
    let folder = try folder(["b.json": "{}"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let label = ["label", "--producer", "b", "--id", "1"]
    #expect(try Command.run(label + ["--propagator", "p", "b.json"], in: folder).code == 2)
    #expect(try Command.run(label + ["--propagator", "p", "--propagate-id", "7", "b.json"], in: folder).code == 0)
    let text = try String(contentsOf: folder.appendingPathComponent("b.json"), encoding: .utf8)
    #expect(text.contains(#""ContentPropagator":"p","PropagateID":"7""#))
  }

  @Test("a file that cannot carry it, and options that do not go together, end with 2")
  func refuses() throws {
    let folder = try folder(["a.json": "[1]", "b.html": "<p>x</p>", "c.json": "{\"AIGC\":{\"Label\":\"9\"}}"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let array = try Command.run("label", "--producer", "b", "--id", "1", "a.json", in: folder)
    #expect(array.code == 2 && array.error.contains("a.json") && array.error.contains("not an object"))
    #expect(try String(contentsOf: folder.appendingPathComponent("a.json"), encoding: .utf8) == "[1]")
    #expect(try Command.run("label", "--producer", "b", "--id", "1", "b.html", in: folder).error.contains("head"))
    #expect(try Command.run("label", "--producer", "b", "--id", "1", "missing.md", in: folder).code == 2)
    #expect(try Command.run("label", "a.json", in: folder).code == 2)
    #expect(try Command.run("label", "--check", "--producer", "b", "a.json", in: folder).code == 2)
    #expect(try Command.run("label", "--check", in: folder).code == 2)
    let wrong = try Command.run("label", "--check", "c.json", in: folder)
    #expect(wrong.code == 1 && wrong.text.contains("AIGC.Label is none of 1, 2 and 3") || wrong.text.contains("AIGC has no"))
  }
}
