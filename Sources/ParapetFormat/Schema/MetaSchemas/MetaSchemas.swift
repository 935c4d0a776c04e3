/// The schemas of schemas, by the URIs under which schemas refer to them. What they only say to people is left out.
///
/// - Source: json-schema.org, drafts 04, 06, 07, 2019-09 and 2020-12 with their vocabularies.
enum MetaSchemas {
  /// The meta-schema that `uri` (without a fragment) names, or nil.
  static func document(_ uri: String) -> JSON? {
    guard let source = sources[ByteKey(uri)] else { return nil }
    // INVARIANT: each source is JSON; a test reads them all.
    return try? JSON(parsing: Array(source.utf8))
  }

  /// Every URI that names one.
  static var uris: [String] { sources.keys.map(\.text).sorted() }

  private static let sources: [ByteKey: String] = {
    var sources: [ByteKey: String] = [:]
    sources[ByteKey(SchemaDialect.draft4.uri)] = draft4
    sources[ByteKey(SchemaDialect.draft6.uri)] = draft6
    sources[ByteKey(SchemaDialect.draft7.uri)] = draft7
    for source in draft2019 + draft2020 {
      if let id = (try? JSON(parsing: Array(source.utf8)))?["$id"]?.string { sources[ByteKey(id)] = source }
    }
    return sources
  }()
}
