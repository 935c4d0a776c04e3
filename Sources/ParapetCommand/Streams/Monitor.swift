import Glibc

/// State that threads share: looked at and changed under a lock, and waited for.
///
/// - Source: POSIX.1-2017, pthread_cond_wait. Swift's Synchronization has a mutex, but nothing to wait for.
@safe
final class Monitor<State, Event: CaseIterable & RawRepresentable<Int>>: Sendable {
  // INVARIANT: what these point to lives as long as the monitor, and `state` is touched only by the thread that holds the mutex.
  nonisolated(unsafe) private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  nonisolated(unsafe) private let conditions: UnsafeMutablePointer<pthread_cond_t>
  nonisolated(unsafe) private var state: State

  /// A monitor of `state`. Raw values of `Event` count from zero.
  init(_ state: State) {
    unsafe self.state = state
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe conditions = .allocate(capacity: Event.allCases.count)
    for index in 0..<Event.allCases.count {
      unsafe (conditions + index).initialize(to: pthread_cond_t())
      unsafe pthread_cond_init(conditions + index, nil)
    }
  }

  deinit {
    for index in 0..<Event.allCases.count { unsafe pthread_cond_destroy(conditions + index) }
    unsafe conditions.deallocate()
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Looks at the state or changes it, and wakes those who wait for `events`.
  func change<Result>(waking events: Event..., by change: (inout State) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      unsafe pthread_mutex_unlock(mutex)
      for event in events { unsafe pthread_cond_broadcast(conditions + event.rawValue) }
    }
    return unsafe change(&state)
  }

  /// Waits for `event` until `change` has a result.
  func wait<Result>(for event: Event, until change: (inout State) -> Result?) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = unsafe change(&state) { return result }
      unsafe pthread_cond_wait(conditions + event.rawValue, mutex)
    }
  }
}
