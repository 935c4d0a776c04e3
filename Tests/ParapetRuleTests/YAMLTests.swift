import ParapetRule
import Testing

@Suite struct YAMLTests {
  private func read(_ text: String) -> (root: Node?, diagnostics: [Diagnostic]) { YAML.read(Array(text.utf8), path: "x.yaml") }

  @Test func nothingIsGuessed() throws {
    let root = try #require(read("{a: off, b: 1:30, c: 000001, d: 2026-11-21, e: ~, f: 0x1F, g: yes, h: 1e3}").root)
    #expect(root.entries?.map(\.value.scalar) == ["off", "1:30", "000001", "2026-11-21", "~", "0x1F", "yes", "1e3"])
  }

  @Test func placesCountCharacters() throws {
    let root = try #require(read("标题: {中: 银行, en: 'Bank'}\r\nlist:\n  - 一\n  - \"𠀀二\"\n").root)
    let title = try #require(root["标题"])
    #expect(title["中"]?.place.column == 9)
    #expect(title["中"]?.place.length == 2)
    #expect(title["en"]?.place.column == 17)
    #expect(title["en"]?.place.length == 6)
    let items = try #require(root["list"]?.items)
    #expect(items.map(\.place.line) == [3, 4])
    #expect(items.map(\.place.column) == [5, 5])
    #expect(items[1].place.length == 4)
    #expect(root.entries?[1].place.line == 2)
  }

  @Test func aByteOrderMarkIsNotACharacter() throws {
    let root = try #require(read("\u{FEFF}a: b").root)
    #expect(root["a"]?.place.column == 4)
    #expect(root.entries?[0].name == "a")
  }

  @Test func otherLineEndsDoNotShiftLines() throws {
    let root = try #require(read("a: 'x\u{2028}y'\nb: z\n").root)
    #expect(root["b"]?.place.line == 2)
  }

  @Test(arguments: ["", "\u{FEFF}", "# only a comment\n", "\n\n", "---\n"])
  func emptyFilesAreNamed(_ text: String) {
    let (root, diagnostics) = read(text)
    #expect(root?.entries == nil)
    #expect(diagnostics.map(\.code) == ["P0110"])
  }

  @Test func aLargeFileIsRefusedUnread() {
    let (root, diagnostics) = read("a: " + String(repeating: "x", count: YAML.byteLimit))
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["P0102"])
  }

  @Test func theFirstByteThatIsNotUTF8IsShown() {
    let (root, diagnostics) = YAML.read(Array("a: 银\nb: ".utf8) + [0xD2, 0xF8], path: "x.yaml")
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["P0101"])
    #expect(diagnostics.first?.line == 2)
    #expect(diagnostics.first?.column == 4)
  }

  @Test func sameLookingKeysAreNotTheSame() {
    #expect(read("é: 1\ne\u{301}: 2\n").diagnostics.isEmpty)
    #expect(read("é: 1\né: 2\n").diagnostics.map(\.code) == ["P0107"])
  }

  /// A list of a hundred thousand items is read in a moment, not in a quadratic one.
  @Test func longListsAreReadQuickly() {
    let clock = ContinuousClock()
    let text = "a: [" + repeatElement("x", count: 100_000).joined(separator: ",") + "]"
    let took = clock.measure { #expect(read(text).root?["a"]?.items?.count == 100_000) }
    #expect(took < .seconds(10))
  }
}
