import Foundation
import Testing

@testable import RoutingCore
@testable import jongeren_route

/// What is proved of the shipped rules: nobody falls between, on any day.
///
/// That no small change of them goes unnoticed takes longer: `.ci/run` has `validate` show it.
struct ProofTests {
  private func validation(of rules: [SourceFile]? = nil) throws -> Validation {
    let files = try rules ?? ShippedRules.files()
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return Validation(rules: files, cases: try ShippedRules.caseFiles(), on: day, depth: .proof)
  }

  @Test func `nothing is wrong with the shipped rules`() throws {
    let validation = try validation()
    #expect(validation.findings.map(\.message.en) == [])
    let certificate = try #require(validation.certificate)
    #expect(
      certificate.parts.map(\.agreement.id) == [
        "landelijk", "noord-holland-noord", "noord-limburg", "noordoost-brabant",
        "rijk-van-nijmegen",
      ])
    #expect(certificate.parts.allSatisfy { $0.isClosed && $0.isAlive })
    #expect(certificate.cases.run == certificate.cases.passed)
  }

  @Test func `every day of an agreement is looked at`() throws {
    let certificate = try #require(try validation().certificate)
    let part = try #require(certificate.parts.first { $0.agreement.id == "noordoost-brabant" })
    #expect("\(part.days.first)" == "2026-01-01")
    #expect("\(part.days.last)" == "2029-12-31")
    #expect(part.kindsOfDay > 1)
  }

  @Test func `the cases inside the program are those of the folder`() throws {
    let inside = JongerenRoute.files(embeddedCases).map(\.bytes.count).sorted()
    // When this fails after a file with cases was added: touch Package.swift and build again.
    #expect(inside == (try ShippedRules.caseFiles()).map(\.bytes.count).sorted())
  }

  @Test func `a hole in a table that many others read is told first, and soon`() throws {
    let rules = try ShippedRules.files().map { file in
      guard file.path == "noordoost-brabant/bereik.json" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let rule = try #require(text.range(of: "\"id\": \"nob-venster-geen\""))
      let then = try #require(text.range(of: "\"then\"", range: rule.upperBound..<text.endIndex))
      return SourceFile(
        path: file.path,
        text: text.replacingCharacters(
          in: then, with: "\"when\": {\"vraag\": \"loopbaan\"}, \"then\""))
    }
    let findings = try validation(of: rules).findings
    #expect(findings.first?.code == .noRule)
    #expect(findings.first?.example != nil)
    // The cases that show it come after it.
    let cases = try #require(findings.firstIndex { $0.code == .caseDiffers })
    #expect(findings[cases...].allSatisfy { $0.code == .caseDiffers || $0.severity == .warning })
  }
}
