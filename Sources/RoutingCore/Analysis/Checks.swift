/// The checks of a rulebook, one after the other.
struct Checks {
  let answering: Answering
  /// The national frame first, and then the agreements.
  let chains: [Chain]
  let cases: [WorkedCase]
  /// How many tables at the start of each chain are those of the law.
  let lawTables: Int

  init(of rulebook: Rulebook, cases: [WorkedCase]) {
    answering = Answering(rulebook)
    self.cases = cases
    lawTables = LawTables(of: rulebook).tables.count
    let answered = [rulebook.frame].compactMap(\.self) + rulebook.regions
    chains = answered.map(answering.chain)
  }

  /// A proof for each chain; cut finely, a small shift of any bound shows.
  func proofs(isFine: Bool) -> [ChainProof] {
    chains.map { chain in
      ChainProof(chain, cuts: isFine ? chain.widenedCuts : chain.cuts, answering: answering)
    }
  }

  /// The tables of a chain that are looked at there: those of the law in the first chain only.
  private func own(_ place: Int) -> Range<Int> {
    (place == 0 ? 0 : lawTables)..<chains[place].tables.count
  }

  /// Gaps, dead rules and unstated precedence.
  func tableFindings(_ proofs: [ChainProof]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (place, proof) in proofs.enumerated() {
      let tables = TableFindings(proof: proof)
      for table in own(place) {
        // What the law decides is asked under every agreement.
        let homes = table < lawTables ? proofs : [proof]
        let gaps = homes.lazy.map { TableFindings(proof: $0).gaps(in: table) }
        findings += gaps.first { !$0.isEmpty } ?? []
        findings += tables.precedence(in: table)
        for rule in proof.chain.tables[table].rules.indices {
          if !homes.contains(where: { $0.isAlive(rule, of: table) }) {
            findings.append(tables.dead(rule, of: table))
          }
        }
      }
    }
    return findings
  }

  /// Answers that fall short of the law, and duties that name what no agreement has.
  func dutyFindings(_ proofs: [ChainProof]) -> [Diagnostic] {
    var findings = Duty.unknownNames(in: chains)
    for (place, proof) in proofs.enumerated() {
      let faults = FaultCollector()
      let duties = Duty.read(for: proof.chain, faults: faults)
      // Every chain has the facts of the law: what is unknown to one is unknown to all.
      if place == 0 { findings += faults.faults }
      findings += DutyFindings(proof: proof, duties: duties).findings()
    }
    return findings
  }

  func agreementFindings(_ proofs: [ChainProof], on date: CalendarDate) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (place, proof) in proofs.enumerated() {
      let agreement = AgreementFindings(proof: proof, date: date)
      findings += agreement.validity() + agreement.contacts()
      findings += agreement.deadEnds(among: own(place))
    }
    return findings
  }

  /// What the files that account for the documents say otherwise than the rules.
  func coverageFindings() -> [Diagnostic] {
    let law = answering.rulebook.law
    let tables = chains.first?.tables.prefix(lawTables)
    let own = chains.map { ($0.agreement, Array($0.tables.dropFirst(lawTables))) }
    let known = (law?.documents ?? []).map(\.id)
    return ([(law, Array(tables ?? []))] + own).flatMap { agreement, tables in
      guard let agreement else { return [Diagnostic]() }
      return CoverageFindings(agreement: agreement, tables: tables, lawDocuments: known).findings()
    }
  }

  /// What each worked case gives otherwise than it states, case by case.
  func caseFindings() -> [[Diagnostic]] {
    cases.map { CaseRun(worked: $0, answering: answering).findings() }
  }

  /// Cases with the name of another one.
  func repeatedCases() -> [Diagnostic] {
    var firsts: [String: WorkedCase] = [:]
    return cases.compactMap { worked in
      guard let first = firsts[worked.id] else {
        firsts[worked.id] = worked
        return nil
      }
      // In one file the reader has told it already.
      if first.span.file === worked.span.file { return nil }
      return Diagnostic(
        .duplicateName,
        Text(
          nl: "het geval `\(worked.id)` bestaat al", en: "the case `\(worked.id)` exists already"),
        help: Text(nl: "kies een andere naam", en: "choose another name"), at: worked.span,
        notes: [
          Diagnostic.Note(
            message: Text(nl: "hier staat het al", en: "it is here already"), span: first.span)
        ])
    }
  }

  /// Every mutant, held against the cases; nil when a fact would be cut into too many pieces.
  func mutation() -> Mutation? {
    let fine = proofs(isFine: true)
    if fine.contains(where: \.isTooFine) { return nil }
    let mutation = Mutation(answering, proofs: fine, lawTables: lawTables)
    mutation.run(cases)
    return mutation
  }

  /// The finding that mutants cannot be looked at.
  func tooFine() -> Diagnostic {
    Diagnostic(
      .tooManyValues,
      Text(
        nl: "de mutaties delen een feit in meer dan \(Box.mostChoices) stukken",
        en: "the mutants cut a fact into more than \(Box.mostChoices) pieces"),
      help: Text(
        nl: "gebruik minder verschillende getallen en dagen, of controleer zonder --mutants",
        en: "use fewer different numbers and days, or check without --mutants"))
  }

  func periods() -> PeriodMutants { PeriodMutants(answering, cases: cases) }

  /// The rules no case depends on, each with the reason; on a dead rule no case can.
  func unpinned(_ proofs: [ChainProof], beside findings: [Diagnostic]) -> (
    rules: Set<String>, findings: [Diagnostic]
  ) {
    let dead = findings.filter { $0.code == .deadRule }.compactMap(\.span)
    var named: Set<String> = []
    for worked in cases {
      for expectation in worked.expectations { named.formUnion(expectation.rules) }
    }
    let pinning = Pinning(
      answering, cases: cases, proofs: proofs, lawTables: lawTables)
    var rules: Set<String> = []
    var findings: [Diagnostic] = []
    for (place, proof) in proofs.enumerated() {
      for table in own(place) {
        for (rule, described) in proof.chain.tables[table].rules.enumerated()
        where !named.contains(described.id)
          && !dead.contains(where: { $0.isSame(as: described.nameSpan) })
        {
          guard let finding = pinning.unpinned(rule, of: table, in: proof) else { continue }
          rules.insert(described.id)
          findings.append(finding)
        }
      }
    }
    return (rules, findings)
  }

  func certificate(
    _ proofs: [ChainProof], findings: [Diagnostic], passed: Int,
    mutants: Certificate.Mutants?, hash: String
  ) -> Certificate {
    let parts = proofs.map { proof in
      let files = Set(proof.chain.tables.map(\.file.path))
      func isFine(_ code: Diagnostic.Code) -> Bool {
        !findings.contains { $0.code == code && files.contains($0.span?.file.path ?? "") }
      }
      return Certificate.Part(
        agreement: proof.chain.agreement, days: proof.kinds.days,
        kindsOfDay: proof.kinds.firsts.count, classes: proof.classes(),
        tables: proof.chain.tables.count, rules: proof.chain.tables.map(\.rules.count).reduce(0, +),
        isClosed: isFine(.noRule), isAlive: isFine(.deadRule))
    }
    let all = chains.enumerated().flatMap { place, chain in
      own(place).flatMap { chain.tables[$0].rules }
    }
    let areas = all.flatMap { rule -> [Certificate.GreyArea] in
      let folder = rule.span.file.path.split(separator: "/").dropLast().joined(separator: "/")
      var kinds: [Certificate.GreyArea.Kind] = []
      if rule.gap != nil { kinds.append(.gap) }
      if rule.reading != nil { kinds.append(.reading) }
      if rule.basis == .bevoegdheid { kinds.append(.power) }
      return kinds.map { Certificate.GreyArea(kind: $0, folder: folder, rule: rule) }
    }
    return Certificate(
      parts: parts, rules: all.count,
      cases: (cases.count, passed), mutants: mutants,
      sources: Set(all.flatMap(\.sources)).count, hash: hash, greyAreas: areas)
  }
}

extension SourceSpan {
  fileprivate func isSame(as other: SourceSpan) -> Bool {
    file === other.file && range == other.range
  }
}
