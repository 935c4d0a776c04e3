/// Where something stands in a rule directory.
public struct SourcePosition: Sendable, Equatable {
  /// The file, relative to the rule directory.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// How many Unicode scalars it covers on its line.
  public var length: Int
  /// The line, without its line end.
  public var sourceLine: String

  init(_ place: Place) {
    file = place.source.path
    line = place.line
    column = place.column
    length = place.length
    sourceLine = place.source.line(line)
  }
}
