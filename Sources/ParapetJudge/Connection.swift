import Glibc

/// One TCP connection with a deadline.
struct Connection: ~Copyable {
  private let descriptor: CInt
  private let deadline: Deadline

  /// Connects to `host`, trying each of its addresses.
  init(host: String, port: Int, deadline: Deadline) throws(ExchangeFailure) {
    var hints = unsafe addrinfo()
    unsafe hints.ai_family = AF_UNSPEC
    unsafe hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0, let first = unsafe list else { throw .unreachable }
    defer { unsafe freeaddrinfo(first) }
    var failure = ExchangeFailure.unreachable
    var next: UnsafeMutablePointer<addrinfo>? = unsafe first
    while let address = unsafe next {
      do throws(ExchangeFailure) {
        let descriptor = unsafe try Connection.open(address.pointee, deadline)
        self.descriptor = descriptor
        self.deadline = deadline
        return
      } catch {
        failure = error
      }
      unsafe next = unsafe address.pointee.ai_next
    }
    throw failure
  }

  deinit { close(descriptor) }

  private static func open(_ address: addrinfo, _ deadline: Deadline) throws(ExchangeFailure) -> CInt {
    let descriptor = unsafe socket(
      address.ai_family, address.ai_socktype | CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), address.ai_protocol)
    guard descriptor >= 0 else { throw .unreachable }
    if unsafe connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return descriptor }
    do throws(ExchangeFailure) {
      guard errno == EINPROGRESS || errno == EINTR else { throw errno == ECONNREFUSED ? .refused : .unreachable }
      try wait(descriptor, for: POLLOUT, deadline)
      var problem: CInt = 0
      var size = socklen_t(MemoryLayout<CInt>.size)
      guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size) == 0, problem == 0 else {
        throw problem == ECONNREFUSED ? .refused : .unreachable
      }
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Sends all of `bytes`.
  func send(_ bytes: [UInt8]) throws(ExchangeFailure) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.send(descriptor, UnsafeRawBufferPointer(rebasing: $0[sent...]).baseAddress, bytes.count - sent, CInt(MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if count < 0, errno == EAGAIN {
        try Connection.wait(descriptor, for: POLLOUT, deadline)
      } else if count >= 0 || errno != EINTR {
        throw .malformed
      }
    }
  }

  /// Adds what comes next to `bytes`; false at the end.
  func receive(into bytes: inout [UInt8]) throws(ExchangeFailure) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
      if count > 0 {
        bytes += chunk[..<count]
        return true
      }
      if count == 0 { return false }
      if errno == EAGAIN {
        try Connection.wait(descriptor, for: POLLIN, deadline)
      } else if errno != EINTR {
        throw .malformed
      }
    }
  }

  private static func wait(_ descriptor: CInt, for events: CInt, _ deadline: Deadline) throws(ExchangeFailure) {
    while true {
      let left = deadline.milliseconds
      guard left > 0 else { throw .timeout }
      var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let count = unsafe poll(&entry, 1, CInt(left))
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .malformed }
    }
  }
}

/// A moment by the monotonic clock.
struct Deadline {
  private let nanoseconds: Int

  /// The moment in so many milliseconds.
  init(milliseconds: Int) { nanoseconds = Deadline.now + milliseconds * 1_000_000 }

  /// How many milliseconds are left, rounded up.
  var milliseconds: Int { (nanoseconds - Deadline.now + 999_999) / 1_000_000 }

  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
