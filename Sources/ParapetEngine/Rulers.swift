import ParapetText

/// Rulers for the texts of an event by number, each made when it is first asked for: to count from the beginning for every place is to read
/// a text as often as there are places.
final class Rulers {
  private var known: [Int: TextRuler] = [:]

  /// A stretch of the text of this number, in all the ways of counting.
  func span(_ range: Range<Int>, of number: Int, _ text: Text) -> TextSpan {
    if let ruler = known[number] { return ruler.span(range) }
    let ruler = TextRuler(text)
    known[number] = ruler
    return ruler.span(range)
  }

  /// Forgets all texts.
  func removeAll() { known = [:] }
}
