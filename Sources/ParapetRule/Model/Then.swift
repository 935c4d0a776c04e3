/// What a rule does.
public struct Then: Sendable {
  /// The action for any format that `byFormat` does not name.
  public var standard: Action?
  /// The action by declared format.
  public var byFormat: [String: Action]
  /// What is done where a rewriting has not made the requirement hold, by declared format; `other` for any that is not named.
  public var otherwise: [String: Action] = [:]

  /// The action for `format`, or nil when the rule has none for it.
  public func action(for format: String) -> Action? { byFormat[format] ?? standard }

  /// What is done for `format` where a rewriting has not helped, or nil when the rewriting is all that is done.
  public func otherwise(for format: String) -> Action? { byFormat[format] == nil ? otherwise["other"] : otherwise[format] }
}

/// One action.
public struct Action: Sendable {
  /// The kinds, from mild to strict.
  public enum Kind: String, Sendable, CaseIterable { case flag, mask, rewrite, append, hold, refuse }

  /// How a masked value looks.
  public struct Mask: Sendable, Equatable {
    /// Characters kept at the start and at the end; when they would show the whole value, none is kept.
    public var keep: (first: Int, last: Int)
    /// What stands for each hidden character.
    public var with: String
    /// What stands for the whole value, whatever its length; overrides the two above.
    public var replacement: String?
    /// By all parts.
    public static func == (a: Mask, b: Mask) -> Bool { a.keep == b.keep && a.with == b.with && a.replacement == b.replacement }
  }

  /// Something to do besides.
  public struct Obligation: Sendable, Equatable {
    /// The kinds.
    public enum Kind: String, Sendable, CaseIterable { case review, notify, retain }
    /// Which.
    public var kind: Kind
    /// Whose queue.
    public var queue: String?
    /// Within how many hours.
    public var withinHours: Int?
  }

  /// What it does.
  public var kind: Kind
  /// How it masks, for `mask`.
  public var mask: Mask
  /// The transform, for `rewrite`.
  public var transform: String?
  /// Where `append` puts its text.
  public enum Position: String, Sendable, CaseIterable {
    /// Before everything.
    case start
    /// Behind everything.
    case end
    /// At the end of the paragraph of what was found.
    case paragraph
  }

  /// The text, for `append`.
  public var text: LocalizedText?
  /// Where it goes, for `append`.
  public var position = Position.end
  /// The reply's key, for `refuse` and `hold`.
  public var reply: String?
  /// What a hold waits for, such as `regenerate` or `review`.
  public var purpose: String?
  /// A key that tells a caller's model what to mend.
  public var hint: String?
  /// What must be done besides.
  public var obligations: [Obligation]
}
