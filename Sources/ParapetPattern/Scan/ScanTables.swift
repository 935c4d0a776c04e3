/// Everything that a scan reads, in memory that stays in one place: nothing of it is counted or checked again on the way through a text.
///
/// Nobody writes to what it points to once it is made.
@safe
struct ScanTables {
  /// The filters of grams that begin in ASCII and outside it: words, and what is left of a hash as the number of one.
  let narrow: UnsafePointer<UInt64>
  let narrowMask: Int
  /// The bytes of a gram of ASCII.
  let narrowBytes: UInt64
  let wide: UnsafePointer<UInt64>
  let wideMask: Int
  /// What pairs of ASCII bytes say, and whether they speak of grams.
  let pairs: UnsafePointer<PairTable.Entry>
  let pairsHoldGrams: Bool
  /// What is known of characters of three bytes.
  let threes: UnsafePointer<ThreeTable.Entry>
  /// The characters that are literals by themselves, how many stand before each word of `singles`, and the literals of all.
  let hasSingles: Bool
  let singles: UnsafePointer<UInt64>
  let singleRanks: UnsafePointer<Int32>
  let singleLiterals: UnsafePointer<Int32>

  let heads: UnsafePointer<Int32>
  let headShift: UInt64
  let entries: UnsafePointer<GramEntry>
  let literals: UnsafePointer<Literal>
  let pool: UnsafePointer<UInt8>

  let shortFilter: UnsafePointer<ShortLiterals.Filter>
  let shortHeads: UnsafePointer<Int32>
  let shortItems: UnsafePointer<ShortLiterals.Item>
  let hasBytes: Bool
  let bytes: UnsafePointer<Int32>

  let digits: UnsafePointer<ShapeSigns.Sign>
  let told: UnsafePointer<Int32>
  let toldStarts: UnsafePointer<Int32>
  let kinds: UnsafePointer<UInt8>
  let spacedDigits: UnsafeBufferPointer<ShapeSigns.Sign>
  let tokens: UnsafeBufferPointer<ShapeSigns.Sign>
  let ats: UnsafeBufferPointer<Int32>

  let owners: UnsafePointer<Int32>
  let ownerStarts: UnsafePointer<Int32>

  /// A literal with a gram: where its bytes lie in `pool`, and its owners in `owners`.
  struct Literal: BitwiseCopyable {
    let start: Int32
    let count: Int32
    let owners: Int32
    let endOfOwners: Int32
  }

  init(grams: GramTable, shapes: ShapeSigns, short: ShortLiterals, owners: OwnerLists) {
    (narrowMask, wideMask, headShift) = (max(0, grams.narrow.count - 1), max(0, grams.wide.count - 1), grams.headShift)
    narrowBytes = .max >> UInt64(64 - 8 * grams.narrowLength)
    unsafe (narrow, wide) = (Self.kept(grams.narrow, else: 0), Self.kept(grams.wide, else: 0))
    let table = PairTable(
      grams: grams.entries.lazy.map(\.key).filter { $0 & 0x8080_8080 == 0 }, literals: short.literals.map(\.literal),
      bytes: short.bytes.indices.filter { short.bytes[$0] >= 0 } + (shapes.ats.isEmpty ? [] : [0x40]))
    pairsHoldGrams = table.holdsGrams
    unsafe pairs = Self.kept(table.entries)
    let wides = grams.entries.lazy.map(\.key).filter { $0 & 0xF000_00F0 == 0xE000_00E0 }
    unsafe threes = ThreeTable.made(grams: Array(wides), literals: grams.singleCodes + short.longHeads)
    hasSingles = !grams.singles.isEmpty
    unsafe (singles, singleRanks) = (Self.kept(grams.singles), Self.kept(grams.singleRanks))
    unsafe singleLiterals = Self.kept(grams.singleLiterals)
    unsafe heads = Self.kept(grams.heads)
    let pool = unsafe Self.kept(grams.pool + [UInt8](repeating: 0, count: 8))
    unsafe entries = Self.kept(grams.entries.map { unsafe GramEntry($0, of: grams.literals[Int($0.literal)], in: pool) })
    unsafe self.pool = pool
    unsafe literals = Self.kept(
      grams.literals.map {
        Literal(start: $0.start, count: $0.count, owners: owners.starts[Int($0.number)], endOfOwners: owners.starts[Int($0.number) + 1])
      })
    hasBytes = !short.bytes.isEmpty
    unsafe (shortFilter, shortHeads) = (Self.kept(short.filter), Self.kept(short.heads))
    unsafe (shortItems, bytes) = (Self.kept(short.listed), Self.kept(short.bytes))
    unsafe (digits, told) = (Self.kept(shapes.digits), Self.kept(shapes.told))
    unsafe (toldStarts, kinds) = (Self.kept(shapes.starts), Self.kept(shapes.kindOf))
    unsafe (spacedDigits, tokens) = (Self.keptAll(shapes.spacedDigits), Self.keptAll(shapes.tokens))
    unsafe ats = Self.keptAll(shapes.ats)
    unsafe (self.owners, ownerStarts) = (Self.kept(owners.all), Self.kept(owners.starts))
  }

  /// Gives the memory back; nothing may be read after it.
  func deallocate() {
    unsafe narrow.deallocate()
    unsafe wide.deallocate()
    unsafe threes.deallocate()
    unsafe pairs.deallocate()
    unsafe singles.deallocate()
    unsafe singleRanks.deallocate()
    unsafe singleLiterals.deallocate()
    unsafe heads.deallocate()
    unsafe entries.deallocate()
    unsafe literals.deallocate()
    unsafe pool.deallocate()
    unsafe shortFilter.deallocate()
    unsafe shortHeads.deallocate()
    unsafe shortItems.deallocate()
    unsafe bytes.deallocate()
    unsafe digits.deallocate()
    unsafe told.deallocate()
    unsafe toldStarts.deallocate()
    unsafe kinds.deallocate()
    unsafe spacedDigits.deallocate()
    unsafe tokens.deallocate()
    unsafe ats.deallocate()
    unsafe owners.deallocate()
    unsafe ownerStarts.deallocate()
  }

  private static func keptAll<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    unsafe UnsafeBufferPointer(start: kept(elements), count: elements.count)
  }

  private static func kept<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    // All at once: element by element a build for debugging takes milliseconds.
    unsafe elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe memory.initialize(from: start, count: source.count) }
    }
    return unsafe UnsafePointer(memory)
  }

  private static func kept<Element: BitwiseCopyable>(_ elements: [Element], else element: Element) -> UnsafePointer<Element> {
    unsafe kept(elements.isEmpty ? [element] : elements)
  }
}
