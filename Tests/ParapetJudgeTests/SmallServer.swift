import Glibc
import Synchronization

/// A real HTTP/1.1 server on the loopback interface that speaks just enough of the chat-completions protocol.
///
/// It listens on a port that the system picks, serves one connection at a time on a thread of its own, and keeps what it was asked.
final class SmallServer: Sendable {
  /// What it does with a request.
  enum Manner: Sendable {
    /// It answers with this content in a completion, by length.
    case says(String)
    /// The same in chunks of seven bytes.
    case saysInChunks(String)
    /// It sends these bytes and closes.
    case sends(String)
    /// It says nothing for so many milliseconds, then closes.
    case sleeps(Int)
    /// It sends bytes until the other side has had enough.
    case floods
  }

  let port: Int
  private let listener: CInt
  private let manner: Manner
  private let requests = Mutex<[[UInt8]]>([])

  init(_ manner: Manner) throws {
    self.manner = manner
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(listener, $0, size) }
    }
    guard bound == 0, listen(listener, 8) == 0 else { throw Failure() }
    var length = size
    _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(listener, $0, &length) }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.listener = listener
    serve()
  }

  struct Failure: Error {}

  /// Only the thread closes the listener, which this wakes: a number that is free again may be another server's before the thread asks with it.
  deinit { shutdown(listener, CInt(SHUT_RDWR)) }

  /// The address of its endpoint.
  var url: String { "http://127.0.0.1:\(port)/v1" }
  /// The requests so far, whole.
  var asked: [String] { requests.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }

  /// A port on which nobody listens any more.
  static func deadPort() throws -> Int {
    try SmallServer(.sleeps(0)).port
  }

  private func serve() {
    let listener = listener
    let manner = manner
    // The thread ends when the listener is shut down; what it was asked is kept through a weak reference.
    let box = Weak(self)
    _ = Thread.start {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          close(listener)
          return
        }
        let request = SmallServer.read(connection)
        box.server?.requests.withLock { $0.append(request) }
        SmallServer.answer(manner, connection)
        close(connection)
      }
    }
  }

  private final class Weak: @unchecked Sendable {
    weak var server: SmallServer?
    init(_ server: SmallServer) { self.server = server }
  }

  private static func read(_ connection: CInt) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let head = text.firstRange(of: "\r\n\r\n"), let field = text.firstRange(of: "Content-Length: ") {
        let length = Int(text[field.upperBound...].prefix { $0.isNumber }) ?? 0
        if text[head.upperBound...].utf8.count >= length { return bytes }
      }
      let count = unsafe recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static func answer(_ manner: Manner, _ connection: CInt) {
    switch manner {
    case .says(let content):
      let body = completion(content)
      send(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    case .saysInChunks(let content):
      send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      var rest = Array(completion(content).utf8)
      while !rest.isEmpty {
        let chunk = rest.prefix(7)
        send(connection, Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8))
        rest.removeFirst(chunk.count)
      }
      send(connection, "0\r\n\r\n")
    case .sends(let bytes): send(connection, bytes)
    case .sleeps(let milliseconds): usleep(UInt32(milliseconds * 1000))
    case .floods:
      send(connection, "HTTP/1.1 200 OK\r\n\r\n")
      let chunk = [UInt8](repeating: 0x20, count: 65_536)
      while send(connection, chunk) {}
    }
  }

  private static func completion(_ content: String) -> String {
    let escaped = content.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return #"{"id":"c1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"\#(escaped)"}}]}"#
  }

  @discardableResult private static func send(_ connection: CInt, _ text: String) -> Bool { send(connection, Array(text.utf8)) }

  @discardableResult private static func send(_ connection: CInt, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.send(connection, UnsafeRawBufferPointer(rebasing: $0[sent...]).baseAddress, bytes.count - sent, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// A thread of its own, so that a server that sleeps keeps nobody waiting.
enum Thread {
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let box = unsafe Unmanaged.passRetained(Body(body))
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer = unsafe pointer { unsafe Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
    return unsafe pthread_create(&thread, nil, start, box.toOpaque()) == 0
  }

  private final class Body {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
