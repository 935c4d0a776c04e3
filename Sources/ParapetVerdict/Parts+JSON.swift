import ParapetFormat
import ParapetText

extension Finding {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("version", version)
      $0.member("family", family)
      $0.member("clause", clause)
      $0.member("severity", severity)
      $0.member("action", action)
      $0.member("enforced", enforced)
      $0.member("where", part)
      $0.key(literal: "span")
      if let span { span.write(to: &$0) } else { $0.null() }
      $0.key(literal: "evidence")
      evidence.write(to: &$0)
      if !checks.isEmpty {
        $0.list("checks", checks) { check, writer in
          writer.object {
            $0.member("check", check.check)
            $0.member("pass", check.pass)
          }
        }
      }
      grounding?.writeMembers(to: &$0)
      if let schema {
        $0.key(literal: "schema")
        $0.object {
          $0.member("keywordLocation", schema.keyword)
          $0.member("absoluteKeywordLocation", schema.absoluteKeyword)
          $0.member("instanceLocation", schema.instance)
        }
      }
      $0.member("owner", owner)
      $0.list("legal", legal) { $1.value($0) }
      $0.key(literal: "reason")
      $0.object {
        $0.member("zh", reasonZh)
        $0.member("en", reasonEn)
      }
    }
  }
}

extension Finding.Grounding {
  func writeMembers(to writer: inout JSONWriter) {
    writer.key(literal: "claim")
    writer.object {
      $0.member("unit", unit)
      $0.member("fault", fault)
      $0.member("tier", tier)
    }
    if let nearest {
      writer.key(literal: "nearest")
      nearest.write(to: &writer)
    }
    if let derivation {
      writer.key(literal: "derivation")
      derivation.write(to: &writer)
    }
  }
}

extension Finding.Grounding.Nearest {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.key(literal: "span")
      span.write(to: &$0)
    }
  }
}

extension Finding.Grounding.Derivation {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("operation", operation)
      $0.list("operands", operands) { $0.write(to: &$1) }
      if let chance { $0.member("chance", chance) }
    }
  }
}

extension Trace.Claim {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("where", part)
      $0.key(literal: "span")
      span.write(to: &$0)
      $0.member("unit", unit)
      if let derivation {
        $0.key(literal: "derivation")
        derivation.write(to: &$0)
      }
    }
  }
}

extension Evidence {
  func write(to writer: inout JSONWriter) {
    writer.object {
      if let masked { $0.member("masked", masked) }
      if let digest { $0.member("digest", digest) }
    }
  }
}

extension TextSpan {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("utf8", utf8)
      $0.member("scalar", scalar)
      $0.member("utf16", utf16)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ range: Range<Int>) {
    key(literal: name)
    beginArray()
    value(range.lowerBound)
    value(range.upperBound)
    endArray()
  }
}

extension Edit {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("where", part)
      $0.key(literal: "span")
      span.write(to: &$0)
      $0.member("with", with)
    }
  }
}

extension Obligation {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind)
      if let queue { $0.member("queue", queue) }
      if let withinHours { $0.member("within_hours", withinHours) }
      $0.member("rule", rule)
    }
  }
}

extension Suppression {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("clause", clause)
      $0.member("by", by)
      $0.member("where", part)
      $0.key(literal: "span")
      span.write(to: &$0)
    }
  }
}

extension Unjudged {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("why", why)
      if let fact { $0.member("fact", fact) }
      $0.key(policy.name)
      if let limit = Int(policy.value) { $0.value(limit) } else { $0.value(policy.value) }
    }
  }
}

extension Trace {
  func write(to writer: inout JSONWriter) {
    writer.object {
      Trace.writeCounts(rules: rules, evaluated: evaluated, skipped: { skipped[$0] ?? 0 }, to: &$0)
      guard let steps else { return }
      $0.key(literal: "steps")
      $0.beginArray()
      for step in steps where step.skipped == nil { step.write(to: &$0) }
      $0.endArray()
    }
  }

  static func writeCounts(rules: Int, evaluated: Int, skipped: (SkipReason) -> Int, to writer: inout JSONWriter) {
    writer.member("rules", rules)
    writer.member("evaluated", evaluated)
    writer.key(literal: "skipped")
    writer.object {
      for reason in Trace.reasons {
        let count = skipped(reason)
        guard count > 0 else { continue }
        $0.key(reason.rawValue)
        $0.value(count)
      }
    }
  }

  private static let reasons = SkipReason.allCases
}

extension Trace.Step {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("candidates", candidates)
      $0.member("confirmed", confirmed)
      $0.member("validated", validated)
      $0.list("removed", removed) { removal, writer in
        writer.object {
          $0.member("by", removal.by)
          $0.member("count", removal.count)
        }
      }
      $0.member("findings", findings)
      if !claims.isEmpty { $0.list("claims", claims) { $0.write(to: &$1) } }
    }
  }
}
