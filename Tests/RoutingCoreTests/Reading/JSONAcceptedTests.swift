import Testing

@testable import RoutingCore

/// What the grammar of JSON (RFC 8259) allows.
struct JSONAcceptedTests {
  @Test(arguments: [
    ("null", "null"), ("true", "true"), ("false", "false"), ("0", "0"), (#""""#, "''"),
    ("[]", "[]"), ("{}", "{}"), ("[ ]", "[]"), ("{ }", "{}"),
    ("[1,2,3]", "[1 2 3]"), ("[[],[[]]]", "[[] [[]]]"), (#"["a",null,{}]"#, "['a' null {}]"),
    (#"{"a":1}"#, "{a:1}"), (#"{"a":{"b":[true]}}"#, "{a:{b:[true]}}"),
    (#"{"":0}"#, "{:0}"), (#"{"b":1,"a":2}"#, "{b:1 a:2}"), (#"{"a":1,"a":2}"#, "{a:1 a:2}"),
    (" \t\r\n null \t\r\n ", "null"), ("\n{\r\n\t\"a\" : [ 1 , 2 ]\r\n}\n", "{a:[1 2]}"),
    ("\u{FEFF}{}", "{}"), ("\u{FEFF} [1]", "[1]"),
  ])
  func `a value is read whole`(text: String, outline: String) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).outline == outline)
  }

  @Test(arguments: [
    "0", "-0", "7", "42", "-42", "1234567890123456789012345678901234567890", "0.5", "-0.0",
    "10.010",
    "1e9", "1E9", "0e1", "1e+09", "1e-400", "-1.5E+3", "0E0",
  ])
  func `a number is kept as written`(digits: String) throws {
    #expect(try JSONParser.parse(Array(digits.utf8)).outline == digits)
    #expect(try JSONParser.parse(Array("[\(digits)]".utf8)).outline == "[\(digits)]")
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("18", 18), ("-3", -3), ("9223372036854775807", Int.max),
      ("9223372036854775808", nil), ("1.0", nil), ("1e2", nil), (#""1""#, nil), ("true", nil),
    ] as [(String, Int?)])
  func `a number is whole when it is written so and fits`(text: String, number: Int?) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).integer == number)
  }

  @Test(arguments: [
    (#""abc""#, "abc"), (#""\"""#, "\""), (#""\\""#, "\\"), (#""\/""#, "/"), (#""/""#, "/"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""a\\nb""#, "a\\nb"), (#""\\\"""#, "\\\""),
    (#""\u0041""#, "A"), (#""\u00e9\u00E9""#, "éé"), (#""\u0000""#, "\u{0}"),
    (#""\u20AC5""#, "€5"), (#""\u00410""#, "A0"), (#""\uffff""#, "\u{FFFF}"),
    (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"),
    (#""\uD83D\uDE00""#, "😀"), (#""\ud800\udc00""#, "\u{10000}"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""\uD83D\uDE00\uD83D\uDE01""#, "😀😁"), ("\"é😀\u{7F}\u{2028}\"", "é😀\u{7F}\u{2028}"),
    ("\"\u{FEFF}\"", "\u{FEFF}"), (#""{[,:]}""#, "{[,:]}"),
  ])
  func `a text has its escapes replaced`(text: String, meant: String) throws {
    let read = try #require(try JSONParser.parse(Array(text.utf8)).string)
    // By code point: as strings, é in one piece and in two are the same.
    #expect(Array(read.unicodeScalars) == Array(meant.unicodeScalars))
  }

  @Test func `a key has its escapes replaced`() throws {
    let node = try JSONParser.parse(Array(#"{"a\u0062\n": 1}"#.utf8))
    #expect(node.outline == "{ab\n:1}")
  }

  @Test func `512 brackets within brackets are read`() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSONParser.parse(Array(text.utf8)).outline == text)
  }

  @Test func `512 objects within objects are read`() throws {
    let text = String(repeating: #"{"a":"#, count: 511) + "{}" + String(repeating: "}", count: 511)
    #expect(try JSONParser.parse(Array(text.utf8)).outline == text.filter { $0 != "\"" })
  }

  @Test func `brackets beside brackets are not deep`() throws {
    let list = "[" + Array(repeating: "[{}]", count: 10_000).joined(separator: ",") + "]"
    guard case .array(let elements) = try JSONParser.parse(Array(list.utf8)).value else {
      Issue.record("no list")
      return
    }
    #expect(elements.count == 10_000)
  }

  @Test func `every value knows the bytes it covers`() throws {
    let text = #" {"é": [ 12 , "x\n" ], "b": true} "#
    let node = try JSONParser.parse(Array(text.utf8))
    func covered(_ range: Range<Int>) -> String {
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
    #expect(covered(node.range) == #"{"é": [ 12 , "x\n" ], "b": true}"#)
    guard case .object(let members) = node.value, members.count == 2,
      case .array(let elements) = members[0].value.value
    else {
      Issue.record("no object of two with a list")
      return
    }
    #expect(members.map { covered($0.keyRange) } == [#""é""#, #""b""#])
    #expect(members.map { covered($0.value.range) } == [#"[ 12 , "x\n" ]"#, "true"])
    #expect(elements.map { covered($0.range) } == ["12", #""x\n""#])
  }

  @Test func `a mark at the start does not move places`() throws {
    #expect(try JSONParser.parse(Array("\u{FEFF}[]".utf8)).range == 3..<5)
  }
}

extension JSONNode {
  /// The value without spaces, commas and double quotes, for comparing.
  var outline: String {
    switch value {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let digits): digits
    case .string(let text): "'\(text)'"
    case .array(let elements): "[" + elements.map(\.outline).joined(separator: " ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key):\($0.value.outline)" }.joined(separator: " ") + "}"
    }
  }
}
