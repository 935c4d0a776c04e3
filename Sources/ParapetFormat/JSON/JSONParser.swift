extension JSON {
  /// Bounds on what is read.
  public struct Limits: Sendable {
    /// The deepest nesting.
    public var depth: Int
    /// The longest text in bytes.
    public var bytes: Int
    /// Limits from their numbers.
    public init(depth: Int = 128, bytes: Int = 64 << 20) {
      self.depth = depth
      self.bytes = bytes
    }
    /// What `depth` counts for at most: values are walked and freed by recursion, and stacks end.
    public static let deepest = 1_000
  }

  /// Reads one JSON text, strictly: RFC 8259, no duplicate names, no lone surrogates, nothing after the value but white space.
  ///
  /// A depth over `Limits.deepest` counts as that.
  ///
  /// - Throws: `JSONError` with the place of the first fault.
  /// - Complexity: linear in the bytes.
  /// - Source: RFC 8259; RFC 7493 (I-JSON) for duplicate names and surrogates.
  public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      throw JSONError(
        kind: .tooLarge, offset: limits.bytes, message: "the text has more than the \(limits.bytes) bytes allowed",
        zh: "文本超过所允许的 \(limits.bytes) 字节")
    }
    let span = bytes.span
    do {
      _ = try UTF8Span(validating: span)
    } catch {
      throw JSONError(kind: .notUTF8, offset: error.byteOffsets.lowerBound, message: "these bytes are not UTF-8", zh: "这些字节不是 UTF-8")
    }
    self = unsafe try span.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      var parser = unsafe JSONParser(buffer, depth: max(0, min(limits.depth, Limits.deepest)))
      return try parser.text()
    }
  }

  /// Reads one JSON text and names every fault that leaves no doubt what was meant: a name that stands twice, half of a surrogate pair.
  /// The value holds both members and U+FFFD then. Other faults end the reading, are the last, and leave no value.
  ///
  /// - Complexity: linear in the bytes.
  public static func reading(_ bytes: [UInt8], limits: Limits = Limits()) -> (json: JSON?, faults: [JSONError]) {
    do throws(JSONError) {
      return (try JSON(parsing: bytes, limits: limits), [])
    } catch {
      guard error.kind == .duplicateKey || error.kind == .loneSurrogate else { return (nil, [error]) }
    }
    return unsafe bytes.span.withUnsafeBufferPointer { buffer in
      var parser = unsafe JSONParser(buffer, depth: max(0, min(limits.depth, Limits.deepest)), isTolerant: true)
      do throws(JSONError) {
        return (try parser.text(), parser.faults)
      } catch {
        return (nil, parser.faults + [error])
      }
    }
  }
}

/// Reads one text of valid UTF-8. Containers that are open are kept in arrays, not on the call stack.
@safe
struct JSONParser {
  /// An array or object that is being read.
  private struct Open {
    let isObject: Bool
    let start: Int
    /// How many elements or members of outer containers lie below its own.
    let floor: Int
    var name = ""
    var nameRange = 0..<0
  }

  /// INVARIANT: outlives the parser; every index is checked against `count` before it is read.
  let base: UnsafeBufferPointer<UInt8>
  let count: Int
  var at = 0
  private let depth: Int
  /// Whether faults that leave no doubt are gathered instead of thrown.
  private let isTolerant: Bool
  private(set) var faults: [JSONError] = []
  private var open: [Open] = []
  private var elements: [JSON] = []
  private var members: [JSON.Member] = []

  init(_ base: UnsafeBufferPointer<UInt8>, depth: Int, isTolerant: Bool = false) {
    unsafe self.base = unsafe base
    self.isTolerant = isTolerant
    count = base.count
    self.depth = depth
  }

  mutating func text() throws(JSONError) -> JSON {
    if count >= 3, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF {
      throw JSONError(kind: .syntax, offset: 0, message: "a byte order mark stands before the value", zh: "值之前有字节序标记")
    }
    while true {
      // A value is due.
      skipSpace()
      guard at < count else { throw unexpected("a value", "一个值") }
      let start = at
      var value: JSON
      switch byte(at) {
      case UInt8(ascii: "{"):
        guard open.count < depth else { throw tooDeep() }
        at += 1
        open.append(Open(isObject: true, start: start, floor: members.count))
        skipSpace()
        if at == count || byte(at) != UInt8(ascii: "}") {
          try name(orClosed: true)
          continue
        }
        at += 1
        value = try closed()
      case UInt8(ascii: "["):
        guard open.count < depth else { throw tooDeep() }
        at += 1
        open.append(Open(isObject: false, start: start, floor: elements.count))
        skipSpace()
        if at == count || byte(at) != UInt8(ascii: "]") { continue }
        at += 1
        value = try closed()
      case UInt8(ascii: "\""):
        let string = try string()
        value = JSON(.string(string), range: start..<at)
      case UInt8(ascii: "-"), 0x30...0x39:
        let number = try number()
        value = JSON(.number(number), range: start..<at)
      case UInt8(ascii: "t"):
        try word("true")
        value = JSON(.bool(true), range: start..<at)
      case UInt8(ascii: "f"):
        try word("false")
        value = JSON(.bool(false), range: start..<at)
      case UInt8(ascii: "n"):
        try word("null")
        value = JSON(.null, range: start..<at)
      default:
        throw unexpected("a value", "一个值")
      }
      // A value is read: put it where it belongs, and close what it was the last of.
      while let container = open.last {
        if container.isObject {
          members.append(JSON.Member(name: container.name, nameRange: container.nameRange, value: value))
        } else {
          elements.append(value)
        }
        skipSpace()
        let close = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        guard at < count, byte(at) == UInt8(ascii: ",") || byte(at) == close else {
          throw container.isObject
            ? unexpected("`,` or `}` after a member", "成员之后的 `,` 或 `}`") : unexpected("`,` or `]` after an element", "元素之后的 `,` 或 `]`")
        }
        at += 1
        if byte(at - 1) == close {
          value = try closed()
          continue
        }
        if container.isObject {
          skipSpace()
          try name(orClosed: false)
        }
        break
      }
      if open.isEmpty {
        skipSpace()
        guard at == count else { throw unexpected("nothing after the value", "值之后没有内容") }
        return value
      }
    }
  }

  /// Reads a member's name and its colon into the innermost container.
  private mutating func name(orClosed mayClose: Bool) throws(JSONError) {
    let start = at
    guard at < count, byte(at) == UInt8(ascii: "\"") else {
      throw mayClose ? unexpected("a name in quotes or `}`", "带引号的名称或 `}`") : unexpected("a name in quotes", "带引号的名称")
    }
    let name = try string()
    open[open.count - 1].name = name
    open[open.count - 1].nameRange = start..<at
    skipSpace()
    guard at < count, byte(at) == UInt8(ascii: ":") else { throw unexpected("`:` after a name", "名称之后的 `:`") }
    at += 1
  }

  /// Ends the innermost container, whose closing byte has been read.
  private mutating func closed() throws(JSONError) -> JSON {
    guard let container = open.popLast() else { throw unexpected("a value", "一个值") }
    if container.isObject {
      let own = Array(members[container.floor...])
      members.removeLast(own.count)
      for twice in JSONParser.duplicates(in: own) {
        try report(
          JSONError(
            kind: .duplicateKey, offset: twice.nameRange.lowerBound, message: "this name stands twice in its object", zh: "此名称在所属对象中出现两次"))
      }
      return JSON(.object(own), range: container.start..<at)
    }
    let own = Array(elements[container.floor...])
    elements.removeLast(own.count)
    return JSON(.array(own), range: container.start..<at)
  }

  /// The members whose name an earlier one has. Few are compared pair by pair, many through a hash that is seeded anew in every process,
  /// so that nobody can choose names that collide.
  private static func duplicates(in members: [JSON.Member]) -> [JSON.Member] {
    if members.count <= 12 {
      return members.indices.filter { index in members[..<index].contains { sameBytes($0.name, members[index].name) } }.map { members[$0] }
    }
    var names = Set<ByteKey>(minimumCapacity: members.count)
    return members.filter { !names.insert(ByteKey($0.name)).inserted }
  }

  /// Throws a fault, or gathers it.
  mutating func report(_ fault: JSONError) throws(JSONError) {
    guard isTolerant else { throw fault }
    faults.append(fault)
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { unsafe base[index] }

  @inline(__always)
  private mutating func skipSpace() {
    while at < count {
      switch byte(at) {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }
}
