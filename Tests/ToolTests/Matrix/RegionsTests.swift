import Foundation
import Testing

@testable import RoutingCore

/// The agreements side by side.
struct RegionsTests {
  private func regions(_ arguments: String...) throws -> Tool.Run {
    try Tool.run(["regions", "--on", "2026-11-21"] + arguments)
  }

  private func document() throws -> [String: Any] {
    let run = try regions("--format", "json")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// What an agreement answers to a question.
  private func answer(_ question: String, _ agreement: String) throws -> String {
    let questions = try #require(try document()["questions"] as? [[String: Any]])
    let row = try #require(questions.first { ($0["question"] as? String) == question })
    let answers = try #require(row["answers"] as? [[String: Any]])
    let found = answers.first { $0["agreement"] as? String == agreement }
    return try #require(found?["answer"] as? String)
  }

  @Test(arguments: [
    ("leeftijd", "noordoost-brabant", "16 tot 27"),
    ("leeftijd", "rijk-van-nijmegen", "vanaf 12"),
    ("leeftijd", "landelijk", "alle"),
    (
      "verantwoordelijk na mbo 2 met diploma, zonder werk", "noordoost-brabant",
      "eindigt: 1 jaar na het vertrek"
    ),
    (
      "verantwoordelijk na mbo 2 met diploma, zonder werk", "rijk-van-nijmegen",
      "eindigt: 1 jaar na het papier"
    ),
    ("verantwoordelijk na mbo 2 zonder diploma", "noordoost-brabant", "de mbo-school"),
    ("verantwoordelijk na mbo 2 zonder diploma", "rijk-van-nijmegen", "het doorstroompunt"),
    (
      "wie de Participatiewet uitvoert: verantwoordelijk bij bijstand", "rijk-van-nijmegen",
      "WerkBedrijf"
    ),
    ("eerste aanspreekpunt op het mbo bij niveau 3", "noordoost-brabant", "het doorstroompunt"),
    ("wie er bij komt voor problemen op meer gebieden", "noordoost-brabant", "regisseur"),
  ])
  func `each agreement answers by its own rules`(
    question: String, agreement: String, words: String
  ) throws {
    #expect(try answer(question, agreement).contains(words))
  }

  @Test(arguments: [
    ["--plain"], ["--format", "markdown"], ["--format", "html"], ["--format", "csv"], [],
  ])
  func `every form shows every agreement and question`(form: [String]) throws {
    let document = try document()
    let agreements = try #require(document["agreements"] as? [[String: Any]])
    let questions = try #require(document["questions"] as? [[String: Any]])
    #expect(agreements.count == MatrixToolTests.agreements)
    let run = try Tool.run(["regions", "--on", "2026-11-21"] + form)
    #expect(run.status == 0)
    // A terminal wraps words.
    let text = run.output.replacing("&shy;", with: "").split { $0 == " " || $0 == "\n" }
      .joined(separator: " ")
    for name in agreements.compactMap({ $0["name"] as? String }) {
      #expect(text.contains(name), "\(name)")
    }
    for question in questions.compactMap({ $0["question"] as? String }) {
      #expect(text.contains(question), "\(question)")
    }
    if form.isEmpty { #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 }) }
  }

  @Test func `one region stands beside the national frame, and a wrong name gets the nearest`()
    throws
  {
    let run = try regions("--region", "rijk-van-nijmegen")
    #expect(run.output.contains("WerkBedrijf"))
    #expect(run.output.contains("Landelijk kader"))
    #expect(!run.output.contains("Noordoost-Brabant"))
    // What is asked of the network is for who looks at one region.
    #expect(run.output.contains("Wat van het netwerk wordt gevraagd"))
    #expect(!(try regions().output.contains("Wat van het netwerk wordt gevraagd")))
    let wrong = try regions("--region", "noordoost")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("`noordoost-brabant`"))
  }

  @Test func `a day before an agreement is told`() throws {
    let run = try Tool.run([
      "regions", "--on", "2025-06-01", "--region", "rijk-van-nijmegen", "--plain",
    ])
    #expect(run.output.contains("(niet op deze dag)"))
    #expect(run.output.contains("geldt dan niet"))
  }
}
