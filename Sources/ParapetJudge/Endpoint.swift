/// Where a judge listens: `http://HOST[:PORT]/PATH`.
///
/// HTTPS is not spoken: a private deployment puts a proxy on the same machine in front of a remote endpoint.
public struct Endpoint: Sendable, Equatable {
  /// Why a text is no such address.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// What is wrong, for people.
    public let description: String
  }

  /// The host, a name or an address.
  public let host: String
  /// The port.
  public let port: Int
  /// The path, without a `/` at its end.
  public let path: String

  /// The address that `text` writes.
  public init(parsing text: String) throws(Fault) {
    guard text.hasPrefix("http://") else {
      let advice = text.hasPrefix("https://") ? "; let a proxy on this machine speak HTTPS" : ""
      throw Fault(description: "the address of a judge begins with http://, such as http://127.0.0.1:8000/v1\(advice)")
    }
    let rest = text.dropFirst("http://".count)
    let authority = rest.prefix { $0 != "/" }
    var path = String(rest.dropFirst(authority.count))
    while path.hasSuffix("/") { path.removeLast() }
    var host = String(authority)
    var port = 80
    // An IPv6 address stands in brackets.
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[end...].lastIndex(of: ":") {
      guard let number = Int(authority[authority.index(after: colon)...]), (1...65_535).contains(number) else {
        throw Fault(description: "the port of a judge is a number from 1 to 65535")
      }
      host = String(authority[..<colon])
      port = number
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    let isPlain = (host + path).unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    guard !host.isEmpty, !host.contains("@"), isPlain else {
      throw Fault(description: "the address of a judge is a host, a port and a path")
    }
    (self.host, self.port, self.path) = (host, port, path)
  }
}

/// Why an exchange came to nothing. The words go into the record.
public enum ExchangeFailure: Error, Equatable {
  /// Nobody listens there.
  case refused
  /// The host is not known, or not reached.
  case unreachable
  /// It took longer than it may.
  case timeout
  /// The answer is longer than it may be.
  case tooLarge
  /// The answer is not HTTP.
  case malformed
  /// The answer has this status.
  case status(Int)
  /// The answer is no completion.
  case unusable

  /// The word for it.
  public var why: String {
    switch self {
    case .refused: "refused"
    case .unreachable: "unreachable"
    case .timeout: "timeout"
    case .tooLarge: "too_large"
    case .malformed: "malformed"
    case .status(let code): "http_\(code)"
    case .unusable: "unusable"
    }
  }
}
