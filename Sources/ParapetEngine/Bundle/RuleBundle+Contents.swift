import ParapetEntity
package import ParapetPack
import ParapetRule

extension RuleBundle {
  /// What a bundle holds besides the foresight of its programs. Programs share their rules.
  struct Contents {
    /// The rules of one profile in one channel and one period.
    struct Selection {
      let period: Int
      let profile: String
      let channel: String?
      let version: String
      let digest: String
      /// Its rules and registers, by their places.
      let rules: [Int32]
      let registers: [Int32]
      /// Where its foresight lies behind the contents.
      let foresight: Range<Int>
    }

    /// The first day of each period, and the one behind the last.
    let days: [String]
    let profiles: [ProfileName]
    let replies: [String: LocalizedText]
    let hints: [String: LocalizedText]
    let schemas: [String: [UInt8]]
    private(set) var rules: [Rule] = []
    private(set) var registers: [Register] = []
    private(set) var selections: [Selection] = []
    /// The place of each rule that was added, by what it is in bytes.
    private var places: [[UInt8]: Int32] = [:]
  }
}

extension RuleBundle.Contents {
  init(_ rules: RuleSet?, days: [String]) {
    self.init(
      days: days, profiles: rules?.profileNames ?? [], replies: rules?.replies ?? [:], hints: rules?.hints ?? [:],
      schemas: rules?.schemas ?? [:])
  }

  private init(
    days: [String], profiles: [ProfileName], replies: [String: LocalizedText], hints: [String: LocalizedText], schemas: [String: [UInt8]]
  ) {
    (self.days, self.profiles, self.replies, self.hints, self.schemas) = (days, profiles, replies, hints, schemas)
  }

  /// The period that `day` lies in.
  func period(of day: String) -> Int? {
    guard let last = days.last, day < last else { return nil }
    return days.dropLast().lastIndex { $0 <= day }
  }

  mutating func add(_ effective: EffectiveRules, period: Int, foresight: Range<Int>) {
    selections.append(
      Selection(
        period: period, profile: effective.profile, channel: effective.channel, version: effective.version, digest: effective.digest,
        rules: effective.rules.map { place(of: $0) }, registers: effective.registers.map { place(of: $0) }, foresight: foresight))
  }

  private mutating func place(of rule: Rule) -> Int32 {
    var packed = Packer()
    packed.pack(rule)
    if let known = places[packed.bytes] { return known }
    rules.append(rule)
    places[packed.bytes] = Int32(rules.count - 1)
    return Int32(rules.count - 1)
  }

  private mutating func place(of register: Register) -> Int32 {
    if let known = registers.firstIndex(of: register) { return Int32(known) }
    registers.append(register)
    return Int32(registers.count - 1)
  }

  /// The rules of `profile` in `channel` in one period, and where their foresight lies.
  func effective(profile: String, channel: String?, period: Int) -> (rules: EffectiveRules, foresight: Range<Int>)? {
    guard let selection = selections.first(where: { $0.period == period && $0.profile == profile && $0.channel == channel }) else {
      return nil
    }
    let effective = EffectiveRules(
      profile: profile, version: selection.version, channel: channel, rules: selection.rules.map { rules[Int($0)] },
      texts: (replies, hints), registers: selection.registers.map { registers[Int($0)] }, schemas: schemas, digest: selection.digest)
    return (effective, selection.foresight)
  }
}

extension RuleBundle.Contents: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(days)
    packer.pack(profiles)
    packer.pack(replies)
    packer.pack(hints)
    packer.pack(schemas.count)
    for (path, schema) in schemas.sorted(by: { $0.key < $1.key }) {
      packer.pack(path)
      packer.pack(column: schema)
    }
    packer.pack(rules)
    packer.pack(registers)
    packer.pack(selections)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    let days: [String] = try unpacker.unpack()
    let profiles: [ProfileName] = try unpacker.unpack()
    let replies: [String: LocalizedText] = try unpacker.unpack()
    let hints: [String: LocalizedText] = try unpacker.unpack()
    var schemas: [String: [UInt8]] = [:]
    for _ in 0..<max(0, try unpacker.unpack() as Int) {
      let path: String = try unpacker.unpack()
      schemas[path] = try unpacker.column()
    }
    self.init(days: days, profiles: profiles, replies: replies, hints: hints, schemas: schemas)
    rules = try unpacker.unpack()
    registers = try unpacker.unpack()
    selections = try unpacker.unpack()
    guard
      selections.allSatisfy({
        $0.rules.allSatisfy { rules.indices.contains(Int($0)) } && $0.registers.allSatisfy { registers.indices.contains(Int($0)) }
      })
    else { throw Unreadable() }
  }
}

extension RuleBundle.Contents.Selection: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(period)
    packer.pack(profile)
    packer.pack(channel)
    packer.pack(version)
    packer.pack(digest)
    packer.pack(column: rules)
    packer.pack(column: registers)
    packer.pack(foresight.lowerBound)
    packer.pack(foresight.count)
  }

  init(from unpacker: inout Unpacker) throws(Unreadable) {
    period = try unpacker.unpack()
    profile = try unpacker.unpack()
    channel = try unpacker.unpack()
    version = try unpacker.unpack()
    digest = try unpacker.unpack()
    rules = try unpacker.column()
    registers = try unpacker.column()
    let (start, count): (Int, Int) = (try unpacker.unpack(), try unpacker.unpack())
    guard start >= 0, count >= 0 else { throw Unreadable() }
    foresight = start..<start + count
  }
}

extension ProfileName: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(channels)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    id = try unpacker.unpack()
    channels = try unpacker.unpack()
  }
}
