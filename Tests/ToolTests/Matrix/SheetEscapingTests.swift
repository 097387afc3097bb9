import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// Whatever stands in a text comes out of every form of a chart whole, and obeyed by nobody.
struct SheetEscapingTests {
  private static let dangers = [
    "<script>alert(1)</script>", "a & b", "\"x\" onload=\"y", "'a'", "a|b", "| --- |",
    "=cmd|' /C calc'!A0",
    "+1", "-1", "@sum", "\t=1", "\r=1", "a\nb", "a\r\nb", "a;b,c", "\u{202E}omgekeerd",
    "a\u{200B}b",
    "</td></tr></table>", "&lt;b&gt;", "`code`", "[link](javascript:x)", "# kop", "\\", "* ster",
    "\u{FEFF}x",
    "studieloopbaanbegeleider", "$(rm)", "]]>", "<!--", "é ñ ÿ 漢",
  ]

  private func sheet(_ texts: [String]) -> Sheet {
    let columns = texts.map { "k " + $0 }
    var sheet = Sheet(title: texts[0], lead: texts)
    let rows = texts.enumerated().map { place, text in
      Sheet.Row(
        group: "g " + text, header: "r " + text, detail: text,
        cells: texts.map { other in
          Sheet.Cell(
            lines: [Sheet.Line(label: "", words: "\(place) " + other)], notes: [1], tone: 1)
        })
    }
    sheet.blocks = [
      .heading(texts[1]), .paragraph(texts[2]),
      .grid(Sheet.Grid(caption: texts[3], corner: texts[4], columns: columns, rows: rows)),
      .list(texts.map { Sheet.Item(words: $0, command: $0) }),
      .picture(
        RoutePicture(
          title: texts[0],
          ways: texts.map { text in
            RoutePicture.Way(
              title: text,
              stops: [RoutePicture.Stop(reason: text, responsible: text, contact: text, tone: 1)])
          })),
      .notes(
        heading: texts[0], texts.map { Sheet.Note(kind: "x", words: $0, sources: [$0]) }),
    ]
    sheet.records = Sheet.Records(columns: columns, rows: [texts, texts.reversed()])
    return sheet
  }

  static func hostile(_ seed: UInt64) -> [String] {
    var random = Randomness(seed: seed)
    var texts = (0..<6).map { _ in dangers[Int(random.next() % UInt64(dangers.count))] }
    texts += (0..<3).map { _ in random.hostileText() }
    // Equal texts would become one cell.
    return texts.enumerated().map { "\($1)\($0)" }
  }

  private static let seeds = Array(UInt64(0)..<40)

  @Test(arguments: seeds) func `a web page has every text in its place and no element more`(
    seed: UInt64
  ) throws {
    let texts = SheetEscapingTests.hostile(seed)
    let page = sheet(texts).html(.nl, breaking: WordBreaks(["studie-loopbaan-begeleider"]))
    let elements = try #require(ReadBack.html(page))
    let names = Set(elements.map(\.name))
    #expect(
      names.isSubset(of: [
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "table",
        "caption", "thead", "tbody", "tr", "th", "td", "span", "a", "ol", "ul", "li", "strong",
        "code", "div", "svg", "desc", "rect", "path", "text", "g",
      ]), "\(names)")
    let cells = elements.filter { $0.name == "td" }.map(\.text)
    let wanted = texts.indices.flatMap { place in
      texts.map { Printable.visible("\(place) \($0)") + "(1)" }
    }
    #expect(cells == wanted)
    let heads = elements.filter { $0.attributes["scope"] == "col" }.map(\.text)
    #expect(heads == ([texts[4]] + texts.map { "k " + $0 }).map(Printable.visible))
    #expect(elements.first { $0.name == "h1" }?.text == Printable.visible(texts[0]))
    let attributes = elements.flatMap { $0.attributes.keys }
    #expect(!attributes.contains { $0.hasPrefix("on") })
  }

  @Test(arguments: seeds) func `a spreadsheet gets every value back`(seed: UInt64) throws {
    let texts = SheetEscapingTests.hostile(seed)
    let records = sheet(texts).records
    let plain = try #require(ReadBack.csv(CSVText.text(records, .rfc4180), separator: ","))
    #expect(plain == ([records.columns] + records.rows).map { $0.map(Printable.visible) })
    let dutch = CSVText.text(records, .nl)
    #expect(dutch.unicodeScalars.first == "\u{FEFF}")
    let rows = try #require(ReadBack.csv(dutch, separator: ";"))
    for (row, wanted) in zip(rows, [records.columns] + records.rows) {
      for (value, text) in zip(row, wanted) {
        let visible = Printable.visible(text)
        #expect(value == visible || value == "'" + visible)
        let first = try #require(value.unicodeScalars.first)
        #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(value)")
      }
    }
  }

  @Test(arguments: seeds) func `a Markdown table keeps its columns and its texts`(seed: UInt64) {
    let texts = SheetEscapingTests.hostile(seed)
    let markdown = sheet(texts).markdown()
    let rows = ReadBack.markdownTables(markdown)
    #expect(rows.count == texts.count + 2)
    #expect(rows.allSatisfy { $0.count == texts.count + 2 })
    for (place, row) in rows.dropFirst(2).enumerated() {
      let wanted =
        ["g \(texts[place])", "r \(texts[place])<br>(\(texts[place]))"]
        + texts.map { "\(place) \($0) (1)" }
      #expect(row == wanted.map(Printable.visible))
    }
    #expect(!markdown.contains("<s") && !markdown.contains("</"))
  }

  @Test(arguments: seeds) func `a terminal shows every text and obeys none`(seed: UInt64) {
    let texts = SheetEscapingTests.hostile(seed)
    for text in [sheet(texts).text(), sheet(texts).plain(.nl)] {
      let hidden = text.unicodeScalars.filter { $0 != "\n" && Printable.isHidden($0) }
      #expect(hidden.isEmpty)
      let words = text.split { $0 == " " || $0 == "\n" }
      for part in texts {
        for word in Printable.visible(part).split(separator: " ") {
          #expect(words.contains { $0.contains(word) }, "\(word)")
        }
      }
    }
  }
}
