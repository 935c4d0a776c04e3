/// What a text of comma-separated values must look like.
///
/// - Source: RFC 4180, section 2, with LF as well as CRLF as the end of a record.
public struct CSVForm: Sendable, Equatable {
  /// What stands between two fields: a comma, a semicolon or a tab.
  public var separator: UInt8
  /// The names that the first record must hold, in this order; nil when any will do.
  public var header: [String]?
  /// How many fields each record must have; nil for as many as the first.
  public var columns: Int?
  /// Whether a field may begin like a formula of a spreadsheet (`=`, `@`, or `+` and `-` that begin no number).
  public var allowsFormulas: Bool
  /// A form from its parts.
  public init(separator: UInt8 = UInt8(ascii: ","), header: [String]? = nil, columns: Int? = nil, allowsFormulas: Bool = true) {
    self.separator = separator
    self.header = header
    self.columns = columns
    self.allowsFormulas = allowsFormulas
  }

  /// What is wrong with `text`, from the front; empty when nothing is.
  ///
  /// - Complexity: linear in the bytes.
  public func faults(in text: [UInt8]) -> [DocumentFault] {
    var reader = Reader(text, separator: separator)
    var faults: [DocumentFault] = []
    var number = 0
    var width = columns ?? header?.count
    while faults.count < mostDocumentFaults, let record = reader.record() {
      number += 1
      if let fault = record.fault {
        faults.append(fault)
        // Behind a quote that is never closed, nothing is what it seems.
        if fault.kind == "csv.open-quote" { break }
      }
      let expected = width ?? record.fields.count
      width = expected
      if record.fields.count != expected {
        faults.append(
          DocumentFault(
            kind: "csv.field-count", range: record.range, zh: "第 \(number) 行有 \(record.fields.count) 列，应为 \(expected) 列",
            en: "record \(number) has \(record.fields.count) fields, \(expected) are due"))
      } else if number == 1, let header {
        faults += headerFaults(record, header)
      }
      if !allowsFormulas { faults += formulaFaults(record, number) }
    }
    if number == 0 { faults.append(DocumentFault(kind: "csv.empty", range: 0..<0, zh: "没有任何记录", en: "there is no record")) }
    return Array(faults.prefix(mostDocumentFaults))
  }

  private func headerFaults(_ record: Reader.Record, _ header: [String]) -> [DocumentFault] {
    zip(record.fields, header).enumerated().compactMap { index, pair in
      guard !pair.0.value.elementsEqual(pair.1.utf8) else { return nil }
      return DocumentFault(
        kind: "csv.header", range: pair.0.range, zh: "表头第 \(index + 1) 列应为“\(pair.1)”", en: "column \(index + 1) must be called “\(pair.1)”"
      )
    }
  }

  private func formulaFaults(_ record: Reader.Record, _ number: Int) -> [DocumentFault] {
    record.fields.enumerated().compactMap { index, field in
      guard let first = field.value.first, "=@+-\t\r".utf8.contains(first) else { return nil }
      let isSign = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
      if isSign, let next = field.value.dropFirst().first, next.isDigit || next == UInt8(ascii: ".") {
        let isNumber = field.value.dropFirst().allSatisfy { $0.isDigit || ".,%eE+- ".utf8.contains($0) }
        if isNumber { return nil }
      }
      return DocumentFault(
        kind: "csv.formula", range: field.range, zh: "第 \(number) 行第 \(index + 1) 列会被表格软件当作公式",
        en: "field \(index + 1) of record \(number) would be taken for a formula by a spreadsheet")
    }
  }
}

extension CSVForm {
  /// Reads record after record.
  struct Reader {
    struct Field {
      let range: Range<Int>
      let value: [UInt8]
    }
    struct Record {
      let range: Range<Int>
      let fields: [Field]
      let fault: DocumentFault?
    }

    private let text: [UInt8]
    private let separator: UInt8
    private var at = 0
    private var fault: DocumentFault?

    init(_ text: [UInt8], separator: UInt8) {
      self.text = text
      self.separator = separator
    }

    /// The next record, or nil at the end. A line end behind the last record ends it and begins no other.
    mutating func record() -> Record? {
      guard at < text.count else { return nil }
      let start = at
      fault = nil
      var fields: [Field] = []
      while true {
        fields.append(field())
        guard at < text.count, text[at] == separator else { break }
        at += 1
      }
      let end = at
      if at < text.count, text[at] == 0x0D { at += 1 }
      if at < text.count, text[at] == 0x0A { at += 1 }
      return Record(range: start..<end, fields: fields, fault: fault)
    }

    private func isEnd(_ index: Int) -> Bool {
      index >= text.count || text[index] == separator || text[index] == 0x0A
        || (text[index] == 0x0D && (index + 1 == text.count || text[index + 1] == 0x0A))
    }

    private mutating func field() -> Field {
      let start = at
      guard at < text.count, text[at] == UInt8(ascii: "\"") else {
        while !isEnd(at) {
          if text[at] == UInt8(ascii: "\"") {
            note("csv.stray-quote", at..<at + 1, "未加引号的字段中有引号", "a quote stands in a field without quotes")
          }
          at += 1
        }
        return Field(range: start..<at, value: Array(text[start..<at]))
      }
      var value: [UInt8] = []
      at += 1
      while at < text.count {
        if text[at] != UInt8(ascii: "\"") {
          value.append(text[at])
          at += 1
        } else if at + 1 < text.count, text[at + 1] == UInt8(ascii: "\"") {
          value.append(text[at])
          at += 2
        } else {
          at += 1
          let close = at
          while !isEnd(at) { at += 1 }
          if at > close { note("csv.after-quote", close..<at, "引号之后还有文字", "something stands behind a closing quote") }
          return Field(range: start..<at, value: value)
        }
      }
      note("csv.open-quote", start..<start + 1, "引号没有结束", "a quote is not closed")
      return Field(range: start..<at, value: value)
    }

    private mutating func note(_ kind: String, _ range: Range<Int>, _ zh: String, _ en: String) {
      fault = fault ?? DocumentFault(kind: kind, range: range, zh: zh, en: en)
    }
  }
}
