/// Colours, or none.
public struct Style: Sendable {
  /// Whether ANSI colours are used.
  public let isColored: Bool

  /// A style.
  public init(isColored: Bool) { self.isColored = isColored }

  /// Text without colours.
  public static let plain = Style(isColored: false)

  /// A sign for something that is as it should be, or is not.
  public func marked(_ isWrong: Bool) -> String { isWrong ? red("✗") : green("✓") }

  func bold(_ text: String) -> String { paint("1", text) }
  func dim(_ text: String) -> String { paint("2", text) }
  func red(_ text: String) -> String { paint("31", text) }
  func green(_ text: String) -> String { paint("32", text) }
  func yellow(_ text: String) -> String { paint("33", text) }
  func blue(_ text: String) -> String { paint("34", text) }

  private func paint(_ code: String, _ text: String) -> String { isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
