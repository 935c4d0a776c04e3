import ArgumentParser

/// How text for people looks.
struct PrintOptions: ParsableArguments {
  /// When to colour.
  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Option(help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = Color.auto

  /// Whether standard output is coloured.
  var isColored: Bool { isColored(on: 1) }

  /// Whether what goes to `descriptor` is coloured.
  func isColored(on descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Terminal.isTerminal(descriptor) && Terminal.environment("NO_COLOR") == nil && Terminal.environment("TERM") != "dumb"
    }
  }
}

extension PrintOptions {
  /// Whether `descriptor` is coloured where nobody asked.
  static func automatic(on descriptor: Int32) -> Bool {
    var options = PrintOptions()
    options.color = .auto
    return options.isColored(on: descriptor)
  }
}
