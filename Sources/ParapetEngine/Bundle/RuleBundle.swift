import ParapetEntity
package import ParapetPack
import ParapetPattern
public import ParapetRule

/// A rule set as it judges, in bytes: its rules without their examples, and what compiling them finds out.
///
/// Reading it takes a few milliseconds where reading the files takes hundreds. It speaks for certain days, and for the engine and the PCRE2
/// that made it; to all others it is nothing. Programs that come of it give the same verdicts, byte for byte.
public struct RuleBundle: Sendable {
  /// The profiles, with the channels that each tunes.
  public let profiles: [ProfileName]

  private let contents: Contents
  /// The period that the day lies in.
  private let period: Int
  private let tail: @Sendable (Range<Int>) -> PackedBytes?

  /// Reads a bundle for judging as of `day` (`YYYY-MM-DD`), or nil when there is none for it. `head` is its first part as it was written, and
  /// `tail` reads a range of the rest.
  public init?(head: [UInt8], day: String, tail: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.init(head: PackedBytes(head), day: day) { tail($0).map { PackedBytes($0) } }
  }

  /// The same, from memory that is not copied.
  package init?(head: PackedBytes, day: String, tail: @escaping @Sendable (Range<Int>) -> PackedBytes?) {
    var unpacker = Unpacker(head)
    guard let maker = try? unpacker.unpack() as String, maker == RuleBundle.maker, let contents = try? unpacker.unpack() as Contents,
      let period = contents.period(of: day)
    else { return nil }
    self.contents = contents
    self.period = period
    self.tail = tail
    profiles = contents.profiles
  }

  /// A rule set as it was decoded for the days from `day` on.
  public typealias Period = (day: String, rules: RuleSet)

  /// The bundle of one rule set in several periods, of which each ends where the next begins, and the last before `end`: its first part, and
  /// the rest.
  ///
  /// - Throws: `RuleErrors` when a profile cannot be compiled.
  public static func pack(_ periods: [Period], end: String) throws(RuleErrors) -> (head: [UInt8], tail: [UInt8]) {
    var contents = Contents(periods.last?.rules, days: periods.map(\.day) + [end])
    var tail = Packer()
    var places: [[UInt8]: Range<Int>] = [:]
    var options = Program.Options()
    options.shelf = PatternShelf()
    for (number, period) in periods.enumerated() {
      for profile in contents.profiles {
        for channel in [nil] + profile.channels.map(Optional.some) {
          let effective = try period.rules.effective(profile: profile.id, channel: channel)
          var packed = Packer()
          packed.pack(Foresight(try Program.compile(effective, options: options)))
          // Most channels change how rules act, not what they look for.
          let place = places[packed.bytes] ?? tail.bytes.count..<tail.bytes.count + packed.bytes.count
          if places.updateValue(place, forKey: packed.bytes) == nil { tail.append(packed.bytes) }
          contents.add(effective, period: number, foresight: place)
        }
      }
    }
    var head = Packer()
    head.pack(maker)
    head.pack(contents)
    return (head.bytes, tail.bytes)
  }

  /// The program of `profile` in `channel`.
  ///
  /// - Throws: `RuleErrors` when the bundle has no such profile.
  public func program(profile: String, channel: String?, options: Program.Options = Program.Options()) throws(RuleErrors) -> Program {
    guard let (effective, place) = contents.effective(profile: profile, channel: channel, period: period) else {
      throw RuleErrors(diagnostics: [
        Diagnostic(code: .unknownProfile, file: "profiles/\(profile).yaml", message: "there is no profile `\(profile)` in the bundle")
      ])
    }
    guard options.readsPatterns, let foresight = foresight(at: place) else { return try Program.compile(effective, options: options) }
    var options = options
    options.shelf = PatternShelf(accepted: true)
    return try Program.compile(effective, options: options, foresight: foresight)
  }

  /// The foresight that lies at `place`; without it the rules are read again, which takes longer and comes to the same.
  private func foresight(at place: Range<Int>) -> Foresight? {
    guard let bytes = tail(place) else { return nil }
    var unpacker = Unpacker(bytes)
    return try? unpacker.unpack() as Foresight
  }

  /// Who can read it: what is written depends on the engine, and what patterns mean on PCRE2.
  private static let maker = "10 \(engineVersion) \(PCRE2.version) \(PCRE2.unicodeVersion)"
}

/// A profile's id, and the channels that it tunes.
public struct ProfileName: Sendable, Equatable {
  /// The id.
  public let id: String
  /// The channels, in order.
  public let channels: [String]
}

extension RuleSet {
  /// The profiles, with the channels that each tunes.
  public var profileNames: [ProfileName] { profiles.map { ProfileName(id: $0.id, channels: $0.channels) } }
}
