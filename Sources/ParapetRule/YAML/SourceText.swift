import Synchronization

/// A file as it was read, cut into lines, so that every problem can be shown where it is.
public final class SourceText: Sendable {
  /// The path, relative to the rule directory.
  public let path: String
  /// The characters, without a byte order mark.
  let scalars: [Unicode.Scalar]
  /// Where each line begins.
  private let lineStarts: [Int]
  /// Lines that somebody asked for, without their ends. Kept, so that many problems on one long line share one text.
  private let lines = Mutex<[Int: String]>([:])

  /// A file from its path and its UTF-8 bytes, which are decoded leniently: what is not UTF-8 becomes U+FFFD.
  public init(path: String, utf8: [UInt8]) {
    self.path = path
    var scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" || (scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")) {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// The line and column, both from 1, of the character at `index`.
  func position(of index: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return (low + 1, index - lineStarts[low] + 1)
  }

  /// The line with this number, from 1, without its line end.
  public func line(_ number: Int) -> String {
    guard number >= 1 && number <= lineStarts.count else { return "" }
    return lines.withLock { known in
      if let line = known[number] { return line }
      let line = SourceText.string(scalars[lineStarts[number - 1]...].prefix { $0 != "\n" && $0 != "\r" })
      known[number] = line
      return line
    }
  }

  /// Where the line that holds `index` ends, before its line end.
  func lineEnd(after index: Int) -> Int {
    var end = min(index, scalars.count)
    while end < scalars.count, scalars[end] != "\n", scalars[end] != "\r" { end += 1 }
    return end
  }

  /// The number of the character that holds byte `offset` of the text without its byte order mark.
  func index(ofUTF8Offset offset: Int) -> Int {
    var bytes = 0
    for (index, scalar) in scalars.enumerated() {
      if bytes >= offset { return index }
      bytes += UTF8.width(scalar)
    }
    return scalars.count
  }

  /// The whole file as a place.
  var start: Place { Place(source: self, start: 0, end: 0) }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A stretch of a source file.
public struct Place: Sendable {
  /// The file.
  public let source: SourceText
  /// The first character, counted in Unicode scalars of the file.
  let start: Int
  /// The character after the last.
  let end: Int

  /// The line, from 1.
  public var line: Int { source.position(of: start).line }
  /// The column, from 1, in Unicode scalars.
  public var column: Int { source.position(of: start).column }
  /// How many Unicode scalars it covers on its first line, at least 1.
  public var length: Int { max(1, min(end, source.lineEnd(after: start)) - start) }
}
