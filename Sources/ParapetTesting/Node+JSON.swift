import ParapetFormat
import ParapetRule

extension Node {
  /// The JSON that somebody means who writes this under `facts`, `args` or `session`.
  ///
  /// What is written without quotes and reads as a JSON number, `true`, `false` or `null` is that; `000001`, `off` and `2026-11-21`
  /// are no JSON and stay text, and so does everything in quotes.
  var json: JSON {
    switch kind {
    case .scalar(let text, .plain):
      switch text {
      case "null": JSON(.null)
      case "true", "false": JSON(.bool(text == "true"))
      case _ where Node.isNumber(text): JSON(.number(text))
      default: JSON(.string(text))
      }
    case .scalar(let text, _): JSON(.string(text))
    case .sequence(let items): JSON(.array(items.map(\.json)))
    case .mapping(let entries): JSON(.object(entries.map { JSON.Member(name: $0.name, value: $0.value.json) }))
    case .unreadable: JSON(.null)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      let read = try? JSON(parsing: Array(text.utf8)), case .number = read.value
    else { return false }
    return true
  }
}
