import ArgumentParser

/// A form of a report and where it goes, as `-o FORMAT[=FILE]` says it.
struct ReportOutput<Format: RawRepresentable & CaseIterable & Sendable>: ExpressibleByArgument, Sendable where Format.RawValue == String {
  let format: Format
  /// The file, or nil for standard output.
  let file: String?

  init(_ format: Format) {
    self.format = format
    file = nil
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = Format(rawValue: String(parts[0])), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.format = format
    file = parts.count == 2 ? String(parts[1]) : nil
  }

  static var allValueStrings: [String] { Format.allCases.map(\.rawValue) }

  /// Writes what `bytes` makes for each of `outputs`; when none goes to standard output, `standard` does.
  static func write(
    _ outputs: [ReportOutput], standard: Format, bytes: (_ format: Format, _ isFile: Bool) -> [UInt8]
  ) throws {
    var shown = outputs
    if !outputs.contains(where: { $0.file == nil }) { shown.append(ReportOutput(standard)) }
    for output in shown {
      guard let path = output.file else {
        try Standard.output.print(bytes(output.format, false))
        continue
      }
      try OutputFile.write(bytes(output.format, true), to: path)
    }
  }
}

extension Collection {
  /// Whether more than one of these goes to standard output, which would mix them.
  func mixes<Format>() -> Bool where Element == ReportOutput<Format> { count { $0.file == nil } > 1 }
}
