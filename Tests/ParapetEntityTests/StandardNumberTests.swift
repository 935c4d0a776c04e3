import Foundation
import ParapetEntity
import Testing

/// The vectors of an independent library of standard numbers, where this checkout has them.
@Suite struct StandardNumberTests {
  struct Line: Decodable {
    let module: String
    let value: String
    let valid: Bool
  }

  static let names = [
    "luhn": "luhn", "iban": "iban", "lei": "lei", "isin": "isin", "cusip": "cusip", "gb.sedol": "sedol", "us.itin": "us-itin",
    "us.rtn": "us-aba", "us.ein": "us-ein", "cn.ric": "cn-resident-id", "cn.uscc": "cn-uscc", "in_.aadhaar": "in-aadhaar",
    "in_.pan": "in-pan",
    "bitcoin": "btc-address",
  ]

  /// Values on which the two differ on purpose.
  static let differences: Set<String> = [
    // Groups of other sizes: separators do not count here, wherever they stand.
    "911-14-4442", "9129-03456",
  ]

  @Test func agreesWithTheVectors() throws {
    guard let file = Suites.file("stdnum/vectors.ndjson") else {
      print("skipped: no stdnum/vectors.ndjson under PARAPET_SUITES or ../shared/data/suites")
      return
    }
    var checked = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let vector = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      guard let name = Self.names[vector.module], !Self.differences.contains(vector.value) else { continue }
      checked += 1
      #expect(ValidatorTests.accepts(name, vector.value) == vector.valid, "\(name) \(vector.value)")
    }
    #expect(checked > 40)
  }
}

/// Where the suites that nobody here wrote are found.
enum Suites {
  static func file(_ path: String) -> URL? {
    var roots: [URL] = []
    if let root = ProcessInfo.processInfo.environment["PARAPET_SUITES"] { roots.append(URL(fileURLWithPath: root)) }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    roots.append(folder.deletingLastPathComponent().appendingPathComponent("shared/data/suites"))
    return roots.map { $0.appendingPathComponent(path) }.first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
