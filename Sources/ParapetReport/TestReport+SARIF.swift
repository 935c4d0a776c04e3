import ParapetFormat
import ParapetTesting

extension TestReport {
  /// The failures as a SARIF log, which code hosts show at the line. Kinds of problem are its rules.
  ///
  /// - Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
  public func sarif() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.list("runs", [self]) { report, writer in
        writer.object {
          $0.key("tool")
          $0.object {
            $0.key("driver")
            $0.object {
              $0.member("name", "parapet")
              $0.list("rules", report.problemKinds) { kind, writer in
                writer.object {
                  $0.member("id", "parapet/\(kind.rawValue)")
                  $0.key("shortDescription")
                  $0.object { $0.member("text", kind.words) }
                }
              }
            }
          }
          $0.member("columnKind", "unicodeCodePoints")
          $0.list("results", report.failures) { $0.writeSARIF(to: &$1) }
        }
      }
    }
    return writer.bytes + [10]
  }

  private var problemKinds: [CaseResult.Problem.Kind] {
    let kinds = Set(failures.compactMap { $0.problems.first?.kind })
    return CaseResult.Problem.Kind.allCases.filter(kinds.contains)
  }
}

extension CaseResult {
  fileprivate func writeSARIF(to writer: inout JSONWriter) {
    writer.object {
      $0.member("ruleId", "parapet/\(problems.first?.kind.rawValue ?? "")")
      $0.member("level", "error")
      $0.key("message")
      $0.object { $0.member("text", (["\(suite) › \(name)"] + lines(.plain).dropFirst(2)).joined(separator: "\n")) }
      $0.list("locations", [self]) { result, writer in
        writer.object {
          $0.key("physicalLocation")
          $0.object {
            $0.key("artifactLocation")
            $0.object { $0.member("uri", result.file) }
            $0.key("region")
            $0.object {
              $0.member("startLine", result.line)
              $0.member("startColumn", result.column)
            }
          }
        }
      }
      $0.key("partialFingerprints")
      $0.object { $0.member("case/v1", "\(suite)/\(name)") }
    }
  }
}

extension CaseResult.Problem.Kind {
  /// What such a problem is.
  var words: String {
    switch self {
    case .malformed: "The case itself makes no sense."
    case .missing: "Something expected was not found."
    case .unexpected: "Something was found that was not expected."
    case .unjudged: "A rule could not look, which is not the same as finding nothing."
    case .suppression: "An exception that should have removed a candidate did not."
    case .decision: "The decision is another one than expected."
    case .out: "The deliverable text is another one than expected."
    case .promote: "A known gap is closed."
    case .schema: "A verdict breaks its schema."
    case .invariant: "A verdict contradicts itself."
    case .uncovered: "A part of a rule is exercised by no case."
    case .survived: "A changed rule passes all of its examples."
    case .flagged: "A benign text is flagged."
    case .stale: "An entry of the baseline is no longer so."
    }
  }
}
