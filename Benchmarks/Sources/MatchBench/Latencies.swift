/// How long messages took, by their length.
struct Latencies {
  /// Classes of length in bytes, as the corpus makes them.
  static let classes: [(name: String, bytes: Range<Int>)] = [
    ("200-600 B", 200..<600), ("~1 KB", 900..<1150), ("2-3 KB", 2000..<3200), ("6-9 KB", 6000..<9300),
  ]

  private let lengths: [Int]
  private var best: [Int]

  init(lengths: [Int]) {
    self.lengths = lengths
    best = Array(repeating: .max, count: lengths.count)
  }

  /// A message took so many nanoseconds; of several passes the best counts, so that what interrupts the machine does not.
  mutating func record(_ nanoseconds: Int, message: Int) {
    if nanoseconds < best[message] { best[message] = nanoseconds }
  }

  /// A JSON object of the classes with median and 99th percentile in microseconds.
  var json: String {
    let members = Latencies.classes.compactMap { name, bytes -> String? in
      let times = lengths.indices.filter { bytes.contains(lengths[$0]) }.map { best[$0] }.sorted()
      guard !times.isEmpty else { return nil }
      return #""\#(name)":{"messages":\#(times.count),"p50_us":\#(at(0.5, times)),"p99_us":\#(at(0.99, times))}"#
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private func at(_ share: Double, _ times: [Int]) -> Double {
    Double(times[min(times.count - 1, Int(Double(times.count) * share))]) / 1000
  }
}
