/// Every schema of a set of documents, by place, by URI and by anchor.
///
/// - Source: JSON Schema core 2020-12, sections 8.2 (identifiers) and 9 (loading).
struct SchemaRegistry: Sendable {
  /// A document, or a part of one, that has a URI of its own.
  struct Resource: Sendable {
    var base: URIReference
    var root: Int
    var anchors: [ByteKey: Int] = [:]
    var dynamicAnchors: [ByteKey: Int] = [:]
    /// Whether its meta-schema leaves the validation vocabulary out, so that `minimum` and its kind mean nothing.
    var ignoresValidation = false
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

  /// The names of the documents in messages: empty for the one that was asked for.
  private(set) var documents: [String] = []
  private(set) var resources: [Resource] = []
  var nodes: [SchemaNode] = []
  private var places: [Place: Int] = [:]
  private var uris: [ByteKey: Int] = [:]

  /// Takes in a document and every schema in it.
  mutating func add(_ json: JSON, uri: String) {
    documents.append(uri)
    let resource = newResource(URIReference(uri), root: nodes.count)
    _ = add(json, Place(document: documents.count - 1, pointer: ByteKey("")), resource)
  }

  private mutating func newResource(_ base: URIReference, root: Int) -> Int {
    resources.append(Resource(base: base, root: root))
    let key = ByteKey(base.withoutFragment)
    if uris[key] == nil { uris[key] = resources.count - 1 }
    return resources.count - 1
  }

  private mutating func add(_ json: JSON, _ place: Place, _ outer: Int) -> Int {
    if let known = places[place] { return known }
    var resource = outer
    let number = nodes.count
    if let id = json["$id"]?.string {
      resource = newResource(URIReference(id).resolved(against: resources[outer].base), root: number)
    }
    nodes.append(SchemaNode(document: place.document, pointer: place.pointer.text, resource: resource, json: json))
    places[place] = number
    if let anchor = json["$anchor"]?.string { resources[resource].anchors[ByteKey(anchor)] = number }
    if let anchor = json["$dynamicAnchor"]?.string { resources[resource].dynamicAnchors[ByteKey(anchor)] = number }
    for (pointer, child) in SchemaVocabulary.children(of: json) {
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
    guard let named = uris[ByteKey(uri.withoutFragment)] else { return nil }
    // A document can be known by the name it was given and by its own `$id`: its anchors are with the latter.
    let found = nodes[resources[named].root].resource
    if uri.fragment == nil { return Target(node: resources[found].root) }
    guard let fragment = uri.decodedFragment else { return nil }
    if fragment.isEmpty { return Target(node: resources[found].root) }
    guard !fragment.utf8.starts(with: "/".utf8) else { return pointed(fragment, resources[found].root).map { Target(node: $0) } }
    if let node = resources[found].dynamicAnchors[ByteKey(fragment)] { return Target(node: node, dynamicAnchor: fragment) }
    return resources[found].anchors[ByteKey(fragment)].map { Target(node: $0) }
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

  /// Reads, once all documents are there, which vocabularies each resource has.
  mutating func readVocabularies() {
    for index in resources.indices {
      guard let meta = nodes[resources[index].root].json["$schema"]?.string,
        let known = uris[ByteKey(URIReference(meta).withoutFragment)],
        let vocabularies = nodes[resources[known].root].json["$vocabulary"]?.members
      else { continue }
      resources[index].ignoresValidation = !vocabularies.contains { sameBytes($0.name, SchemaVocabulary.validation) }
    }
  }
}
