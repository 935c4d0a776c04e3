import ParapetRule

/// Reads one event from a line. Every read is checked against the end of the line first.
///
/// A false result says that the line is not taken, not why.
@safe
struct EventScanner: ~Copyable {
  /// What was found. Pieces are parts of the line.
  @safe
  struct Found {
    var stage = Stage.output
    var id: UnsafeBufferPointer<UInt8>?
    var rawText: UnsafeBufferPointer<UInt8>?
    var channel: UnsafeBufferPointer<UInt8>?
    var purpose: UnsafeBufferPointer<UInt8>?
    var format: UnsafeBufferPointer<UInt8>?
    var traceID: UnsafeBufferPointer<UInt8>?
    var textCount = 0
    var isVerbatim = false
    var otherFactCount = 0
    var bodyCount = 0
  }

  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var at: UnsafePointer<UInt8>
  /// Where the text goes; there is room for the whole line.
  let text: UnsafeMutablePointer<UInt8>
  let scratch: Scratch
  let depth: Int
  /// Names in objects that are open.
  var nameCount = 0
  var found = Found()

  @unsafe
  init(_ start: UnsafePointer<UInt8>, count: Int, text: UnsafeMutablePointer<UInt8>, scratch: Scratch, depth: Int) {
    unsafe self.start = unsafe start
    unsafe end = unsafe start + count
    unsafe at = unsafe start
    unsafe self.text = unsafe text
    self.scratch = scratch
    self.depth = min(depth, Scratch.depth)
  }

  /// Keys of an event, by their bytes, the first byte lowest.
  private enum Key: UInt64, CaseIterable {
    case id = 0x64_69  // "id"
    case stage = 0x65_67_61_74_73  // "stage"
    case text = 0x74_78_65_74  // "text"
    case facts = 0x73_74_63_61_66  // "facts"
    case meta = 0x61_74_65_6D  // "meta"

    var bit: UInt8 {
      switch self {
      case .id: 1
      case .stage: 2
      case .text: 4
      case .facts: 8
      case .meta: 16
      }
    }
  }

  /// Reads the line: an object with a stage and a text, and perhaps an id, facts and meta.
  mutating func event() -> Bool {
    guard depth > 0 else { return false }
    skipSpace()
    guard take(UInt8(ascii: "{")) else { return false }
    skipSpace()
    var seen: UInt8 = 0
    while true {
      guard let name = unsafe name(), let key = Key(rawValue: unsafe packed(name)), seen & key.bit == 0 else { return false }
      seen |= key.bit
      guard member(key) else { return false }
      skipSpace()
      if take(UInt8(ascii: ",")) {
        skipSpace()
        continue
      }
      found.bodyCount = unsafe at - start
      guard take(UInt8(ascii: "}")) else { return false }
      break
    }
    skipSpace()
    return unsafe at == end && seen & 6 == 6
  }

  private mutating func member(_ key: Key) -> Bool {
    switch key {
    case .id: id()
    case .stage: stage()
    case .text: eventText()
    case .facts: facts()
    case .meta: meta()
    }
  }

  private mutating func id() -> Bool {
    if peek == UInt8(ascii: "n") { return word("null") }
    guard let string = unsafe string(), string.isVerbatim else { return false }
    unsafe found.id = unsafe string.raw
    return true
  }

  private mutating func stage() -> Bool {
    guard let string = unsafe string(), !string.hasEscape, let stage = unsafe stage(string.raw) else { return false }
    found.stage = stage
    return true
  }

  private func stage(_ name: UnsafeBufferPointer<UInt8>) -> Stage? {
    switch name.count {
    case 5: unsafe EventScanner.same(name, "input") ? .input : nil
    case 6: unsafe EventScanner.same(name, "output") ? .output : nil
    case 9: unsafe EventScanner.same(name, "retrieval") ? .retrieval : EventScanner.same(name, "tool-call") ? .toolCall : nil
    case 11: unsafe EventScanner.same(name, "tool-result") ? .toolResult : nil
    default: nil
    }
  }

  private mutating func eventText() -> Bool {
    guard let string = unsafe string(into: text) else { return false }
    unsafe found.rawText = unsafe string.raw
    found.textCount = string.count
    found.isVerbatim = string.isVerbatim
    return true
  }

  /// An object of facts: strings called channel, purpose and format are kept, and the names of all others.
  private mutating func facts() -> Bool {
    let floor = nameCount
    guard depth > 1, take(UInt8(ascii: "{")) else { return false }
    skipSpace()
    if take(UInt8(ascii: "}")) { return true }
    while true {
      guard let name = unsafe name(), unsafe remember(name, floor) else { return false }
      switch unsafe packed(name) {
      case 0x6C_65_6E_6E_61_68_63:  // "channel"
        guard let string = unsafe string(), string.isVerbatim, !string.hasEscape else { return false }
        unsafe found.channel = unsafe string.raw
      case 0x65_73_6F_70_72_75_70:  // "purpose"
        guard let string = unsafe string(), !string.hasEscape else { return false }
        unsafe found.purpose = unsafe string.raw
      case 0x74_61_6D_72_6F_66:  // "format"
        guard let string = unsafe string(), !string.hasEscape else { return false }
        unsafe found.format = unsafe string.raw
      default:
        guard found.otherFactCount < Scratch.facts, value(under: 2) else { return false }
        unsafe scratch.otherFacts[found.otherFactCount] = unsafe name
        found.otherFactCount += 1
      }
      skipSpace()
      if take(UInt8(ascii: ",")) {
        skipSpace()
        continue
      }
      nameCount = floor
      return take(UInt8(ascii: "}"))
    }
  }

  /// An object that is carried along; a `traceparent` is kept.
  private mutating func meta() -> Bool {
    let floor = nameCount
    guard depth > 1, take(UInt8(ascii: "{")) else { return false }
    skipSpace()
    if take(UInt8(ascii: "}")) { return true }
    while true {
      guard let name = unsafe name(), unsafe remember(name, floor) else { return false }
      if peek == UInt8(ascii: "\""), unsafe EventScanner.same(name, "traceparent") {
        guard let string = unsafe string(), !string.hasEscape else { return false }
        unsafe found.traceID = unsafe EventScanner.traceID(in: string.raw)
      } else if !value(under: 2) {
        return false
      }
      skipSpace()
      if take(UInt8(ascii: ",")) {
        skipSpace()
        continue
      }
      nameCount = floor
      return take(UInt8(ascii: "}"))
    }
  }

  /// The second field of a `traceparent` of four fields or more, when it is 32 hexadecimal digits in lower case.
  ///
  /// - Source: W3C Trace Context, section 3.2.2.
  private static func traceID(in parent: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let dash = UInt8(ascii: "-")
    guard let first = unsafe parent.firstIndex(of: dash), first + 33 < parent.count, unsafe parent[first + 33] == dash else { return nil }
    let field = unsafe UnsafeBufferPointer(rebasing: parent[first + 1..<first + 33])
    for index in 0..<32 {
      let byte = unsafe field[index]
      guard byte &- 0x30 < 10 || byte &- 0x61 < 6 else { return nil }
    }
    for index in (first + 34)..<parent.count where unsafe parent[index] == dash { return unsafe field }
    return nil
  }
}
