extension Range<Int> {
  /// The first place in the range of which `belongsBehind` is true, or its end. It must be true of every place behind one of which it is true.
  ///
  /// - Complexity: logarithmic in the length of the range.
  @inlinable @inline(__always)
  package func partitioningIndex(where belongsBehind: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low &+ (high &- low) / 2
      if belongsBehind(middle) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
