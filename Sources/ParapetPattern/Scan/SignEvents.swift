/// The signs that a scan found, in memory that is kept from text to text.
@safe
public struct SignEvents: ~Copyable {
  private var base: UnsafeMutablePointer<SignEvent>
  private var capacity = 256
  /// How many there are.
  public private(set) var count = 0

  /// None.
  public init() { unsafe base = .allocate(capacity: capacity) }

  deinit { unsafe base.deallocate() }

  /// The event number `index`.
  public subscript(index: Int) -> SignEvent {
    precondition(index >= 0 && index < count)
    return unsafe base[index]
  }

  /// Forgets all.
  public mutating func removeAll() { count = 0 }

  /// Adds one.
  mutating func append(_ event: SignEvent) {
    if count == capacity { grow() }
    unsafe base[count] = event
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<SignEvent>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}
