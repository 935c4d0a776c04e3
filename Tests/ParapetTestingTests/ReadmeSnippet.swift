import Parapet

/// The library example of the README, compiled. A test compares the two.
func readmeSnippet() throws {
  // README begins
  let guardrail = try Guardrail(.shipped)  // or .directory("Rules"); compiled once, shared by all tasks

  let answer = Event(stage: .output, text: "这款产品保本保息，放心买")
  let verdict = guardrail.evaluate(answer)  // never throws, keeps nothing

  switch verdict.decision {
  case .pass, .modify, .refuse: print(verdict.text)  // what may be delivered: the text, edited, or the reply
  case .hold, .error: print("not delivered")  // regenerate, or ask a person
  }
  for finding in verdict.findings { print(finding.rule, finding.reasonZh, finding.legal) }
  // README ends
}
