import Glibc
import Synchronization

/// The end of the pipe that the signal handler writes to. Set once, before the handler is.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// The signal that has come, or zero.
private let signalThatCame = Atomic<Int32>(0)

/// SIGTERM and SIGINT as something that can be waited for: the record in hand is finished, and what was judged is written.
///
/// A second signal ends the process at once, in case nobody reads what is to be written.
struct Interruption: Sendable {
  private let pipe: Int32

  /// Catches the signals from now on. One at a time: there is one process.
  init() throws(ReadFailure) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw ReadFailure(message: Descriptor.words(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    pipe = ends[0]
    unsafe signalPipe = ends[1]
    // Made now, because a signal handler may not make it.
    signalThatCame.store(0, ordering: .relaxed)
    for number in [SIGTERM, SIGINT] { Interruption.catch(number) }
  }

  /// Makes the handler answer `number`, unless the parent has the signal ignored, as a shell does with SIGINT in the background.
  private static func `catch`(_ number: Int32) {
    var former = sigaction()
    guard unsafe sigaction(number, nil, &former) == 0 else { return }
    let isIgnored = unsafe unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    guard !isIgnored else { return }
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { number in
      signalThatCame.store(number, ordering: .relaxed)
      var byte = UInt8(truncatingIfNeeded: number)
      let saved = errno
      _ = unsafe write(signalPipe, &byte, 1)
      errno = saved
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    _ = unsafe sigaction(number, &action, nil)
    // A parent may have started this process from a thread that blocks all signals.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    _ = unsafe pthread_sigmask(Int32(SIG_UNBLOCK), &signals, nil)
  }

  /// Whether a signal has come. Any thread may ask, and at next to no cost.
  var isPending: Bool { signal != nil }

  /// The signal that has come, or nil.
  var signal: Int32? {
    let number = signalThatCame.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Makes `wait` come back, as a signal would.
  func wake() {
    var byte: UInt8 = 0
    _ = unsafe write(signalPipe, &byte, 1)
  }

  /// Waits until `input` can be read (true), or a signal or `wake` comes (false).
  func wait(for input: Descriptor) -> Bool {
    let first = pollfd(fd: input.number, events: Int16(POLLIN), revents: 0)
    var ready = (first, pollfd(fd: pipe, events: Int16(POLLIN), revents: 0))
    return unsafe withUnsafeMutableBytes(of: &ready) { bytes in
      let ready = unsafe bytes.assumingMemoryBound(to: pollfd.self)
      while unsafe poll(ready.baseAddress, 2, -1) < 0 {
        guard errno == EINTR || errno == EAGAIN else { return true }
      }
      return unsafe ready[1].revents == 0
    }
  }
}
