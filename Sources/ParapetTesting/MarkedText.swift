public import ParapetText

/// A text with the stretches that somebody expects to be found: written with `⟦ ⟧` around them.
public struct MarkedText: Sendable, Equatable {
  /// Why marks do not say what is expected.
  public struct Fault: Error, Sendable, Equatable {
    /// The kinds of fault.
    public enum Kind: String, Sendable, CaseIterable {
      /// A `⟦` is never closed.
      case unclosed
      /// A `⟧` closes nothing.
      case unopened
      /// A `⟦` stands inside another.
      case nested
      /// There is nothing between `⟦` and `⟧`.
      case empty
    }
    /// What is wrong.
    public let kind: Kind
    /// Which mark is meant, in Unicode scalars of the text with its marks, from 0.
    public let scalarOffset: Int
    /// A sentence for people that quotes nothing of the text.
    public var message: String {
      let place = "at character \(scalarOffset + 1)"
      return switch kind {
      case .unclosed: "the mark ⟦ \(place) is never closed"
      case .unopened: "the mark ⟧ \(place) closes nothing"
      case .nested: "the mark ⟦ \(place) stands inside another; expected spans cannot overlap"
      case .empty: "the marks ⟦⟧ \(place) have nothing between them"
      }
    }
  }

  /// The text without its marks.
  public let text: Text
  /// What stood between marks, in order.
  public let spans: [TextSpan]

  /// A text with spans in it.
  public init(_ text: Text, spans: [TextSpan]) {
    self.text = text
    self.spans = spans
  }

  /// Reads a text with marks.
  ///
  /// - Throws: `Fault` when marks are not balanced, nested or empty.
  public init(parsing marked: String) throws(Fault) {
    var plain: [UInt8] = []
    plain.reserveCapacity(marked.utf8.count)
    var spans: [TextSpan] = []
    var place = Place()
    var opened: (place: Place, scalarOffset: Int)?
    for (offset, scalar) in marked.unicodeScalars.enumerated() {
      switch scalar {
      case "⟦":
        guard opened == nil else { throw Fault(kind: .nested, scalarOffset: offset) }
        opened = (place, offset)
      case "⟧":
        guard let open = opened else { throw Fault(kind: .unopened, scalarOffset: offset) }
        guard open.place.utf8 < place.utf8 else { throw Fault(kind: .empty, scalarOffset: open.scalarOffset) }
        spans.append(open.place.span(to: place))
        opened = nil
      default:
        plain += scalar.utf8
        place.step(over: scalar)
      }
    }
    if let opened { throw Fault(kind: .unclosed, scalarOffset: opened.scalarOffset) }
    self.init(Text(String(decoding: plain, as: UTF8.self)), spans: spans)
  }

  /// The text with marks around its spans.
  public var marked: String { MarkedText.mark(text.string, at: spans.map(\.scalar)) }

  /// `shown` with marks at `ranges`, which count its Unicode scalars. Ranges may overlap; a mark closes before another opens.
  static func mark(_ shown: String, at ranges: [Range<Int>]) -> String {
    guard !ranges.isEmpty else { return shown }
    var result = String.UnicodeScalarView()
    let scalars = Array(shown.unicodeScalars)
    for offset in 0...scalars.count {
      for range in ranges where range.upperBound == offset && !range.isEmpty { result.append("⟧") }
      for range in ranges where range.lowerBound == offset {
        result.append("⟦")
        if range.isEmpty { result.append("⟧") }
      }
      if offset < scalars.count { result.append(scalars[offset]) }
    }
    return String(result)
  }
}

/// A place in a text, counted in all three units at once.
private struct Place {
  var utf8 = 0
  var scalar = 0
  var utf16 = 0

  mutating func step(over unit: Unicode.Scalar) {
    utf8 += UTF8.width(unit)
    scalar += 1
    utf16 += UTF16.width(unit)
  }

  func span(to end: Place) -> TextSpan {
    TextSpan(utf8: utf8..<end.utf8, scalar: scalar..<end.scalar, utf16: utf16..<end.utf16)
  }
}
