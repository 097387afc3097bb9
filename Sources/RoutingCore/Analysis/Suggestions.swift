/// Worked cases that would catch the mutants nobody caught.
struct Suggestions {
  let answering: Answering
  /// The agreements, the law being looked at in the first.
  let proofs: [ChainProof]
  let lawTables: Int

  /// Cases for these mutants, each made to catch as many of them as its youth can.
  func cases(for survivors: [Mutation.Survivor]) -> [WorkedCase] {
    var rest = survivors
    var cases: [WorkedCase] = []
    while let survivor = rest.first {
      guard let point = point(survivor.profile, on: survivor.youth.date) else {
        rest.removeFirst()
        continue
      }
      let isCaught = rest.map { other in
        (point.chain === other.proof.chain || other.mutant.table < lawTables)
          && point.catches(other.mutant)
      }
      // Whoever differs for this youth is caught by stating everything; a case that is not proves nothing.
      let caught = zip(rest, isCaught).filter(\.1).map(\.0.mutant)
      rest = zip(rest, isCaught).filter { !$0.1 }.map(\.0)
      if isCaught.first != true { rest.removeFirst() }
      guard !caught.isEmpty else { continue }
      cases.append(worked(survivor.youth, point, caught, number: cases.count + 1))
    }
    return cases
  }

  /// A youth of whom everything is stated.
  private func point(_ profile: Profile, on date: CalendarDate) -> CasePoint? {
    guard let parts = try? answering.parts(profile, on: date), parts.count == 1,
      let proof = proofs.first(where: { $0.chain.agreement.id == parts[0].ground.agreement.id }),
      let point = try? CasePoint(proof.chain, profile, on: date, cuts: proof.cuts, stated: [])
    else { return nil }
    let everything = proof.chain.tables.indices.map {
      statement(of: $0, point, rules: proof.chain.tables[$0].rules.indices.map(\.self))
    }
    return try? CasePoint(
      proof.chain, profile, on: date, cuts: proof.cuts, stated: everything)
  }

  /// What a table comes to for a youth, as far as these rules go.
  private func statement(of table: Int, _ point: CasePoint, rules: [Int])
    -> WorkedCase.Expectation
  {
    let chain = point.chain
    let described = chain.tables[table]
    let deciding = point.deciding(table, by: point.setting.rules[table])
    let inquiry = Inquiry(setting: point.setting, region: point.evaluation.region)
    if described.hitPolicy == .first {
      let answers = (try? inquiry.verdict(table))?.options.map(\.value) ?? []
      return WorkedCase.Expectation(
        table: described.name, answers: answers,
        rules: deciding.sorted().map { described.rules[$0].id }, excluded: [], named: [], due: [],
        span: described.span)
    }
    let items = (try? inquiry.items(table)) ?? []
    let holding = rules.filter(deciding.contains).map { described.rules[$0] }
    let parties = chain.rulebook.parties
    return WorkedCase.Expectation(
      table: described.name, answers: [], rules: holding.map(\.id),
      excluded: rules.filter { !deciding.contains($0) }.map { described.rules[$0].id },
      named: holding.compactMap { rule in
        let party = items.first { $0.rule === rule }?.party
        return party.map { (rule.id, parties.all[$0].id) }
      },
      due: holding.compactMap { rule in
        let day = rule.day(for: point.profile, schoolYear: chain.rulebook.schoolYear)
        return day.flatMap { $0.isExact ? (rule.id, $0.first) : nil }
      }, span: described.span)
  }

  /// A case that states just what is needed to catch some mutants.
  private func worked(_ youth: Youth, _ point: CasePoint, _ caught: [Mutant], number: Int)
    -> WorkedCase
  {
    var rules: [Int: Set<Int>] = [:]
    for mutant in caught {
      if case .shifted(let fact, let days) = mutant.change {
        for (table, rule) in point.changed(by: (fact, days)) {
          rules[table, default: []].insert(rule)
        }
      } else {
        rules[mutant.table, default: []].insert(mutant.rule)
      }
    }
    let expectations = rules.keys.sorted().map { table in
      statement(of: table, point, rules: (rules[table] ?? []).sorted())
    }
    let names = rules.keys.sorted().flatMap { table in
      (rules[table] ?? []).sorted().map { point.chain.tables[table].rules[$0].id }
    }
    let first = names.first ?? ""
    return WorkedCase(
      id: "vast-\(number)-\(first)",
      title: Text(
        nl: "Legt vast: \(names.joined(separator: ", "))",
        en: "Pins down: \(names.joined(separator: ", "))"), why: nil, youth: youth,
      expectations: expectations, agreement: point.chain.agreement.id,
      span: point.chain.agreement.span)
  }
}
