import ParapetEngine
public import ParapetRule
import ParapetText
import ParapetVerdict

extension PartBench {
  /// How the examples of `rule` stand up to its mutants.
  ///
  /// - Throws: `RuleErrors` when the rule does not compile. A mutant that does not is no mutant.
  public func mutation(of rule: Rule) throws(RuleErrors) -> MutationOutcome {
    shelf.clear()
    let program = try runner.program(of: rule)
    let cases = RuleCases(rule, fixtures: fixtures, near: near, by: program)
    var count = 0
    var survivors: [MutationOutcome.Survivor] = []
    for mutant in rule.mutants {
      guard let changed = try? runner.program(of: mutant.rule) else { continue }
      count += 1
      if cases.hold(by: changed) { survivors.append(survivor(mutant, of: rule)) }
    }
    for (clause, survives) in checkDigits(of: rule, cases, by: program) {
      count += 1
      if survives { survivors.append(survivor(Mutant(checkDigitOf: clause, of: rule), of: rule)) }
    }
    return MutationOutcome(rule: rule.id, file: rule.file, mutants: count, survivors: survivors)
  }

  private func survivor(_ mutant: Mutant, of rule: Rule) -> MutationOutcome.Survivor {
    var path = mutant.path
    var position = set.position(of: path, inRule: rule.id, utf8Offset: mutant.utf8Offset)
    while position == nil, let end = path.lastIndex(of: ".") {
      path = String(path[..<end])
      position = set.position(of: path, inRule: rule.id)
    }
    return MutationOutcome.Survivor(mutant: mutant, position: position)
  }

  /// Whether hits are still found when their last digit is another one, for each clause whose validator has a check digit there.
  private func checkDigits(of rule: Rule, _ cases: RuleCases, by program: Program) -> [(clause: String, survives: Bool)] {
    var outcomes: [(clause: String, survives: Bool)] = []
    // What is held against evidence carries checks as well, but no digit that checks it.
    let checked = Set(rule.find.filter { $0.validate != nil }.map { "find.\($0.name)" })
    for (event, finding) in cases.validated(by: program) where checked.contains(finding.clause) {
      guard let span = finding.span, let variants = event.variants(ofLastDigitIn: span.utf8) else { continue }
      let found = variants.count { variant in
        program.evaluate(variant).findings.contains { $0.clause == finding.clause && $0.span == span && !$0.checks.isEmpty }
      }
      // Where most last digits pass, the last digit checks nothing.
      guard found * 2 < variants.count else { continue }
      if let known = outcomes.firstIndex(where: { $0.clause == finding.clause }) {
        outcomes[known].survives = outcomes[known].survives || found > 0
      } else {
        outcomes.append((finding.clause, found > 0))
      }
    }
    return outcomes
  }
}

extension Mutant {
  /// The mutant that changes check digits in what `clause` finds.
  fileprivate init(checkDigitOf clause: String, of rule: Rule) {
    self.init(
      operator: .checkDigit, name: "\(clause).validate: check digit", words: "changing the check digit of what \(clause) finds",
      path: "\(clause).validate", rule: rule)
  }
}

extension Event {
  /// This event with each other digit in the place of the last ASCII digit of `range` of its text; nil when that does not end in one.
  fileprivate func variants(ofLastDigitIn range: Range<Int>) -> [Event]? {
    guard var bytes = text?.utf8, let last = range.last, (48...57).contains(bytes[last]) else { return nil }
    let written = bytes[last]
    return (48...57).filter { $0 != written }.map { digit in
      bytes[last] = digit
      var variant = self
      variant.text = Text(String(decoding: bytes, as: UTF8.self))
      return variant
    }
  }
}
