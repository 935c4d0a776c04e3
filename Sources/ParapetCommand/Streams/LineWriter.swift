/// Keeps records until they are written together.
struct LineWriter {
  /// Why no more can be written.
  enum Failure: Error {
    /// The reader has gone.
    case brokenPipe
    /// Something else, in the system's words.
    case failed(String)
  }

  /// How many bytes are worth a write.
  private static let block = 65_536

  private let output: Descriptor
  private var buffer: [UInt8] = []

  /// A writer to `output`.
  init(_ output: Descriptor) { self.output = output }

  /// Whether enough has been kept to be written.
  var isFull: Bool { buffer.count >= LineWriter.block }

  /// Keeps `record` and a line feed.
  mutating func append(line record: [UInt8]) {
    buffer += record
    buffer.append(10)
  }

  /// Keeps `bytes` as they are.
  mutating func append(_ bytes: [UInt8]) { buffer += bytes }

  /// Writes what has been kept.
  mutating func flush() throws(Failure) {
    guard !buffer.isEmpty else { return }
    let outcome = output.write(buffer)
    buffer.removeAll(keepingCapacity: buffer.count <= 4 * LineWriter.block)
    switch outcome {
    case .done: return
    case .brokenPipe: throw .brokenPipe
    case .failed(let why): throw .failed(why)
    }
  }
}
