extension Transform {
  /// Markdown marks go and their text stays. What only looks like Markdown (5*3, snake_case, #1, masked values) stays as it is.
  ///
  /// Marks inside code go as well: without its fence or quotes code is text, and a second pass would take it for that.
  ///
  /// - Source: CommonMark 0.31, and the tables and strikethrough of GitHub Flavored Markdown; stricter where Chinese text and
  ///   masked values would otherwise lose characters.
  static let stripMarkdown = Transform(name: "strip-markdown", summary: "Markdown marks are taken out, their text stays") { utf8 in
    guard utf8.contains(where: { marks.contains($0) }) else { return [] }
    var text = Rewriting(utf8)
    for _ in 0..<rounds {
      var isChanged = text.make(MarkdownBlocks(text.bytes).edits())
      if text.make(MarkdownInlines(text.bytes).edits()) { isChanged = true }
      if text.make(MarkdownEmphasis(text.bytes).edits()) { isChanged = true }
      if !isChanged { return text.edits }
    }
    // Nobody nests marks this deep but to get past the filter: every byte that could be one goes.
    _ = text.make(
      text.bytes.indices.filter { marks.contains(text.bytes[$0]) }.map { Edit(range: $0..<$0 + 1, replacement: "") })
    return text.edits
  }

  /// Rounds in which taking marks away may lay others bare.
  private static let rounds = 32
  /// Every byte that a mark can begin with.
  private static let marks = Set("#*_~`>[]|=+-<!".utf8)
}

/// Edits that are collected in order.
struct EditList {
  private(set) var edits: [Transform.Edit] = []
  mutating func replace(_ range: Range<Int>, _ replacement: String = "") {
    if !range.isEmpty || !replacement.isEmpty { edits.append(Transform.Edit(range: range, replacement: replacement)) }
  }
  var sorted: [Transform.Edit] { edits.sorted { $0.range.lowerBound < $1.range.lowerBound } }
}
