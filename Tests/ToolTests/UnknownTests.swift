import Foundation
import Testing

/// Unknown is not false.
struct UnknownTests {
  private func advise(_ facts: String...) throws -> Tool.Run {
    try Tool.run(["advise"] + facts + ["--on", "2026-11-21"])
  }

  @Test func `too little to decide is status 3, with what is left and the best next question`()
    throws
  {
    let run = try advise("geboortedatum=2007-03-14", "woongemeente=Oss", "huidigeSchool=geen")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("Nu verantwoordelijk   nog niet te bepalen: "))
    #expect(run.output.contains("het doorstroompunt (doorstroomcoach) (voorlopig)"))
    #expect(run.output.contains("Welke school is het laatst verlaten? (verlatenSchool=...)"))
    #expect(run.errors == "")
  }

  @Test func `without a municipality it is asked for`() throws {
    let run = try advise("leeftijd=18", "huidigeSchool=mbo-2", "huidigeLeerweg=bol")
    #expect(run.output.contains("In welke gemeente woont de jongere? (woongemeente=...)"))
    #expect(!run.output.contains("jongerenaanpak@"))
    let thin = try advise("leeftijd=24", "huidigeSchool=geen", "startkwalificatie=nee")
    #expect(thin.status == 3)
  }

  @Test(arguments: [
    (
      ["leeftijd=22", "woongemeente=Oss", "verlatenSchool=mbo-4", "papier=diploma"],
      "het team regionale jongerenaanpak (voorlopig)"
    ),
    (
      ["leeftijd=22", "woongemeente=Utrecht", "verlatenSchool=mbo-4", "papier=diploma"],
      "de woongemeente (voorlopig)"
    ),
    (
      ["leeftijd=16", "woongemeente=Oss", "huidigeSchool=geen"],
      "leerplicht (leerplichtambtenaar) (voorlopig)"
    ),
    (
      ["leeftijd=16", "woongemeente=Utrecht", "huidigeSchool=geen"],
      "leerplicht (leerplichtambtenaar) (voorlopig)"
    ),
    (["leeftijd=19", "woongemeente=Oss"], "het doorstroompunt (doorstroomcoach) (voorlopig)"),
  ])
  func `the provisional contact is one who may be there for this youth`(
    facts: [String], contact: String
  ) throws {
    let run = try Tool.run(["advise"] + facts + ["--on", "2026-11-21"])
    #expect(run.status == 3)
    #expect(run.output.contains("Bel                   \(contact)"))
  }

  @Test func `a duty that may hold is shown as one that may`() throws {
    // Whether the kwalificatieplicht holds depends on an earlier vso that nobody mentioned.
    let absent = [
      "geboortedatum=2010-03-22", "woongemeente=Oss", "huidigeSchool=havo", "verzuim=vier-weken",
      "hoogsteDiploma=geen", "--on", "2026-11-21",
    ]
    let open = try Tool.run(["advise"] + absent)
    #expect(open.status == 0)
    #expect(open.output.contains("misschien: leerplicht (leerplichtambtenaar)"))
    let known = try Tool.run(["advise", "verlatenSchool=geen"] + absent)
    #expect(known.output.contains("- leerplicht (leerplichtambtenaar)"))
  }

  @Test func `a region stands in for a municipality nobody knows`() throws {
    let run = try Tool.run([
      "advise", "leeftijd=18", "huidigeSchool=mbo-2", "huidigeLeerweg=bol", "--region",
      "noordoost-brabant", "--on", "2026-11-21",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("[nob-ingeschreven-mbo]"))
  }

  @Test func `an unknown age leaves the answer open, with a desk to call meanwhile`() throws {
    let run = try advise(
      "woongemeente=Oss", "huidigeSchool=geen", "verlatenSchool=mbo-2", "verlatenLeerweg=bol",
      "uitschrijfdatum=2026-07-10", "papier=diploma", "papierdatum=2026-07-10",
      "hoogsteDiploma=mbo-2")
    #expect(run.status == 3)
    #expect(run.output.contains("Wat is de geboortedatum"))
    #expect(run.output.contains("het team regionale jongerenaanpak (voorlopig)"))
    #expect(run.output.contains("jongerenaanpak@noordoostbrabantwerkt.nl"))
  }

  @Test func `an assumption that is stated is no longer assumed`() throws {
    let facts = AdviseTests.dropout + ["--on", "2026-11-21", "--format", "json"]
    func assumed(_ more: String...) throws -> [String] {
      let run = try Tool.run(["advise"] + more + facts)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let list = try #require(object["assumed"] as? [[String: Any]])
      return list.compactMap { $0["fact"] as? String }
    }
    #expect(try assumed().contains("bijstand"))
    #expect(try !assumed("bijstand=nee").contains("bijstand"))
    #expect(try assumed("bijstand=nee").contains("overgenomenDoor"))
  }

  @Test func `what would change the answer names the fact and the answer it gives`() throws {
    let run = try Tool.run(["advise"] + AdviseTests.dropout + ["--on", "2026-11-21"])
    let words = run.output.split(whereSeparator: { " \n".contains($0) }).joined(separator: " ")
    #expect(words.contains("de vraag: inkomen → bel: de afdeling Werk & Inkomen"))
    #expect(words.contains("doelgroepregister: in het doelgroepregister → bel: de afdeling"))
  }
}
