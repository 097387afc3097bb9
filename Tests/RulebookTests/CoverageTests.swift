import Foundation
import Testing

@testable import RoutingCore

/// What the shipped folders say of their documents.
struct CoverageTests {
  private func rulebook() throws -> Rulebook {
    try RulebookLoader.load(try ShippedRules.files())
  }

  @Test func `every agreement accounts for its documents`() throws {
    let rulebook = try rulebook()
    #expect(rulebook.agreements.filter { $0.coverage == nil }.map(\.id) == [])
  }

  @Test func `what an account says of the network is there in both languages`() throws {
    for agreement in try rulebook().agreements {
      for section in agreement.coverage?.sections ?? [] {
        #expect(!section.title.isEmpty)
        for text in section.network + [section.left].compactMap(\.self) {
          #expect(!text.nl.isEmpty && !text.en.isEmpty && text.nl != text.en)
        }
      }
    }
  }

  @Test func `an account can be read from the value`() throws {
    let agreement = try #require(try rulebook().regions.first { $0.id == "noordoost-brabant" })
    let sections = try #require(agreement.coverage?.sections)
    let meetings = try #require(sections.first { $0.source.section == "6.2" })
    #expect(meetings.rules.isEmpty && meetings.shown.isEmpty)
    #expect(meetings.network.count == 1)
    let last = try #require(sections.first { $0.source.section == "7" })
    #expect(last.rules.contains("nob-overgenomen"))
    #expect(last.shown.contains("nob-overdracht-niet-loslaten"))
  }

  /// A change of `coverage.json`, and what is then said of it.
  struct Change: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let findings: [String]
    var testDescription: String { old }
  }

  @Test(arguments: [
    Change(old: "\"nob-wajong\", ", new: "", findings: ["coverage-differs"]),
    Change(
      old: "\"nob-wajong\", ", new: "\"nob-wajongg\", ", findings: ["unknown-name"]),
    Change(
      old: "\"nob-wajong\", ", new: "\"nob-wajong\", \"nob-zelf\", ",
      findings: ["coverage-differs"]),
    Change(
      old: "\"nob-wajong\", ", new: "\"nob-wajong\", \"nob-wajong\", ",
      findings: ["duplicate-name"]),
    Change(
      old: "\"nob-wajong\", ", new: "\"nob-wajong\", \"nob-overdracht-niet-dubbel\", ",
      findings: ["coverage-differs", "duplicate-name"]),
    // A part of a section falls under it, and no longer when it has an entry of its own.
    Change(
      old: "\"coverage\": [",
      new: """
        "coverage": [{"section": "LPW 21a", "title": "Verzuim", "shown": [
          "nob-betrokken-leerplicht-verzuim", "nob-actie-verzuim-melden-leerplicht"]},
        """, findings: []),
    Change(
      old: "\"coverage\": [",
      new: """
        "coverage": [{"section": "Pw 10d", "title": "LKS", "shown": ["nob-aanbod-lks"]},
        """, findings: ["coverage-differs"]),
    Change(
      old: "\"coverage\": [",
      new: """
        "coverage": [{"section": "Pw 10d", "title": "LKS", "shown": [
          "nob-aanbod-lks", "nob-aanbod-lks-na-school"]},
        """, findings: []),
    Change(
      old: "\"coverage\": [",
      new: """
        "coverage": [{"section": "nob 9", "title": "Iets"},
        """, findings: ["coverage-differs"]),
  ])
  func `what does not fit the rules is told`(change: Change) throws {
    let files = try ShippedRules.files().map { file in
      guard file.path == "noordoost-brabant/coverage.json" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let range = try #require(text.range(of: change.old))
      return SourceFile(
        path: file.path, text: text.replacingCharacters(in: range, with: change.new))
    }
    let checks = Checks(of: try RulebookLoader.load(files), cases: [])
    #expect(checks.coverageFindings().map(\.code.rawValue).sorted() == change.findings)
  }
}
