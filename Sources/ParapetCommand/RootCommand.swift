import ArgumentParser
import Parapet

/// `parapet`.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parapet",
    abstract: "Judge what goes into and comes out of a language model by rules.",
    discussion: """
      With something piped in and no command, parapet is parapet filter: one event a line in, one verdict a line out.

      Rules come from --rules DIR, or else from the directory that PARAPET_RULES names, or else from the binary itself. filter exits with \
      0 when the whole stream was processed; test, lint and doctor exit with 0 when nothing is wrong and 1 when something is. 2 says that \
      the command could not run.
      """,
    version: parapetVersion,
    subcommands: [
      FilterCommand.self, TestCommand.self, LintCommand.self, ExplainCommand.self, GroundCommand.self, DiffCommand.self,
      ReplayCommand.self, RecordCommand.self, EvadeCommand.self, RulesCommand.self, LabelCommand.self, LegalCommand.self,
      SchemaCommand.self, BundleCommand.self, DoctorCommand.self, CompletionsCommand.self, VersionCommand.self,
    ])

  /// Options that are `parapet`'s own and no filter's.
  static let ownOptions = ["-h", "--help", "-help", "--version", "--generate-completion-script", "--experimental-dump-help"]
}

/// `parapet version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")
  func run() throws { try Standard.output.print(parapetVersion + "\n") }
}

/// `parapet completions SHELL`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for bash, zsh or fish.",
    discussion: """
      bash:  parapet completions bash > ~/.local/share/bash-completion/completions/parapet
      zsh:   parapet completions zsh > ~/.zsh/completions/_parapet     (a folder in $fpath)
      fish:  parapet completions fish > ~/.config/fish/completions/parapet.fish
      """)

  /// The shells.
  enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let generator: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try Standard.output.print(RootCommand.completionScript(for: generator))
  }
}
