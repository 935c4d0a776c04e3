/// Sixteen bytes of a JSON string at once, without a branch: mixed text would take one that no processor foresees wherever ASCII ends.
enum UTF8Block {
  private typealias Block = SIMD16<UInt8>
  static let length = 16

  /// Where the first block from `start` on begins that is not plain; less than a block in front of `end` where all are.
  ///
  /// A plain block holds no quote, no backslash, no control character and no line end outside ASCII, its characters are well-formed as far as
  /// they lie in it, one that began in front of it goes on, and none begins with E0, ED or more than EF, of which there is more to see. The two
  /// bytes in front of `start` belong to well-formed characters.
  static func endOfPlain(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var at = unsafe start
    while unsafe end - at >= length, unsafe isPlain(load(at), load(at - 1), load(at - 2)) { unsafe at += length }
    return unsafe at
  }

  @inline(__always)
  private static func isPlain(_ bytes: Block, _ before: Block, _ twoBefore: Block) -> Bool {
    let pairs = bytes & Block(repeating: 0xFE)
    let continued = (bytes & Block(repeating: 0xC0)) .== Block(repeating: 0x80)
    let awaited = (before .>= Block(repeating: 0xC0)) .| (twoBefore .>= Block(repeating: 0xE0))
    let stops = (bytes .== Block(repeating: 0x22)) .| (bytes .== Block(repeating: 0x5C)) .| (bytes .< Block(repeating: 0x20))
    let rare =
      (pairs .== Block(repeating: 0xC0)) .| (bytes .== Block(repeating: 0xE0)) .| (bytes .== Block(repeating: 0xED))
      .| (bytes .>= Block(repeating: 0xF0))
    // The last two bytes of U+2028 and U+2029, and U+0085.
    let breaks =
      ((pairs .== Block(repeating: 0xA8)) .& (before .== Block(repeating: 0x80)))
      .| ((bytes .== Block(repeating: 0x85)) .& (before .== Block(repeating: 0xC2)))
    return isNone((continued .^ awaited) .| stops .| rare .| breaks)
  }

  /// Whether no lane is true.
  @inline(__always)
  private static func isNone(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  @inline(__always)
  private static func load(_ at: UnsafePointer<UInt8>) -> Block { unsafe UnsafeRawPointer(at).loadUnaligned(as: Block.self) }
}
