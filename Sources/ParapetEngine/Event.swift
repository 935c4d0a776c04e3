public import ParapetEntity
public import ParapetFormat
public import ParapetRule
public import ParapetText

/// What is judged: a prompt, a retrieved passage, an answer, a tool call or its result.
public struct Event: Sendable {
  /// One message of a conversation.
  public struct Message: Sendable {
    /// `system`, `user`, `assistant` or `tool`.
    public var role: String
    /// What it says.
    public var content: Text
    /// A message from its parts.
    public init(role: String, content: String) {
      self.role = role
      self.content = Text(content)
    }
  }
  /// A supplied passage.
  public struct Passage: Sendable {
    /// Its id.
    public var id: String
    /// What it says.
    public var text: Text
    /// The date it speaks for, or nil.
    public var asOf: String?
    /// A passage from its parts.
    public init(id: String, text: String, asOf: String? = nil) {
      self.id = id
      self.text = Text(text)
      self.asOf = asOf
    }
  }
  /// A call that an agent wants to make.
  public struct ToolCall: Sendable {
    /// The tool.
    public var name: String
    /// Its arguments.
    public var arguments: JSON
    /// A call from its parts.
    public init(name: String, arguments: JSON = JSON(.object([]))) {
      self.name = name
      self.arguments = arguments
    }
  }

  /// Its id.
  public var id: String?
  /// Where in the life of a request it stands.
  public var stage: Stage
  /// The text to judge.
  public var text: Text?
  /// The conversation to judge.
  public var messages: [Message] = []
  /// The customer's question; it supports what it says itself, and is not judged.
  public var input: Text?
  /// Supplied passages, which are not judged; nil when none were supplied.
  public var context: [Passage]?
  /// Facts, an object.
  public var facts = JSON(.object([]))
  /// The tool call.
  public var tool: ToolCall?
  /// The session, an object: what happened before, passed in and never kept.
  public var session = JSON(.object([]))
  /// Registers that stand in for those of the rules, kind by kind: what a tenant offers, say.
  public var registers: [Register] = []
  /// Whatever the caller wants to carry along, an object.
  public var meta = JSON(.object([]))
  /// The JSON that it was read from, with positions, or nil when it was made.
  public var source: JSON?

  /// An event with a text.
  public init(id: String? = nil, stage: Stage, text: String? = nil) {
    self.id = id
    self.stage = stage
    self.text = text.map { Text($0) }
  }
}
