import Glibc
import Parapet

/// Where what was judged is written.
struct Outlets {
  /// Why no more is written.
  enum Stop: Error {
    /// The reader has gone.
    case brokenPipe
    /// A signal came.
    case interrupted
    /// Something that ends the command.
    case failed(CommandFailure)
    /// Rules that were needed do not compile.
    case rules(RuleErrors)
  }

  private let output: Descriptor
  private let verdicts: Descriptor?

  /// Standard output, and what `verdicts` names: a file or, as `fd:N`, a descriptor.
  init(verdicts: String?) throws {
    output = Descriptor(1)
    self.verdicts = try verdicts.map { try Outlets.sink($0) }
  }

  /// Whether verdicts are written besides.
  var keepsVerdicts: Bool { verdicts != nil }

  /// Writes what was made of `batch`, and counts it.
  ///
  /// The record of what was decided goes first: nothing is delivered whose verdict could not be written.
  func write(_ batch: Batch, counting tally: inout Tally) throws(Stop) {
    tally.add(batch.tally)
    if let verdicts {
      switch unsafe verdicts.write(batch.verdicts.output.bytes) {
      case .done: break
      case .brokenPipe: throw .failed(CommandFailure("--verdicts: the reader has gone"))
      case .failed(let why): throw .failed(CommandFailure("--verdicts: cannot write: \(why)"))
      }
    }
    switch unsafe output.write(batch.output.output.bytes) {
    case .done: break
    case .brokenPipe: throw .brokenPipe
    case .failed(let why): throw .failed(CommandFailure("cannot write: \(why)"))
    }
    switch batch.stop {
    case nil: return
    case .interrupted: throw .interrupted
    case .failed(let errors): throw .rules(errors)
    }
  }

  private static func sink(_ name: String) throws -> Descriptor {
    if name.hasPrefix("fd:") {
      guard let number = Int32(name.dropFirst(3)), number > 0, Descriptor(number).isOpen else {
        throw CommandFailure("--verdicts \(name): this descriptor is not open")
      }
      return Descriptor(number)
    }
    let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CommandFailure("--verdicts: cannot write \(name): \(Descriptor.words(errno))") }
    return Descriptor(descriptor)
  }
}
