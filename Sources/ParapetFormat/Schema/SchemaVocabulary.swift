/// Which keywords of draft 2020-12 hold schemas, and where.
///
/// - Source: JSON Schema core 2020-12, sections 8 to 11; validation 2020-12, section 6.
enum SchemaVocabulary {
  /// The dialect that is understood.
  static let dialect = "https://json-schema.org/draft/2020-12/schema"
  /// The vocabulary that a meta-schema may leave out.
  static let validation = "https://json-schema.org/draft/2020-12/vocab/validation"

  /// Keywords whose value is a schema.
  static let single: Set<String> = [
    "additionalProperties", "propertyNames", "items", "contains", "if", "then", "else", "not", "unevaluatedItems", "unevaluatedProperties",
    "contentSchema",
  ]
  /// Keywords whose value is an array of schemas.
  static let several: Set<String> = ["prefixItems", "allOf", "anyOf", "oneOf"]
  /// Keywords whose value is an object of schemas.
  static let named: Set<String> = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]
  /// Keywords of the validation vocabulary.
  static let validationKeywords: Set<String> = [
    "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
    "pattern",
    "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required", "dependentRequired",
  ]

  /// The values right below `json` that are schemas, with their pointers from it.
  static func children(of json: JSON) -> [(pointer: String, json: JSON)] {
    var children: [(pointer: String, json: JSON)] = []
    for member in json.members ?? [] {
      if single.contains(member.name) {
        children.append(("/" + member.name, member.value))
      } else if several.contains(member.name) {
        for (index, element) in (member.value.elements ?? []).enumerated() { children.append(("/\(member.name)/\(index)", element)) }
      } else if named.contains(member.name) {
        for inner in member.value.members ?? [] { children.append(("/\(member.name)/" + JSONPointer.escaped(inner.name), inner.value)) }
      }
    }
    return children
  }
}
