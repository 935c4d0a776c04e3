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

  func validate() throws {
    if let coverageMin, !(0...100).contains(coverageMin) { throw ValidationError("--coverage-min is a share from 0 to 100") }
    if updateBaseline, !mutate, benign == nil { throw ValidationError("--update-baseline goes with --mutate or --benign") }
  }

  /// Does what was asked: what there is to complain of, and what the report shows besides.
  func run(_ run: TestRun) throws -> (complaints: [CaseResult], shown: (inout TestReport) -> Void) {
    var baseline = try read()
    var complaints: [CaseResult] = []
    let texts = try benign.map { try TestRun.benignTexts($0) }
    let coverage = self.coverage || coverageMin != nil ? try run.coverage(texts ?? []) : nil
    if let coverage, let coverageMin, coverage.percent < coverageMin { complaints += run.located(CaseResult.uncovered(coverage)) }
    let mutation = mutate ? try run.mutation(texts ?? []) : nil
    let benign = try texts.map { try run.benign($0) }
    if updateBaseline {
      if let mutation { baseline.update(.survivors, of: Set(mutation.map(\.rule)), found: mutation.flatMap(\.items)) }
      if let benign { baseline.update(.flagged, of: Set(benign.measures.map(\.rule)), found: benign.items) }
      try OutputFile.write(Array(baseline.yaml.utf8), to: baseline.path)
    }
    if let mutation { complaints += run.located(CaseResult.survivors(mutation, against: baseline), but: baseline.path) }
    if let benign { complaints += CaseResult.alarms(benign, against: baseline) }
    return (
      complaints,
      {
        $0.coverage = coverage
        $0.mutation = mutation
        $0.benign = benign
      }
    )
  }

  /// The baseline, empty when there is no file and nobody named one.
  private func read() throws -> Baseline {
    let path = baseline ?? "Fixtures/baseline.yaml"
    guard Path.exists(path) else {
      if baseline != nil, !updateBaseline { throw CommandFailure("there is no file \(path)") }
      return Baseline(path: path)
    }
    let (decoded, problems) = Baseline.decode(RuleFile(path: path, bytes: try InputFile.contents(of: path, limit: 16 << 20)))
    guard let decoded else {
      throw CommandFailure(
        "the baseline cannot be used", because: problems.filter { $0.severity == .error }, colored: PrintOptions.automatic(on: 2))
    }
    return decoded
  }
}
