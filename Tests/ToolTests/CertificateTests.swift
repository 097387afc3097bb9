import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport
@testable import jongeren_route

/// What the program says it proved.
struct CertificateTests {
  /// A certificate of the small world of the fixtures.
  private func certificate(mutants: Certificate.Mutants? = nil) throws -> Certificate {
    let rules = try Files.rules(in: FindingFixtureTests.folder.appending(path: "base/rules").path)
    let rulebook = try RulebookLoader.load(rules)
    let region = try #require(rulebook.regions.first)
    let chain = Chain(region, after: LawTables(of: rulebook), of: rulebook)
    let all = chain.tables.flatMap(\.rules)
    let reading = try #require(all.first { $0.reading != nil })
    let power = try #require(all.first { $0.basis == .bevoegdheid })
    let days = DateRange(
      first: try #require(CalendarDate(year: 2026, month: 1, day: 1)),
      last: try #require(CalendarDate(year: 2027, month: 12, day: 31)))
    return Certificate(
      parts: [
        Certificate.Part(
          agreement: region, days: days, kindsOfDay: 2, classes: 34, tables: 4, rules: 9,
          isClosed: true, isAlive: true)
      ],
      rules: 11, cases: (run: 5, passed: 5), mutants: mutants, sources: 6, hash: rulebook.hash,
      greyAreas: [
        Certificate.GreyArea(kind: .reading, folder: "streek", rule: reading),
        Certificate.GreyArea(kind: .power, folder: "streek", rule: power),
      ])
  }

  @Test func `without findings everything is stated as proved, with counts`() throws {
    let mutants = Certificate.Mutants(made: 20, caught: 18, equivalent: 2)
    let report = ValidationReport(
      findings: [], certificate: try certificate(mutants: mutants), folder: nil, .nl)
    #expect(
      report.text == """
        Bewezen voor elke jongere, op elke dag

        streek                Afspraken van de streek, 2026-2027
                              2026-01-01 tot en met 2027-12-31; soorten dagen: 2, klassen jongeren: 34
                              tabellen: 4, regels: 9, die van de wet meegeteld
                              gesloten keten: elke vraag heeft voor iedereen precies een antwoord
                              geen dode regel: elke regel kan voor iemand het antwoord zijn
        Regels                11 in de bestanden
                              aangehaalde artikelen en paragrafen: 6
                              vingerafdruk \(try certificate().hash)
        Voorbeeldgevallen     5 nagerekend, 5 zoals het er staat
        Mutaties              20 gemaakt: 18 gezien door een voorbeeldgeval, 2 veranderen bewezen niets, 0
                              ongezien

        Grijze gebieden voor de agenda

        streek-gemeente       lezing: Volwassen en geen school
                              gekozen: de gemeente zelf
                              ook mogelijk: het doorstroompunt namens haar
                              bron: streek 2
        streek-bel-gemeente   bevoegdheid, geen plicht: Met een uitkering de gemeente
                              bron: streek 3

        geen fouten

        """)
  }

  @Test func `with an error nothing is stated as proved, and the counts are given`() throws {
    let fault = Diagnostic(.deadRule, Text("x"))
    let report = ValidationReport(
      findings: [fault], certificate: try certificate(), folder: nil, .en)
    #expect(report.text.contains("Looked at, and found wanting\n"))
    #expect(!report.text.contains("closed chain"))
    #expect(!report.text.contains("no dead rule"))
    #expect(report.text.contains("classes of youths: 34"))
    #expect(report.text.hasSuffix("\n1 error\n"))
  }

  @Test func `a warning does not take the proof away`() throws {
    let report = ValidationReport(
      findings: [Diagnostic(.staleContact, Text("x"))], certificate: try certificate(),
      folder: nil, .en)
    #expect(report.text.contains("closed chain: every question has exactly one answer"))
    #expect(report.text.hasSuffix("\n1 warning\n"))
  }

  @Test func `programs get the same certificate`() throws {
    let report = ValidationReport(
      findings: [], certificate: try certificate(), folder: nil, .en)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "jongeren-route/validation/1")
    #expect(object["valid"] as? Bool == true)
    let certificate = try #require(object["certificate"] as? [String: Any])
    let parts = try #require(certificate["agreements"] as? [[String: Any]])
    #expect(parts.first?["through"] as? String == "2027-12-31")
    #expect(certificate["mutants"] is NSNull)
    let areas = try #require(certificate["greyAreas"] as? [[String: Any]])
    #expect(areas.map { $0["rule"] as? String } == ["streek-gemeente", "streek-bel-gemeente"])
    #expect(areas.first?["alternative"] as? String == "the doorstroompunt for it")
  }

  @Test func `an example can be typed over, apostrophes and all`() throws {
    let date = try #require(CalendarDate(year: 2026, month: 6, day: 1))
    let youth = Youth(
      facts: [("woongemeente", "'s-Beekdam"), ("school", "mbo"), ("leeftijd", "17")], date: date)
    let fault = Diagnostic(.noRule, Text("x"), example: youth, remedy: ["\"then\": \"school\""])
    let report = ValidationReport(findings: [fault], certificate: nil, folder: "mijn regels", .en)
    #expect(
      report.text == """
        mijn regels: error: x [no-rule]
          an example:
            jongeren-route advise "woongemeente='s-Beekdam" school=mbo leeftijd=17 --on 2026-06-01 --rules 'mijn regels'
          a remedy:
            "then": "school"

        1 error

        """)
  }

  @Test func `a worked case is written as it was read`() throws {
    let files = try Files.cases(in: Tool.root.appending(path: "rules").path)
    for file in files {
      let cases = try WorkedCase.read(file)
      let written = ValidationReport(
        findings: [], certificate: nil, suggestions: cases, folder: nil, .nl
      ).suggestedCases.text
      let again = try WorkedCase.read(SourceFile(path: "again.json", text: written))
      #expect(again.count == cases.count)
      for (left, right) in zip(again, cases) {
        #expect(left.id == right.id)
        #expect(left.title == right.title)
        #expect(left.why == right.why)
        #expect(left.date == right.date)
        #expect(left.until == right.until)
        #expect(left.agreement == right.agreement)
        #expect(left.facts.map(\.name) == right.facts.map(\.name))
        #expect(left.facts.map(\.value) == right.facts.map(\.value))
        #expect(left.expectations.map(\.table) == right.expectations.map(\.table))
        #expect(left.expectations.map(\.answers) == right.expectations.map(\.answers))
        #expect(left.expectations.map(\.rules) == right.expectations.map(\.rules))
      }
    }
  }
}
