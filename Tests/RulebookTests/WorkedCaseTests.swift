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

  @Test func `of which little is read, an agreement answers the same by the same rules`() throws {
    let (whole, brief) = (Answering(try Self.rulebook.get()), Answering(try Self.rulebook.get()))
    for worked in Self.cases {
      let profile = try CaseRun(worked: worked, answering: whole).profile()
      let wanted = try? whole.parts(profile, on: worked.date)
      let found = try? brief.parts(profile, on: worked.date, isBrief: true)
      #expect(found.map(Self.outline) == wanted.map(Self.outline), "\(worked.id)")
    }
  }

  /// Who answers, with each answer and the rules on the way to it.
  private static func outline(_ parts: [Answering.Part]) -> [String] {
    var lines: [String] = []
    for part in parts {
      lines.append(part.ground.agreement.id)
      for table in Plan.answerTables {
        guard let verdict = try? part.inquiry.verdict(table) else { continue }
        for option in verdict.options {
          let rules = (option.decisions + option.support).map(\.rule.id)
          lines.append("\(table.rawValue): \(option.value) by \(rules)")
        }
      }
    }
    return lines
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
