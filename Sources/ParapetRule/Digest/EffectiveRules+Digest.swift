internal import ParapetEntity
import ParapetText

extension EffectiveRules {
  /// `sha256:` and the hash of everything that is in force: the rules after overrides, the patterns of their cues, the terms of their
  /// lists, the replies, the hints, the registers that rules ask, the schemas, and which profile and channel this is.
  var meaningDigest: String {
    let bytes = CanonicalForm.of { form in
      form.add("profile", list: [profile, version, channel ?? ""])
      form.open(rules.count)
      for rule in rules {
        form.add(rule.digest)
        form.addContents(of: rule)
      }
      for (key, reply) in replies.sorted(by: { $0.key < $1.key }) { form.add(key, list: [reply.zh, reply.en]) }
      for (key, hint) in hints.sorted(by: { $0.key < $1.key }) { form.add("hint", list: [key, hint.zh, hint.en]) }
      for register in registers { form.add(register) }
      for (path, schema) in schemas.sorted(by: { $0.key < $1.key }) { form.add(path, SHA256.hexDigest(of: schema)) }
    }
    return "sha256:" + SHA256.hexDigest(of: bytes)
  }
}

extension CanonicalForm {
  fileprivate mutating func add(_ register: Register) {
    add("register", list: [register.kind.rawValue, register.source, register.asOf, String(register.isComplete)])
    open(register.entries.count)
    for entry in register.entries {
      add(entry.key, list: entry.names)
      add("standing", list: [String(entry.hasEnded), String(entry.isFuture), String(entry.isVerified)])
      add("successor", entry.successor)
      add("last", entry.lastArticle.map { String($0) })
      add("value", entry.value)
      add("former", list: entry.formerValues)
    }
  }

  /// What a rule takes from elsewhere: patterns of cues and terms of lists.
  fileprivate mutating func addContents(of rule: Rule) {
    for clause in rule.find {
      if case .terms(_, let terms) = clause.producer { add("terms", set: terms) }
    }
    for condition in rule.unless.flatMap({ $0.before + $0.after + $0.within }) where condition.cue != nil {
      add(condition.scope, condition.pattern)
    }
  }
}
