import Foundation
import ParapetPack
import Testing

@Suite("Values as bytes")
struct PackingTests {
  @Test("numbers come back", arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 20, .max, .min])
  func numbers(_ number: Int) throws {
    var packer = Packer()
    packer.pack(number)
    var unpacker = Unpacker(packer.bytes)
    #expect(try unpacker.unpack() == number)
    #expect(unpacker.isAtEnd)
  }

  @Test("what lies in the middle of a file is read where it is", arguments: [0, 1, 4_095, 4_096, 10_001])
  func mapped(_ offset: Int) throws {
    var packer = Packer()
    packer.pack("护栏")
    packer.pack(column: (0..<3_000).map { Int32($0) })
    let path = FileManager.default.temporaryDirectory.appending(path: "parapet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(Array(repeating: 7, count: offset) + packer.bytes + [7]).write(to: path)
    let file = try FileHandle(forReadingFrom: path)
    let range = offset..<offset + packer.bytes.count
    var unpacker = Unpacker(try #require(PackedBytes(mapping: file.fileDescriptor, range)))
    try file.close()
    #expect(try unpacker.unpack() == "护栏")
    #expect(try unpacker.column() == (0..<3_000).map { Int32($0) })
    #expect(unpacker.isAtEnd)
    #expect(PackedBytes(mapping: -1, range) == nil)
  }

  @Test("texts, lists, tables and absences come back, and the same value is the same bytes")
  func values() throws {
    func packed(_ table: [String: String]) -> [UInt8] {
      var packer = Packer()
      packer.pack("e\u{301} 护栏 \0")
      packer.pack(["", "a"])
      packer.pack(table)
      packer.pack(nil as Int?)
      packer.pack(7 as Int?)
      packer.pack(true)
      return packer.bytes
    }
    let table = Dictionary(uniqueKeysWithValues: (0..<50).map { (String($0), String($0 * $0)) })
    #expect(packed(table) == packed(Dictionary(uniqueKeysWithValues: table.reversed().map { ($0.key, $0.value) })))
    var unpacker = Unpacker(packed(table))
    let text: String = try unpacker.unpack()
    #expect(text.unicodeScalars.elementsEqual("e\u{301} 护栏 \0".unicodeScalars))
    #expect(try unpacker.unpack() == ["", "a"])
    #expect(try unpacker.unpack() == table)
    #expect(try unpacker.unpack() as Int? == nil)
    #expect(try unpacker.unpack() as Int? == 7)
    #expect(try unpacker.unpack() == true)
    #expect(unpacker.isAtEnd)
  }

  @Test("columns come back in every width")
  func columns() throws {
    var packer = Packer()
    packer.pack(column: [UInt8](0...255))
    packer.pack(column: [Int16.min, -1, 0, .max])
    packer.pack(column: [Int32.min, -1, 0, .max])
    packer.pack(column: [UInt64.max, 0, 0x0123_4567_89AB_CDEF])
    packer.pack(column: [Int]())
    var unpacker = Unpacker(packer.bytes)
    #expect(try unpacker.column() == [UInt8](0...255))
    #expect(try unpacker.column() == [Int16.min, -1, 0, .max])
    #expect(try unpacker.column() == [Int32.min, -1, 0, .max])
    #expect(try unpacker.column() == [UInt64.max, 0, 0x0123_4567_89AB_CDEF])
    #expect(try unpacker.column() == [Int]())
  }

  @Test("bytes that break off, or claim more than there is, are no value")
  func broken() {
    var packer = Packer()
    packer.pack(["护栏", "parapet"])
    for count in 0..<packer.bytes.count {
      var unpacker = Unpacker(Array(packer.bytes.prefix(count)))
      #expect(throws: Unreadable.self) { try unpacker.unpack() as [String] }
    }
    var huge = Packer()
    huge.pack(Int.max)
    var lists = Unpacker(huge.bytes)
    #expect(throws: Unreadable.self) { try lists.unpack() as [Int] }
    var columns = Unpacker(huge.bytes)
    #expect(throws: Unreadable.self) { try columns.column() as [UInt64] }
    var endless = Unpacker(Array(repeating: 255, count: 12))
    #expect(throws: Unreadable.self) { try endless.unpack() as Int }
  }
}
