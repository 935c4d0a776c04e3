import ParapetPattern
import ParapetText

/// What stands in one folded form of one part: where patterns may begin to match, and which phrases are there.
///
/// It keeps its memory from event to event.
final class Sight {
  /// The folded text.
  private(set) var view: View
  /// The views of the program that are this one.
  private(set) var views: UInt64 = 0
  /// Whether signs may be missed: then every pattern is tried everywhere.
  private(set) var isBlind = false

  private let signs: ClauseSigns

  init(_ plan: SignPlan) {
    view = Sight.nothing
    signs = ClauseSigns(plan)
  }

  /// Begins anew with another text.
  func begin(_ view: consuming View, views: UInt64, isBlind: Bool) {
    self.view = view
    self.views = views
    self.isBlind = isBlind
    signs.removeAll()
  }

  /// Lets go of the text.
  func end() { view = Sight.nothing }

  private static let nothing = Text("").view([])

  /// Adds another view of the program that comes to the same text.
  func add(view number: Int) { views |= 1 << UInt64(number) }

  /// Sorts the `events` of `text`, the folded text, by what they say, and adds the rules that have something to look at to `triggers`.
  /// `wants` says of each clause whether it looks at this event at all.
  @inline(never)
  func read(_ events: borrowing SignEvents, _ plan: SignPlan, of text: [UInt8], wants: [Bool], into triggers: inout Triggers) {
    signs.read(events, plan, views: views, of: text, wants: wants, into: &triggers)
  }

  /// Whether a clause has anything to look at here.
  func hasSign(of clause: Int) -> Bool { signs.hasSign(of: clause) }

  /// Puts where the pattern of `clause` may begin to match into `ranges`, in order and apart from each other.
  func windows(of clause: Int, into ranges: inout [Range<Int>]) { signs.windows(of: clause, into: &ranges) }

  /// Puts where the phrases of `clause` stand into `ranges`.
  func phrases(of clause: Int, into ranges: inout [Range<Int>]) { signs.phrases(of: clause, into: &ranges) }
}
