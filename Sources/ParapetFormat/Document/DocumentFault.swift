/// One way in which a text is not the document that it should be.
public struct DocumentFault: Sendable, Equatable {
  /// A stable name, such as `csv.field-count`.
  public let kind: String
  /// Where, in bytes; it lies on scalar boundaries and may be empty.
  public let range: Range<Int>
  /// What is wrong, Chinese. It quotes nothing of the text.
  public let zh: String
  /// What is wrong, English. It quotes nothing of the text.
  public let en: String
  /// A fault from its parts.
  public init(kind: String, range: Range<Int>, zh: String, en: String) {
    self.kind = kind
    self.range = range
    self.zh = zh
    self.en = en
  }
}

/// The most faults that are named of one document; who mends those will find the rest.
let mostDocumentFaults = 20
