import Glibc
import Parapet

/// The deployment's key, from the file that `PARAPET_KEY_FILE` names: one line `ID:HEX`.
///
/// No message ever holds a part of the file.
enum KeyFile {
  /// The fewest bytes a key may have.
  static let leastBytes = 16

  /// The key, or nil when the environment names no file.
  static func key() throws -> DigestKey? {
    guard let path = Terminal.environment("PARAPET_KEY_FILE") else { return nil }
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: path, limit: 4096) } catch let failure as CommandFailure {
      throw CommandFailure("PARAPET_KEY_FILE: \(failure.message ?? "")")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(path, "it is not text") }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, let line = lines.first else { throw fault(path, "it has \(lines.count) lines that are not empty") }
    let parts = line.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw fault(path, "there is not exactly one colon") }
    let id = String(parts[0])
    guard (1...32).contains(id.utf8.count), id.utf8.allSatisfy({ isWord($0) }) else {
      throw fault(path, "the id in front of the colon is not 1 to 32 letters, digits, points, hyphens or underscores")
    }
    guard let secret = secret(parts[1]) else { throw fault(path, "what stands behind the colon is not hexadecimal, two digits a byte") }
    guard secret.count >= leastBytes else {
      throw fault(path, "the key has \(secret.count) bytes and needs at least \(leastBytes) (openssl rand -hex 32 makes one)")
    }
    return DigestKey(id: id, secret: secret)
  }

  private static func fault(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure("PARAPET_KEY_FILE: \(path) does not hold one line ID:HEX: \(reason)")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func secret(_ hex: Substring) -> [UInt8]? {
    let digits = hex.compactMap(\.hexDigitValue)
    guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
