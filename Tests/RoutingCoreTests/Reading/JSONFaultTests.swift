import Testing

@testable import RoutingCore

/// The sentence a person sees when a file is not JSON.
struct JSONFaultTests {
  @Test(arguments: [
    ("", "1:1: error: the file is empty"),
    ("{\n", "2:1: error: the text breaks off here"),
    ("{\n  \"a\": 1,\n}", "3:1: error: this does not belong here in JSON"),
    ("[\"é\", x]", "1:7: error: this does not belong here in JSON"),
    ("{}\n{}", "2:1: error: text after the end of the JSON"),
    (#"["\q"]"#, "1:3: error: unknown escape in a text"),
    ("[1.]", "1:4: error: not a valid number"),
    ("[\"a\tb\"]", "1:4: error: control character in a text"),
  ])
  func `the fault stands at its line and column`(text: String, start: String) throws {
    let line = try rendered(SourceFile(path: "p.json", text: text), .en)
    #expect(line.hasPrefix("p.json:\(start); "))
    #expect(line.hasSuffix(" [syntax]\n"))
  }

  @Test func `the help shows what was expected`() throws {
    let line = try rendered(SourceFile(path: "p.json", text: "x"), .nl)
    #expect(
      line == """
        p.json:1:1: error: dit hoort hier niet in JSON; \
        verwacht is JSON, zoals {"woongemeente": "Oss"} in een profiel [syntax]

        """)
  }

  @Test func `the fault of bytes that are no UTF-8 does not show them`() throws {
    let bytes = Array("[\"".utf8) + [0xFF] + Array("\"]".utf8)
    let line = try rendered(SourceFile(path: "p.json", bytes: bytes), .nl)
    #expect(line.hasPrefix("p.json:1:3: error: geen geldige UTF-8; "))
  }

  @Test func `the fault of too many brackets names the limit`() throws {
    let file = SourceFile(path: "p.json", text: String(repeating: "[", count: 600))
    #expect(
      try rendered(file, .nl).hasPrefix("p.json:1:513: error: meer dan 512 haken in elkaar; "))
  }

  @Test(arguments: ["", "{", "x", "{}x", "\"", "[1,"])
  func `the place of the fault lies within the file`(text: String) throws {
    let file = SourceFile(path: "p.json", text: text)
    let fault = try #require(throws: Diagnostic.self) { try JSONParser.parse(file) }
    let range = try #require(fault.span).range
    #expect(range.lowerBound >= 0)
    #expect(range.upperBound <= file.bytes.count)
  }

  private func rendered(_ file: SourceFile, _ language: Language) throws -> String {
    let fault = try #require(throws: Diagnostic.self) { try JSONParser.parse(file) }
    return fault.rendered(language, program: "jongeren-route")
  }
}
