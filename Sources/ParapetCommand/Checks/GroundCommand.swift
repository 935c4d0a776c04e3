import ArgumentParser
import Parapet
import ParapetReport

/// `parapet ground`.
struct GroundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ground",
    abstract: "Show what an answer claims and what carries it, without rules.",
    discussion: """
      parapet ground --extract answer.txt                       every figure, date, number and reference in it, one a line
      parapet ground --context report.txt answer.txt            each claim with its proof, or with what is wrong, in words
      parapet ground --context a.txt --context b.txt --question "利率是多少？" answer.txt

      The values are shown: this is for whoever writes rules or looks into a finding, not for logs.
      """)

  @Flag(help: "List what is read in the text instead of judging it.")
  var extract = false

  @Option(help: ArgumentHelp("A file with material that the answer may rest on. May stand several times.", valueName: "file"), completion: .file())
  var context: [String] = []

  @Option(help: ArgumentHelp("What was asked.", valueName: "text"))
  var question = ""

  @Argument(help: "A file with the answer (- for standard input).", completion: .file())
  var answer = "-"

  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if extract, !context.isEmpty { throw ValidationError("--extract reads one text; it needs no --context") }
    if !extract, context.isEmpty { throw ValidationError("give --context FILE, or --extract to list what a text says") }
  }

  func run() throws {
    let text = try text(of: answer)
    if extract { return try Standard.output.print(GroundingStory.mentions(of: text)) }
    let passages = try context.map { (id: $0, text: try self.text(of: $0)) }
    let story = GroundingStory(answer: text, question: Text(question), passages: passages)
    try Standard.output.print(story.text(Style(isColored: printing.isColored)))
  }

  private func text(of path: String) throws -> Text {
    let bytes = try InputFile.contents(of: path, limit: 16 << 20)
    guard let text = Text(validating: bytes) else { throw CommandFailure("\(path) is not valid UTF-8") }
    return text
  }
}
