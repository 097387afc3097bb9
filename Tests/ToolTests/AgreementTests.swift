import Foundation
import Testing

/// Which agreement answers: by the school, by the home, and on which day.
struct AgreementTests {
  private func advise(_ facts: [String]) throws -> [String: Any] {
    let run = try Tool.run(["advise", "--on", "2026-11-21", "--format", "json"] + facts)
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
  }

  private func answering(_ advice: [String: Any]) throws -> [String] {
    let rules = try #require(advice["rules"] as? [String: Any])
    return try #require(rules["answering"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  }

  private func also(_ advice: [String: Any]) throws -> [String] {
    try #require(advice["also"] as? [[String: Any]]).map { other in
      "\(other["agreement"] ?? "") \(other["municipality"] ?? "")"
    }
  }

  private static let dropout = [
    "leeftijd=19", "huidigeSchool=geen", "verlatenSchool=mbo-2", "verlatenLeerweg=bol",
    "uitschrijfdatum=2026-09-01", "papier=geen", "hoogsteDiploma=vmbo",
  ]
  private static let graduate = [
    "leeftijd=19", "huidigeSchool=geen", "verlatenSchool=mbo-2", "verlatenLeerweg=bol",
    "uitschrijfdatum=2026-09-01", "papier=diploma", "papierdatum=2026-07-01",
    "hoogsteDiploma=mbo-2",
  ]
  private static let longAgo =
    graduate.filter { !$0.contains("datum=") } + [
      "uitschrijfdatum=2024-09-01", "papierdatum=2024-07-01",
    ]
  private static let student = [
    "leeftijd=19", "huidigeSchool=mbo-2", "huidigeLeerweg=bol", "hoogsteDiploma=vmbo",
  ]

  @Test(arguments: [
    // The school at which a youth is goes before the home.
    (
      student + ["woongemeente=Oss", "huidigeSchoolgemeente=Nijmegen"], "rijk-van-nijmegen",
      ["noordoost-brabant Oss"]
    ),
    (
      student + ["woongemeente=Nijmegen", "huidigeSchoolgemeente=Oss"], "noordoost-brabant",
      ["rijk-van-nijmegen Nijmegen"]
    ),
    (
      student + ["woongemeente=Utrecht", "huidigeSchoolgemeente=Oss"], "noordoost-brabant",
      ["landelijk Utrecht"]
    ),
    (student + ["woongemeente=Oss", "huidigeSchoolgemeente=Utrecht"], "noordoost-brabant", []),
    // So does the school just left, as long as its agreement still holds for the youth.
    (
      dropout + ["woongemeente=Nijmegen", "verlatenSchoolgemeente=Oss"], "noordoost-brabant",
      ["rijk-van-nijmegen Nijmegen"]
    ),
    (
      graduate + ["woongemeente=Oss", "verlatenSchoolgemeente=Nijmegen"], "rijk-van-nijmegen",
      ["noordoost-brabant Oss"]
    ),
    (dropout + ["woongemeente=Oss", "verlatenSchoolgemeente=Nijmegen"], "noordoost-brabant", []),
    // A former school without a window is past.
    (
      longAgo + [
        "woongemeente=Nijmegen", "verlatenSchoolgemeente=Oss",
      ], "rijk-van-nijmegen", []
    ),
    // A school of a region guides all its pupils, wherever they live.
    (
      ["leeftijd=17", "huidigeSchool=pro", "woongemeente=Oss", "huidigeSchoolgemeente=Venray"],
      "noord-limburg", ["noordoost-brabant Oss"]
    ),
    (
      [
        "leeftijd=17", "huidigeSchool=vso", "woongemeente=Haarlem", "huidigeSchoolgemeente=Alkmaar",
      ],
      "noord-holland-noord", ["landelijk Haarlem"]
    ),
    // Those two are for pro, vso and entree: other schools are for the national frame.
    (student + ["woongemeente=Venlo"], "landelijk", []),
    // One region, or none.
    (dropout + ["woongemeente=Oss"], "noordoost-brabant", []),
    (dropout + ["woongemeente=Utrecht"], "landelijk", []),
    (dropout + ["woongemeente=Boxmeer"], "noordoost-brabant", []),
  ])
  func `the school goes before the home, and both are named`(
    facts: [String], agreement: String, others: [String]
  ) throws {
    let advice = try advise(facts)
    #expect(try answering(advice) == [agreement])
    #expect(try also(advice) == others)
  }

  @Test func `an agreement asked for goes before all, and the page tells of the other`() throws {
    let facts = AgreementTests.dropout + ["woongemeente=Oss", "--region"]
    let other = try advise(facts + ["rijk-van-nijmegen"])
    #expect(try answering(other) == ["rijk-van-nijmegen"])
    #expect(try also(other) == ["noordoost-brabant Oss"])
    let frame = try advise(facts + ["landelijk"])
    #expect(try answering(frame) == ["landelijk"])
    #expect(try also(frame) == ["noordoost-brabant Oss"])
    // A default does not.
    let run = try Tool.run(
      ["advise", "--on", "2026-11-21"] + AgreementTests.dropout + ["woongemeente=Oss"],
      environment: ["JONGEREN_ROUTE_REGION": "rijk-van-nijmegen"])
    #expect(run.output.contains("Samenwerkingsafspraken Noordoost-Brabant 2026-2029"))
    #expect(!run.output.contains("Rijk van Nijmegen"))
  }

  @Test func `the page says which agreement answers and why another does not`() throws {
    let run = try Tool.run(
      ["advise", "--on", "2026-11-21"] + AgreementTests.dropout
        + ["woongemeente=Oss", "verlatenSchoolgemeente=Nijmegen"])
    let text = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(text.contains("Regels Samenwerkingsafspraken Noordoost-Brabant (woongemeente Oss)"))
    #expect(text.contains("Rijk van Nijmegen (gemeente van de verlaten school Nijmegen): "))
    #expect(text.contains("[rvn-bereik-buiten]"))
  }

  @Test(arguments: [
    (
      "2025-12-31", "Oss",
      "nog niet van kracht: Samenwerkingsafspraken Noordoost-Brabant (vanaf 1 januari 2026)"
    ),
    (
      "2030-01-01", "Oss",
      "niet meer van kracht: Samenwerkingsafspraken Noordoost-Brabant (tot en met 31 december 2029)"
    ),
    (
      "2024-10-14", "Alkmaar",
      "nog niet van kracht: Route Arbeid Noord-Holland Noord (vanaf 15 oktober 2024)"
    ),
  ])
  func `an agreement past its days, or before them, warns and leaves it to the law`(
    day: String, town: String, warning: String
  ) throws {
    let run = try Tool.run(
      [
        "advise", "geboortedatum=2007-03-14", "woongemeente=\(town)", "huidigeSchool=geen",
        "verlatenSchool=pro", "uitschrijfdatum=2024-08-01", "papier=geen", "hoogsteDiploma=geen",
        "--on", day,
      ])
    let text = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(text.contains(warning), "\(run.output) \(run.errors)")
    #expect(text.contains("de wet en het landelijk kader antwoorden"))
    #expect(run.output.contains("[land-"))
  }

  @Test(arguments: [dropout, graduate, student])
  func `without a municipality every region's answer is possible`(facts: [String]) throws {
    func values(_ verdict: Any?) -> Set<String> {
      let options = (verdict as? [String: Any])?["options"] as? [[String: Any]] ?? []
      return Set(options.compactMap { $0["value"] as? String })
    }
    let open = try advise(facts)
    let folders = try answering(open)
    #expect(Set(folders).isSuperset(of: ["landelijk", "noordoost-brabant", "rijk-van-nijmegen"]))
    for town in ["Utrecht", "Oss", "Nijmegen", "Alkmaar", "Venlo"] {
      let known = try advise(facts + ["woongemeente=\(town)"])
      for key in ["responsible", "firstContact"] {
        let possible = values(open[key])
        #expect(!possible.isEmpty)
        #expect(possible.isSuperset(of: values(known[key])), "\(town) \(key)")
      }
    }
    let asked = try #require(open["askNext"] as? [[String: Any]])
    #expect(asked.first?["fact"] as? String == "woongemeente")
  }
}
