/// Whether a text is a well-formed XML document without a document type declaration.
///
/// A declaration (`<!DOCTYPE`) is refused rather than read: entities that it defines can name files and grow without end, and no answer
/// of a model needs one. So only `&lt;`, `&gt;`, `&amp;`, `&apos;`, `&quot;` and character references are known.
///
/// - Source: XML 1.0 (fifth edition), sections 2 and 4.1; Namespaces in XML 1.0 (third edition), section 5, for prefixes.
public struct XMLForm: Sendable, Equatable {
  /// What the outermost element must be called; nil when any will do.
  public var root: String?
  /// A form from its parts.
  public init(root: String? = nil) { self.root = root }

  /// How deep elements may be nested.
  static let deepest = 1_000

  /// What is wrong with `text`: the first fault, or none.
  ///
  /// - Complexity: linear in the bytes, times the logarithm of the attributes of one element.
  public func faults(in text: [UInt8]) -> [DocumentFault] {
    var reader = XMLReader(text)
    do throws(XMLReader.Fault) {
      let name = try reader.document()
      guard let root, !text[name].elementsEqual(root.utf8) else { return [] }
      return [DocumentFault(kind: "xml.root", range: name, zh: "根元素应为 \(root)", en: "the root element must be \(root)")]
    } catch {
      return [DocumentFault(kind: "xml.\(error.kind)", range: error.range, zh: error.zh, en: error.en)]
    }
  }
}
