/// One POST by HTTP/1.1, with bounds on time and size.
///
/// - Source: RFC 9112 for the message format; bodies by length, in chunks, or up to the end of the connection.
struct HTTPExchange {
  let endpoint: Endpoint
  let timeoutMilliseconds: Int
  /// The longest answer, head included, in bytes.
  var limit = 256 << 10

  /// The body of the answer to a POST of `body` to `path` below the endpoint's.
  func post(_ body: [UInt8], to path: String) throws(ExchangeFailure) -> [UInt8] {
    let deadline = Deadline(milliseconds: timeoutMilliseconds)
    let connection = try Connection(host: endpoint.host, port: endpoint.port, deadline: deadline)
    let name = endpoint.host.contains(":") ? "[\(endpoint.host)]" : endpoint.host
    let head = """
      POST \(endpoint.path)\(path) HTTP/1.1\r
      Host: \(name):\(endpoint.port)\r
      Content-Type: application/json\r
      Accept: application/json\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    try connection.send(Array(head.utf8) + body)
    var bytes: [UInt8] = []
    while true {
      if let answer = try HTTPAnswer(bytes, isWhole: false) { return try answer.checked() }
      guard bytes.count <= limit else { throw .tooLarge }
      guard try connection.receive(into: &bytes) else { break }
    }
    guard let answer = try HTTPAnswer(bytes, isWhole: true) else { throw .malformed }
    return try answer.checked()
  }
}

/// An answer as far as it has come.
struct HTTPAnswer {
  let status: Int
  let body: [UInt8]

  /// Reads `bytes`; nil when more must come. `isWhole` says that nothing will.
  init?(_ bytes: [UInt8], isWhole: Bool) throws(ExchangeFailure) {
    guard let end = HTTPAnswer.endOfHead(bytes) else {
      if bytes.count > 16 << 10 { throw .malformed }
      return nil
    }
    let lines = bytes[..<end].split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    let first = String(decoding: lines.first ?? [], as: UTF8.self).split(separator: " ")
    guard first.count >= 2, first[0].hasPrefix("HTTP/1."), let status = Int(first[1]), (100...599).contains(status) else {
      throw .malformed
    }
    self.status = status
    var length: Int?
    var isChunked = false
    for line in lines.dropFirst() where !line.isEmpty {
      guard let colon = line.firstIndex(of: 0x3A) else { throw .malformed }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      if name == "content-length" {
        guard let count = Int(value), count >= 0 else { throw .malformed }
        length = count
      } else if name == "transfer-encoding" {
        isChunked = value.lowercased() == "chunked"
        guard isChunked else { throw .malformed }
      }
    }
    let rest = bytes[end...]
    if isChunked {
      guard let body = try HTTPAnswer.joined(rest) else {
        if isWhole { throw .malformed }
        return nil
      }
      self.body = body
    } else if let length {
      guard length <= 16 << 20 else { throw .tooLarge }
      guard rest.count >= length else {
        if isWhole { throw .malformed }
        return nil
      }
      body = Array(rest.prefix(length))
    } else {
      guard isWhole else { return nil }
      body = Array(rest)
    }
  }

  /// The body of an answer that is one.
  func checked() throws(ExchangeFailure) -> [UInt8] {
    guard status == 200 else { throw .status(status) }
    return body
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    var at = 0
    while at + 4 <= bytes.count {
      if bytes[at] == 0x0D, bytes[at + 1] == 0x0A, bytes[at + 2] == 0x0D, bytes[at + 3] == 0x0A { return at + 4 }
      at += 1
    }
    return nil
  }

  /// The chunks of `bytes` in one; nil when the last has not come.
  private static func joined(_ bytes: ArraySlice<UInt8>) throws(ExchangeFailure) -> [UInt8]? {
    var body: [UInt8] = []
    var at = bytes.startIndex
    while true {
      guard let end = bytes[at...].firstIndex(of: 0x0A) else { return nil }
      let size = String(decoding: bytes[at..<end].prefix { $0 != 0x0D && $0 != 0x3B }, as: UTF8.self).trimmed
      guard let count = Int(size, radix: 16), count >= 0, count <= 16 << 20 else { throw .malformed }
      if count == 0 { return body }
      let start = end + 1
      guard start + count + 2 <= bytes.endIndex else { return nil }
      body += bytes[start..<(start + count)]
      at = start + count + 2
    }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
