import ParapetFormat
import Testing

/// Lengths of text messages, counted by hand after 3GPP TS 23.038 and 23.040.
@Suite struct ShortMessageTests {
  private func message(_ text: String) -> ShortMessage { ShortMessage(Array(text.utf8)) }

  @Test(
    arguments: [
      ("", 0, 0), ("a", 1, 1), (String(repeating: "a", count: 160), 160, 1), (String(repeating: "a", count: 161), 161, 2),
      (String(repeating: "a", count: 306), 306, 2), (String(repeating: "a", count: 307), 307, 3), ("€", 2, 1), ("[x]", 5, 1),
      (String(repeating: "€", count: 80), 160, 1), (String(repeating: "€", count: 81), 162, 2), ("Ω£é@", 4, 1),
    ])
  func `GSM-7: 160 septets, then 153 a segment; the extension table takes two`(text: String, units: Int, segments: Int) {
    #expect(message(text).encoding == .gsm7)
    #expect(message(text).units == units)
    #expect(message(text).segments == segments)
  }

  @Test(
    arguments: [
      ("账", 1, 1), (String(repeating: "账", count: 70), 70, 1), (String(repeating: "账", count: 71), 71, 2),
      (String(repeating: "账", count: 134), 134, 2), (String(repeating: "账", count: 135), 135, 3), ("a’", 2, 1), ("😀", 2, 1),
      (String(repeating: "😀", count: 35), 70, 1), (String(repeating: "😀", count: 36), 72, 2),
    ])
  func `UCS-2: 70 units, then 67 a segment`(text: String, units: Int, segments: Int) {
    #expect(message(text).encoding == .ucs2)
    #expect(message(text).units == units)
    #expect(message(text).segments == segments)
  }

  @Test func `what must not be torn apart goes to the next segment`() {
    // 66 units and an emoji do not fit into 67; with 133 units the emoji would be the 67th and 68th of the second.
    let text = String(repeating: "账", count: 66) + "😀" + String(repeating: "账", count: 65) + "😀"
    #expect(message(text).units == 135)
    #expect(message(text).segments == 3)
    #expect(message(String(repeating: "a", count: 152) + "€" + String(repeating: "a", count: 151)).segments == 2)
    #expect(message(String(repeating: "a", count: 152) + "€" + String(repeating: "a", count: 152)).segments == 3)
  }
}
