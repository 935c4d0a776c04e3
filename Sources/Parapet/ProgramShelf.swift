public import ParapetEngine
public import ParapetRule

/// The programs of a rule set's profiles, each compiled when it is first asked for.
public struct ProgramShelf: Sendable {
  private struct Key: Hashable {
    let profile: String
    let channel: String?
  }
  private enum Source {
    case rules(RuleSet)
    case bundle(RuleBundle)
  }

  /// The profiles, with the channels that each tunes.
  public let profiles: [ProfileName]

  private let source: Source
  private var options: Program.Options
  private var programs: [Key: Program] = [:]

  /// An empty shelf for the profiles of `rules`.
  public init(_ rules: RuleSet, options: Program.Options = Program.Options()) {
    self.init(.rules(rules), rules.profileNames, options)
  }

  /// An empty shelf for the profiles of `bundle`.
  public init(_ bundle: RuleBundle, options: Program.Options = Program.Options()) {
    self.init(.bundle(bundle), bundle.profiles, options)
  }

  private init(_ source: Source, _ profiles: [ProfileName], _ options: Program.Options) {
    self.source = source
    self.profiles = profiles
    self.options = options
    if options.shelf == nil { self.options.shelf = PatternShelf() }
  }

  /// The channel whose overrides an event of `channel` gets in `profile`: the channel itself, or nil when the profile does not tune it.
  public func tuned(_ channel: String?, in profile: String) -> String? {
    channel.flatMap { name in
      let channels = profiles.first { $0.id == profile }?.channels ?? []
      return channels.contains(name) ? name : nil
    }
  }

  /// The program of `profile` in `channel`; a channel that the profile does not tune has the profile's own rules.
  ///
  /// - Throws: `RuleErrors` when there is no such profile, or its rules do not compile.
  public mutating func program(profile: String, channel: String?) throws(RuleErrors) -> Program {
    let key = Key(profile: profile, channel: tuned(channel, in: profile))
    if let program = programs[key] { return program }
    let program = try compile(key)
    programs[key] = program
    return program
  }

  private func compile(_ key: Key) throws(RuleErrors) -> Program {
    switch source {
    case .rules(let rules): try Program.compile(rules.effective(profile: key.profile, channel: key.channel), options: options)
    case .bundle(let bundle): try bundle.program(profile: key.profile, channel: key.channel, options: options)
    }
  }
}
