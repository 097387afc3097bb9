import Foundation
import Testing

/// What a counsellor sees on an ordinary case.
struct AdviseTests {
  /// A youth of 19 who dropped out of mbo 2 bol in February 2026.
  static let dropout = [
    "geboortedatum=2007-03-14", "woongemeente=Oss", "huidigeSchool=geen", "verlatenSchool=mbo-2",
    "verlatenLeerweg=bol", "uitschrijfdatum=2026-02-01", "papier=geen", "hoogsteDiploma=geen",
  ]

  private func advise(_ facts: [String], on date: String = "2026-11-21", _ more: String...) throws
    -> Tool.Run
  {
    try Tool.run(["advise"] + facts + ["--on", date] + more)
  }

  /// The lines beside a label.
  private func lines(_ label: String, of page: String) -> String {
    var found: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(label) {
        found.append(line.dropFirst(label.count))
      } else if !found.isEmpty {
        guard line.hasPrefix("  ") else { break }
        found.append(line)
      }
    }
    return found.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test func `responsible and who to call stand in the first two lines`() throws {
    let run = try advise(Self.dropout)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let first = run.output.split(separator: "\n").prefix(2)
    #expect(first.first?.hasPrefix("Nu verantwoordelijk   de mbo-school") == true)
    #expect(first.first?.contains("tot 1 februari 2027") == true)
    #expect(
      first.last?.hasPrefix("Bel                   het doorstroompunt (doorstroomcoach)") == true)
  }

  @Test func `the page says why the two differ, one line each with its rule`() throws {
    let why = lines("Waarom ", of: try advise(Self.dropout).output)
    #expect(why.contains("[nob-school-mbo]"))
    #expect(why.contains("[nob-vsv]"))
  }

  @Test func `the page speaks English when asked`() throws {
    let run = try advise(Self.dropout, "--lang", "en")
    #expect(run.output.hasPrefix("Responsible now       the mbo school"))
    #expect(!run.output.contains("verantwoordelijk blijft"))
    #expect(run.output.contains("In immediate danger: call 112."))
  }

  @Test func `an expired window without takeover shows the holder and the open end`() throws {
    let run = try advise(Self.dropout, on: "2027-02-01")
    #expect(run.output.hasPrefix("Nu verantwoordelijk   het doorstroompunt"))
    #expect(lines("Houdt vast", of: run.output).contains("de mbo-school"))
    #expect(run.output.contains("Niemand laat los voordat een ander het heeft overgenomen"))
  }

  @Test func `a reading that decides is marked, with the other one`() throws {
    let reading = lines("Lezing", of: try advise(Self.dropout).output)
    #expect(reading.contains("ook mogelijk: het venster begint bij het diploma"))
    #expect(reading.contains("[nob-venster-mbo-open]"))
  }

  @Test func `a power is said to be one`() throws {
    let outside = Self.dropout.map { $0 == "woongemeente=Oss" ? "woongemeente=Utrecht" : $0 }
    let run = try advise(outside)
    #expect(lines("Waarom ", of: run.output).contains("(kan: een bevoegdheid, geen plicht)"))
    #expect(lines("Regels", of: run.output).contains("geen regionale afspraken bekend"))
  }

  @Test func `what the law gives stands beside what the agreement gives`() throws {
    let law = lines("Wat de wet geeft", of: try advise(Self.dropout).output)
    #expect(law.contains("[nob-wet-mbo-uitvaller]"))
  }

  @Test func `for every organisation the advice says who brings the youth where`() throws {
    for caller in ["school", "gemeente", "uwv", "werkgever", "zorg", "leerplicht", "werkcentrum"] {
      let run = try advise(Self.dropout + ["beller=\(caller)"])
      let handover = lines("Overdracht", of: run.output)
      #expect(handover.contains("brengt de jongere zelf bij het doorstroompunt"), "\(caller)")
      #expect(handover.contains("toestemming nodig: van de jongere"), "\(caller)")
    }
  }

  @Test func `a month stands for a date, and the page says what depends on the day`() throws {
    let facts = Self.dropout.map {
      $0.hasPrefix("geboortedatum") ? "geboortedatum=2007-03" : $0
    }
    let run = try advise(facts)
    #expect(run.status == 0)
    #expect(lines("Straks", of: run.output).contains("tussen 2034-03-01 en 2034-03-31"))
  }

  @Test func `an age stands for the date of birth`() throws {
    let facts = Self.dropout.map { $0.hasPrefix("geboortedatum") ? "leeftijd=19" : $0 }
    let run = try advise(facts)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Nu verantwoordelijk   de mbo-school"))
  }

  @Test func `the last day of school is one day before the leaving date`() throws {
    let facts = Self.dropout.map {
      $0.hasPrefix("uitschrijfdatum") ? "laatsteSchooldag=2026-01-31" : $0
    }
    let one = try advise(facts, "--format", "json")
    let other = try advise(Self.dropout, "--format", "json")
    #expect(one.output == other.output)
  }

  @Test func `Markdown has no character that means something by accident`() throws {
    let run = try advise(Self.dropout, "--format", "markdown")
    #expect(run.output.hasPrefix("- **Nu verantwoordelijk**: de mbo-school"))
    #expect(run.output.contains("\\[nob-vsv\\]"))
  }

  @Test func `JSON carries the schema, the rules and their sources, in the same bytes each time`()
    throws
  {
    let run = try advise(Self.dropout, "--format", "json")
    let again = try Tool.run(
      ["advise", "-", "--on", "21-11-2026", "--format", "json"],
      input: """
        {"hoogsteDiploma": "geen", "papier": "geen", "uitschrijfdatum": "01-02-2026",
         "verlatenLeerweg": "bol", "verlatenSchool": "mbo-2", "huidigeSchool": "geen",
         "woongemeente": "oss", "geboortedatum": "14-03-2007"}
        """, environment: ["LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(run.output == again.output)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "jongeren-route/advice/1")
    let responsible = try #require(object["responsible"] as? [String: Any])
    #expect(responsible["answer"] as? String == "slb")
    let options = try #require(responsible["options"] as? [[String: Any]])
    let rules = try #require(options.first?["rules"] as? [[String: Any]])
    #expect(rules.first?["id"] as? String == "nob-school-mbo")
    #expect(rules.first?["source"] as? [String] == ["nob 2.2", "nob 7"])
    #expect(object["until"] as? String == "2027-02-01")
    #expect((object["contactByQuestion"] as? [Any])?.count == 12)
  }
}
