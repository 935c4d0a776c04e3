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

/// A text made ready to be scanned: ASCII letters in lower case, and other bytes around it, so that eight bytes can be read anywhere.
///
/// It keeps its memory from text to text.
@safe
public struct ScanBuffer: ~Copyable {
  /// How many zeros lie in front of the text.
  private static let head = 8
  /// How many bytes lie behind the text: one that no character has, and zeros.
  static let tail = 32
  private static let end: UInt8 = 0xFF

  /// INVARIANT: `capacity` bytes, of which the first `count` are the text and `tail` others follow; `head` others lie in front.
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer.
  public init() {
    capacity = 4096
    unsafe base = Self.allocate(capacity)
  }

  deinit { unsafe (base - Self.head).deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: head + capacity)
    unsafe memory.initialize(repeating: 0, count: head)
    return unsafe memory + head
  }

  /// Takes `text` in, with its ASCII letters in lower case.
  public mutating func load(_ text: Span<UInt8>) {
    let needed = text.count &+ Self.tail
    if needed > capacity {
      capacity = needed &+ needed / 2
      unsafe (base - Self.head).deallocate()
      unsafe base = Self.allocate(capacity)
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

  /// Copies with ASCII letters in lower case; as plain as this, so that the compiler takes many bytes a step.
  private static func lower(_ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) {
    for i in 0..<count {
      let byte = unsafe source[i]
      unsafe target[i] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
    }
  }
}
