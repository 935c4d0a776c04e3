import ParapetPack
import ParapetRule
import ParapetText

/// What compiling a rule set finds out about its clauses, kept so that the same rules need not be read again.
struct Foresight: Sendable {
  /// One clause.
  struct Clause: Sendable, Equatable {
    /// Whether nothing is known of where it can find something.
    let isAlwaysTried: Bool
    /// The number of the group that is its span.
    let group: Int?
    /// Whether its pattern is tried at a few places only.
    let isNarrow: Bool
  }

  /// What the rules look for.
  let plan: SignPlan
  /// The clauses of all rules, in order.
  let clauses: [Clause]
}

extension Foresight {
  /// What `program` has found out.
  init(_ program: Program) {
    plan = program.plan
    clauses = program.rules.flatMap(\.clauses).map { Clause(isAlwaysTried: $0.isAlwaysTried, group: $0.group, isNarrow: $0.isNarrow) }
  }
}

extension Foresight {
  /// What `rules` look for, as a digest: rules that have the same one have the same foresight, however they act on what they find.
  static func aim(of rules: [Rule]) -> String {
    var packed = Packer()
    for rule in Program.inOrder(rules) {
      packed.pack(rule.fold.rawValue)
      packed.pack(rule.find)
    }
    return SHA256.hexDigest(of: packed.bytes)
  }
}
