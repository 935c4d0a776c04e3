/// The chunks of a PNG file, of which one `iTXt` may carry the label.
///
/// - Source: ISO/IEC 15948 (PNG), sections 5.3 and 11.3.4.5.
struct PNGChunks {
  private let file: [UInt8]
  private let chunks: [Chunk]

  /// One chunk.
  private struct Chunk {
    /// Length, type, data and check sum.
    let whole: Range<Int>
    let data: Range<Int>
    let type: [UInt8]
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The keyword, then: not compressed, no method, no language, no translated keyword.
  private static let prefix = Array("AIGC".utf8) + [0, 0, 0, 0, 0]

  init(_ file: [UInt8]) throws(GeneratedLabel.Fault) {
    guard file.starts(with: PNGChunks.signature) else { throw GeneratedLabel.Fault("it is not a PNG file") }
    var chunks: [Chunk] = []
    var at = PNGChunks.signature.count
    while at < file.count {
      guard at + 12 <= file.count else { throw GeneratedLabel.Fault("a chunk of the PNG file is cut off") }
      let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= file.count - at - 12 else { throw GeneratedLabel.Fault("a chunk of the PNG file is cut off") }
      chunks.append(Chunk(whole: at..<at + 12 + length, data: at + 8..<at + 8 + length, type: Array(file[at + 4..<at + 8])))
      at += 12 + length
    }
    guard chunks.first?.type == Array("IHDR".utf8), chunks.last?.type == Array("IEND".utf8) else {
      throw GeneratedLabel.Fault("the PNG file does not begin with IHDR and end with IEND")
    }
    self.file = file
    self.chunks = chunks
  }

  /// The chunk that carries the label, and the bytes before the label in it: `iTXt`, or `tEXt` as others write it.
  private var carrier: (chunk: Chunk, prefix: [UInt8])? {
    for (type, prefix) in [("iTXt", PNGChunks.prefix), ("tEXt", Array("AIGC".utf8) + [0])] {
      if let chunk = chunks.first(where: { $0.type == Array(type.utf8) && file[$0.data].starts(with: prefix) }) { return (chunk, prefix) }
    }
    return nil
  }

  /// The text behind the keyword, or nil.
  var label: [UInt8]? {
    get throws(GeneratedLabel.Fault) {
      guard let carrier else {
        if hasPacket { throw GeneratedLabel.Fault("its label is in its XMP packet, which is not read here") }
        return nil
      }
      return Array(file[carrier.chunk.data].dropFirst(carrier.prefix.count))
    }
  }

  /// Whether an XMP packet carries a label (TC260-PG-20258A): a file has only one.
  private var hasPacket: Bool {
    chunks.contains {
      $0.type == Array("iTXt".utf8) && file[$0.data].starts(with: "XML:com.adobe.xmp".utf8)
        && file[$0.data].firstRange(of: Array("TC260:AIGC".utf8)) != nil
    }
  }

  /// The file with `json` in its chunk, which stands behind the header.
  func with(_ json: [UInt8]) throws(GeneratedLabel.Fault) -> [UInt8] {
    let chunk = PNGChunks.chunk("iTXt", PNGChunks.prefix + json)
    if let old = carrier?.chunk.whole { return file[..<old.lowerBound] + chunk + file[old.upperBound...] }
    if hasPacket { throw GeneratedLabel.Fault("it carries a label in its XMP packet already, and a file has only one") }
    let place = chunks[0].whole.upperBound
    return file[..<place] + chunk + file[place...]
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

  /// CRC-32 of ISO 3309, as PNG uses it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
