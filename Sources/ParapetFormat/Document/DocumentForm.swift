/// A form that a text can have beside JSON.
public enum DocumentForm: Sendable, Equatable {
  /// Comma-separated values.
  case csv(CSVForm)
  /// Tables in Markdown.
  case table(MarkdownTableForm)
  /// XML.
  case xml(XMLForm)

  /// Its name in the rule language, which is also what a code fence around it is called.
  public var name: String {
    switch self {
    case .csv: "csv"
    case .table: "table"
    case .xml: "xml"
    }
  }

  /// What is wrong with `text`, from the front; empty when nothing is.
  ///
  /// - Complexity: linear in the bytes.
  public func faults(in text: [UInt8]) -> [DocumentFault] {
    switch self {
    case .csv(let form): form.faults(in: text)
    case .table(let form): form.faults(in: text)
    case .xml(let form): form.faults(in: text)
    }
  }

  /// The code fence in which a document of this form stands: the first that is called so, else the first of all; nil without any.
  public func block(in text: [UInt8]) -> Range<Int>? {
    let fences = CodeFence.all(in: text)
    return (fences.first { $0.language == name } ?? fences.first)?.body
  }
}
