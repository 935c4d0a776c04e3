import ParapetEntity
import ParapetGrounding
import ParapetRule
import ParapetVerdict

extension Evaluation {
  /// Drafts for the candidates that the registers of `kind` speak against.
  ///
  /// - Throws: that the register is missing, where there is none.
  func unregistered(
    _ candidates: [Candidate], of rule: CompiledRule, _ name: String, _ options: CompiledRegister
  ) throws(Unlooked) -> [Draft] {
    let supplied = event.registers.filter { $0.kind == options.kind }
    guard let lookup = supplied.isEmpty ? options.lookup?.value : RegisterLookup(supplied) else {
      throw .missing("registers.\(options.kind.rawValue)")
    }
    struct Place: Hashable {
      let clause: Int
      let part: Int
      let view: Int
    }
    var places: [Place: [Candidate]] = [:]
    for candidate in candidates {
      places[Place(clause: candidate.clause, part: candidate.part, view: candidate.viewNumber), default: []].append(candidate)
    }
    var faults: [Place: [Range<Int>: ClaimJudgement.Fault]] = [:]
    for (place, candidates) in places {
      var kind: MentionKind?
      if case .entity(let entity) = rule.clauses[place.clause].producer { kind = entity }
      faults[place] = lookup.faults(of: kind, at: candidates.map(\.view), in: recognisable(place.part, place.view, of: rule))
    }
    return candidates.compactMap { candidate in
      let place = Place(clause: candidate.clause, part: candidate.part, view: candidate.viewNumber)
      guard let fault = faults[place]?[candidate.view], fault.tier == .certain || options.mindsLikely else { return nil }
      let draft = draft(rule, candidate)
      draft.checks.append(Finding.Check(check: name, pass: false))
      draft.reason = (fault.reasonZh, fault.reasonEn)
      draft.grounding = Finding.Grounding(fault: fault.kind, tier: fault.tier.rawValue, unit: options.kind.rawValue)
      return draft
    }
  }
}

/// A `registered` assertion, ready to look.
struct CompiledRegister: Sendable {
  let kind: Register.Kind
  /// Nil where there is no such register.
  let lookup: Late<RegisterLookup>?
  let mindsLikely: Bool

  init?(_ options: Assertion.Registered, _ registers: [Register]) {
    guard let kind = Register.Kind(rawValue: options.register) else { return nil }
    self.kind = kind
    let own = registers.filter { $0.kind == kind }
    lookup = own.isEmpty ? nil : Late { RegisterLookup(own) }
    mindsLikely = options.tier == "likely"
  }
}
