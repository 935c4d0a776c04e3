import ParapetPattern

/// Reads the keywords of every schema that the first document holds or leads to, and refuses what they cannot mean.
struct SchemaCompiler {
  var registry: SchemaRegistry
  /// The schema being read.
  private(set) var node = 0
  private var pending: [Int] = []
  /// Whether any schema asks for what others have left unevaluated, so that this must be kept book of.
  private(set) var tracksEvaluation = false

  init(_ registry: SchemaRegistry) { self.registry = registry }

  /// The resource of the schema being read.
  var resource: SchemaRegistry.Resource { registry.resources[registry.nodes[node].resource] }
  var dialect: SchemaDialect { resource.dialect }

  mutating func compile() throws(JSONSchema.SchemaError) {
    // All of the first document is read, used or not: a fault in `$defs` should not wait for its first use.
    pending = Array(registry.nodes.indices.filter { registry.nodes[$0].document == 0 }.reversed())
    while let next = pending.popLast() {
      guard !registry.nodes[next].isCompiled else { continue }
      registry.nodes[next].isCompiled = true
      node = next
      pending += resource.dynamicAnchors.values.sorted()
      if resource.isRecursive { pending.append(resource.root) }
      registry.nodes[next].keywords = try keywords(of: registry.nodes[next].json)
    }
  }

  private mutating func keywords(of json: JSON) throws(JSONSchema.SchemaError) -> [SchemaKeyword] {
    guard let members = json.members else {
      if json.bool != nil { return [] }
      throw error("", json, "a schema is an object or a boolean")
    }
    if dialect.refStandsAlone, let reference = json["$ref"], reference.string != nil {
      return try rules("$ref", reference, json).map { SchemaKeyword(name: "$ref", rule: $0) }
    }
    let ignored = resource.ignoresValidation ? SchemaVocabulary.validationKeywords : []
    var keywords: [SchemaKeyword] = []
    for member in members where !ignored.contains(member.name) && dialect.has(member.name) {
      let rules = try rules(member.name, member.value, json)
      for rule in rules { keywords.append(SchemaKeyword(name: member.name, rule: rule)) }
      if SchemaVocabulary.annotations.contains(member.name) || (isUnknown(member.name) && dialect >= .draft2019) {
        registry.nodes[node].annotations.append((member.name, member.value))
      }
    }
    // The unevaluated look at what all others have done.
    let late = keywords.filter { $0.name.hasPrefix("unevaluated") }
    if !late.isEmpty { tracksEvaluation = true }
    return keywords.filter { !$0.name.hasPrefix("unevaluated") } + late
  }

  private func isUnknown(_ name: String) -> Bool {
    !SchemaCompiler.known.contains(name) && !SchemaVocabulary.validationKeywords.contains(name) && !SchemaVocabulary.silent.contains(name)
  }

  private static let known: Set<String> = [
    "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef", "additionalItems", "additionalProperties", "allOf", "anyOf",
    "contains", "contentSchema", "dependencies", "dependentSchemas", "else", "if", "items", "not", "oneOf", "patternProperties",
    "prefixItems", "properties", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
  ]

  /// What one keyword asks for; nothing for a keyword that is not known, or that another one speaks for.
  private mutating func rules(_ name: String, _ value: JSON, _ schema: JSON) throws(JSONSchema.SchemaError) -> [SchemaKeyword.Rule] {
    switch name {
    case "$schema": try checkDialect(value)
    case "$id", "id": try checkIdentifier(name, value)
    case "$anchor", "$dynamicAnchor": _ = try string(name, value)
    case "$ref", "$dynamicRef", "$recursiveRef": return [try reference(name, value)]
    case "$defs", "definitions": _ = try schemas(named: name, value)
    case "contentSchema": _ = try self.schema(name)
    case "allOf": return [.all(try schemas(listed: name, value))]
    case "anyOf": return [.any(try schemas(listed: name, value))]
    case "oneOf": return [.one(try schemas(listed: name, value))]
    case "not": return [.not(try self.schema(name))]
    case "if":
      return [
        .condition(
          try self.schema(name), then: try self.schema(name: "then", of: schema), otherwise: try self.schema(name: "else", of: schema))
      ]
    case "then", "else": _ = try self.schema(name)
    case "dependentSchemas":
      return [.dependentSchemas(try schemas(named: name, value).map { (name: $0.0.name, schema: $0.1) })]
    case "dependencies": return try dependencies(value)
    case "properties", "patternProperties", "additionalProperties":
      return [try memberRules(name, schema)].compactMap { $0 }
    case "propertyNames": return [.names(try self.schema(name))]
    case "prefixItems", "items", "additionalItems": return [try elementRules(name, value, schema)].compactMap { $0 }
    case "contains":
      let counts = dialect >= .draft2019 && !resource.ignoresValidation
      let least = counts ? try schema["minContains"].map { (value) throws(JSONSchema.SchemaError) in try count("minContains", value) } : nil
      let most = counts ? try schema["maxContains"].map { (value) throws(JSONSchema.SchemaError) in try count("maxContains", value) } : nil
      return [.contains(try self.schema(name), atLeast: least ?? 1, atMost: most, marks: dialect == .draft2020)]
    case "minContains", "maxContains": _ = try count(name, value)
    case "unevaluatedProperties": return [.unevaluatedMembers(try self.schema(name))]
    case "unevaluatedItems": return [.unevaluatedElements(try self.schema(name))]
    default: return try assertion(name, value, schema).map { [$0] } ?? []
    }
    return []
  }

  private mutating func reference(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> SchemaKeyword.Rule {
    let reference = try string(name, value)
    guard name != "$recursiveRef" || reference == "#" else { throw error("/" + name, value, "`$recursiveRef` is always `#`") }
    guard let target = registry.target(of: reference, from: registry.nodes[node].resource) else {
      throw error("/" + name, value, "nothing that is known is called `\(reference)`")
    }
    pending.append(target.node)
    switch name {
    case "$dynamicRef": return target.dynamicAnchor.map { .dynamicReference(target.node, anchor: $0) } ?? .reference(target.node)
    case "$recursiveRef": return resource.isRecursive ? .recursiveReference(target.node) : .reference(target.node)
    default: return .reference(target.node)
    }
  }

  /// The two keywords of today that `dependencies` was before 2019-09.
  private mutating func dependencies(_ value: JSON) throws(JSONSchema.SchemaError) -> [SchemaKeyword.Rule] {
    guard let members = value.members else { throw error("/dependencies", value, "`dependencies` is an object") }
    var needs: [(name: String, needs: [String])] = []
    var schemas: [(name: String, schema: Int)] = []
    for member in members {
      let pointer = "dependencies/" + JSONPointer.escaped(member.name)
      if member.value.elements != nil {
        needs.append((member.name, try names("/" + pointer, member.value)))
      } else if dialect == .draft4, let name = member.value.string {
        needs.append((member.name, [name]))
      } else {
        schemas.append((member.name, try schema(pointer)))
      }
    }
    return (needs.isEmpty ? [] : [.dependentRequired(needs)]) + (schemas.isEmpty ? [] : [.dependentSchemas(schemas)])
  }

  /// One rule for the three keywords that share out members, at the first of them that is written.
  private mutating func memberRules(_ name: String, _ schema: JSON) throws(JSONSchema.SchemaError) -> SchemaKeyword.Rule? {
    let names = ["properties", "patternProperties", "additionalProperties"]
    guard schema.members?.first(where: { names.contains($0.name) })?.name == name else { return nil }
    var rule = SchemaMembers()
    if let value = schema["properties"] {
      for (member, node) in try schemas(named: "properties", value) { rule.named[ByteKey(member.name)] = node }
    }
    if let value = schema["patternProperties"] {
      for (member, node) in try schemas(named: "patternProperties", value) {
        let pointer = "/patternProperties/" + JSONPointer.escaped(member.name)
        rule.patterns.append((try pattern(pointer, member.name, at: member.nameRange), member.name, node))
      }
    }
    rule.additional = try self.schema(name: "additionalProperties", of: schema)
    return .members(rule)
  }

  /// One rule for the two keywords that share out elements, at the first of them that is written.
  private mutating func elementRules(_ name: String, _ value: JSON, _ schema: JSON) throws(JSONSchema.SchemaError) -> SchemaKeyword.Rule? {
    var rule = SchemaElements()
    if dialect == .draft2020 {
      guard name == "prefixItems" || schema["prefixItems"] == nil else { return nil }
      if let prefix = schema["prefixItems"] { rule.prefix = try schemas(listed: "prefixItems", prefix) }
      rule.rest = try self.schema(name: "items", of: schema)
      return .elements(rule)
    }
    guard name == "items" else {
      _ = try self.schema(name)
      return nil
    }
    if let elements = value.elements {
      for index in elements.indices { rule.prefix.append(try self.schema("items/\(index)")) }
      rule.prefixKeyword = "items"
      rule.rest = try self.schema(name: "additionalItems", of: schema)
      rule.restKeyword = "additionalItems"
    } else {
      rule.rest = try self.schema(name)
    }
    return .elements(rule)
  }
}

// MARK: - Schemas below the one being read

extension SchemaCompiler {
  private mutating func schema(_ name: String) throws(JSONSchema.SchemaError) -> Int {
    guard let child = registry.child(of: node, "/" + name) else { throw error("/" + name, registry.nodes[node].json, "a schema is due") }
    pending.append(child)
    return child
  }

  private mutating func schema(name: String, of schema: JSON) throws(JSONSchema.SchemaError) -> Int? {
    schema[name] == nil ? nil : try self.schema(name)
  }

  private mutating func schemas(listed name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> [Int] {
    guard let elements = value.elements, !elements.isEmpty else {
      throw error("/" + name, value, "`\(name)` is a list of at least one schema")
    }
    var schemas: [Int] = []
    for index in elements.indices { schemas.append(try schema("\(name)/\(index)")) }
    return schemas
  }

  private mutating func schemas(named name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> [(JSON.Member, Int)] {
    guard let members = value.members else { throw error("/" + name, value, "`\(name)` is an object of schemas") }
    var schemas: [(JSON.Member, Int)] = []
    for member in members { schemas.append((member, try schema("\(name)/" + JSONPointer.escaped(member.name)))) }
    return schemas
  }
}

// MARK: - Faults

extension SchemaCompiler {
  /// A fault at a keyword of the schema being read.
  func error(_ pointer: String, _ json: JSON, _ message: String) -> JSONSchema.SchemaError { error(pointer, at: json.range, message) }

  func error(_ pointer: String, at range: Range<Int>, _ message: String) -> JSONSchema.SchemaError {
    JSONSchema.SchemaError(pointer: registry.location(of: node, pointer), range: range, message: message)
  }

  private func checkDialect(_ value: JSON) throws(JSONSchema.SchemaError) {
    let dialect = try string("$schema", value)
    let reserved = ["http://json-schema.org/", "https://json-schema.org/"]
    guard registry.dialect(of: dialect) == nil, reserved.contains(where: { dialect.hasPrefix($0) }) else { return }
    let known = SchemaDialect.allCases.map { "`\($0.uri)`" }.joined(separator: ", ")
    throw error("/$schema", value, "this version of JSON Schema is not understood; these are: \(known)")
  }

  private func checkIdentifier(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) {
    let id = URIReference(try string(name, value))
    if dialect >= .draft2019, let fragment = id.fragment, !fragment.isEmpty {
      throw error("/\(name)", value, "`\(name)` has no fragment; `$anchor` names a part of a schema")
    }
  }
}
