import Testing

@testable import RoutingCore

/// What the grammar of JSON (RFC 8259) leaves to who reads it, and what this reader makes of it.
///
/// Numbers of any size are read, for they are kept as written; text that is no Unicode is refused.
struct JSONChoicesTests {
  /// A text of a kind on which readers differ.
  struct Choice: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
    }

    init(_ name: String, _ bytes: [UInt8]) {
      (self.name, self.bytes) = (name, bytes)
    }

    /// A list of one text that holds these bytes.
    static func text(_ name: String, _ bytes: [UInt8]) -> Choice {
      Choice(name, Array("[\"".utf8) + bytes + Array("\"]".utf8))
    }

    /// A text in two bytes for each letter, as UTF-16 has it.
    static func wide(_ name: String, _ text: String, bigEndian: Bool, mark: [UInt8] = []) -> Choice
    {
      let bytes = text.utf16.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return bigEndian ? pair : pair.reversed()
      }
      return Choice(name, mark + bytes)
    }
  }

  @Test(arguments: [
    Choice("a fraction with a huge negative exponent", "[98.76e-543]"),
    Choice("an exponent of many digits", "[0.7e00" + String(repeating: "9", count: 80) + "]"),
    Choice("a negative whole number with a huge exponent", "[-2e+8888]"),
    Choice("a positive fraction with a huge exponent", "[2.5e+8888]"),
    Choice("a negative number beyond a double", "[-456456e200000]"),
    Choice("a positive number beyond a double", "[456456e200000]"),
    Choice("a number too small for a double", "[456e-20000000]"),
    Choice("a negative whole number beyond 64 bits", "[-987654321098765432109876543210]"),
    Choice("a positive whole number beyond 64 bits", "[300000000000000000000]"),
    Choice(
      "a negative whole number of fifty digits", "[-" + String(repeating: "7", count: 50) + "]"),
    Choice(
      "500 brackets within brackets",
      String(repeating: "[", count: 500) + String(repeating: "]", count: 500)),
    Choice("a byte-order mark before an object", [0xEF, 0xBB, 0xBF] + Array("{}".utf8)),
  ])
  func `accepted`(_ choice: Choice) throws {
    _ = try JSONParser.parse(choice.bytes)
  }

  @Test(arguments: [
    // Half a pair, written as an escape.
    Choice("the second half of a pair in a key", #"{"\uDC12": 1}"#),
    Choice("the first half of a pair alone", #"["\uD83D"]"#),
    Choice("the first half of a pair, small letters", #"["\ud83d"]"#),
    Choice("the second half of a pair alone", #"["\uDE00"]"#),
    Choice("the first half of a pair before another letter", #"["\uD83D\u0416"]"#),
    Choice("the first half of a pair before plain letters", #"["\ud83dxyz"]"#),
    Choice("the first half of a pair before what looks like the second", #"["\uDd3de"]"#),
    Choice("the first half of a pair before an escape", #"["\uD83D\t"]"#),
    Choice("two first halves before an escape", #"["\uD83D\uD83D\t"]"#),
    Choice("a pair the wrong way round", #"["\uDe00\uD83D"]"#),
    // Bytes that are no UTF-8.
    .text("half a pair in bytes", [0xED, 0xB0, 0x80]),
    .text("letters and then a byte that starts nothing", [0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xFB]),
    .text("a byte that starts nothing", [0xFE]),
    .text("a letter in ISO Latin 1", [0xEB]),
    .text("a byte that only continues", [0x92]),
    .text("beyond the last code point", [0xF5, 0x80, 0x80, 0x80]),
    .text("two bytes for what needs one", [0xC1, 0xBF]),
    .text("six bytes for a letter", [0xFD, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF]),
    .text("six bytes for nothing", [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80]),
    .text("a letter that breaks off", [0xE2, 0xFE]),
    // Other encodings.
    .wide(
      "UTF-16, little end first, with a mark", "[\"ë\"]", bigEndian: false, mark: [0xFF, 0xFE]),
    .wide("UTF-16, little end first", "[\"ë\"]", bigEndian: false),
    .wide("UTF-16, big end first", "[\"ë\"]", bigEndian: true),
  ])
  func `refused`(_ choice: Choice) throws {
    #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(choice.bytes) }
  }
}
