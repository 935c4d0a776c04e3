extension EventScanner {
  /// Memory that a scanner needs besides, made once.
  @safe
  final class Scratch {
    /// How deep containers nest at most, the event itself included; a deeper line is not taken.
    static let depth = 128
    /// How many names open objects have at most, all together; a line with more is not taken.
    static let names = 512
    /// How many facts there are at most besides those that are kept.
    static let facts = 32
    /// A container that is open.
    struct Open {
      var isObject: Bool
      /// How many names outer objects have.
      var floor: Int
    }

    let names = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: Scratch.names)
    let open = UnsafeMutablePointer<Open>.allocate(capacity: Scratch.depth)
    let otherFacts = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: Scratch.facts)

    deinit {
      unsafe names.deallocate()
      unsafe open.deallocate()
      unsafe otherFacts.deallocate()
    }
  }

  /// Reads any value inside of `outer` open containers, and throws it away.
  mutating func value(under outer: Int) -> Bool {
    var level = 0
    while true {
      // A value is due.
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = peek == UInt8(ascii: "{")
        guard outer + level < depth else { return false }
        unsafe at += 1
        skipSpace()
        if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
        unsafe scratch.open[level] = Scratch.Open(isObject: isObject, floor: nameCount)
        level += 1
        if isObject {
          guard let name = unsafe name(), unsafe remember(name, nameCount) else { return false }
        }
        continue
      case UInt8(ascii: "\""): guard unsafe string() != nil else { return false }
      case UInt8(ascii: "-"), 0x30...0x39: guard number() else { return false }
      case UInt8(ascii: "t"): guard word("true") else { return false }
      case UInt8(ascii: "f"): guard word("false") else { return false }
      case UInt8(ascii: "n"): guard word("null") else { return false }
      default: return false
      }
      // A value is read: close what it was the last of.
      while true {
        guard level > 0 else { return true }
        let container = unsafe scratch.open[level - 1]
        skipSpace()
        if take(UInt8(ascii: ",")) {
          skipSpace()
          if container.isObject {
            guard let name = unsafe name(), unsafe remember(name, container.floor) else { return false }
          }
          break
        }
        guard take(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
        nameCount = container.floor
        level -= 1
      }
    }
  }

  /// Keeps a name of the innermost object, whose names begin at `floor`; false when it has the name already, or there are too many.
  mutating func remember(_ name: UnsafeBufferPointer<UInt8>, _ floor: Int) -> Bool {
    guard nameCount < Scratch.names, nameCount - floor < 64 else { return false }
    for index in floor..<nameCount where unsafe EventScanner.same(scratch.names[index], name) { return false }
    unsafe scratch.names[nameCount] = unsafe name
    nameCount += 1
    return true
  }

  /// Reads a name without escapes, its colon, and white space around that.
  mutating func name() -> UnsafeBufferPointer<UInt8>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let first = unsafe at
    // Names are short, and most are ASCII: a byte at a time is faster than eight.
    while peek &- 0x20 < 0x60, peek != UInt8(ascii: "\""), peek != UInt8(ascii: "\\") { unsafe at += 1 }
    if peek != UInt8(ascii: "\"") {
      var isVerbatim = true
      unsafe at = unsafe UTF8Run.end(from: at, to: end, &isVerbatim)
    }
    let name = unsafe UnsafeBufferPointer(start: first, count: at - first)
    guard take(UInt8(ascii: "\"")) else { return nil }
    skipSpace()
    guard take(UInt8(ascii: ":")) else { return nil }
    skipSpace()
    return unsafe name
  }

  /// Reads a number.
  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if peek &- 0x30 < 10 { return false }
    } else if !digits() {
      return false
    }
    if take(UInt8(ascii: ".")), !digits() { return false }
    if peek | 0x20 == UInt8(ascii: "e") {
      unsafe at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    guard peek &- 0x30 < 10 else { return false }
    repeat { unsafe at += 1 } while peek &- 0x30 < 10
    return true
  }

  /// Reads one of the three words.
  mutating func word(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard unsafe end - at >= length, unsafe EventScanner.same(UnsafeBufferPointer(start: at, count: length), word) else { return false }
    unsafe at += length
    return true
  }

  /// The byte that is next, or zero, which stands nowhere in JSON.
  @inline(__always)
  var peek: UInt8 { unsafe at < end ? at.pointee : 0 }

  /// Steps over `byte`, if it is next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    unsafe at += 1
    return true
  }

  @inline(__always)
  mutating func skipSpace() {
    while unsafe at < end {
      switch unsafe at.pointee {
      case 0x20, 0x0A, 0x0D, 0x09: unsafe at += 1
      default: return
      }
    }
  }

  /// Up to eight bytes of the line as one word, the first byte lowest; zero when there are more.
  @inline(__always)
  func packed(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard name.count <= 8, let start = name.baseAddress else { return 0 }
    if unsafe end - start >= 8 {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
      return word & ~(~0 << UInt64(8 * name.count))
    }
    var word: UInt64 = 0
    for index in 0..<name.count { word |= UInt64(unsafe name[index]) << UInt64(8 * index) }
    return word
  }

  static func same(_ a: UnsafeBufferPointer<UInt8>, _ b: StaticString) -> Bool {
    unsafe same(a, UnsafeBufferPointer(start: b.utf8Start, count: b.utf8CodeUnitCount))
  }

  static func same(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where unsafe a[index] != b[index] { return false }
    return true
  }
}
