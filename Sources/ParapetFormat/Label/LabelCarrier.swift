/// How a kind of file carries the label of generated content.
public enum LabelCarrier: String, Sendable, CaseIterable {
  /// The member `AIGC` of the object that the document is.
  case json
  /// `AIGC:` in the front matter of a Markdown file.
  case markdown
  /// `<meta name="AIGC">` in the head.
  case html
  /// A text chunk with the keyword `AIGC`.
  case png
  /// A file of its own beside the labelled one, `NAME.aigc.json`, for every format without room for it.
  case sidecar

  /// The carrier for a file of this name, by its ending.
  public init(fileName: String) {
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self =
      switch ending {
      case "json": .json
      case "md", "markdown": .markdown
      case "html", "htm", "xhtml": .html
      case "png": .png
      default: .sidecar
      }
  }

  /// The label that `file` carries, or nil when there is none.
  ///
  /// - Throws: when the file is not what its name says, or its label is none.
  public func label(in file: [UInt8]) throws(GeneratedLabel.Fault) -> GeneratedLabel? {
    switch self {
    case .json, .sidecar:
      guard let object = try LabelCarrier.document(file)["AIGC"] else { return nil }
      return try GeneratedLabel(object)
    case .markdown: return try FrontMatter(file).label.map { label throws(GeneratedLabel.Fault) in try LabelCarrier.parsed(label) }
    case .html: return try HTMLHead(file).label.map { label throws(GeneratedLabel.Fault) in try LabelCarrier.parsed(label) }
    case .png: return try PNGChunks(file).label.map { label throws(GeneratedLabel.Fault) in try LabelCarrier.parsed(label) }
    }
  }

  /// `file` with `label` in the place of any that it has; the same again when it is done twice. For `sidecar`, the file beside it.
  ///
  /// - Throws: when the file is not what its name says.
  public func labelled(_ file: [UInt8], _ label: GeneratedLabel) throws(GeneratedLabel.Fault) -> [UInt8] {
    switch self {
    case .json: return try LabelCarrier.member(label, in: file)
    case .markdown: return FrontMatter(file).with(label.json)
    case .html: return try HTMLHead(file).with(LabelCarrier.wrapped(label))
    case .png: return try PNGChunks(file).with(LabelCarrier.wrapped(label))
    case .sidecar: return LabelCarrier.wrapped(label) + [0x0A]
    }
  }

  /// The value of a metadata field: an object with the label as its only member (annex E b).
  private static func wrapped(_ label: GeneratedLabel) -> [UInt8] { Array("{\"AIGC\":".utf8) + label.json + Array("}".utf8) }

  /// The label that a field's value says, also without the object around it, as others write it.
  private static func parsed(_ bytes: [UInt8]) throws(GeneratedLabel.Fault) -> GeneratedLabel {
    let value = try document(bytes)
    return try GeneratedLabel(value["AIGC"] ?? value)
  }

  private static func document(_ bytes: [UInt8]) throws(GeneratedLabel.Fault) -> JSON {
    do { return try JSON(parsing: bytes) } catch { throw GeneratedLabel.Fault("it is not JSON: \(error.message)") }
  }

  /// Puts the member first, or in the place of the one that is there; everything else stays byte for byte.
  private static func member(_ label: GeneratedLabel, in file: [UInt8]) throws(GeneratedLabel.Fault) -> [UInt8] {
    let document = try document(file)
    guard let members = document.members else { throw GeneratedLabel.Fault("the document is not an object, so it has no room for AIGC") }
    if let known = document["AIGC"] { return file[..<known.range.lowerBound] + label.json + file[known.range.upperBound...] }
    let start = document.range.lowerBound + 1
    return file[..<start] + Array("\"AIGC\":".utf8) + label.json + (members.isEmpty ? [] : [UInt8(ascii: ",")]) + file[start...]
  }
}
