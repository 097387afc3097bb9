/// A worked case asked of the rules.
struct CaseRun {
  let worked: WorkedCase
  let answering: Answering

  private var rulebook: Rulebook { answering.rulebook }

  /// What the rules give otherwise than the case states; empty when it is as stated.
  func findings() -> [Diagnostic] {
    do {
      let profile = try profile()
      let parts = try answering.parts(profile, on: worked.date)
      var found = ground(parts)
      for expectation in worked.expectations {
        found += try findings(expectation, parts, profile)
      }
      return found + (try until(profile))
    } catch let fault as Diagnostic {
      return [differs(fault.message, at: worked.span, help: fault.help)]
    } catch let faults as Diagnostics {
      return faults.all.map { differs($0.message, at: worked.span, help: $0.help) }
    } catch {
      preconditionFailure("only faults are thrown here")
    }
  }

  /// What the case states of its youth.
  func profile() throws(Diagnostics) -> Profile {
    try rulebook.profile(of: Youth(facts: worked.facts, date: worked.date))
  }

  private func ground(_ parts: [Answering.Part]) -> [Diagnostic] {
    let names = parts.grounds.map(\.agreement.id)
    guard let wanted = worked.agreement, names != [wanted] else { return [] }
    return [differs(not: wanted, but: names, at: worked.span, of: "agreement")]
  }

  /// The day until which the responsible party is responsible, as the whole advice tells it.
  private func until(_ profile: Profile) throws(Diagnostics) -> [Diagnostic] {
    guard let wanted = worked.until else { return [] }
    let advice = try Advisor(answering).advice(for: profile, on: worked.date)
    if advice.until == DateRange(wanted) { return [] }
    let days = advice.until.map { [$0.isExact ? "\($0.first)" : "\($0.first)...\($0.last)"] } ?? []
    return [differs(not: "\(wanted)", but: days, at: worked.span, of: "until")]
  }

  private func findings(
    _ expectation: WorkedCase.Expectation, _ parts: [Answering.Part], _ profile: Profile
  ) throws(Diagnostic) -> [Diagnostic] {
    var found: [Diagnostic] = []
    guard let chain = parts.first?.inquiry.chain, let table = chain.table(expectation.table) else {
      let names = parts.first?.inquiry.chain.tables.map(\.name) ?? []
      let folder = parts.first?.ground.agreement.id ?? ""
      let name = Printable.word(expectation.table)
      return [
        differs(
          Text(
            nl: "hier antwoordt `\(folder)`, en die map heeft geen tabel `\(name)`",
            en: "`\(folder)` answers here, and that folder has no table `\(name)`"),
          at: expectation.span, help: Spelling.help(for: expectation.table, among: names))
      ]
    }
    var rules: [String] = []
    if chain.tables[table].hitPolicy == .first {
      let options = try Verdict.joined(parts, expectation.table)?.options ?? []
      // A rule that only passes the question on supports the answer, and decides in its own table.
      let own = options.flatMap(\.support).filter { $0.table == expectation.table }
      rules = (options.flatMap(\.decisions) + own).map(\.rule.id)
      let answers = options.map(\.value)
      if !expectation.answers.isEmpty, Set(answers) != Set(expectation.answers) {
        let wanted = expectation.answers.sorted().joined(separator: ", ")
        found.append(
          differs(
            not: wanted, but: answers.sorted(), at: expectation.span, of: expectation.table,
            by: rules))
      }
    } else {
      for part in parts {
        guard let table = part.inquiry.chain.table(expectation.table) else { continue }
        let items = try part.inquiry.items(table)
        rules += items.filter(\.isCertain).map(\.rule.id)
        found += named(expectation, items)
      }
      found += due(expectation, chain, table, profile)
    }
    for rule in expectation.rules where !rules.contains(rule) {
      found.append(differs(not: rule, but: rules, at: expectation.span, of: expectation.table))
    }
    for rule in expectation.excluded where rules.contains(rule) {
      found.append(
        differs(
          Text(
            nl: "`\(expectation.table)`: `\(rule)` geldt, en hoort niet te gelden",
            en: "`\(expectation.table)`: `\(rule)` holds, and should not"),
          at: expectation.span, help: nil))
    }
    return found
  }

  private func named(
    _ expectation: WorkedCase.Expectation, _ items: [(rule: Rule, party: Int?, isCertain: Bool)]
  ) -> [Diagnostic] {
    expectation.named.compactMap { id, wanted in
      let item = items.first { $0.rule.id == id }
      let party = item?.party.map { rulebook.parties.all[$0].id }
      if party == wanted { return nil }
      return differs(
        not: wanted, but: party.map { [$0] } ?? [], at: expectation.span,
        of: "\(expectation.table).then.\(id)")
    }
  }

  private func due(
    _ expectation: WorkedCase.Expectation, _ chain: Chain, _ table: Int, _ profile: Profile
  ) -> [Diagnostic] {
    expectation.due.compactMap { id, day in
      let rule = chain.tables[table].rules.first { $0.id == id }
      let found = rule.flatMap { $0.day(for: profile, schoolYear: rulebook.schoolYear) }
      if found == DateRange(day) { return nil }
      return differs(
        not: "\(day)", but: found.map { ["\($0.first)"] } ?? [], at: expectation.span,
        of: "\(expectation.table).due.\(id)")
    }
  }

  private func differs(
    not wanted: String, but found: [String], at span: SourceSpan, of question: String,
    by rules: [String] = []
  ) -> Diagnostic {
    let shown = found.isEmpty ? "-" : found.map { "`\($0)`" }.joined(separator: ", ")
    let by = rules.isEmpty ? "" : " [\(rules.joined(separator: ", "))]"
    return differs(
      Text(
        nl: "`\(question)` komt op \(shown)\(by), niet op `\(wanted)`",
        en: "`\(question)` comes to \(shown)\(by), not to `\(wanted)`"), at: span, help: nil)
  }

  private func differs(_ message: Text, at span: SourceSpan, help: Text?) -> Diagnostic {
    Diagnostic(
      .caseDiffers,
      Text(
        nl: "geval `\(worked.id)`: \(message.nl)", en: "case `\(worked.id)`: \(message.en)"),
      help: help
        ?? Text(
          nl: "verbeter de regel, of het geval als de regel klopt",
          en: "mend the rule, or the case when the rule is right"),
      at: span, example: Youth(facts: worked.facts, date: worked.date))
  }
}
