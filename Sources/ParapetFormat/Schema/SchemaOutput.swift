import ParapetPattern
public import ParapetText

extension JSONSchema {
  /// What judging one instance said, as the standard's output format *basic* lists it.
  ///
  /// - Source: JSON Schema core 2020-12, section 12.4.2.
  public struct Output: Sendable {
    /// One error or annotation.
    public struct Unit: Sendable {
      /// The way through the schema, references included, as an RFC 6901 pointer.
      public let keywordLocation: String
      /// The keyword itself: the URI of its schema resource, and a pointer from its root as the fragment.
      public let absoluteKeywordLocation: String
      /// Where in the instance, as an RFC 6901 pointer.
      public let instanceLocation: String
      /// Where the value stood in the instance's source, in bytes.
      public let range: Range<Int>
      /// What is wrong, for people, or nil for an annotation. It never quotes a value of the instance.
      public let error: String?
      /// What is said of the value, or nil for an error.
      public let annotation: JSON?
    }
    /// Whether the instance is valid. What could not be judged within bounds is not.
    public let isValid: Bool
    /// Errors of an instance that is not valid, else annotations.
    public let units: [Unit]
    /// The URI of the schema.
    let schema: String
  }

  /// Judges `instance` and keeps every error, also those of alternatives that did not fit, or every annotation.
  public func output(of instance: JSON) -> Output {
    var matcher = Matcher()
    var judge = SchemaJudge(self, for: instance, isDetailed: true)
    let isValid = judge.verdict(on: instance, &matcher)
    let units = (isValid ? judge.annotations : judge.errors).map { note in
      Output.Unit(
        keywordLocation: note.path, absoluteKeywordLocation: registry.absoluteLocation(of: note.node, note.pointer),
        instanceLocation: note.instancePointer, range: note.range, error: note.annotation == nil ? note.complaint?.en ?? "" : nil,
        annotation: note.annotation)
    }
    return Output(isValid: isValid, units: units, schema: registry.absoluteLocation(of: 0, ""))
  }
}

extension JSONSchema.Output {
  /// The output as JSON. With the text that the instance was read from, each unit has a `span` in UTF-8 bytes, Unicode scalars and
  /// UTF-16 code units as well; `offset` is where in that text the instance began.
  public func json(in text: Text? = nil, offset: Int = 0) -> [UInt8] {
    let ruler = text.map { TextRuler($0) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("valid")
    writer.value(isValid)
    writer.key("keywordLocation")
    writer.value("")
    writer.key("absoluteKeywordLocation")
    writer.value(schema)
    writer.key("instanceLocation")
    writer.value("")
    writer.key(isValid ? "annotations" : "errors")
    writer.beginArray()
    for unit in units {
      writer.beginObject()
      writer.key("valid")
      writer.value(isValid)
      writer.key("keywordLocation")
      writer.value(unit.keywordLocation)
      writer.key("absoluteKeywordLocation")
      writer.value(unit.absoluteKeywordLocation)
      writer.key("instanceLocation")
      writer.value(unit.instanceLocation)
      if let ruler {
        let span = ruler.span(unit.range.lowerBound + offset..<unit.range.upperBound + offset)
        writer.key("span")
        writer.beginObject()
        for (name, range) in [("utf8", span.utf8), ("scalar", span.scalar), ("utf16", span.utf16)] {
          writer.key(name)
          writer.beginArray()
          writer.value(range.lowerBound)
          writer.value(range.upperBound)
          writer.endArray()
        }
        writer.endObject()
      }
      if let error = unit.error {
        writer.key("error")
        writer.value(error)
      }
      if let annotation = unit.annotation {
        writer.key("annotation")
        writer.value(annotation)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }
}
