// What was not meant for the reader.

extension Transform {
  /// Blocks in which a model thinks aloud go, with their marks: `<think>…</think>` and the like. One that is never closed goes to the end
  /// of the text; a closing mark that nothing opened takes everything before it along.
  static let stripReasoning = Transform(name: "strip-reasoning", summary: "模型的思考过程整段去除 / what a model thought aloud is taken out") { utf8 in
    guard utf8.contains(UInt8(ascii: "<")) else { return [] }
    return ThinkingScan(utf8).edits()
  }

  /// Ids of rules go, with the brackets around them and the words that lead to them: a refusal names its reason, not its rule.
  static let stripRuleIDs = Transform(name: "strip-rule-ids", summary: "去除规则编号 / ids of rules are taken out") { utf8 in
    guard utf8.contains(UInt8(ascii: ".")) else { return [] }
    var text = Rewriting(utf8)
    while text.make(RuleIDScan(text.bytes).edits()) {}
    return text.edits
  }
}

/// Looks for blocks of thought.
private struct ThinkingScan {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let names = ["think", "thinking", "thought", "reasoning", "scratchpad", "analysis"].map { Array($0.utf8) }

  /// What goes: each block, with the white space behind it, and all in front of a closing mark without an opening one. Where what is left
  /// comes to a mark, the block that it opens or closes goes too.
  ///
  /// - Complexity: linear, as what is kept is looked at where it ends and nowhere else.
  func edits() -> [Transform.Edit] {
    var kept: [Int] = []
    var next = 0
    while next < bytes.count {
      kept.append(next)
      next += 1
      guard bytes[next - 1] == UInt8(ascii: ">"), let mark = mark(endingAt: kept) else { continue }
      kept.removeLast(mark.isClosing ? kept.count : mark.length)
      next = afterSpace(mark.isClosing ? next : close(of: mark.name, from: next))
    }
    return Transform.edits(keeping: kept, of: bytes.count)
  }

  /// The mark with which the bytes at `kept` end.
  private func mark(endingAt kept: [Int]) -> (name: [UInt8], isClosing: Bool, length: Int)? {
    for name in Self.names where kept.count > name.count + 1 {
      let start = kept.count - 1 - name.count
      guard name.indices.allSatisfy({ bytes[kept[start + $0]] | 0x20 == name[$0] }) else { continue }
      let isClosing = start > 1 && bytes[kept[start - 1]] == UInt8(ascii: "/")
      guard bytes[kept[start - (isClosing ? 2 : 1)]] == UInt8(ascii: "<") else { continue }
      return (name, isClosing, name.count + (isClosing ? 3 : 2))
    }
    return nil
  }

  private func mark(at start: Int) -> (name: [UInt8], isClosing: Bool, range: Range<Int>)? {
    guard bytes[start] == UInt8(ascii: "<") else { return nil }
    var at = start + 1
    let isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    for name in Self.names where at + name.count < bytes.count {
      guard name.indices.allSatisfy({ bytes[at + $0] | 0x20 == name[$0] }), bytes[at + name.count] == UInt8(ascii: ">") else { continue }
      return (name, isClosing, start..<at + name.count + 1)
    }
    return nil
  }

  /// The end of the closing mark of a block, or of the text.
  private func close(of name: [UInt8], from start: Int) -> Int {
    var (index, depth) = (start, 1)
    while index < bytes.count {
      if let mark = mark(at: index), mark.name == name {
        depth += mark.isClosing ? -1 : 1
        if depth == 0 { return mark.range.upperBound }
      }
      index += 1
    }
    return bytes.count
  }

  private func afterSpace(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    return at
  }
}

/// Looks for ids of rules.
private struct RuleIDScan {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let families = ["refusal.", "grounding.", "masking.", "format.", "tool."].map { Array($0.utf8) }
  private static let initials = Set("rgmft".utf8)
  private static let domains = [".com", ".net", ".org", ".io"].map { Array($0.utf8) }
  private static let opening = ["（", "(", "[", "【", "“", "\"", "`"].map { Array($0.utf8) }
  private static let closing = ["）", ")", "]", "】", "”", "\"", "`"].map { Array($0.utf8) }
  private static let leads = [
    "（规则：", "(rule: ", "命中规则", "触犯规则", "违反规则", "根据规则", "按照规则", "依据规则", "规则：", "规则编号", "规则", "under rule ", "by rule ", "rule ",
  ].map {
    Array($0.utf8)
  }
  private static let tails = ["，", ",", "：", ":", " "].map { Array($0.utf8) }

  func edits() -> [Transform.Edit] {
    var edits: [Transform.Edit] = []
    var index = 0
    while index < bytes.count {
      if let end = id(at: index) {
        let range = widened(index..<end, floor: edits.last?.range.upperBound ?? 0)
        edits.append(Transform.Edit(range: range, replacement: ""))
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return edits
  }

  /// The end of the id that begins at a byte: a family and at least one further name of letters, digits and hyphens.
  private func id(at start: Int) -> Int? {
    if start > 0, isName(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") || bytes[start - 1] == UInt8(ascii: "/") { return nil }
    guard Self.initials.contains(bytes[start]), let family = Self.families.first(where: { bytes[start...].starts(with: $0) }) else {
      return nil
    }
    var at = start + family.count
    var names = 0
    while at < bytes.count, bytes[at] | 0x20 >= 0x61, bytes[at] | 0x20 <= 0x7A {
      while at < bytes.count, isName(bytes[at]) { at += 1 }
      names += 1
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), bytes[at + 1] | 0x20 >= 0x61, bytes[at + 1] | 0x20 <= 0x7A else { break }
      at += 1
    }
    // Code calls methods, and files have names; a rule's id stands by itself and its last name has a hyphen or two names follow.
    guard names >= 2 || (names == 1 && bytes[start..<at].contains(UInt8(ascii: "-"))) else { return nil }
    // So does a host: tool.example.com.
    if Self.domains.contains(where: { bytes[start..<at].suffix($0.count).elementsEqual($0) }) { return nil }
    return at < bytes.count && [UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: "/")].contains(bytes[at]) ? nil : at
  }

  /// The id with a pair of brackets, the words before and the comma behind.
  private func widened(_ range: Range<Int>, floor: Int) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    for (left, right) in zip(Self.opening, Self.closing) where ends(start, with: left, floor) && bytes[end...].starts(with: right) {
      (start, end) = (start - left.count, end + right.count)
      break
    }
    while start > floor, bytes[start - 1] == 0x20 { start -= 1 }
    if let lead = Self.leads.first(where: { ends(start, with: $0, floor) || ends(range.lowerBound, with: $0, floor) }) {
      start = ends(start, with: lead, floor) ? start - lead.count : range.lowerBound - lead.count
      if let tail = Self.tails.first(where: { bytes[end...].starts(with: $0) }) { end += tail.count }
    }
    return max(start, floor)..<end
  }

  private func ends(_ place: Int, with word: [UInt8], _ floor: Int) -> Bool {
    place - word.count >= floor && bytes[(place - word.count)..<place].elementsEqual(word)
  }

  private func isName(_ byte: UInt8) -> Bool { byte.isASCIIDigit || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") }
}
