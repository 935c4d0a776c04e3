public import ParapetFormat

/// What may stand in a slot of a YAML file, for the JSON Schemas that editors use.
///
/// Which keys there are, and which must be there, is taken from the shapes that the decoder reads by; this adds what may stand behind
/// each. A schema knows less than the decoder: patterns, names and dates are still for `parapet lint`.
public indirect enum SlotKind: Sendable {
  /// A text. YAML's own types read `95599` or `true` as something else; the decoder takes them as written.
  case text
  /// One text, or a list of them.
  case texts
  /// `true` or `false`.
  case flag
  /// A whole number.
  case number(ClosedRange<Int>)
  /// One of these.
  case choice([String])
  /// One of these, or a list of them.
  case choices([String])
  /// A text of this form, a regular expression that JSON Schema and PCRE2 read alike.
  case form(String)
  /// The keys of a shape, each with what may stand there.
  case keys(Keys)
  /// A list of such values.
  case list(SlotKind)
  /// One such value, or a list of them.
  case oneOrMore(SlotKind)
  /// Names of the writer's own, each with such a value.
  case names(SlotKind)
  /// Any of these.
  case any([SlotKind])
  /// A mapping that Parapet passes on as it is.
  case object
  /// A kind that stands under `$defs`.
  case reference(String)

  /// The keys of a mapping.
  public struct Keys: Sendable {
    /// What the mapping is, for people.
    public let title: String
    /// Each key: whether it must be there, and what may stand behind it.
    public let keys: [(name: String, isRequired: Bool, kind: SlotKind)]
    /// What may stand behind any other key; nil where there may be none.
    public let others: SlotKind?

    /// The keys of a mapping from their parts.
    public init(_ title: String, _ keys: [(name: String, isRequired: Bool, kind: SlotKind)], others: SlotKind? = nil) {
      self.title = title
      self.keys = keys
      self.others = others
    }
  }
}

extension SlotKind {
  /// What somebody forgot to describe: a reference to nothing, which makes the schema invalid.
  public static let undescribed = SlotKind.reference("undescribed")

  /// The schema of this kind.
  public var schema: JSON {
    switch self {
    case .text: SlotKind.object(("type", SlotKind.strings(["string", "number", "boolean", "null"])))
    case .texts: SlotKind.oneOrMore(.text).schema
    case .flag: SlotKind.object(("type", SlotKind.string("boolean")))
    case .number(let range):
      SlotKind.object(
        ("type", SlotKind.string("integer")), ("minimum", JSON(.number(String(range.lowerBound)))),
        ("maximum", JSON(.number(String(range.upperBound)))))
    case .choice(let names): SlotKind.object(("enum", SlotKind.strings(names)))
    case .choices(let names): SlotKind.oneOrMore(.choice(names)).schema
    case .form(let pattern): SlotKind.object(("type", SlotKind.string("string")), ("pattern", SlotKind.string(pattern)))
    case .keys(let keys): keys.schema
    case .list(let item):
      SlotKind.object(("type", SlotKind.string("array")), ("minItems", JSON(.number("1"))), ("items", item.schema))
    case .oneOrMore(let item): SlotKind.any([item, .list(item)]).schema
    case .names(let value):
      SlotKind.object(("type", SlotKind.string("object")), ("minProperties", JSON(.number("1"))), ("additionalProperties", value.schema))
    case .any(let kinds): SlotKind.object(("anyOf", JSON(.array(kinds.map(\.schema)))))
    case .object: SlotKind.object(("type", SlotKind.string("object")))
    case .reference(let name): SlotKind.object(("$ref", SlotKind.string("#/$defs/\(name)")))
    }
  }

  fileprivate static func object(_ members: (String, JSON)...) -> JSON {
    JSON(.object(members.map { JSON.Member(name: $0.0, value: $0.1) }))
  }

  fileprivate static func string(_ text: String) -> JSON { JSON(.string(text)) }

  fileprivate static func strings(_ texts: [String]) -> JSON { JSON(.array(texts.map { JSON(.string($0)) })) }
}

extension SlotKind.Keys {
  fileprivate var schema: JSON {
    SlotKind.object(
      ("title", SlotKind.string(title)), ("type", SlotKind.string("object")),
      ("properties", JSON(.object(keys.map { JSON.Member(name: $0.name, value: $0.kind.schema) }))),
      ("required", SlotKind.strings(keys.filter(\.isRequired).map(\.name))),
      ("additionalProperties", others?.schema ?? JSON(.bool(false))))
  }
}
