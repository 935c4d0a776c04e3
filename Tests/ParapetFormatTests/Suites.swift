import Foundation
import ParapetFormat

/// The public test suites, which are not part of the package: `PARAPET_SUITES`, or `../shared/data/suites` beside it.
enum Suites {
  static let root: URL? = {
    if let named = ProcessInfo.processInfo.environment["PARAPET_SUITES"] { return URL(fileURLWithPath: named) }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appendingPathComponent("shared/data/suites")
  }()

  /// A suite's folder, or nil after saying that it is not there.
  static func folder(_ path: String) -> URL? {
    if let url = root?.appendingPathComponent(path), FileManager.default.fileExists(atPath: url.path) { return url }
    print("skipped: \(path) is not there; set PARAPET_SUITES to the folder that holds it")
    return nil
  }

  /// A JSON file; suites go deeper than texts of answers may.
  static func json(_ file: URL) throws -> JSON { try JSON(parsing: [UInt8](Data(contentsOf: file)), limits: .init(depth: 900)) }

  /// The JSON files below a folder, sorted by path.
  static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
  }
}

/// Numbers that come again from the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
