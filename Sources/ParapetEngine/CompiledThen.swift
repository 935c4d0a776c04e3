import ParapetRule

/// One action. A class, so that asking for it copies none of its words.
final class CompiledAction: Sendable {
  private let action: Action

  init(_ action: Action) { self.action = action }

  var kind: Action.Kind { action.kind }
  var mask: Action.Mask { action.mask }
  var transform: String? { action.transform }
  var text: LocalizedText? { action.text }
  var position: Action.Position { action.position }
  var reply: String? { action.reply }
  var purpose: String? { action.purpose }
  var hint: String? { action.hint }
  var obligations: [Action.Obligation] { action.obligations }
}

/// What a rule does, by declared format.
struct CompiledThen: Sendable {
  private struct Way {
    let action: CompiledAction?
    /// What is done where a rewriting has not helped.
    let otherwise: CompiledAction?

    init(_ then: Then, _ format: String) {
      action = then.action(for: format).map(CompiledAction.init)
      otherwise = then.otherwise(for: format).map(CompiledAction.init)
    }

    func action(fallsBack: Bool) -> CompiledAction? { (fallsBack ? otherwise : nil) ?? action }
  }

  /// For the formats that the rule names, and for any other: no format is without a name.
  private let named: [String: Way]
  private let other: Way

  init(_ then: Then) {
    named = Dictionary(uniqueKeysWithValues: then.byFormat.keys.map { ($0, Way(then, $0)) })
    other = Way(then, "")
  }

  /// The action for `format`; with `fallsBack`, the one where a rewriting has not helped, if there is one.
  func action(for format: String, fallsBack: Bool) -> CompiledAction? {
    if !named.isEmpty, let way = named[format] { return way.action(fallsBack: fallsBack) }
    return other.action(fallsBack: fallsBack)
  }
}
