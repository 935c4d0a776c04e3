import ParapetEntity

/// The identifiers of the evidence, found by what a claim must have in common with one to be the same: answers and evidence may name
/// thousands of them.
final class KeyIndex {
  /// The first of each, in the order of the evidence.
  private let keys: [MentionKind: [KeyEvidence]]
  /// Their places in those lists, by what they have in common with claims.
  private var tagged: [MentionKind: [[UInt8]: [Int]]] = [:]
  /// The first key of each issuer or law, in order.
  private var heads: [MentionKind: [(head: [UInt8], place: Place)]] = [:]
  /// What was found for an issuer or a law, since claims name few of them.
  private var closest: [MentionKind: [[UInt8]: Place?]] = [:]
  /// Which laws the evidence names.
  private var named: [[UInt8]: Bool] = [:]
  /// Where the first figures stand that begin with so many bytes, by these.
  private var beginnings: [Int: [[UInt8]: Place]] = [:]

  init(_ all: [KeyEvidence]) {
    var known: [MentionKind: Set<[UInt8]>] = [:]
    keys = Dictionary(grouping: all.filter { known[$0.kind, default: []].insert($0.key).inserted }, by: \.kind)
    for (kind, keys) in keys {
      var tags: [[UInt8]: [Int]] = [:]
      var headsSeen: Set<[UInt8]> = []
      for (place, key) in keys.enumerated() {
        for tag in Self.tags(kind, key.key) { tags[tag, default: []].append(place) }
        let head = Self.head(kind, key.key)
        if headsSeen.insert(head).inserted { heads[kind, default: []].append((head, key.place)) }
      }
      tagged[kind] = tags
    }
  }

  /// Where the first identifier of a kind stands that is close enough.
  func first(_ kind: MentionKind, where isClose: (KeyEvidence) -> Bool = { _ in true }) -> Place? {
    keys[kind]?.first(where: isClose)?.place
  }

  /// Those that may be the same as `key`, in order.
  func candidates(_ kind: MentionKind, for key: [UInt8]) -> [KeyEvidence] {
    guard let all = keys[kind] else { return [] }
    // What is called an article without a number may be part of any.
    if kind == .lawArticle, LawTitle.number(LawTitle.split(key).article).isEmpty { return all }
    let places = Set(Self.tags(kind, key).flatMap { tagged[kind]?[$0] ?? [] })
    return places.sorted().map { all[$0] }
  }

  /// The first identifier of an issuer or a law that is like that of `key`.
  func closest(_ kind: MentionKind, to key: [UInt8], _ isLike: ([UInt8], [UInt8]) -> Bool) -> Place? {
    let head = Self.head(kind, key)
    if let known = closest[kind]?[head] { return known }
    let place = heads[kind]?.first { isLike(head, $0.head) }?.place
    closest[kind, default: [:]][head] = .some(place)
    return place
  }

  /// Whether a law is named, as `look` finds out when it is first asked.
  func isNamed(_ title: [UInt8], _ look: ([UInt8]) -> Bool) -> Bool {
    if let known = named[title] { return known }
    let isNamed = look(title)
    named[title] = isNamed
    return isNamed
  }

  /// The first figure that begins with `code`, as `read` finds those of a length out when one is first asked for.
  func figure(beginningWith code: [UInt8], _ read: (Int) -> [[UInt8]: Place]) -> Place? {
    if let known = beginnings[code.count] { return known[code] }
    let places = read(code.count)
    beginnings[code.count] = places
    return places[code]
  }

  // MARK: What they have in common

  /// The number of a document or an article, the digits of a code, the last five of a telephone number, or a host.
  private static func tags(_ kind: MentionKind, _ key: [UInt8]) -> [[UInt8]] {
    switch kind {
    case .documentNumber: [Array(document(key).number)]
    case .lawArticle: [Array(LawTitle.number(LawTitle.split(key).article))]
    case .securityCode: [Array(security(key).code)]
    default: [key.suffix(5), EvidenceIndex.host(key)].map(Array.init)
    }
  }

  /// The issuer of a document, or the title of the law of an article.
  private static func head(_ kind: MentionKind, _ key: [UInt8]) -> [UInt8] {
    switch kind {
    case .documentNumber: Array(document(key).issuer)
    case .lawArticle: Array(LawTitle.split(key).title)
    default: []
    }
  }

  /// Who issued a document, and its year and number.
  static func document(_ key: [UInt8]) -> (issuer: ArraySlice<UInt8>, number: ArraySlice<UInt8>) {
    let bracket = key.firstIndex(of: 0x28) ?? key.endIndex
    return (key[..<bracket], key[bracket...])
  }

  /// The market of a code, where it names one, and its digits.
  static func security(_ key: [UInt8]) -> (market: ArraySlice<UInt8>, code: ArraySlice<UInt8>) {
    let colon = key.firstIndex(of: 0x3A)
    return (key[..<(colon ?? 0)], key[(colon.map { $0 + 1 } ?? 0)...])
  }
}
