public import ParapetFormat

extension Verdict {
  /// The verdict as one line of JSON without a line end: keys in a fixed order, every required key present.
  public func json(timingMicroseconds: Int? = nil) -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer, timingMicroseconds: timingMicroseconds)
    return writer.bytes
  }

  /// Writes the verdict as one JSON object.
  public func write(to writer: inout JSONWriter, timingMicroseconds: Int? = nil) {
    writer.object {
      $0.member("schema", "verdict/1")
      $0.key(literal: "event")
      event.write(to: &$0)
      $0.key(literal: "engine")
      engine.write(to: &$0)
      $0.key(literal: "ruleset")
      ruleset.write(to: &$0)
      $0.member("decision", decision.rawValue)
      if let failure {
        $0.key(literal: "error")
        failure.write(to: &$0)
      }
      $0.key(literal: "reply")
      if let reply { reply.write(to: &$0) } else { $0.null() }
      $0.member("text", text)
      $0.list("findings", findings) { $0.write(to: &$1) }
      $0.list("edits", edits) { $0.write(to: &$1) }
      $0.list("obligations", obligations) { $0.write(to: &$1) }
      $0.list("suppressed", suppressed) { $0.write(to: &$1) }
      $0.list("unjudged", unjudged) { $0.write(to: &$1) }
      $0.key(literal: "trace")
      trace.write(to: &$0)
      if let review {
        $0.key(literal: "review")
        review.write(to: &$0)
      }
      if let timingMicroseconds { $0.member("timing_us", timingMicroseconds) }
    }
  }
}

extension Verdict.EventReference {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("stage", stage)
      $0.member("channel", channel)
      $0.member("trace_id", traceID)
    }
  }
}

extension Verdict.EngineReference {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("version", version)
      $0.member("pcre2", pcre2)
      $0.member("unicode", unicode)
    }
  }
}

extension Verdict.RulesetReference {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("profile", profile)
      $0.member("version", version)
      $0.member("digest", digest)
    }
  }
}

extension Verdict.Reply {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("key", key)
      $0.member("text", text)
    }
  }
}

extension Verdict.Failure {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("code", code)
      $0.member("message", message)
      if let offset { $0.member("offset", offset) }
    }
  }
}
