import Foundation
import Testing

@testable import ParapetReport

/// Every colour of text against what it stands on, by the formula of WCAG 2.2: at least 4.5 to 1 (level AA), in light, dark and print.
@Suite struct PaletteTests {
  /// The colours of one scheme, by name.
  private typealias Palette = [String: String]

  /// The three `:root` blocks of the style sheet, in order: light, dark, print.
  private static var palettes: [(name: String, colors: Palette)] {
    let blocks = HTMLPage.style.matches(of: /:root\s*\{([^}]*)\}/).map { block in
      let variables = block.output.1.matches(of: /--([a-z]+):\s*(#[0-9a-f]+)/)
      return Palette(uniqueKeysWithValues: variables.map { (String($0.output.1), String($0.output.2)) })
    }
    return Array(zip(["light", "dark", "print"], blocks))
  }

  private func luminance(_ color: String) throws -> Double {
    var digits = color.dropFirst().map { String($0) }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = try (0..<3).map { index in
      let value = Double(try #require(Int(digits[2 * index] + digits[2 * index + 1], radix: 16))) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ text: String, on ground: String) throws -> Double {
    let (a, b) = (try luminance(text), try luminance(ground))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func theFormulaIsTheStandards() throws {
    #expect(abs(try contrast("#000000", on: "#fff") - 21) < 0.001)
    #expect(abs(try contrast("#777777", on: "#ffffff") - 4.478) < 0.001)
  }

  @Test func everyTextCanBeRead() throws {
    #expect(Self.palettes.map(\.colors.count) == [12, 12, 12])
    for (name, colors) in Self.palettes {
      let grounds = ["paper", "soft"]
      let pairs =
        ["ink", "quiet", "bad", "good", "warn", "accent"].flatMap { text in grounds.map { (text, $0) } }
        + ["badsoft", "goodsoft", "warnsoft"].map { ("ink", $0) }
      for (text, ground) in pairs {
        let ratio = try contrast(#require(colors[text]), on: #require(colors[ground]))
        #expect(ratio >= 4.5, "\(name): \(text) on \(ground) is \(ratio)")
      }
    }
  }

  @Test func everyHeatCanBeRead() throws {
    let heats = HTMLPage.style.matches(of: /\.h[1-3] \{ background: (#[0-9a-f]+); color: (#[0-9a-f]+); \}/)
    #expect(heats.count == 6, "three shades, light and dark")
    for heat in heats { #expect(try contrast(String(heat.output.2), on: String(heat.output.1)) >= 4.5, "\(heat.output.0)") }
  }
}
