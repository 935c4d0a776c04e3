import ParapetFormat

/// Which cases `parapet test` runs.
struct Selection: Sendable {
  private let glob: Glob?
  /// Those that failed before, or nil for all.
  private let failed: Set<String>?

  /// All cases.
  init() { (glob, failed) = (nil, nil) }

  /// Cases by the pattern of `--filter` and the report of `--failing`.
  init(filter: String?, failing path: String?) throws {
    glob = filter.map { Glob(containing: $0) }
    failed = try path.map { path in
      let report: JSON
      do { report = try JSON(parsing: try InputFile.contents(of: path, limit: 1 << 30)) } catch let error as JSONError {
        throw CommandFailure("\(path) is not a JSON report: \(error.message)")
      }
      guard report["schema"]?.string == "test-report/1", case .array(let cases)? = report["cases"]?.value else {
        throw CommandFailure("\(path) is not a report of parapet test -o json")
      }
      return Set(
        cases.filter { $0["result"]?.string == "failed" }.map { "\($0["suite"]?.string ?? "")/\($0["name"]?.string ?? "")" })
    }
  }

  /// Whether nobody chose.
  var isEverything: Bool { glob == nil && failed == nil }

  /// Whether the case called `name` in `suite` is run.
  @Sendable func includes(_ suite: String, _ name: String) -> Bool {
    let name = "\(suite)/\(name)"
    return glob?.matches(name) ?? true && failed?.contains(name) ?? true
  }
}
