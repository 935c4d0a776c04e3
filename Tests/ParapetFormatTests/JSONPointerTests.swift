import ParapetFormat
import Testing

@Suite struct JSONPointerTests {
  /// - Source: RFC 6901, section 5.
  static let document = #"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"~1":9,"00":10}"#

  @Test(
    arguments: [
      ("/foo/0", "\"bar\""), ("/foo/1", "\"baz\""), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"),
      ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"), ("/~01", "9"), ("/00", "10"), ("", Self.document),
    ])
  func `pointers find their values`(pointer: String, expected: String) throws {
    let json = try JSON(parsing: Array(Self.document.utf8))
    let found = try #require(json.at(pointer: pointer))
    var writer = JSONWriter()
    writer.value(found)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "foo", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/1e0", "/foo/９", "/foo/0/x", "/x", "/a~b", "/a~2b", "/m~",
    "/foo/99999999999999999999",
  ])
  func `pointers to nothing find nothing`(pointer: String) throws {
    #expect(try JSON(parsing: Array(Self.document.utf8)).at(pointer: pointer) == nil)
  }
}
