import ParapetEngine
import ParapetRule

/// What it takes to judge the cases of one rule at a time, taken apart.
struct PartBench: Sendable {
  let set: RuleSet
  let runner: ExampleRunner
  let fixtures: [FixtureCase]
  let near: NearTexts
  /// The patterns of the rule at hand, which most of its changed rules share.
  let shelf = PatternShelf()

  init(_ set: RuleSet, _ rules: EffectiveRules, fixtures: [FixtureCase], near: NearTexts) {
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
