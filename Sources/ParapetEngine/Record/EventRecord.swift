public import ParapetFormat
public import ParapetRule

/// One line of NDJSON, read into memory that is used again for the next.
///
/// It reads what most events are: an id, a stage, a text, facts and meta. Such a line is validated as strictly as `Event(parsing:)`
/// does it, in one pass, without allocating. What it does not take (a conversation, a tool call, context, a session, an escape in a
/// name or in a fact that rules read, and whatever is wrong) is for `Event(parsing:)`, which also says what is wrong.
///
/// INVARIANT: until the next read, the line that was read last stays where it is: the pieces point into it.
@safe
public final class EventRecord {
  /// How many bytes of zero follow the text.
  public static let tail = 32

  /// Whether the last line was read.
  public private(set) var isRead = false

  private var found = EventScanner.Found()
  private let scratch = EventScanner.Scratch()
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 4096

  /// A record that has read nothing.
  public init() { unsafe buffer = .allocate(capacity: capacity) }

  deinit { unsafe buffer.deallocate() }

  /// Reads `line`, and says whether it is an event of this kind.
  ///
  /// - Complexity: linear in the bytes.
  /// - Source: RFC 8259; RFC 7493 for duplicate names and surrogates.
  @unsafe @discardableResult
  public func read(_ line: UnsafeBufferPointer<UInt8>, limits: JSON.Limits = JSON.Limits()) -> Bool {
    isRead = false
    guard let start = line.baseAddress, line.count <= limits.bytes else { return false }
    reserve(line.count)
    var scanner = unsafe EventScanner(start, count: line.count, text: buffer, scratch: scratch, depth: limits.depth)
    guard scanner.event() else { return false }
    found = scanner.found
    endText()
    isRead = true
    return true
  }

  /// Puts `text` in the place of the text that was read; false when it is not UTF-8.
  @unsafe
  public func replaceText(with text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isRead, (try? UTF8Span(validating: unsafe Span(_unsafeElements: text))) != nil else { return false }
    reserve(text.count)
    if let start = text.baseAddress { unsafe buffer.update(from: start, count: text.count) }
    found.textCount = text.count
    found.isVerbatim = false
    endText()
    return true
  }

  private func reserve(_ count: Int) {
    guard capacity < count + EventRecord.tail else { return }
    unsafe buffer.deallocate()
    capacity = max(2 * capacity, count + EventRecord.tail)
    unsafe buffer = .allocate(capacity: capacity)
  }

  private func endText() { unsafe (buffer + found.textCount).initialize(repeating: 0, count: EventRecord.tail) }
}

/// What was read. Pieces are valid until the next read.
extension EventRecord {
  /// Where in the life of a request the event stands.
  public var stage: Stage { found.stage }

  /// The text, unescaped, with `tail` bytes of zero behind it.
  @unsafe public var text: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: buffer, count: found.textCount) }

  /// The text as it stood between its quotes, where `JSONWriter` would escape it the same way; else nil.
  @unsafe public var verbatimText: UnsafeBufferPointer<UInt8>? { unsafe found.isVerbatim ? found.rawText : nil }

  /// The id as it stood between its quotes, or nil. `JSONWriter` would escape it the same way.
  @unsafe public var id: UnsafeBufferPointer<UInt8>? { unsafe found.id }

  /// The fact `channel`, a string without escapes, or nil.
  @unsafe public var channel: UnsafeBufferPointer<UInt8>? { unsafe found.channel }

  /// The fact `purpose`, a string without escapes, or nil.
  @unsafe public var purpose: UnsafeBufferPointer<UInt8>? { unsafe found.purpose }

  /// The fact `format`, a string without escapes, or nil.
  @unsafe public var format: UnsafeBufferPointer<UInt8>? { unsafe found.format }

  /// The trace id of the `traceparent` in `meta`, or nil.
  @unsafe public var traceID: UnsafeBufferPointer<UInt8>? { unsafe found.traceID }

  /// Whether there are no facts but channel, purpose and format.
  public var isPlain: Bool { isRead && found.otherFactCount == 0 }

  /// How many facts there are besides channel, purpose and format.
  public var otherFactCount: Int { found.otherFactCount }

  /// The name of one of these facts, without escapes. A rule may mean it by its whole name or by what stands before the first dot.
  @unsafe public func otherFact(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < otherFactCount)
    return unsafe scratch.otherFacts[index]
  }

  /// How many bytes of the line come before the brace that closes the event.
  public var bodyCount: Int { found.bodyCount }
}
