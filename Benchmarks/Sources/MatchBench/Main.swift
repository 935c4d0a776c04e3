import Glibc

/// Measures reading, judging and writing inside one process, without streams and without start-up.
@main
enum Main {
  static func main() {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else { stop(Arguments.usage, code: 2) }
    do {
      if arguments.isExact { return print(try Exactness(arguments).run()) }
      if arguments.bytes > 0 { return print(try Repetition(arguments).run()) }
      let measurement = try Measurement(arguments)
      print(try measurement.run(passes: arguments.passes, budget: arguments.budget).json)
      if let path = arguments.pairs {
        try save(measurement.pairs().map { "\($0.rule)\t\($0.events)\n" }.joined(), to: path)
      }
    } catch {
      stop("MatchBench: \(error)", code: 1)
    }
  }

  private static func stop(_ message: String, code: Int32) -> Never {
    var line = message + "\n"
    line.withUTF8 { _ = unsafe Glibc.write(2, $0.baseAddress, $0.count) }
    exit(code)
  }
}
