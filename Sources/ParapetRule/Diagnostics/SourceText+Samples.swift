extension SourceText {
  /// Line `number` as a diagnostic shows it: a line of an example or a fixture keeps its key and its shape, not its words.
  ///
  /// Samples are full of what must not be echoed, and a misplaced key says nothing of what stands behind it. One character becomes one of
  /// the same width, so that carets stay true.
  public func shown(_ number: Int) -> String {
    let text = line(number)
    guard holdsSample(number) else { return text }
    var scalars = Array(text.unicodeScalars)
    let value = scalars.firstIndex(of: ":").map { $0 + 1 } ?? 0
    for index in value..<max(value, scalars.count) { scalars[index] = SourceText.shape(of: scalars[index]) }
    return SourceText.string(scalars[...])
  }

  /// Whether line `number` stands below `examples:` or `cases:`.
  private func holdsSample(_ number: Int) -> Bool {
    (1..<max(1, number)).contains { ["examples:", "cases:"].contains(line($0)) }
  }

  /// `#` for a digit, `x` for a letter, `＊` for a wide one; anything else as it is.
  private static func shape(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else { return scalar }
    if DisplayWidth.columns(of: String(scalar)) > 1 { return "＊" }
    return properties.numericType == nil ? "x" : "#"
  }
}
