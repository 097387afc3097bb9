import Testing

@testable import RoutingCore

/// What the grammar of JSON (RFC 8259) does not allow, and at which byte that shows.
struct JSONRefusedTests {
  typealias Kind = JSONParser.Failure.Kind

  @Test(arguments: ["", " ", "\n\t\r ", "\u{FEFF}", "\u{FEFF} \n"])
  func `a text without a value is empty`(text: String) throws {
    try expect(.empty, at: 0, in: text)
  }

  @Test(arguments: [
    ("[", 1), ("{", 1), ("[1", 2), ("[1,", 3), ("[1, ", 4), (#"{"a""#, 4), (#"{"a":"#, 5),
    (#"{"a":1"#, 6), (#"{"a":1,"#, 7), (#"{"a": [ "#, 8), ("t", 1), ("fals", 4), ("nul", 3),
    ("-", 1), ("1.", 2), ("-0.", 3), ("1e", 2), ("1E+", 3), ("[-", 2),
    // A text that is not closed is shown where it opens.
    (#"""#, 0), (#""abc"#, 0), (#"["a", "b"#, 6), (#""\"#, 0), (#""\""#, 0), (#""\u12"#, 0),
    (#""\uD83D\""#, 0),
    (#"{"a"#, 1),
  ])
  func `a text that breaks off`(text: String, offset: Int) throws {
    try expect(.unfinished, at: offset, in: text)
  }

  @Test(arguments: [
    // Commas too many or too few.
    ("[1,]", 3), ("[,1]", 1), ("[1,,2]", 3), ("[,]", 1), ("[1 2]", 3), (#"["a" "b"]"#, 5),
    (#"{"a":1,}"#, 7), (#"{,"a":1}"#, 1), (#"{"a":1,,"b":2}"#, 7), (#"{"a":1 "b":2}"#, 7),
    // Brackets that do not match.
    ("]", 0), ("}", 0), ("[}", 1), ("[1}", 2), ("{]", 1), (#"{"a":1]"#, 6), ("[[1]}", 4),
    // Keys that are none, and colons.
    ("{1:2}", 1), ("{a:1}", 1), ("{'a':1}", 1), ("{null:1}", 1), (#"{"a" 1}"#, 5), (#"{"a"}"#, 4),
    (#"{"a",1}"#, 4), (#"{"a":}"#, 5), (#"{"a"::1}"#, 5), ("{:1}", 1), (#"{"a"=1}"#, 4),
    (#"["a":1]"#, 4),
    // Words that are none.
    ("nil", 1), ("True", 0), ("NULL", 0), ("trug", 3), ("[truE]", 4), ("undefined", 0), ("NaN", 0),
    ("Infinity", 0), ("'a'", 0), ("hallo", 0),
    // Numbers that are none.
    ("+1", 0), (".5", 0), ("[01]", 2), ("[-01]", 3), ("[1.5.2]", 4), ("[1a]", 2), ("[0x1F]", 2),
    ("[1_000]", 2), ("[1e5.5]", 4), ("٣", 0),
    // Comments, foreign spaces, a byte-order mark elsewhere.
    ("// x\n1", 0), ("/* */ 1", 0), ("# x\n1", 0), ("[1 // x\n]", 3), ("\u{C}1", 0), ("\u{B}1", 0),
    ("\u{A0}1", 0), ("\u{2028}1", 0), ("[\u{0}]", 1), ("\u{FEFF}\u{FEFF}1", 3), ("[\u{FEFF}1]", 1),
    ("\u{7F}", 0), ("\\", 0),
  ])
  func `something that does not belong there`(text: String, offset: Int) throws {
    try expect(.unexpected, at: offset, in: text)
  }

  @Test(arguments: [
    ("-a", 1), ("--1", 1), ("-.5", 1), ("[-]", 2), ("[-Infinity]", 2), ("1.a", 2), ("[1.]", 3),
    ("[1.e5]", 3), ("[1e]", 3), ("[1ex]", 3), ("[1e+]", 4), ("[1e-,2]", 4), ("[1E+-2]", 4),
  ])
  func `a number that stops halfway`(text: String, offset: Int) throws {
    try expect(.badNumber, at: offset, in: text)
  }

  @Test(arguments: [
    ("1 2", 2), ("[][]", 2), ("{},", 2), ("null x", 5), ("nulll", 4), ("01", 1), ("-01", 2),
    ("1.2.3", 3),
    (#""a" "b""#, 4), ("[1]]", 3), ("{}}", 2), ("true\u{0}", 4), ("[]\u{FEFF}", 2), ("1\u{A0}", 1),
  ])
  func `a value with something after it`(text: String, offset: Int) throws {
    try expect(.trailing, at: offset, in: text)
  }

  @Test(arguments: [
    (#""\a""#, 1), (#""ab\x41""#, 3), (#""\0""#, 1), (#""\'""#, 1), (#""\N""#, 1), (#""\é""#, 1),
    (#""\U0041""#, 1), ("\"\\\n\"", 1), ("\"\\\u{0}\"", 1), (#""\n\q""#, 3),
    (#""\u""#, 1), (#""\u123""#, 1), (#""\u12G4""#, 1), (#""\u12g4""#, 1), (#""\u 041""#, 1),
    (#""\u+041""#, 1),
    (#""\u{41}""#, 1), (#""\u١٢٣٤""#, 1),
    // Half a pair, or one the wrong way round.
    (#""\uD83D""#, 1), (#""\uDE00""#, 1), (#""ab\uD83Dc""#, 3), (#""\uDE00\uD83D""#, 1),
    (#""\uD83D\uD83D\uDE00""#, 1), (#""\uD83D\u0041""#, 1), (#""\uD83D\uE000""#, 1),
    (#""\uD83D\n""#, 1),
    (#""\uD83D\uDE0""#, 1), (#"{"\z":1}"#, 2),
  ])
  func `an escape that is none`(text: String, offset: Int) throws {
    try expect(.badEscape, at: offset, in: text)
  }

  @Test(arguments: 0..<0x20)
  func `a control character in a text`(code: Int) throws {
    let control = try #require(Unicode.Scalar(UInt8(code)).description.first)
    try expect(.controlCharacter, at: 3, in: "[\"a\(control)b\"]")
    try expect(.controlCharacter, at: 2, in: "{\"\(control)\": 1}")
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xFF], [0xFE], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      // Longer than needed, half a surrogate pair, beyond the last code point.
      [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8`(bytes: [UInt8]) throws {
    let quote = UInt8(ascii: "\"")
    let text = try #require(refusal(of: [0x20, quote] + bytes + [quote]))
    #expect(text.kind == .badUTF8)
    #expect(text.offset == 2)
    let escaped = try #require(refusal(of: Array("[\"\\n".utf8) + bytes + Array("\"]".utf8)))
    #expect(escaped.kind == .badUTF8)
    let key = try #require(refusal(of: Array("{\"".utf8) + bytes + Array("\":1}".utf8)))
    #expect(key.kind == .badUTF8)
    let bare = try #require(refusal(of: [UInt8(ascii: "[")] + bytes))
    #expect(bare.kind == .unexpected)
    #expect(bare.offset == 1)
  }

  @Test(
    arguments: [
      [0xEF], [0xEF, 0xBB], [0xFE, 0xFF, 0x00, 0x31], [0xFF, 0xFE, 0x31, 0x00],
      [0x5B, 0x00, 0x5D, 0x00],
    ] as [[UInt8]])
  func `half a mark and other encodings are refused`(bytes: [UInt8]) throws {
    let failure = try #require(refusal(of: bytes))
    #expect(failure.kind == .unexpected)
  }

  @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#])
  func `the 513th bracket is refused where it stands`(opening: String) throws {
    let text = String(repeating: opening, count: 513)
    let brackets = text.utf8.indices.filter { [0x5B, 0x7B].contains(text.utf8[$0]) }
    let place = text.utf8.distance(from: text.startIndex, to: brackets[512])
    try expect(.tooDeep, at: place, in: text)
  }

  @Test func `20 MB of brackets is refused and not fatal`() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 20_000_000)
    let failure = try #require(refusal(of: bytes))
    #expect(failure.kind == .tooDeep)
    #expect(failure.offset == 512)
  }

  @Test func `cut off anywhere, a text is refused there or where its last string opens`() throws {
    let whole = Array(#"{"é\n": [1, -2.5e+3, "x\u00e9\uD83D\uDE00", true, null, {}]}"#.utf8)
    _ = try JSONParser.parse(whole)
    for count in 1..<whole.count {
      let failure = try #require(refusal(of: Array(whole[..<count])), "cut at \(count)")
      #expect(failure.kind == .unfinished, "cut at \(count)")
      #expect(failure.offset == count || whole[failure.offset] == UInt8(ascii: "\""))
    }
  }

  private func refusal(of bytes: [UInt8]) -> JSONParser.Failure? {
    do {
      _ = try JSONParser.parse(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func expect(
    _ kind: Kind, at offset: Int, in text: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let failure = try #require(refusal(of: Array(text.utf8)), "accepted", sourceLocation: place)
    #expect(failure.kind == kind, sourceLocation: place)
    #expect(failure.offset == offset, sourceLocation: place)
  }
}
