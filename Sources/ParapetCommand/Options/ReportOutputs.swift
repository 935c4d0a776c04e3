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
}

/// The forms of a command's answer, and where each goes.
struct ReportOptions<Format: RawRepresentable & CaseIterable & Sendable>: ParsableArguments where Format.RawValue == String {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("What to write, to standard output or to a file. May stand several times.", valueName: "format[=file]"))
  var output: [ReportOutput<Format>] = []

  func validate() throws {
    if output.count(where: { $0.file == nil }) > 1 {
      throw ValidationError("two answers cannot both go to standard output; write -o FORMAT=FILE")
    }
  }

  /// Writes what `bytes` makes for each form that was asked for; when none goes to standard output, `standard` does.
  func write(standard: Format, bytes: (_ format: Format, _ isFile: Bool) -> [UInt8]) throws {
    var shown = output
    if !output.contains(where: { $0.file == nil }) { shown.append(ReportOutput(standard)) }
    for output in shown {
      guard let path = output.file else {
        try Standard.output.print(bytes(output.format, false))
        continue
      }
      try OutputFile.write(bytes(output.format, true), to: path)
    }
  }
}
