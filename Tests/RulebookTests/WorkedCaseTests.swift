import Testing

@testable import RoutingCore
@testable import jongeren_route

/// Every worked case beside the rules gives the advice it states, by the rules it states.
struct WorkedCaseTests {
  static let rulebook = Result { try RulebookLoader.load(try ShippedRules.files()) }
  static let cases = (try? ShippedRules.cases()) ?? []

  @Test(arguments: cases.map(\.id)) func `a worked case gives the advice it states`(id: String)
    throws
  {
    let worked = try #require(Self.cases.first { $0.id == id })
    let run = CaseRun(worked: worked, answering: Answering(try Self.rulebook.get()))
    #expect(run.findings().map(\.message.en) == [])
  }

  @Test func `the annex of the catalogue is there as a whole`() throws {
    let ids = Set(try ShippedRules.cases().map(\.id))
    for number in 1...62 {
      let id = "o" + (number < 10 ? "0" : "") + String(number)
      #expect(ids.contains(id))
    }
  }

  @Test func `no two cases have the same name`() throws {
    let ids = try ShippedRules.cases().map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the fingerprint taken when building is that of the rules`() throws {
    #expect(embeddedHash == (try Self.rulebook.get()).hash)
  }
}
