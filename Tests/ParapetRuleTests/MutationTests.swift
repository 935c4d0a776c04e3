import ParapetRule
import Testing

/// A repeatable source of chance.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Whatever a rule file holds, it is decoded or it has diagnostics that point into it; nothing stops the reader.
@Suite struct MutationTests {
  private static let paths = DesignedRules.directory.keys.sorted()

  private func check(_ bytes: [UInt8], at path: String, _ comment: @autoclosure () -> String) {
    var files = RuleDirectory.files(DesignedRules.directory).filter { $0.path != path }
    files.append(RuleFile(path: path, bytes: bytes))
    let (set, diagnostics) = RuleSet.decode(files, date: RuleDirectory.today)
    for diagnostic in diagnostics {
      #expect(diagnostic.line >= 1 && diagnostic.column >= 1 && diagnostic.length >= 1, "\(comment())")
      #expect(diagnostic.column <= diagnostic.sourceLine.unicodeScalars.count + 2, "\(comment()): \(diagnostic)")
      #expect(DiagnosticCode(rawValue: diagnostic.code) != nil)
      _ = diagnostic.rendered(color: false)
    }
    if set.rules.count < 5 {
      #expect(diagnostics.contains { $0.severity == .error }, "\(comment())")
    }
    for profile in set.profiles { _ = try? set.effective(profile: profile.id, channel: profile.channels.first) }
  }

  @Test func cutShort() {
    for path in Self.paths {
      let bytes = Array((DesignedRules.directory[path] ?? "").utf8)
      for end in stride(from: 0, to: bytes.count, by: 61) { check(Array(bytes[..<end]), at: path, "\(path) cut at \(end)") }
    }
  }

  @Test func changedByChance() {
    let seed: UInt64 = 20_261_121
    var chance = SplitMix(state: seed)
    let tokens = [
      "{", "}", "[", "]", ":", ": ", "- ", "\n", "'", "\"", "#", "&a ", "*a", "!t ", "|\n", ">", "---\n", "\t", "\0", "⟦", "⟧", "$x", "(",
      ")",
      "\\", "?", "*", "銀", "\u{202E}", "off", "",
    ].map { Array($0.utf8) }
    for round in 0..<300 {
      let path = Self.paths[Int.random(in: 0..<Self.paths.count, using: &chance)]
      var bytes = Array((DesignedRules.directory[path] ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let start = Int.random(in: 0...bytes.count, using: &chance)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &chance))
        let token = tokens[Int.random(in: 0..<tokens.count, using: &chance)]
        bytes.replaceSubrange(start..<end, with: Bool.random(using: &chance) ? token : [UInt8.random(in: 0...255, using: &chance)])
      }
      check(bytes, at: path, "seed \(seed), round \(round), \(path)")
    }
  }

  @Test func linesLeftOutAndTwice() {
    for path in Self.paths where path.hasSuffix(".yaml") {
      let lines = (DesignedRules.directory[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for index in lines.indices {
        var fewer = lines
        fewer.remove(at: index)
        check(Array(fewer.joined(separator: "\n").utf8), at: path, "\(path) without line \(index + 1)")
        var more = lines
        more.insert(lines[index], at: index)
        check(Array(more.joined(separator: "\n").utf8), at: path, "\(path) with line \(index + 1) twice")
      }
    }
  }
}
