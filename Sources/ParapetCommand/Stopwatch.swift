import Glibc

/// Time that passes, by the monotonic clock.
struct Stopwatch {
  private let start = Stopwatch.nanoseconds

  /// Microseconds since it was made.
  var microseconds: Int { (Stopwatch.nanoseconds - start) / 1000 }
  /// Milliseconds since it was made.
  var milliseconds: Int { microseconds / 1000 }

  private static var nanoseconds: Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
  }
}
