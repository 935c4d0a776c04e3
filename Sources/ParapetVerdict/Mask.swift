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
    let scalars = value.unicodeScalars
    let count = scalars.count
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if shows(index, of: count) { result.unicodeScalars.append(scalar) } else { result += with }
    }
    return result
  }
}
