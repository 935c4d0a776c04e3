/// The best of several passes.
struct Best {
  private(set) var nanoseconds = Int.max
  private(set) var all: [Int] = []

  mutating func record(_ time: Int) {
    nanoseconds = min(nanoseconds, time)
    all.append(time)
  }

  var json: String { "[" + all.map { String(Double($0) / 1e9) }.joined(separator: ",") + "]" }
}

/// What a measurement came to.
struct Outcome {
  let loadNanoseconds: Int
  private let lengths: [Int]
  var read = Best()
  var judge = Best()
  var write = Best()
  var latencies: Latencies
  var findings = 0
  var unjudged = 0

  init(loadNanoseconds: Int, lengths: [Int]) {
    self.loadNanoseconds = loadNanoseconds
    self.lengths = lengths
    latencies = Latencies(lengths: lengths)
  }

  /// One JSON object; times in processor seconds, every pass.
  var json: String {
    """
    {"messages":\(lengths.count),"text_bytes":\(lengths.reduce(0, +)),"load_ms":\(Double(loadNanoseconds) / 1e6),\
    "read_s":\(read.json),"judge_s":\(judge.json),"write_s":\(write.json),"findings":\(findings),"unjudged":\(unjudged),\
    "latency":\(latencies.json)}
    """
  }
}
