extension Array {
  /// Forgets everything and keeps the memory. Most often there is nothing to forget, which is seen at once.
  @inlinable package mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}
