import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport
@testable import jongeren_route

/// What is ours: all of it, and nothing that is not.
struct PartnerChartTests {
  private static let rulebook = Result { try RulebookLoader.load(LoaderFaultTests.shipped.get()) }
  private static let date =
    CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(dayNumber: 0)

  /// The charts of every organisation in every agreement, by agreement and then by organisation.
  private static let charts = Result { () throws -> [PartnerChart] in
    let rulebook = try PartnerChartTests.rulebook.get()
    let maker = MatrixMaker(rulebook, on: date)
    return try (rulebook.regions + [rulebook.frame].compactMap(\.self)).flatMap { agreement in
      try rulebook.parties.all.indices.filter { rulebook.parties.all[$0].isPartner }
        .map { try maker.partnerChart(of: $0, in: agreement) }
    }
  }

  /// The advices for the youths of all worked cases, on one day.
  private static let advices = Result { () throws -> [Advice] in
    let rulebook = try PartnerChartTests.rulebook.get()
    let advisor = Advisor(rulebook)
    let cases = try Files.cases(in: Tool.root.appending(path: "rules").path)
      .flatMap { try WorkedCase.read($0) }
    return cases.compactMap { workedCase -> Advice? in
      let youth = Youth(facts: workedCase.facts, date: date)
      guard let profile = try? rulebook.profile(of: youth) else { return nil }
      return try? advisor.advice(for: profile, on: date)
    }
  }

  @Test func `the example of every class is a youth of that class`() throws {
    let rulebook = try PartnerChartTests.rulebook.get()
    let advisor = Advisor(rulebook)
    var count = 0
    for chart in try PartnerChartTests.charts.get() {
      for found in chart.classes {
        count += 1
        let advice = try advisor.advice(
          for: try rulebook.profile(of: found.example), on: PartnerChartTests.date)
        #expect(advice.grounds.map(\.agreement.id) == [chart.agreement.id])
        let last = try #require(found.rules.last?.id)
        let first = found.rules[0].id
        let isSaid: Bool
        switch found.role {
        case .responsible: isSaid = advice.responsible.names(found.party, by: last)
        case .contact: isSaid = advice.contact.names(found.party, by: last)
        case .consulted:
          isSaid = advice.verdicts.contains { $0.answer?.decisions.first?.rule.id == first }
        case .involved: isSaid = advice.items(.involved).contains { $0.rule.id == first }
        }
        #expect(
          isSaid, "\(found.role.rawValue) \(found.rules.map(\.id)) \(found.example.arguments)")
      }
    }
    #expect(count > 200)
  }

  @Test func `whoever an advice names finds the youth in a class of its own`() throws {
    let rulebook = try PartnerChartTests.rulebook.get()
    let charts = try PartnerChartTests.charts.get()
    var count = 0
    for advice in try PartnerChartTests.advices.get() where advice.grounds.count == 1 {
      for (role, verdict) in [
        (RoleChart.Role.responsible, advice.responsible), (.contact, advice.contact),
      ] {
        guard let answer = verdict.answer, let party = answer.party else { continue }
        let partner = rulebook.parties.partner(of: party)
        guard rulebook.parties.all[partner].isPartner else { continue }
        let chart = try #require(
          charts.first {
            $0.agreement.id == advice.grounds[0].agreement.id && $0.partner == partner
          })
        let rules = answer.decisions.map(\.rule.id)
        let isThere = chart.classes.contains { found in
          found.role == role && found.party == party
            && found.rules.last.map { rules.contains($0.id) } == true
        }
        count += 1
        #expect(isThere, "\(role.rawValue) \(answer.value) by \(rules)")
      }
      for item in advice.items(.involved) where item.isCertain {
        guard let party = item.partyID.flatMap({ rulebook.parties.index(of: $0) }) else { continue }
        let partner = rulebook.parties.partner(of: party)
        guard rulebook.parties.all[partner].isPartner else { continue }
        let chart = try #require(
          charts.first {
            $0.agreement.id == advice.grounds[0].agreement.id && $0.partner == partner
          })
        let isThere = chart.classes.contains {
          $0.role == .involved && $0.rules[0].id == item.rule.id
        }
        #expect(isThere, "\(item.rule.id)")
      }
    }
    #expect(count > 900)
  }

  @Test func `a rule that goes first is said to, and one that cannot meet the class is not`() throws
  {
    let rulebook = try PartnerChartTests.rulebook.get()
    let uwv = try #require(rulebook.parties.index(of: "uwv"))
    let chart = try #require(
      try PartnerChartTests.charts.get()
        .first { $0.partner == uwv && $0.agreement.id == "noordoost-brabant" })
    let found = try #require(chart.classes.first { $0.rules[0].id == "nob-wajong" })
    let exceptions = found.exceptions.map(\.id)
    #expect(exceptions.contains("nob-leerplicht"))
    #expect(exceptions.contains("nob-register"))
    // It comes later.
    #expect(!exceptions.contains("nob-bijstand"))
  }
}

extension Verdict {
  /// Whether one of its options is a party, by a rule.
  fileprivate func names(_ party: Int, by rule: String) -> Bool {
    options.contains { option in
      option.party == party && option.decisions.contains { $0.rule.id == rule }
    }
  }
}
