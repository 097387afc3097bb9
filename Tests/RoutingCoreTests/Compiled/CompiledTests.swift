import Testing

@testable import RoutingCore

/// Bit vectors, held against plain evaluation.
struct CompiledTests {
  /// How often bit vectors told what was asked.
  private struct Tally {
    var certain = 0
    var open = 0
    var contradictions = 0
    var changes = 0
  }

  @Test func `small worlds: what bit vectors call certain, plain evaluation says`() throws {
    var tally = Tally()
    for seed in 0..<UInt64(300) {
      let rulebook = try RulebookLoader.load(SmallWorld(seed: seed).files)
      let rules = try #require(CompiledRules(rulebook))
      let assessor = Assessor(rules)
      let row = Row(facts: rulebook.vocabulary.facts.count)
      let answering = Answering(rulebook)
      for agreement in rulebook.agreements where agreement.kind != .law {
        _ = answering.chain(agreement)
      }
      var random = Seeded(seed: seed)
      for _ in 0..<60 {
        let date = try day(SmallWorld.days[random.below(SmallWorld.days.count)])
        let profile = random.profile(rulebook, around: date, silence: [0, 20, 50][random.below(3)])
        row.fill(profile, home: rulebook.vocabulary.home)
        compare(assessor, row, answering, profile, date, "\(seed)", &tally)
      }
    }
    #expect(tally.certain > 1000 && tally.contradictions > 500 && tally.changes > 300, "\(tally)")
  }

  private func compare(
    _ assessor: Assessor, _ row: Row, _ answering: Answering, _ profile: Profile,
    _ date: CalendarDate, _ name: String, _ tally: inout Tally
  ) {
    let trouble = assessor.assess(row, on: date)
    let parts: [Answering.Part]
    do {
      parts = try answering.parts(profile, on: date)
    } catch {
      #expect(trouble != .none, "\(name): \(error)")
      if trouble == .contradiction { tally.contradictions += 1 }
      return
    }
    guard trouble == .none else {
      tally.open += 1
      return
    }
    let chain = assessor.current.compiled.chain
    #expect(
      parts.count == 1 && parts[0].inquiry.chain === answering.chain(chain.agreement), "\(name)")
    guard parts.count == 1 else { return }
    let inquiry = parts[0].inquiry
    for (table, described) in chain.tables.enumerated() {
      let pieces: [Evaluation.Piece]
      do { pieces = try inquiry.evaluation.pieces(of: table) } catch {
        Issue.record("\(name) \(described.name): \(error)")
        continue
      }
      if described.hitPolicy == .first {
        let deciding = Set(pieces.map { $0.rules[table] })
        let rule = Int(assessor.current.rules[table])
        guard rule >= 0 else { continue }
        #expect(deciding == [rule], "\(name) \(described.name)")
        tally.certain += 1
      } else {
        let plain = inquiry.evaluation.hits(of: table, among: pieces)
        var certain: [Int] = []
        var possible: [Int] = []
        assessor.current.visitHits(of: table) { rule, isCertain in
          possible.append(rule)
          if isCertain { certain.append(rule) }
        }
        #expect(Set(certain).isSubset(of: plain.filter(\.isCertain).map(\.rule)), "\(name)")
        #expect(Set(plain.map(\.rule)).isSubset(of: possible), "\(name)")
      }
    }
    compareChanges(assessor, row, answering, profile, date, name, &tally)
  }

  private func compareChanges(
    _ assessor: Assessor, _ row: Row, _ answering: Answering, _ profile: Profile,
    _ date: CalendarDate, _ name: String, _ tally: inout Tally
  ) {
    var found: [(change: RowChange, causes: [Cause])] = []
    guard let answers = assessor.answers(of: row), answers.isDetermined else { return }
    let isCertain = assessor.visitChanges(of: row, from: answers) {
      found.append(($0, assessor.causes))
      return true
    }
    let plain: [Change]
    do {
      plain = try Changes(answering: answering, profile: profile, date: date).all()
    } catch {
      #expect(!isCertain, "\(name): \(error)")
      return
    }
    guard isCertain else {
      tally.open += 1
      return
    }
    #expect(found.map(\.change.day) == plain.map(\.day), "\(name)")
    guard found.count == plain.count else { return }
    for ((change, causes), expected) in zip(found, plain) {
      tally.changes += 1
      for (table, verdict) in [(0, expected.responsible), (1, expected.contact)] {
        #expect(change.changes(table) == (verdict != nil), "\(name)")
        guard let verdict else { continue }
        let values = Set(change.to.names(of: table).map { assessor.rules.name($0) })
        #expect(Set(verdict.options.map(\.value)) == values, "\(name)")
      }
      let others = (2..<16).filter { change.changes($0) }.count + (change.isOtherAgreement ? 1 : 0)
      #expect(others == expected.others.count, "\(name)")
      #expect(
        Set(causes.map { $0.words(by: assessor.rules.rulebook).en })
          == Set(expected.reasons.map(\.en)), "\(name)")
    }
  }
}
