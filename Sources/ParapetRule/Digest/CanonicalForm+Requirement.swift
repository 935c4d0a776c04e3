internal import ParapetFormat

extension CanonicalForm {
  mutating func add(_ requirement: Requirement) {
    switch requirement {
    case .all(let members): addGroup("all", members)
    case .any(let members): addGroup("any", members)
    case .assertion(let name, let assertion):
      add("require", name)
      add(assertion)
    }
  }

  private mutating func addGroup(_ name: String, _ members: [Requirement]) {
    add(name)
    open(members.count)
    for member in members { add(member) }
  }

  private mutating func add(_ assertion: Assertion) {
    switch assertion {
    case .grounded(let grounded):
      add("grounded", set: grounded.sources)
      add("options", list: [grounded.equal, String(grounded.derive), grounded.rounding, grounded.tier])
    case .registered(let registered): add("registered", list: [registered.register, registered.tier])
    case .json(let json):
      add("json", list: [json.schema, String(json.extract)])
      if json.assertsFormats { add("formats") }
      add("depth", json.depth.map { String($0) })
      add("bytes", json.bytes.map { String($0) })
    case .document(let document): add(document)
    case .values(let values): add("values", set: values)
    case .disclosed(let disclosed):
      add("disclosed", set: disclosed.phrases)
      add("pattern", disclosed.pattern)
      switch disclosed.place {
      case .anywhere: break
      case .first(let count): add("first", String(count))
      case .last(let count): add("last", String(count))
      case .near(let count): add("near", String(count))
      case .paragraph: add("same", "paragraph")
      case .sentence: add("same", "sentence")
      }
    case .matches(let pattern): add("matches", pattern)
    case .valid(let validator): add("valid", validator)
    case .reasoned(let sources): add("reasoned", set: sources)
    case .length(let length):
      add("length", length.unit.rawValue)
      add("min", length.min.map { String($0) })
      add("max", length.max.map { String($0) })
    case .arg(let argument):
      add("arg", argument.pointer)
      open(argument.comparisons.count)
      for comparison in argument.comparisons { add(comparison) }
    case .calls(let calls):
      add("calls", calls.tool)
      add("at_most", calls.atMost.map { String($0) })
      add("at_least", calls.atLeast.map { String($0) })
    }
  }

  private mutating func add(_ document: Assertion.Document) {
    add(document.form.name)
    if document.extract { add("extract") }
    switch document.form {
    case .csv(let form):
      add("separator", String(form.separator))
      add("header", list: form.header ?? [])
      add("columns", form.columns.map { String($0) })
      if !form.allowsFormulas { add("no-formulas") }
    case .table(let form):
      add("header", list: form.header ?? [])
      add("columns", form.columns.map { String($0) })
    case .xml(let form): add("root", form.root)
    }
  }

  private mutating func add(_ comparison: Assertion.Argument.Comparison) {
    switch comparison {
    case .present: add("present")
    case .matches(let pattern): add("matches", pattern)
    case .oneOf(let values): add("one_of", set: values)
    case .equals(let value): add("equals", value)
    case .atMost(let value): add("at_most", value)
    case .atLeast(let value): add("at_least", value)
    }
  }
}
