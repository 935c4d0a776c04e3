import ParapetFormat
public import ParapetRule
public import ParapetTesting

/// What became of hits in disguise.
public struct EvasionReport: Sendable {
  private let hits: [DisguisedHit]
  private let binding: Set<String>

  /// A report on `hits` of `rules`.
  public init(_ hits: [DisguisedHit], of rules: [Rule]) {
    self.hits = hits
    binding = Set(rules.filter { $0.status == .stable && ($0.family == .masking || $0.family == .refusal) }.map(\.id))
  }

  /// Hits that a stable masking or refusal rule misses although it declares the fold that undoes the disguise.
  public var failures: [DisguisedHit] { hits.filter { $0.isDemanded && !$0.isHeld && binding.contains($0.rule) } }

  /// Counts by disguise, and every failure with its place.
  public func table(_ style: Style = .plain) -> [UInt8] {
    var lines = failures.map { hit in
      style.red("✗ ") + style.bold(hit.rule) + " \(hit.evasion.rawValue)  " + style.blue("\(hit.file):\(hit.line)")
        + "\n    \(hit.text.marked)"
    }
    for evasion in Evasion.allCases {
      let all = hits.filter { $0.evasion == evasion }
      guard !all.isEmpty else { continue }
      let demanded = all.filter(\.isDemanded)
      let shares = [(demanded, "declared"), (all.filter { !$0.isDemanded }, "not declared")].filter { !$0.0.isEmpty }.map { hits, what in
        "\(hits.count(where: \.isHeld)) of \(hits.count) found where the fold is \(what)"
      }
      let words =
        evasion.fold == nil ? "\(all.count(where: \.isHeld)) of \(all.count) found; no fold promises it" : shares.joined(separator: ", ")
      lines.append("\(evasion.rawValue): \(words)")
    }
    lines.append("\(style.marked(!failures.isEmpty)) \(hits.count) disguised hits, \(failures.count) missed that a rule promises to find")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// One JSON object a disguised hit.
  public func ndjson() -> [UInt8] {
    var bytes: [UInt8] = []
    for hit in hits {
      var writer = JSONWriter()
      writer.beginObject()
      for (name, value) in [
        ("rule", hit.rule), ("kind", hit.evasion.rawValue), ("stage", hit.stage.rawValue), ("text", hit.text.marked),
        ("from", "\(hit.file):\(hit.line)"),
      ] {
        writer.key(name)
        writer.value(value)
      }
      for (name, value) in [("demanded", hit.isDemanded), ("held", hit.isHeld)] {
        writer.key(name)
        writer.value(value)
      }
      writer.endObject()
      bytes += writer.bytes + [10]
    }
    return bytes
  }
}
