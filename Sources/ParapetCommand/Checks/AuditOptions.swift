import ArgumentParser
import Parapet
import ParapetReport
import ParapetTesting

/// What `parapet test` asks of rules besides their examples.
struct AuditOptions: ParsableArguments {
  @Flag(help: "Say which clauses, phrases, exceptions and assertions no example or fixture exercises.")
  var coverage = false

  @Option(help: ArgumentHelp("Fail when less than this share of them is exercised.", valueName: "percent"))
  var coverageMin: Double?

  @Flag(help: "Take the rules apart, one part at a time, and list the parts that no example holds.")
  var mutate = false

  @Option(
    help: ArgumentHelp(
      "Judge the benign texts in this folder (*.ndjson), list those that a rule flags, and count them as misses.", valueName: "dir"),
    completion: .directory)
  var benign: String?

  @Option(
    help: ArgumentHelp(
      "What may survive or be flagged for now, each with a reason. Without it: Fixtures/baseline.yaml beside ./Rules.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Write what was found into the baseline; what is new gets an empty reason, which somebody has to fill in.")
  var updateBaseline = false

  @Option(
    help: ArgumentHelp(
      "Reasons for --update-baseline, a line each: rule, item (as the report names it) and reason, with tabs between.", valueName: "file"),
    completion: .file())
  var reasons: String?

  func validate() throws {
    if let coverageMin, !(0...100).contains(coverageMin) { throw ValidationError("--coverage-min is a share from 0 to 100") }
    if updateBaseline, !mutate, benign == nil { throw ValidationError("--update-baseline goes with --mutate or --benign") }
    if reasons != nil, !updateBaseline { throw ValidationError("--reasons goes with --update-baseline") }
  }

  /// Does what was asked: what there is to complain of, and what the report shows besides.
  func run(_ run: TestRun) throws -> (complaints: [CaseResult], shown: (inout TestReport) -> Void) {
    var baseline = try read()
    var complaints: [CaseResult] = []
    let texts = try benign.map { try TestRun.benignTexts($0) }
    let asksCoverage = self.coverage || coverageMin != nil
    let bench = asksCoverage || mutate ? try run.bench(texts ?? []) : nil
    let coverage = asksCoverage ? try bench.map { bench in try run.rules.map { try bench.coverage(of: $0) } } : nil
    if let coverage, let coverageMin, coverage.percent < coverageMin { complaints += run.located(CaseResult.uncovered(coverage)) }
    let mutation = mutate ? try bench.map { bench in try run.rules.map { try bench.mutation(of: $0) } } : nil
    let benign = try texts.map { try run.benign($0) }
    // Rules that are no more have nothing that may stay.
    let gone = baseline.rules.subtracting(run.set.rules.map(\.id))
    if updateBaseline { try update(&baseline, mutation, benign, gone) }
    if let mutation { complaints += run.located(CaseResult.survivors(mutation, against: baseline, gone: gone), but: baseline.path) }
    if let benign { complaints += CaseResult.alarms(benign, against: baseline, gone: gone) }
    return (
      complaints,
      {
        $0.coverage = coverage
        $0.mutation = mutation
        $0.benign = benign
      }
    )
  }

  /// Writes what was found into the baseline, and says what somebody has to do by hand.
  private func update(_ baseline: inout Baseline, _ mutation: [MutationOutcome]?, _ benign: BenignOutcome?, _ gone: Set<String>) throws {
    let reasons = try table()
    var found: [(rule: String, item: String)] = []
    var lists: [Baseline.List] = []
    if let mutation {
      found += mutation.flatMap(\.items)
      lists.append(.survivors)
      baseline.update(.survivors, of: gone.union(mutation.map(\.rule)), found: mutation.flatMap(\.items), reasons: reasons)
    }
    if let benign {
      found += benign.items
      lists.append(.flagged)
      baseline.update(.flagged, of: gone.union(benign.measures.map(\.rule)), found: benign.items, reasons: reasons)
    }
    try OutputFile.write(Array(baseline.yaml.utf8), to: baseline.path)
    let open = lists.reduce(0) { $0 + baseline.unexplained(in: $1) }
    Standard.error.write("\(baseline.path): written; \(open) items have no reason yet\n")
    for line in reasons.unused(among: found) {
      Standard.error.write("\(self.reasons ?? ""):\(line.number): “\(line.item)” of \(line.rule) needs no reason: it was not found\n")
    }
  }

  private func table() throws -> Reasons {
    guard let reasons else { return Reasons() }
    let file = RuleFile(path: reasons, bytes: try InputFile.contents(of: reasons, limit: 16 << 20))
    do throws(Reasons.Fault) { return try Reasons(file) } catch { throw CommandFailure("the reasons cannot be used: \(error)") }
  }

  /// The baseline, empty when there is no file and nobody named one.
  private func read() throws -> Baseline {
    let path = baseline ?? "Fixtures/baseline.yaml"
    guard Path.exists(path) else {
      if baseline != nil, !updateBaseline { throw CommandFailure("there is no file \(path)") }
      return Baseline(path: path)
    }
    let file = RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20))
    let (decoded, problems) = Baseline.decode(file, isUnfinished: updateBaseline)
    guard let decoded else {
      throw CommandFailure(
        "the baseline cannot be used", because: problems.filter { $0.severity == .error }, colored: PrintOptions.automatic(on: 2))
    }
    return decoded
  }
}
