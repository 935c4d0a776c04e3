/// The signs that a scan found, in memory that is kept from text to text.
@safe
public struct SignEvents: ~Copyable {
  private var base: UnsafeMutablePointer<SignEvent>
  private var capacity = 256
  /// How many there are.
  public private(set) var count = 0
  /// For each literal, the number of the last text in which it was seen.
  private var seen: [UInt32] = []
  private var text: UInt32 = 1

  /// None.
  public init() { unsafe base = .allocate(capacity: capacity) }

  deinit { unsafe base.deallocate() }

  /// The event number `index`.
  public subscript(index: Int) -> SignEvent {
    precondition(index >= 0 && index < count)
    return unsafe base[index]
  }

  /// Forgets all.
  public mutating func removeAll() {
    count = 0
    if text == .max {
      for index in seen.indices { seen[index] = 0 }
      text = 0
    }
    text += 1
  }

  /// Whether a literal is asked for the first time since all was forgotten.
  mutating func isFirst(_ literal: Int) -> Bool {
    if literal >= seen.count { seen += Array(repeating: 0, count: literal + 1 - seen.count + seen.count / 2) }
    if seen[literal] == text { return false }
    seen[literal] = text
    return true
  }

  /// Adds one.
  mutating func append(_ event: SignEvent) {
    if count == capacity { grow() }
    unsafe base[count] = event
    count &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<SignEvent>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}
