import ArgumentParser
import Parapet
import ParapetFormat

/// `parapet label`.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Write the metadata object AIGC into exported files, or check it.",
    discussion: """
      The implicit label of GB 45438-2025. A .json file carries it as a member, .md in its front matter, .html in a meta element, .png in a \
      text chunk; beside any other file NAME.aigc.json is written. Everything else in the file stays as it is, and labelling twice changes \
      nothing more. A file that cannot be labelled is left as it is and told on standard error; the others are labelled.

      parapet label --producer "Example Bank" --id evt-7f3a report.md
      parapet label --check report.md

      Exit codes: 0 all is labelled; 1 with --check, a label is missing or wrong; 2 a file could not be read, written or labelled, whatever \
      the others are.
      """)

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Flag(help: "Write nothing; say which files carry no label, or a wrong one.")
  var check = false

  @Option(help: ArgumentHelp("Who generated the content: a name or a code.", valueName: "name"))
  var producer: String?

  @Option(help: ArgumentHelp("The producer's number for the content, such as the id of its event.", valueName: "id"))
  var id: String?

  @Option(help: "1 is generated, 2 may be generated, 3 is suspected to be generated.")
  var kind = GeneratedLabel.Kind.generated

  @Option(help: ArgumentHelp("Who distributes the content, when it is not the producer.", valueName: "name"))
  var propagator: String?

  @Option(help: ArgumentHelp("The distributor's number for the content; together with --propagator.", valueName: "id"))
  var propagateId: String?

  @Option(help: ArgumentHelp("For the producer's own use, such as a digest.", valueName: "text"))
  var reserved1 = ""

  @Option(help: ArgumentHelp("For the distributor's own use.", valueName: "text"))
  var reserved2 = ""

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
    guard !check else {
      if producer != nil || id != nil { throw ValidationError("--check writes nothing, so it needs neither --producer nor --id") }
      return
    }
    guard let producer, let id, !producer.isEmpty, !id.isEmpty else {
      throw ValidationError("a label says who generated the content and under which number: give --producer and --id, or --check")
    }
    if (propagator == nil) != (propagateId == nil) || propagator?.isEmpty == true || propagateId?.isEmpty == true {
      throw ValidationError("a distributor has a name and a number for the content: give both --propagator and --propagate-id, or neither")
    }
    for text in [producer, id, propagator ?? "", propagateId ?? "", reserved1, reserved2] where text.utf8.count > GeneratedLabel.mostBytes {
      throw ValidationError("an entry of a label has at most \(GeneratedLabel.mostBytes) bytes")
    }
  }

  func run() throws {
    var faults: [String] = []
    var failures: [CommandFailure] = []
    for path in files {
      do {
        if !check { try write(path) } else if let fault = try fault(of: path) { faults.append("\(path): \(fault)\n") }
      } catch let failure as CommandFailure {
        failures.append(failure)
      }
    }
    if check {
      try Standard.output.print(
        faults.joined() + "\(files.count - faults.count - failures.count) of \(files.count) labelled\n")
    }
    guard failures.isEmpty else {
      let reasons = failures.compactMap(\.message).joined(separator: "\nparapet: ")
      throw CommandFailure(files.count == 1 ? reasons : reasons + "\nparapet: \(failures.count) of \(files.count) files failed")
    }
    if !faults.isEmpty { throw CommandFailure.found }
  }

  /// The largest file that is labelled, in bytes.
  private static let limit = 256 << 20

  private func write(_ path: String) throws {
    let file = try InputFile.contents(of: path, limit: LabelCommand.limit)
    let label = GeneratedLabel(
      kind: kind, producer: producer ?? "", produceID: id ?? "", producerReserve: reserved1, propagator: propagator,
      propagateID: propagateId, propagatorReserve: reserved2)
    let carrier = LabelCarrier(fileName: path)
    let target = carrier == .sidecar ? path + LabelCommand.sidecar : path
    do {
      let labelled = try carrier.labelled(file, label)
      if carrier == .sidecar || labelled != file { try OutputFile.replace(target, with: labelled) }
    } catch let fault as GeneratedLabel.Fault {
      throw CommandFailure("cannot label \(path): \(fault.message)")
    }
  }

  private static let sidecar = ".aigc.json"

  /// What is wrong with the label of a file, or nil.
  private func fault(of path: String) throws -> String? {
    let carrier = LabelCarrier(fileName: path)
    var source = path
    if carrier == .sidecar {
      _ = try InputFile.contents(of: path, limit: LabelCommand.limit)
      source = path + LabelCommand.sidecar
      guard OutputFile.exists(source) else { return "no label; \(source) does not exist" }
    }
    do {
      return try carrier.label(in: InputFile.contents(of: source, limit: LabelCommand.limit)) == nil ? "no label" : nil
    } catch let fault as GeneratedLabel.Fault {
      return fault.message
    }
  }
}
