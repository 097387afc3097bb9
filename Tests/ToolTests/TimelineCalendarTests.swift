import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// A timeline as a calendar file.
struct TimelineCalendarTests {
  private func calendar(_ more: String...) throws -> String {
    try Tool.run(
      ["timeline"] + AdviseTests.dropout + ["--on", "2026-11-21", "--format", "ics"] + more
    ).output
  }

  /// The content lines as a calendar reads them: pieces put together again.
  static func lines(_ file: String) -> [String] {
    file.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test func `changes and duties are events on whole days`() throws {
    let file = try calendar()
    let lines = Self.lines(file)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
    #expect(lines.contains("DTSTART;VALUE=DATE:20270201"))
    #expect(lines.contains("DTEND;VALUE=DATE:20270202"))
    #expect(lines.contains("SUMMARY:Verantwoordelijk: het doorstroompunt (doorstroomcoach)"))
    #expect(
      lines.contains(
        "SUMMARY:Uiterlijk vandaag: de mbo-school: Spreek een overdracht af en leg haar vast\\, "
          + "voordat het venster sluit"))
    #expect(
      lines.filter { $0.hasPrefix("DTSTAMP:") }.allSatisfy { $0 == "DTSTAMP:20261121T000000Z" })
  }

  @Test func `lines end with CR LF, and hold no more than 75 bytes`() throws {
    for language in ["nl", "en"] {
      let file = try calendar("--lang", language)
      let lines = file.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
    }
  }

  @Test func `names of events are unique, and stay when the file is made again later`() throws {
    func names(on date: String) throws -> Set<String> {
      let file = try Tool.run(
        ["timeline"] + AdviseTests.dropout + ["--on", date, "--format", "ics"]
      ).output
      let names = Self.lines(file).filter { $0.hasPrefix("UID:") }
      #expect(Set(names).count == names.count)
      return Set(names)
    }
    let first = try names(on: "2026-11-21")
    #expect(try names(on: "2026-12-24") == first)
    #expect(try names(on: "2027-03-01").isSubset(of: first))
    let dutch = Self.lines(try calendar()).filter { $0.hasPrefix("UID:") }
    #expect(Self.lines(try calendar("--lang", "en")).filter { $0.hasPrefix("UID:") } == dutch)
  }

  @Test func `no fact of the youth is in it`() throws {
    let file = try calendar()
    for fact in ["2007", "Oss", "mbo-2", "bol", "leeftijd", "geboren", "2026-02"] {
      #expect(!file.contains(fact), "\(fact)")
    }
  }

  @Test(arguments: 0..<50) func `whatever a rule says comes out as one text`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let texts = (0..<6).map { _ in random.hostileText() }
    let day = CalendarDate(dayNumber: 20_000)
    let events = texts.map {
      ICalendar.Event(uid: "x", first: day, last: day, summary: $0, description: $0)
    }
    let file = ICalendar(name: texts[0], stamp: day, events: events).text
    #expect(file.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let lines = Self.lines(file)
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == texts.count)
    let summaries = lines.map(\.unicodeScalars).filter {
      $0.starts(with: "SUMMARY:".unicodeScalars)
    }
    .map { $0.dropFirst(8) }
    #expect(summaries.count == texts.count)
    for (summary, text) in zip(summaries, texts) {
      var plain = ""
      var rest = summary
      while let scalar = rest.popFirst() {
        if scalar == "\\", let next = rest.popFirst() {
          plain.unicodeScalars.append(next)
        } else {
          #expect(scalar != ";" && scalar != ",")
          plain.unicodeScalars.append(scalar)
        }
      }
      #expect(plain.utf8.elementsEqual(Printable.visible(text).utf8))
    }
  }
}
