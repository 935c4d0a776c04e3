import Foundation
import ParapetRule

/// Rule directories for tests: from strings, or from files of the project.
enum RuleDirectory {
  /// The day on which tests judge.
  static let today = "2026-11-21"

  /// The folder that holds `Package.swift`.
  static let project: URL = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  static func files(_ texts: [String: String]) -> [RuleFile] {
    texts.map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// Every file under `folder`, by its path below it.
  static func files(under folder: URL) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    let root = folder.standardizedFileURL.path
    for case let url as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue,
        let data = FileManager.default.contents(atPath: url.path)
      else { continue }
      result[String(url.standardizedFileURL.path.dropFirst(root.count + 1))] = Array(data)
    }
    return result
  }

  static func decode(_ texts: [String: String]) -> (set: RuleSet, diagnostics: [Diagnostic]) {
    RuleSet.decode(files(texts), date: today)
  }
}
