import Glibc

/// Clocks of the machine, in nanoseconds.
enum Clock {
  /// The processor time that this process has used.
  static var processor: Int { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// The time on the wall, for what is too short to be interrupted often.
  static var wall: Int { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
