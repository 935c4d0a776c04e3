/// What a measurement came to.
struct Outcome {
  let loadNanoseconds: Int
  private let lengths: [Int]
  /// Processor nanoseconds of every pass that only read, that read and matched, that read and judged, and that read, judged and wrote.
  var reading: [Int] = []
  var matching: [Int] = []
  var judging: [Int] = []
  var writing: [Int] = []
  var latencies: Latencies
  /// Findings in all verdicts, events that a glance was not enough for, and bytes written.
  var findings = 0
  var verdicts = 0
  var bytes = 0

  init(loadNanoseconds: Int, lengths: [Int]) {
    self.loadNanoseconds = loadNanoseconds
    self.lengths = lengths
    latencies = Latencies(lengths: lengths)
  }

  /// One JSON object; times in processor seconds, each pass by itself.
  var json: String {
    """
    {"messages":\(lengths.count),"text_bytes":\(lengths.reduce(0, +)),"load_ms":\(Double(loadNanoseconds) / 1e6),\
    "read_s":\(seconds(reading)),"read_match_s":\(seconds(matching)),"read_judge_s":\(seconds(judging)),"read_judge_write_s":\(seconds(writing)),\
    "findings":\(findings),"verdicts":\(verdicts),"written_bytes":\(bytes),"latency":\(latencies.json)}
    """
  }

  private func seconds(_ times: [Int]) -> String { "[" + times.map { String(Double($0) / 1e9) }.joined(separator: ",") + "]" }
}
