import Testing

@testable import RoutingCore
@testable import jongeren_route

/// What is proved of the shipped rules: nobody falls between, on any day.
///
/// That no small change of them goes unnoticed takes longer: `.ci/run` has `validate` show it.
struct ProofTests {
  private func validation() throws -> Validation {
    let files = try ShippedRules.files()
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return Validation(rules: files, cases: try ShippedRules.caseFiles(), on: day, depth: .proof)
  }

  @Test func `nothing is wrong with the shipped rules`() throws {
    let validation = try validation()
    #expect(validation.findings.map(\.message.en) == [])
    let certificate = try #require(validation.certificate)
    #expect(certificate.parts.map(\.agreement.id) == ["landelijk", "noordoost-brabant"])
    #expect(certificate.parts.allSatisfy { $0.isClosed && $0.isAlive })
    #expect(certificate.cases.run == certificate.cases.passed)
  }

  @Test func `every day of an agreement is looked at`() throws {
    let certificate = try #require(try validation().certificate)
    let part = try #require(certificate.parts.last)
    #expect("\(part.days.first)" == "2026-01-01")
    #expect("\(part.days.last)" == "2029-12-31")
    #expect(part.kindsOfDay > 1)
  }

  @Test func `the cases inside the program are those of the folder`() throws {
    let inside = JongerenRoute.files(embeddedCases).map(\.bytes.count).sorted()
    // When this fails after a file with cases was added: touch Package.swift and build again.
    #expect(inside == (try ShippedRules.caseFiles()).map(\.bytes.count).sorted())
  }
}
