import ParapetText
import Testing

@Suite struct PartitionTests {
  /// Every length, and every place at which the second part can begin.
  @Test func theFirstPlaceOfTheSecondPart() {
    for end in 5...22 {
      for first in 5...end { #expect((5..<end).partitioningIndex { $0 >= first } == first) }
    }
  }
}
