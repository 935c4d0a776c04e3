import Foundation
import ParapetFormat
import ParapetText
import Testing

@testable import ParapetEngine

/// Documents that nobody chose one by one: the public suite, random events, and events with a byte gone wrong.
@Suite("Event records, differentially")
struct EventRecordDifferentialTests {
  private static let suite: URL? = {
    var roots = ProcessInfo.processInfo.environment["PARAPET_SUITES"].map { [URL(filePath: $0)] } ?? []
    roots.append(URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data/suites"))
    return roots.map { $0.appending(path: "JSONTestSuite/test_parsing") }.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  @Test(
    "JSONTestSuite, each document as a line and inside of meta",
    .enabled(if: suite != nil, "skipped: JSONTestSuite is not there; set PARAPET_SUITES"))
  func publicSuite() throws {
    let folder = try #require(Self.suite)
    var taken = 0
    var refused = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".json") {
      let document = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      let meta = Array(#"{"stage":"output","text":"a","meta":{"v":"#.utf8) + document + Array("}}".utf8)
      let mustTake =
        name.hasPrefix("y_") && !name.contains("duplicated") && !name.contains("escaped_null_in_key") && !hasEscapedName(document)
      for line in [document, meta] { #expect(disagreement(line, mustTake: mustTake && line.count > document.count) == nil, "\(name)") }
      taken += mustTake ? 1 : 0
      // In the middle of an event a lone `1}` or the like may close what it stands in; the parser decides.
      if name.hasPrefix("n_"), (try? Event(parsing: meta)) == nil {
        refused += 1
        unsafe meta.withUnsafeBufferPointer { unsafe #expect(!EventRecord().read($0), "\(name)") }
      }
    }
    print("JSONTestSuite inside of meta: \(taken) y_ documents taken, \(refused) n_ documents left")
    #expect(taken >= 85 && refused >= 180)
  }

  /// Whether a name is written with an escape, as the parser sees it: the record leaves these.
  private func hasEscapedName(_ document: [UInt8]) -> Bool {
    func escaped(_ json: JSON) -> Bool {
      switch json.value {
      case .object(let members): members.contains { document[$0.nameRange].contains(UInt8(ascii: "\\")) || escaped($0.value) }
      case .array(let elements): elements.contains(where: escaped)
      default: false
      }
    }
    return (try? JSON(parsing: document)).map(escaped) ?? false
  }

  @Test func randomEvents() {
    var random = RandomEvents(seed: 20_261_128)
    let record = EventRecord()
    for _ in 0..<3_000 {
      let line = random.event()
      if let why = disagreement(line, mustTake: true, by: record) {
        Issue.record("\(why): \(String(decoding: line, as: UTF8.self))")
        return
      }
    }
  }

  @Test func mutatedEvents() {
    var random = RandomEvents(seed: 7)
    let record = EventRecord()
    var taken = 0
    for _ in 0..<6_000 {
      let line = random.mutated(random.event())
      if let why = disagreement(line, by: record) {
        Issue.record("\(why): \(String(decoding: line, as: UTF8.self)) \(line)")
        return
      }
      taken += record.isRead ? 1 : 0
    }
    #expect(taken > 100 && taken < 5_900, "\(taken) of 6,000 were still events")
  }

  /// Every way in which two bytes can go on, at many places in a word of eight and a block of sixteen, against the standard library.
  @Test func everyShortSequence() {
    var sequences: [[UInt8]] = []
    for first in UInt8(0x7F)...0xFF {
      for second in stride(from: UInt8(0x40), through: 0xFC, by: 4) + [0x7F, 0x8F, 0x9F, 0xBF, 0xFF, 0x22] where second != 0x5C {
        sequences.append([first, second])
        for third: UInt8 in [0x22, 0x41, 0x7F, 0x80, 0xA8, 0xA9, 0xBF, 0xC0] {
          sequences.append([first, second, third])
          if first >= 0xF0 { sequences.append([first, second, third, 0x80]) }
        }
      }
    }
    // What has one spelling only comes often enough to stand everywhere.
    for _ in 0..<500 { sequences += [[0xE2, 0x80, 0xA8], [0xC2, 0x85], [0xE4, 0x80]] }
    var wrong: [[UInt8]] = []
    let unit = Array(String(repeating: "一x中文abc", count: 6).utf8)
    for (index, sequence) in sequences.enumerated() {
      let run = Array(unit.prefix([0, 3, 4, 7, 10, 11][index % 6] + 13 * [0, 2, 3, 4][index % 23 % 4]))
      let tail = Array(["\"", "\"二三四五六七八九十", "二三四五六七八九十é1\"", "x\"", "and so on and on and on\""][index % 19 % 5].utf8)
      let bytes = run + sequence + tail
      // Up to the quote all is plain; what the library calls invalid must stop the run before the quote.
      let body = Array(bytes.prefix { $0 != 0x22 })
      var isVerbatim = true
      let end = unsafe bytes.withUnsafeBufferPointer { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe UTF8Run.end(from: base, to: base + bytes.count, &isVerbatim) - base
      }
      let text = Text(validating: body)
      let breaks = text?.string.unicodeScalars.contains { [0x85, 0x2028, 0x2029].contains($0.value) } ?? false
      if (end == body.count) != (text != nil) || text != nil && isVerbatim == breaks { wrong.append(sequence) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(8)) of \(sequences.count)")
  }
}
