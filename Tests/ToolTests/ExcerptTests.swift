import Testing

@testable import RoutingCore
@testable import RoutingReport

/// The line a finding is about, with the fault underlined.
struct ExcerptTests {
  private func excerpt(_ text: String, _ fault: Range<Int>, width: Int = 100) -> String {
    let file = SourceFile(path: "x.json", text: text)
    return Excerpt(SourceSpan(file: file, range: fault)).lines(width: width)
      .joined(separator: "\n")
  }

  @Test func `the fault is underlined`() {
    #expect(
      excerpt("{\n  \"hit\": \"frist\"\n}\n", 11..<18)
        == " 2 |   \"hit\": \"frist\"\n   |          ^^^^^^^")
  }

  @Test func `of a fault over more lines the first line is shown`() {
    #expect(
      excerpt("a {\n  b\n}", 2..<9) == " 1 | a {\n   |   ^")
  }

  @Test func `a fault at the end of the text is shown behind its last character`() {
    #expect(
      excerpt("{\"a\"", 4..<4) == " 1 | {\"a\"\n   |     ^")
  }

  @Test func `an empty file has a caret as well`() {
    #expect(excerpt("", 0..<0) == " 1 | \n   | ^")
  }

  @Test func `tabs and control characters do not shift the carets`() {
    #expect(
      excerpt("\t\u{1B}ab", 3..<4) == #" 1 |   \u{1b}ab\#n   |          ^"#)
  }

  @Test func `a byte order mark takes no room`() {
    #expect(excerpt("\u{FEFF}ab", 3..<4) == " 1 | ab\n   | ^")
  }

  @Test func `lines may end as on any system`() {
    #expect(excerpt("a\r\nbc\r\nd", 4..<5) == " 2 | bc\n   |  ^")
    #expect(excerpt("a\rbc\rd", 3..<4) == " 2 | bc\n   |  ^")
  }

  @Test func `wide and combining characters take the columns they take`() {
    #expect(excerpt("日e\u{301}x", 6..<7) == " 1 | 日e\u{301}x\n   |    ^")
  }

  @Test func `a long line is cut around the fault`() {
    let line = String(repeating: "a", count: 500) + "FAULT" + String(repeating: "b", count: 500)
    let lines = excerpt(line, 500..<505, width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[0].contains("aaaFAULTbbb"))
    #expect(lines[0].hasPrefix(" 1 | …"))
    #expect(lines[0].hasSuffix("…"))
    let fault = lines[0].distance(
      from: lines[0].startIndex, to: lines[0].firstIndex(of: "F") ?? lines[0].startIndex)
    #expect(lines[1] == "   | " + String(repeating: " ", count: fault - 5) + "^^^^^")
  }

  @Test func `a fault wider than the line is cut`() {
    let lines = excerpt(String(repeating: "a", count: 500), 0..<500, width: 60)
      .split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[0].hasSuffix("…"))
  }

  @Test func `text that is not UTF-8 is shown as well as it can be`() {
    let file = SourceFile(path: "x.json", bytes: [0x61, 0xFF, 0x62])
    let lines = Excerpt(SourceSpan(file: file, range: 1..<2)).lines()
    #expect(lines == [" 1 | a\u{FFFD}b", "   |  ^"])
  }
}
