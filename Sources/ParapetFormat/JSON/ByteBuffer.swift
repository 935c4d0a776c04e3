/// Bytes that are gathered one after another in memory that is kept for the next time.
///
/// It has one owner and is never copied, so that nothing is counted or checked for sharing when a byte is added.
@safe
public struct ByteBuffer: ~Copyable {
  // INVARIANT: `base` is the start of `capacity` bytes that belong to this buffer alone; the first `count` are initialized.
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var used = 0
  @usableFromInline var capacity: Int

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// How many bytes there are.
  @inlinable public var count: Int { used }

  /// The bytes, valid until the buffer changes.
  @unsafe @inlinable public var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: used) }

  /// The bytes from `start` on, valid until the buffer changes.
  @unsafe public func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(start >= 0 && start <= used)
    return unsafe UnsafeBufferPointer(start: base + start, count: used - start)
  }

  /// The bytes in `range`, valid until the buffer changes.
  @unsafe public func bytes(in range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= used)
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// A copy of the bytes.
  public var array: [UInt8] { unsafe Array(bytes) }

  /// Adds one byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    if used == capacity { grow(by: 1) }
    unsafe base[used] = byte
    used &+= 1
  }

  /// Adds `bytes`, which are not the buffer's own.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (base + used).initialize(from: start, count: bytes.count)
    used &+= bytes.count
  }

  /// Adds `bytes`.
  public mutating func append(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBufferPointer { unsafe append($0) } }

  /// Adds the UTF-8 of `text`.
  public mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds the UTF-8 of `text`.
  public mutating func append(_ text: String) { unsafe ByteBuffer.withUTF8(of: text) { unsafe append($0) } }

  /// Adds `number` in decimal.
  public mutating func append(decimal number: Int) {
    reserve(20)
    if number < 0 { append(UInt8(ascii: "-")) }
    var length = 0
    var rest = number.magnitude
    repeat {
      length &+= 1
      rest /= 10
    } while rest != 0
    rest = number.magnitude
    var place = used &+ length
    used = place
    repeat {
      place &-= 1
      unsafe base[place] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
    } while rest != 0
  }

  /// Forgets all bytes but the first `count` and keeps the memory.
  public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= used)
    used = count
  }

  /// Forgets all bytes, and gives the memory back where it is more than `kept` bytes.
  public mutating func removeAll(keepingAtMost kept: Int = .max) {
    used = 0
    guard capacity > kept else { return }
    unsafe base.deallocate()
    capacity = max(kept, 16)
    unsafe base = .allocate(capacity: capacity)
  }

  /// Makes room for `more` bytes.
  @inlinable public mutating func reserve(_ more: Int) { if capacity &- used < more { grow(by: more) } }

  /// Lets `fill` write into the `room` bytes behind the others; it says how many it has written.
  @unsafe public mutating func append(room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    reserve(room)
    let count = unsafe fill(UnsafeMutableRawBufferPointer(start: base + used, count: room))
    precondition(count >= 0 && count <= room)
    used += count
  }

  @usableFromInline mutating func grow(by more: Int) {
    let larger = max(capacity * 2, used + more)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe fresh.moveInitialize(from: base, count: used)
    unsafe base.deallocate()
    unsafe base = unsafe fresh
    capacity = larger
  }

  /// The UTF-8 of `text`, in place: nothing is counted.
  @inline(__always)
  static func withUTF8(of text: borrowing String, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    unsafe text.utf8.span.withUnsafeBufferPointer { unsafe use($0) }
  }
}
