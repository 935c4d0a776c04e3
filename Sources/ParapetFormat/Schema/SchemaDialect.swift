/// The versions of JSON Schema that are understood, old before new.
public enum SchemaDialect: Int, Sendable, CaseIterable, Comparable {
  /// Draft-04.
  case draft4
  /// Draft-06.
  case draft6
  /// Draft-07.
  case draft7
  /// 2019-09.
  case draft2019
  /// 2020-12.
  case draft2020

  /// Older before newer.
  public static func < (a: SchemaDialect, b: SchemaDialect) -> Bool { a.rawValue < b.rawValue }

  /// What `$schema` calls it, without a fragment.
  public var uri: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// The dialect that `$schema` names, or nil.
  init?(uri: URIReference) {
    let name = uri.withoutFragment
    guard uri.fragment ?? "" == "", let known = SchemaDialect.allCases.first(where: { sameBytes($0.uri, name) }) else { return nil }
    self = known
  }

  /// The keyword that gives a schema a URI of its own.
  var idKeyword: String { self == .draft4 ? "id" : "$id" }

  /// Whether whatever stands beside a `$ref` means nothing.
  var refStandsAlone: Bool { self <= .draft7 }

  /// Whether `name`, a keyword of some version, is one of this version.
  func has(_ name: String) -> Bool {
    if let first = SchemaDialect.firstWith[name], self < first { return false }
    if let last = SchemaDialect.lastWith[name], self > last { return false }
    return true
  }

  /// Keywords that came later than draft-04.
  private static let firstWith: [String: SchemaDialect] = [
    "$id": .draft6, "const": .draft6, "contains": .draft6, "propertyNames": .draft6, "examples": .draft6,
    "if": .draft7, "then": .draft7, "else": .draft7, "readOnly": .draft7, "writeOnly": .draft7, "contentMediaType": .draft7,
    "contentEncoding": .draft7,
    "$anchor": .draft2019, "$defs": .draft2019, "$recursiveRef": .draft2019, "$recursiveAnchor": .draft2019, "$vocabulary": .draft2019,
    "dependentRequired": .draft2019, "dependentSchemas": .draft2019, "unevaluatedProperties": .draft2019,
    "unevaluatedItems": .draft2019, "minContains": .draft2019, "maxContains": .draft2019, "contentSchema": .draft2019,
    "deprecated": .draft2019,
    "prefixItems": .draft2020, "$dynamicRef": .draft2020, "$dynamicAnchor": .draft2020,
  ]
  /// Keywords that went again.
  private static let lastWith: [String: SchemaDialect] = [
    "id": .draft4, "additionalItems": .draft2019, "$recursiveRef": .draft2019, "$recursiveAnchor": .draft2019,
  ]
}
