import ArgumentParser
import ParapetJudge

/// Options for a judge that is plugged in.
struct JudgeOptions: ParsableArguments {
  @Option(
    name: .customLong("judge"),
    help: ArgumentHelp(
      "An OpenAI-compatible endpoint that names the figures behind claims the rules are not sure of, such as http://127.0.0.1:8000/v1. What it says is recorded in the verdict as review, and changes nothing else.",
      valueName: "url"))
  var url: String?

  @Option(name: .customLong("judge-model"), help: ArgumentHelp("The model to ask there.", valueName: "name"))
  var model: String?

  @Option(
    name: .customLong("judge-timeout"),
    help: ArgumentHelp("How long one question may take, in milliseconds. (default: 1500)", valueName: "ms"))
  var timeout: Int?

  func validate() throws {
    if let url {
      do throws(Endpoint.Fault) { _ = try Endpoint(parsing: url) } catch { throw ValidationError("--judge: \(error)") }
      if model?.isEmpty ?? true { throw ValidationError("--judge needs --judge-model, the name of the model to ask") }
    } else if model != nil || timeout != nil {
      throw ValidationError("--judge-model and --judge-timeout go with --judge")
    }
    if let timeout, !(1...60_000).contains(timeout) { throw ValidationError("--judge-timeout is a number from 1 to 60000") }
  }

  /// Who is asked; nil where no judge is plugged in.
  func reviewer() throws -> Reviewer? {
    guard let url, let model else { return nil }
    return Reviewer(ChatAdviser(try Endpoint(parsing: url), model: model, timeoutMilliseconds: timeout ?? 1500))
  }
}
