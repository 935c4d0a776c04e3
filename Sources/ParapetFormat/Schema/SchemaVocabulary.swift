/// Which keywords hold schemas, and where; what vocabularies are called.
///
/// - Source: JSON Schema core, drafts 04 to 2020-12; core 2020-12, sections 8 to 11, and validation 2020-12, section 6.
enum SchemaVocabulary {
  /// The vocabulary without which `minimum` and its kind mean nothing.
  static func isValidation(_ uri: String) -> Bool {
    uri == "https://json-schema.org/draft/2020-12/vocab/validation" || uri == "https://json-schema.org/draft/2019-09/vocab/validation"
  }
  /// The vocabulary with which `format` judges.
  static func assertsFormat(_ uri: String) -> Bool { uri == "https://json-schema.org/draft/2020-12/vocab/format-assertion" }

  /// Keywords whose value is a schema.
  private static let single: Set<String> = [
    "additionalItems", "additionalProperties", "propertyNames", "contains", "if", "then", "else", "not", "unevaluatedItems",
    "unevaluatedProperties", "contentSchema",
  ]
  /// Keywords whose value is an array of schemas.
  private static let several: Set<String> = ["prefixItems", "allOf", "anyOf", "oneOf"]
  /// Keywords whose value is an object of schemas.
  private static let named: Set<String> = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]
  /// Keywords of the validation vocabulary.
  static let validationKeywords: Set<String> = [
    "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
    "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
    "dependentRequired",
  ]
  /// Keywords that say something about a value and judge nothing.
  static let annotations: Set<String> = [
    "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples", "format", "contentMediaType",
    "contentEncoding", "contentSchema",
  ]
  /// Keywords that are neither judged nor passed on as annotations.
  static let silent: Set<String> = ["$schema", "$comment", "$vocabulary", "$defs", "definitions", "$id", "id", "$ref", "$anchor"]

  /// The values right below `json` that are schemas in `dialect`, with their pointers from it.
  static func children(of json: JSON, in dialect: SchemaDialect) -> [(pointer: String, json: JSON)] {
    var children: [(pointer: String, json: JSON)] = []
    func add(listed name: String, _ elements: [JSON]) {
      for (index, element) in elements.enumerated() { children.append(("/\(name)/\(index)", element)) }
    }
    for member in json.members ?? [] where dialect.has(member.name) {
      let name = member.name
      if name == "items" {
        if let elements = member.value.elements, dialect < .draft2020 {
          add(listed: name, elements)
        } else {
          children.append(("/items", member.value))
        }
      } else if single.contains(name) {
        children.append(("/" + name, member.value))
      } else if several.contains(name) {
        add(listed: name, member.value.elements ?? [])
      } else if named.contains(name) {
        for inner in member.value.members ?? [] { children.append(("/\(name)/" + JSONPointer.escaped(inner.name), inner.value)) }
      } else if name == "dependencies" {
        for inner in member.value.members ?? [] where inner.value.elements == nil {
          children.append(("/dependencies/" + JSONPointer.escaped(inner.name), inner.value))
        }
      }
    }
    return children
  }
}
