/// Worked cases that would catch the mutants nobody caught.
struct Suggestions {
  let answering: Answering
  /// The agreements, the law being looked at in the first.
  let proofs: [ChainProof]
  let lawTables: Int

  /// Cases for these mutants: the youths that catch most of them first, until all are caught.
  func cases(for survivors: [Mutation.Survivor]) -> [WorkedCase] {
    var points: [(youth: Youth, points: [CasePoint], caught: Set<Int>)] = []
    var covered: Set<Int> = []
    for (place, survivor) in survivors.enumerated() where !covered.contains(place) {
      let seen = self.points(survivor.profile, on: survivor.youth.date)
      let caught = Set(survivors.indices.filter { isCaught(survivors[$0], by: seen) })
      covered.formUnion(caught)
      points.append((survivor.youth, seen, caught))
    }
    var cases: [WorkedCase] = []
    while let best = points.indices.max(by: { points[$0].caught.count < points[$1].caught.count }),
      !points[best].caught.isEmpty
    {
      let (youth, seen, caught) = points[best]
      if let point = seen.first(where: { !$0.isOutside }) {
        let suggestion = worked(youth, point, caught.sorted().map { survivors[$0] })
        // Two youths may come to the same one once what is not needed is left out.
        if !cases.contains(where: { $0.id == suggestion.id }) { cases.append(suggestion) }
      }
      for place in points.indices { points[place].caught.subtract(caught) }
    }
    return cases
  }

  private func isCaught(_ survivor: Mutation.Survivor, by points: [CasePoint]) -> Bool {
    points.contains { point in
      (point.chain === survivor.proof.chain || survivor.mutant.table < lawTables)
        && point.catches(survivor.mutant)
    }
  }

  /// A youth of whom everything is stated, as the agreements see it.
  private func points(_ profile: Profile, on date: CalendarDate) -> [CasePoint] {
    let seen = CasePoint.all(
      profile, on: date, stated: [], statesAgreement: true, proofs, answering)
    return seen.map { point in
      if point.isOutside { return point }
      let everything = point.chain.tables.indices.map {
        statement(of: $0, point, rules: Array(point.chain.tables[$0].rules.indices))
      }
      return point.stating(everything)
    }
  }

  /// What a table comes to for a youth, as far as these rules go.
  private func statement(of table: Int, _ point: CasePoint, rules: [Int])
    -> WorkedCase.Expectation
  {
    let chain = point.chain
    let described = chain.tables[table]
    let deciding = point.deciding(table)
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
  private func worked(_ youth: Youth, _ point: CasePoint, _ caught: [Mutation.Survivor])
    -> WorkedCase
  {
    var rules: [Int: Set<Int>] = [:]
    for survivor in caught {
      let mutant = survivor.mutant
      // Of an agreement that does not answer, the name of the one that does says all.
      guard point.chain === survivor.proof.chain || mutant.table < lawTables else { continue }
      if case .shifted(let fact, let days) = mutant.change {
        for (table, rule) in point.changed(by: (fact, days)) {
          rules[table, default: []].insert(rule)
        }
      } else {
        rules[mutant.table, default: []].insert(mutant.rule)
      }
    }
    if rules.isEmpty, let table = point.chain.table(TableName.responsible.rawValue) {
      rules[table] = []
    }
    let expectations = rules.keys.sorted().map { table in
      statement(of: table, point, rules: (rules[table] ?? []).sorted())
    }
    var names = rules.keys.sorted().flatMap { table in
      (rules[table] ?? []).sorted().map { point.chain.tables[table].rules[$0].id }
    }
    // What pins the rules of an agreement that does not answer is called after them.
    for survivor in caught where names.isEmpty || survivor.proof.chain !== point.chain {
      let rule = survivor.proof.chain.tables[survivor.mutant.table].rules[survivor.mutant.rule].id
      if !names.contains(rule) { names.append(rule) }
    }
    let shown = shortened(youth, expectations, caught)
    var hash = ContentHash()
    hash.update(Array((shown.arguments + names).joined(separator: " ").utf8))
    let more = names.count - Suggestions.namesInTitle
    let list = names.prefix(Suggestions.namesInTitle).joined(separator: ", ")
    return WorkedCase(
      id: "vast-\(names.first ?? "")-\(hash.digits.prefix(6))",
      title: Text(
        nl: "Legt vast: \(list)" + (more > 0 ? " en nog \(more)" : ""),
        en: "Pins down: \(list)" + (more > 0 ? " and \(more) more" : "")), why: nil,
      youth: shown, expectations: expectations, agreement: point.chain.agreement.id,
      span: point.chain.agreement.span)
  }

  /// More rules than this are counted in a title rather than named.
  private static let namesInTitle = 3

  /// A youth without the facts that are not needed to catch some mutants.
  private func shortened(
    _ youth: Youth, _ expectations: [WorkedCase.Expectation],
    _ caught: [Mutation.Survivor]
  ) -> Youth {
    var result = youth
    // Where somebody lives stays: an agreement may come to hold there, or elsewhere.
    for (name, _) in youth.facts.reversed() where name != FactName.home.rawValue {
      let shorter = Youth(facts: result.facts.filter { $0.name != name }, date: youth.date)
      guard let profile = try? answering.rulebook.profile(of: shorter) else { continue }
      let seen = CasePoint.all(
        profile, on: youth.date, stated: expectations, statesAgreement: true, proofs, answering)
      guard let point = seen.first(where: { !$0.isOutside }),
        caught.allSatisfy({ isCaught($0, by: seen) }),
        expectations.allSatisfy({ expectation in
          guard let table = point.chain.table(expectation.table) else { return false }
          let rules = expectation.rules + expectation.excluded
          let places = point.chain.tables[table].rules.indices.filter {
            rules.contains(point.chain.tables[table].rules[$0].id)
          }
          return statement(of: table, point, rules: places).isSame(as: expectation)
        })
      else { continue }
      result = shorter
    }
    return result
  }
}

extension WorkedCase.Expectation {
  fileprivate func isSame(as other: WorkedCase.Expectation) -> Bool {
    Set(answers) == Set(other.answers) && Set(rules) == Set(other.rules)
      && Set(excluded) == Set(other.excluded)
      && named.map { [$0.rule, $0.party] } == other.named.map { [$0.rule, $0.party] }
      && due.map { "\($0.rule) \($0.day)" } == other.due.map { "\($0.rule) \($0.day)" }
  }
}
