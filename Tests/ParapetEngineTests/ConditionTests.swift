import ParapetPattern
import Testing

@testable import ParapetEngine

@Suite("Conditions of signs")
struct ConditionTests {
  @Test("the blocks of a stretch hold whatever stands in it")
  func blocks() {
    var random = RandomEvents(seed: 20_261_130)
    for _ in 0..<4_000 {
      let count = Int(random.next() % 5_000) + 1
      let map = BlockMap(count: count)
      let place = Int32(random.next() % UInt64(count))
      let start = Int32(random.next() % UInt64(count))
      let least = Int32(random.next() % 600) - 300
      let most = least + Int32(random.next() % 200)
      if start + least <= place, place <= start + most {
        #expect(map.blocks(from: start, least: least, most: most) & map.block(of: place) != 0)
      }
    }
  }

  @Test("a short text has a block for every byte, a long one stretches of equal length")
  func sizes() {
    let short = BlockMap(count: 63)
    #expect(short.blocks(from: 10, least: -2, most: 3) == 0b11_1111 << 8)
    let long = BlockMap(count: 6_400)
    #expect(long.block(of: 0) == 1)
    #expect(long.block(of: 6_399) == 1 << 49)
    #expect(long.blocks(from: 1_280, least: 128, most: 255) == 1 << 11)
    #expect(BlockMap(count: 0).blocks(from: 0, least: .min, most: .max) == 0)
  }

  @Test("a stretch in front of the text or behind it has no blocks, one without bounds has all")
  func bounds() {
    let map = BlockMap(count: 50)
    #expect(map.blocks(from: 10, least: -30, most: -20) == 0)
    #expect(map.blocks(from: 40, least: 11, most: 30) == 0)
    #expect(map.blocks(from: 40, least: .min, most: .max) == (1 << 50) - 1)
  }
}
