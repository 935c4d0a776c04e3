import ArgumentParser
import Parapet

/// `parapet bundle BINARY`.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Put the shipped rules, in compiled form, behind the code of a parapet binary, so that filter starts at once.",
    discussion: """
      `make release` does it. The rules are still in the binary as they were written, and every other command reads those; doctor says \
      whether there is a bundle. It speaks for the days that it names, on this version of PCRE2; on others, and after strip, \
      filter reads the rules as written. The verdicts are the same bytes.
      """)

  @OptionGroup var rules: RulesOptions

  @Argument(help: "The binary, built from the same sources as this one.", completion: .file())
  var binary: String

  func validate() throws {
    if rules.directory != nil { throw ValidationError("the bundle is of the rules in the binary: there is no --rules here") }
  }

  func run() throws {
    do {
      let bundle = try RuleBundle.append(to: binary, day: rules.day)
      try Standard.output.print(
        "\(binary): \(bundle.bytes >> 10) KiB, from \(bundle.days.joined(separator: ", from ")) until before \(bundle.end)\n")
    } catch let errors as RuleErrors {
      throw CommandFailure(errors, in: .shipped, colored: PrintOptions.automatic(on: 2))
    } catch let error as RuleSourceError {
      throw CommandFailure("cannot put the bundle there: \(error)")
    }
  }
}
