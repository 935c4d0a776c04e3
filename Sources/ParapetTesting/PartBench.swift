import ParapetEngine
import ParapetRule

/// What it takes to judge the cases of one rule at a time, taken apart.
struct PartBench: Sendable {
  let set: RuleSet
  let runner: ExampleRunner
  let fixtures: [FixtureCase]
  let near: NearTexts

  init(_ set: RuleSet, _ rules: EffectiveRules, fixtures: [FixtureCase], near: NearTexts) {
    self.set = set
    self.fixtures = fixtures
    self.near = near
    var options = TestOptions()
    // A rule without one of its parts judges a handful of short texts: machine code would take longer to make than it saves.
    options.program.jit = false
    runner = ExampleRunner(rules, options: options)
  }
}
