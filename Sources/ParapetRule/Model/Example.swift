public import ParapetEntity
public import ParapetFormat

/// One example in a rule file.
public struct Example: Sendable {
  /// What it shows.
  public enum Kind: String, Sendable, CaseIterable {
    /// The rule finds the marked spans, and no others.
    case hit
    /// The rule finds nothing.
    case miss
    /// The rule should find the marked spans and does not yet.
    case gap
  }
  /// A passage supplied beside the text.
  public struct Passage: Sendable, Equatable {
    /// Its id, or nil.
    public var id: String?
    /// What it says.
    public var text: String
    /// The date it speaks for, `YYYY-MM-DD`, or nil.
    public var asOf: String?
  }

  /// What it shows.
  public var kind: Kind
  /// The text with `⟦ ⟧` around expected spans; nil for a tool call without text.
  public var text: String?
  /// Clauses expected to be found (`hit: [consent]`); empty for any.
  public var clauses: [String]
  /// The deliverable text expected.
  public var out: String?
  /// The decision expected of this rule alone.
  public var decision: String?
  /// Why, for people.
  public var why: String?
  /// Supplied context passages.
  public var passages: [Passage]
  /// The customer's question.
  public var input: String?
  /// Facts, as an object. `format`, `channel` and `purpose` written beside them are merged in.
  public var facts: JSON
  /// The stage; nil for the first that the rule names.
  public var stage: Stage?
  /// The tool called.
  public var tool: String?
  /// Its arguments.
  public var args: JSON?
  /// The session.
  public var session: JSON?
  /// Registers that stand in for those of the directory.
  public var registers: [Register]
  /// The line in the rule file, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// The texts of the supplied passages.
  public var context: [String] { passages.map(\.text) }
}
