import Testing

@testable import RoutingCore
@testable import route_bench

/// The shipped rules as bit vectors, held against whole advices on invented youths.
struct CompiledRulesTests {
  @Test(arguments: [0, 10, 40])
  func `what bit vectors call certain is what an advice says`(silence: Int) throws {
    let rulebook = try RulebookLoader.load(try ShippedRules.files())
    let rules = try #require(CompiledRules(rulebook))
    let assessor = Assessor(rules)
    let row = Row(facts: rulebook.vocabulary.facts.count)
    let answering = Answering(rulebook)
    for agreement in rulebook.agreements where agreement.kind != .law {
      _ = answering.chain(agreement)
    }
    let advisor = Advisor(answering)
    func names(_ answers: Answers, _ table: Int) -> Set<String> {
      Set(answers.names(of: table).map { rules.name($0) })
    }
    var (certain, open, refused, changes, whole) = (0, 0, 0, 0, 0)
    for start in ["2025-12-15", "2026-11-21", "2029-10-01"] {
      let date = try DateRange(parsing: start).first
      var youths = InventedYouths(rulebook, on: date, seed: 7, silence: silence)
      for number in 0..<80 {
        let facts = youths.next()
        let name = facts.map { "\($0.name)=\($0.value)" }.joined(separator: " ") + " --on \(start)"
        let profile = try ProfileReader.read(
          nil, arguments: facts.map { "\($0.name)=\($0.value)" }, region: nil, on: date,
          for: rulebook)
        row.fill(profile, home: rulebook.vocabulary.home)
        let trouble = assessor.assess(row, on: date)
        let advice: Advice
        do { advice = try advisor.advice(for: profile, on: date) } catch {
          #expect(trouble != .none, "\(number) \(name)")
          let isOpen = trouble == .open && assessor.answers(of: row) != nil
          #expect(!isOpen, "\(number) \(name)")
          refused += 1
          continue
        }
        #expect(trouble != .contradiction, "\(number) \(name)")
        if trouble == .none {
          let standing = assessor.current
          let chain = standing.compiled.chain
          #expect(advice.grounds.map(\.agreement.id) == [chain.agreement.id], "\(name)")
          for (table, described) in chain.tables.enumerated() {
            if described.hitPolicy == .first {
              let verdict =
                [advice.responsible, advice.contact].first { $0.table == described.name }
                ?? advice.verdicts.first { $0.table == described.name }
              guard let verdict, standing.rules[table] >= 0, let answer = standing.answer(of: table)
              else { continue }
              #expect(
                verdict.options.map(\.value) == [rules.name(answer)], "\(described.name) \(name)")
              let rule = described.rules[Int(standing.rules[table])]
              let decisions = verdict.answer?.decisions ?? []
              let isDeciding =
                decisions.contains { $0.rule.id == rule.id } || rule.match.facts.isEmpty
              #expect(isDeciding, "\(described.name) \(name)")
            } else if let hits = standing.hits(of: table) {
              let items = advice.items.first { $0.table == described.name }?.items ?? []
              #expect(items.map(\.rule.id) == hits.map { described.rules[$0].id }, "\(name)")
              let areCertain = items.allSatisfy(\.isCertain)
              #expect(areCertain, "\(name)")
              certain += 1
            }
          }
          let assumed = rulebook.vocabulary.facts.indices.filter {
            assessor.sight.isAssumed($0, row)
          }
          #expect(advice.assumptions.map(\.fact) == assumed.map { rulebook.vocabulary[$0].name })
        } else {
          open += 1
        }
        var found: [(change: RowChange, causes: [Cause])] = []
        guard let answers = assessor.answers(of: row) else { continue }
        for (table, verdict) in [(0, advice.responsible), (1, advice.contact)] {
          #expect(Set(verdict.options.map(\.value)) == names(answers, table), "\(name)")
        }
        let isWhole = assessor.visitChanges(of: row, from: answers) {
          found.append(($0, assessor.causes))
          return true
        }
        guard isWhole else { continue }
        whole += 1
        #expect(found.map(\.change.day) == advice.changes.map(\.day), "\(name)")
        guard found.count == advice.changes.count else { continue }
        for ((change, causes), expected) in zip(found, advice.changes) {
          changes += 1
          for (table, verdict) in [(0, expected.responsible), (1, expected.contact)] {
            #expect(change.changes(table) == (verdict != nil), "\(name)")
            guard let verdict else { continue }
            #expect(Set(verdict.options.map(\.value)) == names(change.to, table), "\(name)")
          }
          let others = (2..<16).filter { change.changes($0) }.count
          #expect(others + (change.isOtherAgreement ? 1 : 0) == expected.others.count, "\(name)")
          #expect(
            Set(causes.map { $0.words(by: rulebook).en }) == Set(expected.reasons.map(\.en)),
            "\(name)")
        }
      }
    }
    #expect(certain > 200 && refused > 20 && whole > 10 && changes > 20)
    #expect(open > 10 || silence == 0)
  }
}
