import ParapetFormat

/// The JSON Schema of verdicts, ready to judge.
public struct VerdictSchema: Sendable {
  /// Why a schema cannot be used.
  public struct Fault: Error, Sendable, Equatable {
    /// A sentence for people.
    public let message: String
  }

  private let schema: JSONSchema

  /// Reads the schema from `bytes`, the contents of `verdict.v1.schema.json`.
  ///
  /// - Throws: `Fault` when the bytes are not JSON, or not a schema.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let document: JSON
    do {
      document = try JSON(parsing: bytes)
    } catch {
      throw Fault(message: "the verdict schema is not JSON: \(error.message) (byte \(error.offset))")
    }
    do {
      schema = try JSONSchema(document)
    } catch {
      throw Fault(message: "the verdict schema is no schema: \(error.message) (\(error.pointer))")
    }
  }

  /// Every way in which `verdict`, one line of JSON, breaks the schema, a sentence each; empty when it is valid.
  public func faults(in verdict: [UInt8]) -> [String] {
    do {
      return schema.violations(in: try JSON(parsing: verdict)).map { violation in
        let place = violation.instance.isEmpty ? "the verdict" : violation.instance
        return "\(place): \(violation.message) (\(violation.keyword))"
      }
    } catch {
      return ["the verdict is not JSON: \(error.message) (byte \(error.offset))"]
    }
  }
}
