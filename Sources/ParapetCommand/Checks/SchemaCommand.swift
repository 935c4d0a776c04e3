import ArgumentParser
import Parapet
import ParapetFormat
import ParapetTesting

/// `parapet schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of file, for editors.",
    discussion: """
      parapet schema rule > rule.schema.json
      parapet schema --dir .schemas      all of them

      In a YAML file, the first line `# yaml-language-server: $schema=PATH` names the schema. A schema knows less than parapet lint.
      """)

  /// Every schema that there is.
  private static let schemas = EditorSchema.ruleDirectory + [.fixture]

  @Argument(help: "rule, profile, cue, legal, register, replies, hints or fixture.")
  var name: String?

  @Option(help: ArgumentHelp("Write all of them into this folder as NAME.schema.json.", valueName: "dir"), completion: .directory)
  var dir: String?

  func validate() throws {
    if (name == nil) == (dir == nil) { throw ValidationError("give either a name or --dir") }
  }

  func run() throws {
    if let dir {
      for schema in Self.schemas {
        try OutputFile.write(schema.bytes, to: Path.joined(dir, "\(schema.name).schema.json"), makingFolders: true)
      }
    } else if let schema = Self.schemas.first(where: { $0.name == name }) {
      try Standard.output.print(schema.bytes)
    } else {
      throw CommandFailure("there is no schema “\(name ?? "")”" + Self.schemas.map(\.name).suggestion(for: name ?? "", called: "schemas"))
    }
  }
}
