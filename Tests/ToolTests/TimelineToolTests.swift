import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// What a counsellor sees of a youth over time.
struct TimelineToolTests {
  private func timeline(_ facts: [String], _ more: String...) throws -> Tool.Run {
    try Tool.run(["timeline"] + facts + ["--on", "2026-11-21"] + more)
  }

  private func json(_ facts: [String], _ more: String...) throws -> [String: Any] {
    let run = try Tool.run(
      ["timeline"] + facts + ["--on", "2026-11-21", "--format", "json"] + more)
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func stretches(_ facts: [String], _ more: String...) throws -> [[String: Any]] {
    let run = try Tool.run(
      ["timeline"] + facts + ["--on", "2026-11-21", "--format", "json"] + more)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(object["stretches"] as? [[String: Any]])
  }

  @Test func `the bars, the key and the stretches tell the same`() throws {
    let run = try timeline(AdviseTests.dropout)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 100 })
    let responsible = try #require(lines.first { $0.hasPrefix("  verantwoordelijk  ") })
    let bar = responsible.dropFirst(20)
    #expect(Set(bar) == Set("ABC>"))
    #expect(bar == Substring(String(bar.sorted { $0 == ">" ? false : $1 == ">" || $0 < $1 })))
    #expect(run.output.contains("  A  de mbo-school (studieloopbaanbegeleider of coach)\n"))
    #expect(
      run.output.contains("1. 2026-11-21         21 november 2026 tot en met 31 januari 2027\n"))
    #expect(run.output.contains("begint door: 1 jaar na het vertrek\n"))
    #expect(run.output.contains("begint door: wordt 27\n"))
    #expect(run.output.contains("Noordoost-Brabant: afgelopen"))
    #expect(
      run.output.contains("te doen voor 1 februari 2027: de mbo-school: Spreek een overdracht af"))
  }

  @Test func `stretches follow each other without a gap and say until when`() throws {
    let found = try stretches(AdviseTests.dropout)
    #expect(found.map { $0["from"] as? String } == ["2026-11-21", "2027-02-01", "2034-03-14"])
    #expect(
      found.map { $0["through"] as? String } == ["2027-01-31", "2034-03-13", nil])
    let first = try #require(found[0]["responsible"] as? [String: Any])
    #expect(first["answer"] as? String == "slb")
    let object = try json(AdviseTests.dropout)
    #expect(object["schema"] as? String == "jongeren-route/timeline/1")
  }

  @Test func `a law that changes and an agreement that begins are turning points`() throws {
    let facts = AdviseTests.dropout.map {
      $0.hasPrefix("uitschrijf") ? "uitschrijfdatum=2025-09-15" : $0
    }
    let run = try timeline(facts, "--from", "2025-10-01", "--until", "2026-12-31")
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "begint door: Samenwerkingsafspraken Noordoost-Brabant: begin, de wet verandert\n"))
    #expect(run.output.contains("Voor 21 november 2026 gelden dezelfde feiten"))
    // The agreement that begins on 2026-01-01 brings days of its own, for an advice too.
    let early = try Tool.run(["advise"] + facts + ["--on", "2025-10-01"])
    #expect(early.output.contains("- 2026-09-15 (1 jaar na het vertrek)"))
  }

  @Test func `days on which the facts cannot be true are said to be so`() throws {
    let run = try timeline(
      AdviseTests.dropout, "--from", "2025-06-01", "--until", "2026-12-31", "--lang", "en")
    #expect(run.status == 0)
    #expect(run.output.contains("Before 21 November 2026 the same facts hold"))
    #expect(run.output.contains("the facts cannot be true on these days"))
    #expect(run.output.contains("  x  these facts cannot be true then\n"))
  }

  @Test func `a date known in part is shown as days between which`() throws {
    let facts = AdviseTests.dropout.map {
      $0.hasPrefix("uitschrijf") ? "uitschrijfdatum=2026-02" : $0
    }
    let found = try stretches(facts)
    #expect(
      found.prefix(3).map { $0["from"] as? String } == ["2026-11-21", "2027-02-01", "2027-02-28"])
    #expect(found.prefix(3).map { $0["determined"] as? Bool } == [true, false, true])
    #expect((found[1]["within"] as? [String]) == ["1 jaar na het vertrek"])
    let page = try timeline(facts).output
    #expect(page.contains("op een van deze dagen, niet bekend welke: 1 jaar na het vertrek"))
    let due = try #require(
      (found[0]["duties"] as? [[String: Any]])?.last?["item"] as? [String: Any])
    #expect(
      due["due"] as? [String: String] == ["from": "2027-02-01", "through": "2027-02-28"])
  }

  @Test func `a school left on a day known in part begins between days`() throws {
    let facts = [
      "geboortedatum=2009-05-10", "woongemeente=Oss", "huidigeSchool=pro",
      "verwachteUitschrijfdatum=2027-07", "hoogsteDiploma=geen", "verlatenSchool=geen",
    ]
    let found = try stretches(facts)
    #expect(
      found[1]["begins"] as? [String: String] == ["from": "2027-07-01", "through": "2027-07-31"])
    let page = try timeline(facts).output
    #expect(page.contains("tot een dag tussen 1 juli 2027 en 31 juli 2027"))
    #expect(page.contains("begint tussen 1 juli 2027 en 31 juli 2027"))
  }

  @Test func `too little to decide says what is possible, what to ask, and is status 3`() throws {
    let run = try timeline(
      ["geboortedatum=2007-03-14", "woongemeente=Oss", "huidigeSchool=geen"])
    #expect(run.status == 3)
    #expect(run.output.contains("verantwoordelijk: nog niet te bepalen: de pro-school"))
    #expect(run.output.contains("Vraag eerst           Welke school is het laatst verlaten?"))
    #expect(run.output.contains("  ?  nog niet te bepalen\n"))
  }

  @Test func `the same facts and date give the same bytes in every form`() throws {
    for form in ["text", "json", "markdown", "ics", "svg", "html"] {
      let first = try timeline(AdviseTests.dropout, "--format", form)
      #expect(first.status == 0)
      #expect(try timeline(AdviseTests.dropout, "--format", form).output == first.output)
    }
  }

  @Test func `Markdown and English come out`() throws {
    let page = try timeline(AdviseTests.dropout, "--format", "markdown", "--lang", "en").output
    #expect(page.hasPrefix("## Who is responsible and who to call, from 21 November 2026\n"))
    #expect(page.contains("- **2. 2027-02-01**:\n"))
    #expect(page.contains("begins with: 1 year after leaving"))
    #expect(!page.contains("verantwoordelijk"))
  }

  @Test(arguments: [
    (["--until", "2026-11-20"], "--until ligt voor de eerste dag"),
    (["--from", "2027-13-01"], "--from is geen dag"),
    (["--until", "2027"], "--until is geen dag"),
    (["--contacts", "x.csv"], "--contacts hoort bij `advise`"),
    (["--mutants"], "--mutants hoort bij `validate`"),
    (["--format", "github"], "de waarde van --format `github` bestaat niet"),
    (["bijstant=ja"], "bedoelde u `bijstand`?"),
    (["papier=schooldiploma"], "[contradiction]"),
  ])
  func `a mistake is told so that it can be mended`(more: [String], message: String) throws {
    let facts = AdviseTests.dropout.filter { fact in
      !more.contains { $0.contains("=") && fact.hasPrefix($0.prefix { $0 != "=" }) }
    }
    let run = try Tool.run(["timeline"] + facts + more + ["--on", "2026-11-21"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `--from belongs to a timeline`() throws {
    let run = try Tool.run(["advise", "leeftijd=17", "--from", "2027-01-01"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--from hoort bij `timeline`"))
  }
}
