import Foundation
import ParapetText
import Testing

/// Files of difficult text that are not part of the package.
enum Suites {
  /// The folder of the Unicode suites, or nil when there is none on this machine.
  static let unicode: URL? = {
    var roots = ProcessInfo.processInfo.environment["PARAPET_SUITES"].map { [URL(filePath: $0)] } ?? []
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { break }
    }
    roots.append(folder.appending(path: "../shared/data/suites"))
    let found = roots.map { $0.appending(path: "unicode") }.first { FileManager.default.fileExists(atPath: $0.path) }
    if found == nil { print("skipped: no Unicode suites (set PARAPET_SUITES)") }
    return found
  }()
}

@Suite("Unicode suites", .enabled(if: Suites.unicode != nil, "skipped: no suites; set PARAPET_SUITES"))
struct UnicodeSuiteTests {
  @Test(
    "every line folds to UTF-8 and maps into the text",
    arguments: ["blns.txt", "NormalizationTest.txt", "GraphemeBreakTest.txt", "confusables-confusables.txt", "UTF-8-test.txt"])
  func lines(name: String) throws {
    let data = try Data(contentsOf: #require(Suites.unicode).appending(path: name))
    var valid = 0
    for line in data.split(separator: 0x0A) {
      guard let text = Text(validating: Array(line)) else {
        #expect(name == "UTF-8-test.txt")
        continue
      }
      valid += 1
      // All sets on the short file; elsewhere those that rules use.
      for fold in name == "blns.txt" ? DifferentialTests.folds : [.standard, Fold(rawValue: 63)] { check(text, fold) }
    }
    print("\(name): \(valid) lines")
    #expect(valid > 100)
  }

  @Test("the code points of the normalisation suite, folded as characters")
  func normalisation() throws {
    let data = try Data(contentsOf: #require(Suites.unicode).appending(path: "NormalizationTest.txt"))
    var sources = 0
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("@") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      let codes = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let source = String(String.UnicodeScalarView(codes))
      sources += 1
      for fold in [Fold.standard, Fold(rawValue: 63)] { check(Text(source), fold) }
      // A single character that `width` changes goes where NFKC leads, except for enclosed letters, currency signs, hyphens and dots.
      let folded = Fold.width.apply(source)
      if codes.count == 1, !folded.unicodeScalars.elementsEqual(codes) {
        let nfkc = fields[3].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        let enclosed = codes[0].properties.name?.contains("PARENTHESIZED LATIN") ?? false
        #expect(enclosed || ["-", "·"].contains(folded) || folded.unicodeScalars.elementsEqual(nfkc), "\(source) \(folded)")
      }
    }
    #expect(sources > 18_000)
  }

  private func check(_ text: Text, _ fold: Fold) {
    let view = text.view(fold)
    if Text(validating: view.utf8) == nil { Issue.record("\(text.string.debugDescription) under \(fold.names) is no UTF-8") }
    let edges = view.utf8.indices.filter { view.utf8[$0] & 0xC0 != 0x80 } + [view.utf8.count]
    var last = 0
    for (start, end) in zip(edges, edges.dropFirst()) {
      let original = view.original(start..<end)
      guard original.lowerBound >= last, !original.isEmpty, original.upperBound <= text.utf8.count,
        text.utf8[original.lowerBound] & 0xC0 != 0x80,
        original.upperBound == text.utf8.count || text.utf8[original.upperBound] & 0xC0 != 0x80
      else {
        Issue.record("\(text.string.debugDescription) under \(fold.names) at \(start): \(original)")
        return
      }
      last = original.upperBound
    }
  }
}
