import Glibc

/// Writes one Swift file that carries every file of a rule directory.
///
/// Use: `EmbedRulesTool RULES OUTPUT`. Contents must be UTF-8; hidden files are left out. The output depends on nothing but names and
/// contents, and is not touched when it would stay the same.
@main
enum EmbedRulesTool {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("use: EmbedRulesTool RULES OUTPUT") }
    let files = paths(under: arguments[1]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { (path: $0, literal: literal(of: contents(of: arguments[1] + "/" + $0), in: $0)) }
    let source = swift(files)
    if read(arguments[2]) != Array(source.utf8) { write(source, to: arguments[2]) }
  }

  /// The cases stand in a switch and not in an array: the compiler need not find a type for a literal of hundreds of elements, and
  /// nothing is built when the program starts.
  private static func swift(_ files: [(path: String, literal: String)]) -> String {
    var lines = [
      "// Written by EmbedRulesTool from Rules/.",
      "enum EmbeddedRules {",
      "  static let count = \(files.count)",
      "  static func file(_ index: Int) -> (path: StaticString, contents: StaticString) {",
      "    switch index {",
    ]
    for (index, file) in files.enumerated() {
      lines.append("    case \(index): (\(literal(of: Array(file.path.utf8), in: file.path)), \(file.literal))")
    }
    lines += ["    default: (\"\", \"\")", "    }", "  }", "}", ""]
    return lines.joined(separator: "\n")
  }

  /// A Swift string literal on one line: a literal over several lines would lose carriage returns.
  private static func literal(of bytes: [UInt8], in path: String) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is not UTF-8") }
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case _ where scalar.value < 0x20 || scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  // MARK: Files

  /// The files under `directory`, by their paths in it.
  private static func paths(under directory: String, prefix: String = "") -> [String] {
    guard let stream = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(stream) }
    var paths: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard !name.hasPrefix(".") else { continue }
      if unsafe opendir(directory + "/" + name).map({ unsafe closedir($0) }) != nil {
        paths += self.paths(under: directory + "/" + name, prefix: prefix + name + "/")
      } else {
        paths.append(prefix + name)
      }
    }
    return paths
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let bytes = read(path) else { fail("cannot read \(path)") }
    return bytes
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func write(_ source: String, to path: String) {
    let bytes = Array(source.utf8)
    guard let file = unsafe fopen(path, "wb") else { fail("cannot write \(path)") }
    guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count, unsafe fclose(file) == 0 else { fail("cannot write \(path)") }
  }

  private static func fail(_ message: String) -> Never {
    unsafe fputs("EmbedRulesTool: \(message)\n", fdopen(2, "w"))
    exit(1)
  }
}
