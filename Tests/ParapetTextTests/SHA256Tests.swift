import Testing

@testable import ParapetText

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-4 example messages, and the lengths around a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digest(message: String, hex: String) {
    #expect(SHA256.hex(SHA256.hash(message.utf8)) == hex)
  }

  @Test func aMillionTimesA() {
    let digest = SHA256.hash(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    #expect(SHA256.hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// RFC 4231, test cases 1, 2 and 6.
  @Test func authentication() {
    #expect(
      SHA256.hex(SHA256.authenticate("Hi There".utf8, key: [UInt8](repeating: 0x0b, count: 20)))
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      SHA256.hex(SHA256.authenticate("what do ya want for nothing?".utf8, key: Array("Jefe".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = "Test Using Larger Than Block-Size Key - Hash Key First"
    #expect(
      SHA256.hex(SHA256.authenticate(long.utf8, key: [UInt8](repeating: 0xaa, count: 131)))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  /// Every length around two blocks, added in pieces of every size: padding and buffering agree with one piece.
  @Test func piecesMakeTheWhole() {
    for length in 0...130 {
      let message = (0..<length).map { UInt8($0) }
      let whole = SHA256.hash(message)
      for piece in [1, 7, 63, 64, 65] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: piece) { hash.update(Array(message[start..<min(length, start + piece)])) }
        #expect(hash.finalize() == whole, "\(length) bytes in pieces of \(piece)")
      }
    }
  }
}
