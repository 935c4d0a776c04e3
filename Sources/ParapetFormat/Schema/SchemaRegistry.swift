/// Every schema of a set of documents, by place, by URI and by anchor.
///
/// - Source: JSON Schema core 2020-12, sections 8.2 (identifiers) and 9 (loading).
struct SchemaRegistry: Sendable {
  /// A document, or a part of one, that has a URI of its own.
  struct Resource: Sendable {
    var base: URIReference
    var root: Int
    var dialect: SchemaDialect
    var anchors: [ByteKey: Int] = [:]
    var dynamicAnchors: [ByteKey: Int] = [:]
    /// Whether its root has `$recursiveAnchor: true`.
    var isRecursive = false
    /// Whether its meta-schema leaves the validation vocabulary out, so that `minimum` and its kind mean nothing.
    var ignoresValidation = false
    /// Whether `format` judges.
    var assertsFormat: Bool
  }
  struct Place: Hashable, Sendable {
    let document: Int
    let pointer: ByteKey
  }
  /// What a reference leads to.
  struct Target: Sendable {
    let node: Int
    /// The name of the dynamic anchor, when it leads to one.
    var dynamicAnchor: String?
  }

  let options: JSONSchema.Options
  /// Documents that may be referred to, by their names and by their own URIs.
  private let others: [ByteKey: JSON]
  /// The names of the documents in messages: empty for the one that was asked for.
  private(set) var documents: [String] = []
  private(set) var resources: [Resource] = []
  var nodes: [SchemaNode] = []
  private var places: [Place: Int] = [:]
  private var uris: [ByteKey: Int] = [:]

  init(_ document: JSON, others: [String: JSON], options: JSONSchema.Options) {
    self.options = options
    let sorted = others.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var known: [ByteKey: JSON] = [:]
    for (uri, json) in sorted {
      known[ByteKey(URIReference(uri).withoutFragment)] = json
      if let id = json["$id"]?.string ?? json["id"]?.string {
        let own = ByteKey(URIReference(id).resolved(against: URIReference(uri)).withoutFragment)
        known[own] = known[own] ?? json
      }
    }
    self.others = known
    add(document, uri: "")
    for (uri, other) in sorted { add(other, uri: uri) }
  }

  /// Takes in a document and every schema in it.
  private mutating func add(_ json: JSON, uri: String) {
    documents.append(uri)
    let resource = newResource(URIReference(uri), root: nodes.count, json, outer: nil)
    _ = add(json, Place(document: documents.count - 1, pointer: ByteKey("")), resource)
  }

  private mutating func newResource(_ base: URIReference, root: Int, _ json: JSON, outer: Int?) -> Int {
    let inherited = outer.map { resources[$0] }
    var resource = Resource(
      base: base, root: root, dialect: inherited?.dialect ?? options.dialect,
      assertsFormat: inherited?.assertsFormat ?? options.assertsFormat)
    resource.ignoresValidation = inherited?.ignoresValidation ?? false
    if let meta = json["$schema"]?.string {
      if let dialect = dialect(of: meta) { resource.dialect = dialect }
      resource.ignoresValidation = false
      if let vocabularies = others[ByteKey(URIReference(meta).withoutFragment)]?["$vocabulary"]?.members {
        resource.ignoresValidation = !vocabularies.contains { SchemaVocabulary.isValidation($0.name) }
        if vocabularies.contains(where: { SchemaVocabulary.assertsFormat($0.name) }) { resource.assertsFormat = true }
      }
    }
    resources.append(resource)
    let key = ByteKey(base.withoutFragment)
    if uris[key] == nil { uris[key] = resources.count - 1 }
    return resources.count - 1
  }

  /// The dialect that `$schema` names, if need be by the `$schema` of the meta-schema that it names.
  func dialect(of meta: String) -> SchemaDialect? {
    var uri = URIReference(meta)
    for _ in 0..<8 {
      if let dialect = SchemaDialect(uri: uri) { return dialect }
      guard let next = others[ByteKey(uri.withoutFragment)]?["$schema"]?.string else { return nil }
      uri = URIReference(next)
    }
    return nil
  }

  private mutating func add(_ json: JSON, _ place: Place, _ outer: Int) -> Int {
    if let known = places[place] { return known }
    var resource = outer
    let number = nodes.count
    let dialect = json["$schema"]?.string.flatMap { self.dialect(of: $0) } ?? resources[outer].dialect
    let isBareReference = dialect.refStandsAlone && json["$ref"]?.string != nil
    var anchor: String?
    if !isBareReference, let id = json[dialect.idKeyword]?.string {
      let own = URIReference(id)
      if dialect <= .draft7, let fragment = own.fragment, !fragment.isEmpty { anchor = fragment }
      if anchor == nil || !own.withoutFragment.isEmpty {
        resource = newResource(own.resolved(against: resources[outer].base), root: number, json, outer: outer)
      }
    }
    nodes.append(SchemaNode(document: place.document, pointer: place.pointer.text, resource: resource, json: json))
    places[place] = number
    if let anchor { resources[resource].anchors[ByteKey(anchor)] = number }
    if dialect >= .draft2019, let anchor = json["$anchor"]?.string { resources[resource].anchors[ByteKey(anchor)] = number }
    if dialect == .draft2020, let anchor = json["$dynamicAnchor"]?.string {
      resources[resource].dynamicAnchors[ByteKey(anchor)] = number
    }
    if dialect == .draft2019, resources[resource].root == number, json["$recursiveAnchor"]?.bool == true {
      resources[resource].isRecursive = true
    }
    for (pointer, child) in SchemaVocabulary.children(of: json, in: resources[resource].dialect) {
      _ = add(child, Place(document: place.document, pointer: ByteKey(place.pointer.text + pointer)), resource)
    }
    return number
  }

  /// The schema below a schema, at `pointer` from it.
  func child(of node: Int, _ pointer: String) -> Int? {
    places[Place(document: nodes[node].document, pointer: ByteKey(nodes[node].pointer + pointer))]
  }

  /// What `reference`, written in a schema of `resource`, leads to; nil when there is nothing.
  ///
  /// A JSON pointer may lead to a place that no keyword says is a schema: it becomes one by that.
  mutating func target(of reference: String, from resource: Int) -> Target? {
    let uri = URIReference(reference).resolved(against: resources[resource].base)
    guard let named = named(uri) else { return nil }
    // A document can be known by the name it was given and by its own `$id`: its anchors are with the latter.
    let found = nodes[resources[named].root].resource
    if uri.fragment == nil { return Target(node: resources[found].root) }
    guard let fragment = uri.decodedFragment else { return nil }
    if fragment.isEmpty { return Target(node: resources[found].root) }
    guard !fragment.utf8.starts(with: "/".utf8) else { return pointed(fragment, resources[found].root).map { Target(node: $0) } }
    if let node = resources[found].dynamicAnchors[ByteKey(fragment)] { return Target(node: node, dynamicAnchor: fragment) }
    return resources[found].anchors[ByteKey(fragment)].map { Target(node: $0) }
  }

  /// The resource that a URI names. The meta-schemas of the drafts are taken in when they are first asked for.
  private mutating func named(_ uri: URIReference) -> Int? {
    let key = ByteKey(uri.withoutFragment)
    if let known = uris[key] { return known }
    guard let meta = MetaSchemas.document(key.text) else { return nil }
    add(meta, uri: key.text)
    return uris[key]
  }

  private mutating func pointed(_ pointer: String, _ root: Int) -> Int? {
    guard let tokens = JSONPointer.tokens(pointer) else { return nil }
    var json = nodes[root].json
    var path = nodes[root].pointer
    var resource = nodes[root].resource
    for token in tokens {
      guard let next = json.child(token) else { return nil }
      json = next
      path += "/" + JSONPointer.escaped(token)
      if let node = places[Place(document: nodes[root].document, pointer: ByteKey(path))] { resource = nodes[node].resource }
    }
    return add(json, Place(document: nodes[root].document, pointer: ByteKey(path)), resource)
  }
}

extension SchemaRegistry {
  /// A place for people: a pointer, after the document's URI where it is not the first document.
  func location(of node: Int, _ pointer: String) -> String {
    let place = nodes[node]
    return (place.document == 0 ? "" : documents[place.document] + "#") + place.pointer + pointer
  }

  /// A place for machines: the URI of the resource, and a pointer from its root as the fragment.
  func absoluteLocation(of node: Int, _ pointer: String) -> String {
    let place = nodes[node]
    let resource = resources[place.resource]
    let root = nodes[resource.root].pointer
    let path = place.pointer.utf8.dropFirst(root.utf8.count)
    return resource.base.withoutFragment + "#" + URIReference.escapedFragment(String(decoding: path, as: UTF8.self) + pointer)
  }
}
