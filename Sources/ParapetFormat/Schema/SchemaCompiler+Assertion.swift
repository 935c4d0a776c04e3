import ParapetPattern

// Keywords that look at one value and at no other schema.

extension SchemaCompiler {
  /// What an assertion asks for, or nil when the keyword is not one.
  ///
  /// - Source: JSON Schema validation 2020-12, section 6, and section 7 for `format`, which judges only where that was asked for.
  func assertion(_ name: String, _ value: JSON, _ schema: JSON) throws(JSONSchema.SchemaError) -> SchemaKeyword.Rule? {
    switch name {
    case "type": .kinds(try kinds(value))
    case "enum": .oneOfValues(SchemaValues(try values(value)))
    case "const": .value(value)
    case "minimum": try bound(.minimum, name, value, exclusively: .exclusiveMinimum, schema)
    case "maximum": try bound(.maximum, name, value, exclusively: .exclusiveMaximum, schema)
    case "exclusiveMinimum": dialect == .draft4 ? nil : try bound(.exclusiveMinimum, name, value)
    case "exclusiveMaximum": dialect == .draft4 ? nil : try bound(.exclusiveMaximum, name, value)
    case "multipleOf": .multiple(try divisor(value), text: try number(name, value))
    case "minLength": .atLeast(try count(name, value), .scalars)
    case "maxLength": .atMost(try count(name, value), .scalars)
    case "minItems": .atLeast(try count(name, value), .items)
    case "maxItems": .atMost(try count(name, value), .items)
    case "minProperties": .atLeast(try count(name, value), .properties)
    case "maxProperties": .atMost(try count(name, value), .properties)
    case "pattern": .pattern(try pattern("/pattern", try string(name, value), at: value.range), source: try string(name, value))
    case "format": resource.assertsFormat ? SchemaFormat.named(try string(name, value)).map { .format($0) } : nil
    case "uniqueItems": try flag(name, value) ? .uniqueItems : nil
    case "required": .required(try names("/required", value))
    case "dependentRequired": .dependentRequired(try dependencies(value))
    default: nil
    }
  }

  func string(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> String {
    guard let string = value.string else { throw error("/" + name, value, "`\(name)` is a string") }
    return string
  }

  func count(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> Int {
    guard let count = value.number.flatMap({ ExactNumber($0).count }) else {
      throw error("/" + name, value, "`\(name)` is a whole number from 0 on")
    }
    return count
  }

  func pattern(_ pointer: String, _ source: String, at range: Range<Int>) throws(JSONSchema.SchemaError) -> Pattern {
    let translation: String
    do throws(ECMAPattern.Fault) {
      translation = try ECMAPattern.translated(source)
    } catch {
      throw self.error(pointer, at: range, "this pattern is not one of ECMA-262: \(error.message)")
    }
    do throws(Pattern.CompileError) {
      return try Pattern(translation, options: .dollarEndOnly)
    } catch {
      throw self.error(pointer, at: range, "this pattern does not compile: \(error.message)")
    }
  }

  private func bound(
    _ bound: SchemaKeyword.Bound, _ name: String, _ value: JSON, exclusively: SchemaKeyword.Bound? = nil, _ schema: JSON? = nil
  ) throws(JSONSchema.SchemaError) -> SchemaKeyword.Rule {
    let text = try number(name, value)
    var bound = bound
    let exclusive = name == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"
    if dialect == .draft4, let exclusively, let flag = schema?[exclusive], try self.flag(exclusive, flag) { bound = exclusively }
    return .bound(bound, ExactNumber(text), text: text)
  }

  private func number(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> String {
    guard let number = value.number else { throw error("/" + name, value, "`\(name)` is a number") }
    return number
  }

  private func divisor(_ value: JSON) throws(JSONSchema.SchemaError) -> ExactNumber {
    let divisor = ExactNumber(try number("multipleOf", value))
    guard !divisor.isZero, !divisor.isNegative else { throw error("/multipleOf", value, "`multipleOf` is a number over 0") }
    guard divisor.digits.count <= ExactNumber.longestDivisor else {
      throw error("/multipleOf", value, "`multipleOf` has at most \(ExactNumber.longestDivisor) digits here")
    }
    return divisor
  }

  private func flag(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> Bool {
    guard let bool = value.bool else { throw error("/" + name, value, "`\(name)` is `true` or `false`") }
    return bool
  }

  private func kinds(_ value: JSON) throws(JSONSchema.SchemaError) -> SchemaKeyword.Kinds {
    var kinds: SchemaKeyword.Kinds = []
    for (index, name) in (value.elements ?? [value]).enumerated() {
      guard let kind = SchemaKeyword.Kinds.names.first(where: { $0.0 == name.string }) else {
        let known = SchemaKeyword.Kinds.names.map(\.0).joined(separator: ", ")
        throw error(value.elements == nil ? "/type" : "/type/\(index)", name, "a type is one of \(known)")
      }
      kinds.formUnion(kind.1)
    }
    if dialect == .draft4, kinds.contains(.integer) {
      kinds.remove(.integer)
      kinds.insert(.writtenInteger)
    }
    if value.elements?.isEmpty == true { throw error("/type", value, "`type` names at least one type") }
    return kinds
  }

  private func values(_ value: JSON) throws(JSONSchema.SchemaError) -> [JSON] {
    guard let elements = value.elements else { throw error("/enum", value, "`enum` is a list of values") }
    return elements
  }

  func names(_ pointer: String, _ value: JSON) throws(JSONSchema.SchemaError) -> [String] {
    guard let elements = value.elements else { throw error(pointer, value, "a list of names is due") }
    var names: [String] = []
    for (index, element) in elements.enumerated() {
      guard let name = element.string else { throw error("\(pointer)/\(index)", element, "a name is a string") }
      names.append(name)
    }
    return names
  }

  private func dependencies(_ value: JSON) throws(JSONSchema.SchemaError) -> [(name: String, needs: [String])] {
    guard let members = value.members else {
      throw error("/dependentRequired", value, "`dependentRequired` is an object of lists of names")
    }
    var dependencies: [(name: String, needs: [String])] = []
    for member in members {
      dependencies.append((member.name, try names("/dependentRequired/" + JSONPointer.escaped(member.name), member.value)))
    }
    return dependencies
  }
}
