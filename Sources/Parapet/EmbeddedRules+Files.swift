import ParapetRule

extension EmbeddedRules {
  /// The embedded files.
  static var files: [RuleFile] {
    (0..<count).map { index in
      let (path, contents) = file(index)
      return unsafe RuleFile(
        path: path.description, bytes: Array(UnsafeBufferPointer(start: contents.utf8Start, count: contents.utf8CodeUnitCount)))
    }
  }
}
