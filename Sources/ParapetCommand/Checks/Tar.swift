import Parapet

/// Regular files of a tar archive.
enum Tar {
  /// The files in `archive`, or nil when it is none. Long names are read as git writes them, in extended headers.
  ///
  /// - Source: POSIX.1-2017, pax: ustar Interchange Format and pax Header Block.
  static func files(_ archive: [UInt8]) -> [RuleFile]? {
    var files: [RuleFile] = []
    var at = 0
    var longName: String?
    while at + 512 <= archive.count {
      let header = archive[at..<at + 512]
      if header.allSatisfy({ $0 == 0 }) { return files }
      func field(_ offset: Int, _ count: Int) -> String {
        String(decoding: header[(at + offset)..<(at + offset + count)].prefix { $0 != 0 }, as: UTF8.self)
      }
      guard field(257, 5) == "ustar", let size = Int(field(124, 12).filter { $0 != " " }, radix: 8), at + 512 + size <= archive.count else {
        return nil
      }
      let contents = Array(archive[(at + 512)..<(at + 512 + size)])
      switch archive[at + 156] {
      case UInt8(ascii: "x"): longName = path(inExtendedHeader: contents)
      case UInt8(ascii: "0"), 0:
        let prefix = field(345, 155)
        let short = prefix.isEmpty ? field(0, 100) : prefix + "/" + field(0, 100)
        files.append(RuleFile(path: longName ?? short, bytes: contents))
        longName = nil
      default: longName = nil
      }
      at += 512 + (size + 511) / 512 * 512
    }
    return files.isEmpty ? nil : files
  }

  private static func path(inExtendedHeader bytes: [UInt8]) -> String? {
    // Records of the form "LENGTH path=VALUE\n".
    for record in bytes.split(separator: 10) {
      let text = String(decoding: record, as: UTF8.self)
      if let range = text.firstRange(of: " path=") { return String(text[range.upperBound...]) }
    }
    return nil
  }
}
