import ParapetRule

/// One action. A class, so that asking for it copies none of its words.
final class CompiledAction: Sendable {
  let action: Action

  init(_ action: Action) { self.action = action }

  var kind: Action.Kind { action.kind }
}

/// What a rule does, by declared format.
struct CompiledThen: Sendable {
  private let standard: CompiledAction?
  private let byFormat: [String: CompiledAction]
  private let otherwise: [String: CompiledAction]

  init(_ then: Then) {
    standard = then.standard.map(CompiledAction.init)
    byFormat = then.byFormat.mapValues(CompiledAction.init)
    otherwise = then.otherwise.mapValues(CompiledAction.init)
  }

  /// The action for `format`; with `fallsBack`, the one where a rewriting has not helped, if there is one.
  func action(for format: String, fallsBack: Bool) -> CompiledAction? {
    guard !byFormat.isEmpty || !otherwise.isEmpty else { return standard }
    let own = byFormat[format]
    let last = fallsBack ? (own == nil ? otherwise["other"] : otherwise[format]) : nil
    return last ?? own ?? standard
  }
}
