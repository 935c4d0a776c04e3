import ArgumentParser
import Glibc
import Parapet

/// Arguments in, exit code out: 0 done, 1 and 3 as each command says, 2 could not run.
@main
enum ParapetMain {
  static func main() {
    // A reader that goes away shows as an error of write(2), which says where; the signal would say nothing.
    signal(SIGPIPE, SIG_IGN)
    exit(code(for: Array(CommandLine.arguments.dropFirst())))
  }

  private static func code(for arguments: [String]) -> Int32 {
    do {
      guard let complete = try completed(arguments) else {
        Standard.output.write(RootCommand.helpMessage() + "\n")
        return 0
      }
      // A filter is started for a single event as well: what it was asked for in right words is read without the other commands.
      var command: any ParsableCommand
      if complete.first == "filter", let filter = try? FilterCommand.parse(Array(complete.dropFirst())) {
        command = filter
      } else {
        command = try RootCommand.parseAsRoot(complete)
      }
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      if let message = failure.message { Standard.error.write("parapet: \(message)\n") }
      return failure.code
    } catch {
      return answer(error)
    }
  }

  /// The arguments with the subcommand that was left out: `filter` when options stand alone or something is piped in. Nil asks for help.
  private static func completed(_ arguments: [String]) throws -> [String]? {
    guard let first = arguments.first else { return Terminal.isTerminal(0) ? nil : ["filter"] }
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if names.contains(first) || first.hasPrefix("___")
      || RootCommand.ownOptions.contains(where: { first == $0 || first.hasPrefix($0 + "=") })
    {
      return arguments
    }
    if first.hasPrefix("-") { return ["filter"] + arguments }
    let near = Suggestion.nearest(to: first, in: names).map { ". Did you mean “\($0)”?" } ?? ""
    throw CommandFailure("there is no command “\(first)”\(near)\nThe commands are \(names.dropLast().joined(separator: ", ")).")
  }

  /// What ArgumentParser has to say. Its code for wrong usage, 64, becomes 2.
  private static func answer(_ error: any Error) -> Int32 {
    let message = RootCommand.fullMessage(for: error)
    switch RootCommand.exitCode(for: error) {
    case .success:
      if !message.isEmpty { Standard.output.write(message + "\n") }
      return 0
    case let code:
      if !message.isEmpty { Standard.error.write(message + "\n") }
      return error is ExitCode ? code.rawValue : 2
    }
  }
}
