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
    let bytes = Array(value.utf8)
    let count = bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 &+ 1 }
    let star = Array(with.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count &* max(1, star.count))
    var index = -1
    var isShown = false
    for byte in bytes {
      if byte & 0xC0 != 0x80 {
        index &+= 1
        isShown = shows(index, of: count)
        if !isShown { result += star }
      }
      if isShown { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
