import ParapetEntity
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

  private let signs = ClauseSigns()
  /// What is mentioned in the text, read in lower case and as it is, when somebody has asked.
  private var readers: (lowered: MentionReader?, plain: MentionReader?)

  init() { view = Sight.nothing }

  /// Begins anew with another text.
  func begin(_ view: consuming View, views: UInt64, isBlind: Bool) {
    self.view = view
    self.views = views
    self.isBlind = isBlind
    readers = (nil, nil)
    signs.removeAll()
  }

  /// Lets go of the text.
  func end() {
    view = Sight.nothing
    readers = (nil, nil)
  }

  /// The mentions of the text, the bytes of which are `bytes` for those who read it in lower case, or not.
  func reader(isLowered: Bool, _ bytes: () -> [UInt8]) -> MentionReader {
    if let known = isLowered ? readers.lowered : readers.plain { return known }
    let reader = MentionReader(bytes())
    if isLowered { readers.lowered = reader } else { readers.plain = reader }
    return reader
  }

  private static let nothing = Text("").view([])

  /// Adds another view of the program that comes to the same text.
  func add(view number: Int) { views |= 1 << UInt64(number) }

  /// Sorts the `events` of `text`, the folded text, by what they say, and adds the rules that have something to look at to `triggers`.
  /// `wants` says of each clause whether it looks at this event at all, and `marks` is scratch memory.
  @inline(never)
  func read(
    _ events: borrowing SignEvents, _ plan: SignPlan, of text: [UInt8], wants: [Bool], _ marks: inout SignMarks,
    into triggers: inout Triggers
  ) {
    signs.read(events, plan, views: views, of: text, wants: wants, &marks, into: &triggers)
  }

  /// Whether a clause has anything to look at here.
  func hasSign(of clause: Int) -> Bool { signs.hasSign(of: clause) }

  /// Puts where the pattern of `clause` may begin to match into `ranges`, in order and apart from each other.
  func windows(of clause: Int, into ranges: inout [Range<Int>]) { signs.windows(of: clause, into: &ranges) }

  /// Puts where the phrases of `clause` stand into `ranges`.
  func phrases(of clause: Int, into ranges: inout [Range<Int>]) { signs.phrases(of: clause, into: &ranges) }
}
