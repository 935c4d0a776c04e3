/// The digest that mixed-case Ethereum addresses carry; for checksums only.
///
/// - Source: The Keccak reference, version 3.0 (with the padding that preceded FIPS 202).
enum Keccak256 {
  private static let rate = 136

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x01)
    padded += [UInt8](repeating: 0, count: (rate - padded.count % rate) % rate)
    padded[padded.count - 1] |= 0x80
    var lanes = [UInt64](repeating: 0, count: 25)
    for block in stride(from: 0, to: padded.count, by: rate) {
      for at in 0..<rate { lanes[at / 8] ^= UInt64(padded[block + at]) << UInt64(at % 8 * 8) }
      permute(&lanes)
    }
    return (0..<32).map { UInt8(truncatingIfNeeded: lanes[$0 / 8] >> UInt64($0 % 8 * 8)) }
  }

  private static func permute(_ lanes: inout [UInt64]) {
    var register: UInt8 = 1
    for _ in 0..<24 {
      let column: [UInt64] = (0..<5).map { x in
        stride(from: x, to: 25, by: 5).reduce(UInt64(0)) { $0 ^ lanes[$1] }
      }
      for x in 0..<5 {
        let parity: UInt64 = column[(x + 4) % 5] ^ turn(column[(x + 1) % 5], 1)
        for y in 0..<5 { lanes[x + 5 * y] ^= parity }
      }
      var (x, y) = (1, 0)
      var current = lanes[1]
      for step in 0..<24 {
        (x, y) = (y, (2 * x + 3 * y) % 5)
        let next = lanes[x + 5 * y]
        lanes[x + 5 * y] = turn(current, UInt64((step + 1) * (step + 2) / 2 % 64))
        current = next
      }
      for y in 0..<5 {
        let row: [UInt64] = (0..<5).map { lanes[$0 + 5 * y] }
        for x in 0..<5 { lanes[x + 5 * y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]) }
      }
      for bit in 0..<7 {
        let isSet = register & 1 == 1
        register = register & 0x80 == 0 ? register << 1 : register << 1 ^ 0x71
        if isSet { lanes[0] ^= 1 << UInt64((1 << bit) - 1) }
      }
    }
  }

  private static func turn(_ lane: UInt64, _ by: UInt64) -> UInt64 { by == 0 ? lane : lane << by | lane >> (64 - by) }
}
