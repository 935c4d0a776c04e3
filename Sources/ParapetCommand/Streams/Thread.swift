import Glibc

/// A thread of the system.
struct Thread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static let stackBytes = 8 << 20

  private let handle: pthread_t

  /// Starts a thread that runs `body`.
  init(_ body: @escaping @Sendable () -> Void) throws(CommandFailure) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, Thread.stackBytes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    var handle = pthread_t()
    let work = unsafe Unmanaged.passRetained(Work(body))
    let failure = unsafe pthread_create(
      &handle, &attributes,
      { argument in
        if let argument = unsafe argument { unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      unsafe work.release()
      throw CommandFailure("cannot start a thread: \(Descriptor.words(failure))")
    }
    self.handle = handle
  }

  /// Waits for its end.
  func join() { pthread_join(handle, nil) }

  /// How many processors this process may use: those that its affinity mask allows, or all that are there.
  static var processors: Int {
    let status = (try? InputFile.contents(of: "/proc/self/status", limit: 1 << 16)) ?? []
    for line in status.split(separator: 10) where line.starts(with: "Cpus_allowed:".utf8) {
      let digits = line.dropFirst("Cpus_allowed:".utf8.count).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      return max(1, digits.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
