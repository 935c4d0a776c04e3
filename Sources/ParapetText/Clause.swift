/// How far an exception looks around a candidate.
public enum Scope: String, Sendable, CaseIterable {
  /// Between `，,。.；;！!？?` and line ends; a point or comma between digits does not end it.
  case clause
  /// Between `。！？!?` and line ends; a point ends it only before white space.
  case sentence
  /// Everything.
  case text
}

extension View {
  /// The clause or sentence around `range`, both in bytes of this view.
  public func surroundings(of range: Range<Int>, scope: Scope) -> Range<Int> { 0..<utf8.count }
}
