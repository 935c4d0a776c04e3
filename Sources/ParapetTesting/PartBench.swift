import ParapetEngine
public import ParapetRule

/// A bench on which rules are taken apart, one at a time: which parts their cases exercise, and which they hold.
///
/// Only the rule at hand is compiled, and only its own examples, the fixture cases that name it and the benign texts that come near to it
/// are judged: a part that none of them exercises or holds is not, whatever other rules would say.
public struct PartBench: Sendable {
  let set: RuleSet
  let runner: ExampleRunner
  let fixtures: [FixtureCase]
  let near: NearTexts
  /// The patterns of the rule at hand, which most of its changed rules share.
  let shelf = PatternShelf()

  /// A bench for the rules of `set`, with replies and schemas from `rules`; `fixtures` count for the rules that they name, and benign
  /// texts as misses of the rules that they come near to.
  public init(_ set: RuleSet, _ rules: EffectiveRules, fixtures: [FixtureCase] = [], near: NearTexts = NearTexts()) {
    self.set = set
    self.fixtures = fixtures
    self.near = near
    var options = TestOptions()
    // A rule without one of its parts judges a handful of short texts: machine code, and knowing where a pattern can match, would take
    // longer to make than it saves.
    options.program.jit = false
    options.program.readsPatterns = false
    options.program.shelf = shelf
    runner = ExampleRunner(rules, options: options)
  }
}
