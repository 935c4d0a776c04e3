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

  mutating func compile() throws(JSONSchema.SchemaError) {
    // All of the first document is read, used or not: a fault in `$defs` should not wait for its first use.
    pending = Array(registry.nodes.indices.filter { registry.nodes[$0].document == 0 }.reversed())
    while let next = pending.popLast() {
      guard !registry.nodes[next].isCompiled else { continue }
      registry.nodes[next].isCompiled = true
      node = next
      pending += registry.resources[registry.nodes[next].resource].dynamicAnchors.values.sorted()
      registry.nodes[next].keywords = try keywords(of: registry.nodes[next].json)
    }
  }

  private mutating func keywords(of json: JSON) throws(JSONSchema.SchemaError) -> [SchemaKeyword] {
    guard let members = json.members else {
      if json.bool != nil { return [] }
      throw error("", json, "a schema is an object or a boolean")
    }
    let ignored = registry.resources[registry.nodes[node].resource].ignoresValidation ? SchemaVocabulary.validationKeywords : []
    var keywords: [SchemaKeyword] = []
    for member in members where !ignored.contains(member.name) {
      for rule in try rules(member.name, member.value, json) { keywords.append(SchemaKeyword(name: member.name, rule: rule)) }
    }
    // The unevaluated look at what all others have done.
    let late = keywords.filter { $0.name.hasPrefix("unevaluated") }
    if !late.isEmpty { tracksEvaluation = true }
    return keywords.filter { !$0.name.hasPrefix("unevaluated") } + late
  }

  /// What one keyword asks for; nothing for a keyword that is not known, or that another one speaks for.
  private mutating func rules(_ name: String, _ value: JSON, _ schema: JSON) throws(JSONSchema.SchemaError) -> [SchemaKeyword.Rule] {
    switch name {
    case "$schema": try checkDialect(value)
    case "$id": try checkIdentifier(value)
    case "$anchor", "$dynamicAnchor": _ = try string(name, value)
    case "$ref": return [.reference(try target(name, value).node)]
    case "$dynamicRef":
      let target = try target(name, value)
      return [target.dynamicAnchor.map { .dynamicReference(target.node, anchor: $0) } ?? .reference(target.node)]
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
    case "properties", "patternProperties", "additionalProperties":
      return [try memberRules(name, schema)].compactMap { $0 }
    case "propertyNames": return [.names(try self.schema(name))]
    case "prefixItems", "items":
      guard name == "prefixItems" || schema["prefixItems"] == nil else { return [] }
      let prefix = try schema["prefixItems"].map { (value) throws(JSONSchema.SchemaError) in try schemas(listed: "prefixItems", value) }
      return [.elements(prefix: prefix ?? [], rest: try self.schema(name: "items", of: schema))]
    case "contains":
      let reads = !registry.resources[registry.nodes[node].resource].ignoresValidation
      let least = reads ? try schema["minContains"].map { (value) throws(JSONSchema.SchemaError) in try count("minContains", value) } : nil
      let most = reads ? try schema["maxContains"].map { (value) throws(JSONSchema.SchemaError) in try count("maxContains", value) } : nil
      return [.contains(try self.schema(name), atLeast: least ?? 1, atMost: most)]
    case "minContains", "maxContains": _ = try count(name, value)
    case "unevaluatedProperties": return [.unevaluatedMembers(try self.schema(name))]
    case "unevaluatedItems": return [.unevaluatedElements(try self.schema(name))]
    default: return try assertion(name, value).map { [$0] } ?? []
    }
    return []
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
        rule.patterns.append((try pattern(pointer, member.name, at: member.nameRange), node))
      }
    }
    rule.additional = try self.schema(name: "additionalProperties", of: schema)
    return .members(rule)
  }

  private mutating func target(_ name: String, _ value: JSON) throws(JSONSchema.SchemaError) -> SchemaRegistry.Target {
    let reference = try string(name, value)
    guard let target = registry.target(of: reference, from: registry.nodes[node].resource) else {
      throw error("/" + name, value, "nothing that is known is called `\(reference)`")
    }
    pending.append(target.node)
    return target
  }

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
    let others = ["http://json-schema.org/", "https://json-schema.org/"]
    guard others.contains(where: { dialect.hasPrefix($0) }), URIReference(dialect).withoutFragment != SchemaVocabulary.dialect else {
      return
    }
    throw error("/$schema", value, "only draft 2020-12 is understood (`\(SchemaVocabulary.dialect)`), this is `\(dialect)`")
  }

  private func checkIdentifier(_ value: JSON) throws(JSONSchema.SchemaError) {
    let id = URIReference(try string("$id", value))
    if let fragment = id.fragment, !fragment.isEmpty {
      throw error("/$id", value, "`$id` has no fragment; `$anchor` names a part of a schema")
    }
  }
}

extension SchemaRegistry {
  /// A place for people: a pointer, after the document's URI where it is not the first document.
  func location(of node: Int, _ pointer: String) -> String {
    let place = nodes[node]
    return (place.document == 0 ? "" : documents[place.document] + "#") + place.pointer + pointer
  }
}
