/// A sign that stands in a text: whose it is, and where it stands, in bytes.
public struct SignEvent: Sendable, Equatable {
  /// The number under which the sign was added.
  public let owner: Int32
  /// Where it begins.
  public let start: Int32
  /// Where it ends.
  public let end: Int32
  /// A sign from its parts.
  public init(owner: Int32, start: Int32, end: Int32) {
    self.owner = owner
    self.start = start
    self.end = end
  }
}

/// A text made ready to be scanned: ASCII letters in lower case, and other bytes behind it, so that eight bytes can be read anywhere.
///
/// It keeps its memory from text to text.
@safe
public struct ScanBuffer: ~Copyable {
  /// How many bytes lie behind the text: one that no character has, and zeros.
  static let tail = 32
  private static let end: UInt8 = 0xFF

  /// INVARIANT: `capacity` bytes, of which the first `count` are the text and `tail` others follow.
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer.
  public init() {
    capacity = 4096
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Takes `text` in, with its ASCII letters in lower case.
  public mutating func load(_ text: Span<UInt8>) {
    let needed = text.count &+ Self.tail
    if needed > capacity {
      capacity = needed &+ needed / 2
      unsafe base.deallocate()
      unsafe base = .allocate(capacity: capacity)
    }
    count = text.count
    let target = unsafe base
    unsafe text.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      unsafe Self.lower(source, target, count)
    }
    unsafe (target + count).initialize(repeating: 0, count: Self.tail)
    unsafe target[count] = Self.end
  }

  /// Copies with ASCII letters in lower case, eight bytes a step.
  private static func lower(_ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) {
    var i = 0
    while i &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(source + i).loadUnaligned(as: UInt64.self)
      unsafe UnsafeMutableRawPointer(target + i).storeBytes(of: lowered(word), as: UInt64.self)
      i &+= 8
    }
    while i < count {
      let byte = unsafe source[i]
      unsafe target[i] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
      i &+= 1
    }
  }

  /// Eight bytes with ASCII letters in lower case.
  @inline(__always)
  private static func lowered(_ word: UInt64) -> UInt64 {
    // Without the high bits no byte carries into the next: +0x3F lifts 'A' and up over 0x7F, +0x25 only what is above 'Z'.
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let upper = (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~word & 0x8080_8080_8080_8080
    return word | upper >> 2
  }
}
