/// The mentions of one text, read once for all who ask.
///
/// It belongs to one thread at a time.
public final class MentionReader {
  /// The text, a folded view.
  public let utf8: [UInt8]
  private lazy var pass = MentionScan.mentions(in: utf8)
  /// Every mention that the one pass over digits, names and brackets finds.
  package var numbers: [Mention] { pass.all }
  /// The numbers among them, without what else a mention may hold.
  package var quantities: [PlacedQuantity] { pass.quantities }
  private lazy var places = MentionPlaces(utf8)
  /// The kinds that were asked for, and the mentions of each.
  private var kinds: [MentionKind] = []
  private var known: [[Mention]] = []

  /// A reader of `utf8`, which reads nothing yet.
  public init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// All mentions of `kind`, as `Recognizer.mentions(of:in:)` finds them.
  public func mentions(of kind: MentionKind) -> [Mention] {
    if let place = kinds.firstIndex(of: kind) { return known[place] }
    let mentions = Recognizer.mentions(of: kind, in: utf8, numbers: numbers, places: places)
    kinds.append(kind)
    known.append(mentions)
    return mentions
  }
}

/// A number and where it stands.
package struct PlacedQuantity: Sendable {
  package let quantity: Quantity
  package let range: Range<Int>
}
