import ParapetPattern

/// One schema of a compiled set: a place in a document, and what it asks for. Schemas refer to each other by number.
struct SchemaNode: Sendable {
  /// Where it stands: a document's number and a pointer into it.
  let document: Int
  let pointer: String
  /// The resource (the nearest `$id`) that it belongs to.
  let resource: Int
  /// What is written there.
  let json: JSON
  /// Whether `keywords` have been read.
  var isCompiled = false
  /// What it asks for, the `unevaluated…` last.
  var keywords: [SchemaKeyword] = []
  /// What it says of a value without judging it.
  var annotations: [(name: String, value: JSON)] = []
}

/// A keyword with what it asks for.
struct SchemaKeyword: Sendable {
  let name: String
  let rule: Rule

  /// The kinds of value that `type` names.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let null = Kinds(rawValue: 1)
    static let boolean = Kinds(rawValue: 2)
    static let integer = Kinds(rawValue: 4)
    static let number = Kinds(rawValue: 8)
    static let string = Kinds(rawValue: 16)
    static let array = Kinds(rawValue: 32)
    static let object = Kinds(rawValue: 64)
    /// An integer that is written as one, as draft-04 has it: `1.0` is none.
    static let writtenInteger = Kinds(rawValue: 128)
    static let names: [(String, Kinds)] = [
      ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object),
    ]
  }

  enum Bound: Sendable { case minimum, maximum, exclusiveMinimum, exclusiveMaximum }
  enum Counted: Sendable { case scalars, items, properties }

  /// What a keyword asks for; numbers of schemas are indices of nodes.
  enum Rule: Sendable {
    case kinds(Kinds)
    case oneOfValues(SchemaValues)
    case value(JSON)
    case bound(Bound, ExactNumber, text: String)
    case multiple(ExactNumber, text: String)
    case atLeast(Int, Counted)
    case atMost(Int, Counted)
    case pattern(Pattern, source: String)
    case format(SchemaFormat)
    case uniqueItems
    case required([String])
    case dependentRequired([(name: String, needs: [String])])
    case reference(Int)
    case dynamicReference(Int, anchor: String)
    case recursiveReference(Int)
    case all([Int])
    case any([Int])
    case one([Int])
    case not(Int)
    case condition(Int, then: Int?, otherwise: Int?)
    case dependentSchemas([(name: String, schema: Int)])
    case members(SchemaMembers)
    case names(Int)
    case elements(SchemaElements)
    case contains(Int, atLeast: Int, atMost: Int?, marks: Bool)
    case unevaluatedMembers(Int)
    case unevaluatedElements(Int)
  }
}

/// The values of `enum`, by what makes them the same.
struct SchemaValues: Sendable {
  private let keys: Set<[UInt8]>
  /// How many are written.
  let count: Int

  init(_ values: [JSON]) {
    keys = Set(values.map(\.key))
    count = values.count
  }

  func contains(_ value: JSON) -> Bool { keys.contains(value.key) }
}

/// `properties`, `patternProperties` and `additionalProperties` of one schema: which member falls to which schema.
struct SchemaMembers: Sendable {
  var named: [ByteKey: Int] = [:]
  var patterns: [(pattern: Pattern, source: String, schema: Int)] = []
  var additional: Int?
}

/// `prefixItems` and `items`, or `items` and `additionalItems` of one schema: which element falls to which schema.
struct SchemaElements: Sendable {
  var prefix: [Int] = []
  var prefixKeyword = "prefixItems"
  var rest: Int?
  var restKeyword = "items"
}
