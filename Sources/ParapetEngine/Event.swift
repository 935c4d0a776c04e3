public import ParapetFormat
public import ParapetRule
public import ParapetText

/// What is judged.
public struct Event: Sendable {
  /// One message of a conversation.
  public struct Message: Sendable {
    /// `system`, `user`, `assistant` or `tool`.
    public var role: String
    /// What it says.
    public var content: Text
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
    public init(id: String, text: Text, asOf: String? = nil) {
      self.id = id
      self.text = text
      self.asOf = asOf
    }
  }
  /// A call that an agent wants to make, or its result.
  public struct ToolCall: Sendable {
    /// The tool.
    public var name: String
    /// Its arguments.
    public var arguments: JSON
    /// A call from its parts.
    public init(name: String, arguments: JSON) {
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
  /// The customer's question.
  public var input: Text?
  /// Supplied passages.
  public var context: [Passage]?
  /// Facts, an object.
  public var facts = JSON(.object([]))
  /// The tool call.
  public var tool: ToolCall?
  /// The session, an object.
  public var session = JSON(.object([]))
  /// Whatever the caller wants back, an object.
  public var meta = JSON(.object([]))

  /// An event with a text.
  public init(id: String? = nil, stage: Stage, text: String?) {
    self.id = id
    self.stage = stage
    self.text = text.map { Text($0) }
  }
}

/// Why a line is not an event.
public struct EventError: Error, Sendable, Equatable {
  /// A stable code, such as `E0101`.
  public let code: String
  /// A sentence for people that quotes no value of the line.
  public let message: String
  /// Where, in bytes of the line, when that is known.
  public let offset: Int?
}

extension Event {
  /// Reads one line of NDJSON.
  public init(parsing line: [UInt8], limits: JSON.Limits = JSON.Limits()) throws(EventError) {
    throw EventError(code: "E0100", message: "", offset: nil)
  }
}
