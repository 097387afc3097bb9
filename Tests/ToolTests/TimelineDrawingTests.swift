import Foundation
import FoundationXML
import Testing

@testable import RoutingReport

/// A timeline drawn, by itself and on a web page.
struct TimelineDrawingTests {
  private static let open =
    AdviseTests.dropout.filter { !$0.hasPrefix("geboorte") && !$0.hasPrefix("uitschrijf") }
    + ["leeftijd=17", "uitschrijfdatum=2026-09"]

  private func draw(_ form: String, _ facts: [String], _ more: String...) throws -> String {
    let run = try Tool.run(
      ["timeline"] + facts + ["--on", "2026-11-21", "--format", form] + more)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  /// Whether a text is XML, as any program that reads drawings asks.
  private func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  @Test(arguments: ["nl", "en"]) func `the drawing is XML with a title and words`(language: String)
    throws
  {
    for facts in [AdviseTests.dropout, Self.open] {
      let drawing = try draw("svg", facts, "--lang", language)
      #expect(isWellFormed(drawing))
      let title =
        language == "nl"
        ? "Wie helpt mij, en wanneer verandert dat?" : "Who helps me, and when does that change?"
      #expect(drawing.contains("<title id=\"timeline-title\">\(title)</title>"))
      #expect(drawing.contains("aria-labelledby=\"timeline-title timeline-words\""))
      #expect(drawing.contains("lang=\"\(language)\""))
    }
    #expect(!isWellFormed("<svg><text>a & b</text></svg>"))
  }

  @Test func `letters and stripes tell what colours tell`() throws {
    let drawing = try draw("svg", Self.open)
    for letter in ["A", "B", "C", "D", "?"] { #expect(drawing.contains(">\(letter)</text>")) }
    #expect(drawing.contains("fill=\"url(#timeline-open)\""))
    #expect(drawing.contains("nog niet zeker"))
  }

  @Test func `no names of rules stand on the picture or the page`() throws {
    for form in ["svg", "html"] {
      let text = try draw(form, AdviseTests.dropout)
      #expect(!text.contains("nob-"))
      #expect(!text.contains("land-"))
    }
  }

  @Test func `nothing is fetched and nothing runs`() throws {
    for form in ["svg", "html"] {
      let text = try draw(form, Self.open)
        .replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      for word in ["<script", "http:", "https:", "@import", "href", "src="] {
        #expect(!text.contains(word), "\(word)")
      }
    }
    let page = try draw("html", Self.open)
    #expect(page.contains("default-src 'none'"))
    #expect(page.components(separatedBy: "<h1>").count == 2)
    #expect(page.contains("<html lang=\"nl\">"))
    #expect(page.contains("Te doen voor een dag tussen 1 september 2027 en 30 september 2027"))
  }

  @Test func `what rules say stays text in every form`() throws {
    let folder = try TemporaryFolder()
    let hostile = #"<b onload='x'>het & \"doorstroompunt\"; a, b \\ ]]> `*_[x](y)"#
    let rules = try folder.rules(
      replacing: #""nl": "het doorstroompunt""#, with: #""nl": "\#(hostile)""#, in: "parties.json")
    let drawing = try draw("svg", AdviseTests.dropout, "--rules", rules)
    #expect(isWellFormed(drawing))
    for form in ["svg", "html"] {
      let text = try draw(form, AdviseTests.dropout, "--rules", rules)
      #expect(!text.contains("<b "))
      #expect(text.contains("&lt;b onload="))
    }
    let calendar = try draw("ics", AdviseTests.dropout, "--rules", rules)
    let summary = TimelineCalendarTests.lines(calendar).first {
      $0.contains("Verantwoordelijk: <b")
    }
    #expect(summary?.contains(#"\; a\, b \\ ]]>"#) == true)
    let page = try draw("markdown", AdviseTests.dropout, "--rules", rules)
    #expect(page.contains(#"&lt;b onload='x'&gt;het &amp; "doorstroompunt"; a, b \\ \]\]"#))
    let object = try JSONSerialization.jsonObject(
      with: Data(try draw("json", AdviseTests.dropout, "--rules", rules).utf8))
    #expect(object is [String: Any])
  }

  @Test func `words have contrast on every bar`() throws {
    let drawing = try draw("svg", Self.open)
    let grounds = drawing.components(separatedBy: "{ fill: #").dropFirst().map { $0.prefix(6) }
    #expect(grounds.count == 10)
    for ground in grounds where ground != "66717e" {
      #expect(Self.contrast("1b1f24", String(ground)) >= 4.5, "\(ground)")
    }
    #expect(Self.contrast("000000", "ffffff") > 20.9)
    #expect(Self.contrast("777777", "ffffff") < 4.5)
  }

  /// The contrast of two colours, by the formula of WCAG 2.
  private static func contrast(_ left: String, _ right: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour, radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> shift & 255) / 255
        return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let both = [luminance(left), luminance(right)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }
}
