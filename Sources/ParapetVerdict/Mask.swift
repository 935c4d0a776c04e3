/// How a value is hidden.
public struct Mask: Sendable, Equatable {
  /// Unicode scalars shown at the start.
  public var keepFirst: Int
  /// Unicode scalars shown at the end.
  public var keepLast: Int
  /// What stands for each hidden scalar.
  public var with: String
  /// What stands for the whole value, whatever its length; nil to hide scalar by scalar.
  public var replacement: String?

  /// Hides everything, one star a scalar.
  public static let full = Mask(keepFirst: 0, keepLast: 0, with: "*", replacement: nil)

  /// A mask from its parts.
  public init(keepFirst: Int, keepLast: Int, with: String, replacement: String?) {
    self.keepFirst = keepFirst
    self.keepLast = keepLast
    self.with = with
    self.replacement = replacement
  }

  /// Whether scalar `index` of `count` stays visible: none does when the mask would show the whole value.
  public func shows(_ index: Int, of count: Int) -> Bool {
    keepFirst + keepLast < count && (index < keepFirst || index >= count - keepLast)
  }

  /// `value`, hidden.
  public func apply(to value: String) -> String {
    if let replacement { return replacement }
    let bytes = value.utf8.span
    let star = with.utf8.span
    var count = 0
    for place in bytes.indices where bytes[place] & 0xC0 != 0x80 { count &+= 1 }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count &* max(1, star.count))
    var index = -1
    var isShown = false
    for place in bytes.indices {
      let byte = bytes[place]
      if byte & 0xC0 != 0x80 {
        index &+= 1
        isShown = shows(index, of: count)
        if !isShown { for place in star.indices { result.append(star[place]) } }
      }
      if isShown { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
