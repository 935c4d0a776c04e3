/// Words that excuse a candidate, shared by many rules: `shared/NAME.yaml`, used as `$NAME`.
public struct Cue: Sendable {
  /// A text that the cue must match, or must not.
  public struct Example: Sendable {
    /// The text that `before`, `after` or `within` would see.
    public var text: String
    /// Whether the cue must match it.
    public var isHit: Bool
    /// The line in the cue's file.
    public var line: Int
  }
  /// Its name, such as `negation.zh`.
  public var name: String
  /// Semantic version.
  public var version: String
  /// What it is called.
  public var title: LocalizedText
  /// Who answers for it.
  public var owner: String
  /// When it was last reviewed, `YYYY-MM-DD`.
  public var reviewed: String
  /// How far it looks: `clause`, `sentence` or `text`.
  public var scope: String
  /// PCRE2 patterns, one of which must match; cues that it names are written out.
  public var patterns: [String]
  /// Its examples.
  public var examples: [Example]
  /// The file, relative to the rule directory.
  public var file: String
}
