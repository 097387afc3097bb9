import Testing

@testable import RoutingCore
@testable import route_bench

/// What is told of a row, held against a whole advice and a whole timeline on the same youth.
struct RowTellerTests {
  private let rulebook: Rulebook
  private let rules: CompiledRules
  private let date = CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(dayNumber: 0)

  init() throws {
    rulebook = try RulebookLoader.load(try ShippedRules.files())
    rules = try #require(CompiledRules(rulebook))
  }

  /// A line about an invented youth, some dates in it known only in part.
  private func line(
    _ youths: inout InventedYouths, _ random: inout Randomness, isVague: Bool
  ) -> [UInt8] {
    let members = youths.next().map { fact in
      let isDate = fact.value.count == 10 && fact.value.dropFirst(4).first == "-"
      let isVague = isVague && isDate && random.below(5) == 0
      return "\"\(fact.name)\":\"\(isVague ? fact.value.prefix(7) : fact.value[...])\""
    }
    // As much can be read past a line.
    return Array("{\(members.joined(separator: ","))}\n".utf8) + [UInt8](repeating: 0, count: 128)
  }

  private func visit(
    _ silence: Int, isVague: Bool = true, _ advisor: RowAdvisor,
    _ visit: (RowAdvisor.Outcome, String) throws -> Void
  ) throws {
    var youths = InventedYouths(rulebook, on: date, seed: 11, silence: silence)
    var random = Randomness(seed: UInt64(silence))
    for number in 0..<120 {
      let bytes = line(&youths, &random, isVague: isVague)
      try bytes.withUnsafeBufferPointer { bytes in
        var place = try #require(bytes.baseAddress)
        let outcome = advisor.advise(&place, line: 1)
        let text = String(decoding: bytes.dropLast(129), as: UTF8.self)
        try visit(outcome, "\(number) \(text)")
      }
    }
  }

  @Test(arguments: [0, 8, 30]) func `a row is told what an advice says`(silence: Int) throws {
    let advisor = RowAdvisor(rules, path: "-", on: date)
    let book = AnswerBook(rules, .en)
    let all = RowTeller(advisor, book)
    let counts = RowTeller(advisor, book, telling: .counts)
    var (told, refused) = (0, 0)
    try visit(silence, advisor) { outcome, name in
      // A row that cannot be read leaves nothing to evaluate.
      if case .refused = outcome { return }
      let isTold = all.tell(outcome)
      guard let advice = advisor.whole() else {
        #expect(!isTold, "\(name)")
        refused += 1
        return
      }
      try #require(isTold, "\(name)")
      told += 1
      compare(all.told, advice, name)
      advisor.assessAgain()
      #expect(counts.tell(outcome), "\(name)")
      #expect(counts.told.responsible.map(\.value) == advice.responsible.values, "\(name)")
      #expect(counts.told.transition == advice.until, "\(name)")
    }
    #expect(told > 60, "\(told) \(refused)")
  }

  private func compare(_ told: RowAdvice, _ advice: Advice, _ name: String) {
    #expect(told.isDetermined == advice.isDetermined, "\(name)")
    #expect(told.agreement == advice.grounds.first?.agreement.id, "\(name)")
    #expect(told.responsible.map(\.value) == advice.responsible.values, "\(name)")
    #expect(told.contact.map(\.words) == advice.contact.options.map(\.label.en), "\(name)")
    #expect(told.provisional?.value == advice.provisional?.value, "\(name)")
    #expect(told.window.map(\.value) == advice.verdict(.window)?.values ?? [], "\(name)")
    #expect(told.holder?.value == advice.handover.holder?.value, "\(name)")
    #expect(told.level?.value == advice.level?.value, "\(name)")
    #expect(told.missing == advice.missing.map(\.fact), "\(name)")
    let plain = advice.assumptions.map(\.fact).filter { fact in
      rulebook.vocabulary.index(of: fact).map { !rulebook.vocabulary[$0].isSensitive } ?? false
    }
    #expect(told.assumed == plain, "\(name)")
    let next = advice.changes.first
    #expect(told.next?.day == next?.day, "\(name)")
    #expect(told.next?.responsible.map(\.value) ?? [] == next?.responsible?.values ?? [], "\(name)")
    #expect(told.next?.contact.map(\.value) ?? [] == next?.contact?.values ?? [], "\(name)")
    let others = next?.others.map { "\($0.label.en): \($0.to.en)" } ?? []
    #expect(told.next?.others.map { "\($0.label): \($0.to)" } ?? [] == others, "\(name)")
    let duties = advice.items(.actions).filter { $0.due != nil }
    #expect(told.duties.map(\.rule) == duties.map(\.rule.id), "\(name)")
    #expect(told.duties.map(\.due) == duties.compactMap(\.due), "\(name)")
    #expect(told.duties.map(\.isCertain) == duties.map(\.isCertain), "\(name)")
  }

  @Test(arguments: ["noordoost-brabant", "rijk-van-nijmegen", "landelijk"], [false, true])
  func `where the caller names an agreement, a row is told what such an advice says`(
    name: String, isDefault: Bool
  ) throws {
    let region = try WantedRegion(name, isDefault: isDefault, for: rulebook)
    let advisor = RowAdvisor(rules, path: "-", region: region, on: date)
    let teller = RowTeller(advisor, AnswerBook(rules, .en))
    let plain = Advisor(rulebook)
    var (asked, settled, reordered) = (0, 0, 0)
    try visit(6, advisor) { outcome, line in
      if case .refused = outcome { return }
      if case .settled = outcome { settled += 1 }
      if !advisor.isInOrder { reordered += 1 }
      let text = line.drop { $0 != "{" }
      let profile = try ProfileReader.read(
        SourceFile(path: "-", bytes: Array(text.utf8)), arguments: [], region: name,
        regionIsDefault: isDefault, on: date, for: rulebook)
      let isTold = teller.tell(outcome)
      guard let advice = try? plain.advice(for: profile, on: date) else {
        #expect(!isTold, "\(line)")
        return
      }
      try #require(isTold, "\(line)")
      compare(teller.told, advice, line)
      if teller.told.agreement == name { asked += 1 }
    }
    #expect(asked > 10, "\(asked)")
    #expect(settled > 10, "\(settled)")
    #expect(reordered > 10 || isDefault, "\(reordered)")
  }

  @Test(arguments: [nil, "rijk-van-nijmegen"])
  func `where bit vectors see nothing coming, a timeline tells of nothing`(name: String?) throws {
    let region = try name.map { try WantedRegion($0, isDefault: false, for: rulebook) }
    let advisor = RowAdvisor(rules, path: "-", region: region, on: date)
    var (quiet, busy) = (0, 0)
    for days in [40, 400] {
      let end = date.adding(days: days)
      try visit(1, isVague: false, advisor) { outcome, name in
        guard case .settled = outcome else { return }
        guard try advisor.stretches(until: end).isEmpty else {
          busy += 1
          return
        }
        quiet += 1
        let timeline = try advisor.advisor.timeline(for: advisor.profile(), on: date, until: end)
        let answers = timeline.stretches.compactMap(\.answer)
        for answer in answers.dropFirst() {
          #expect(answer.responsible.isSame(as: answers[0].responsible), "\(name)")
        }
        #expect(timeline.stretches.flatMap(\.duties).allSatisfy { $0.item.due == nil }, "\(name)")
      }
    }
    #expect(quiet > 20, "\(quiet) \(busy)")
    #expect(busy > 20)
  }
}
