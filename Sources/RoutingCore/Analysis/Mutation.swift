/// Holds every mutant of the rules against the worked cases.
///
/// **Definition.** A mutant is *caught* when a worked case states something of the changed table that is
/// no longer so. It is *equivalent* when on no day another rule decides, or holds, than before for any
/// youth the agreement answers for; of the table that tells for whom it answers, for any youth. What is neither survives: there is a youth who gets another answer and no case that says so.
final class Mutation {
  /// A mutant nobody caught, with a youth for whom it changes the answer.
  struct Survivor {
    let mutant: Mutant
    let proof: ChainProof
    let youth: Youth
    let profile: Profile
  }

  private let answering: Answering
  private let proofs: [ChainProof]
  private let lawTables: Int
  private(set) var made = 0
  private(set) var caught = 0
  private(set) var equivalent = 0
  private(set) var survivors: [Survivor] = []

  /// - Parameters:
  ///   - proofs: one for each agreement, its days cut finely enough to see small shifts; the law is
  ///     looked at in the first.
  init(_ answering: Answering, proofs: [ChainProof], lawTables: Int) {
    self.answering = answering
    self.proofs = proofs
    self.lawTables = lawTables
  }

  func run(_ cases: [WorkedCase]) {
    let points = cases.flatMap { worked -> [CasePoint] in
      guard let profile = try? CaseRun(worked: worked, answering: answering).profile() else {
        return []
      }
      return CasePoint.all(
        profile, on: worked.date, stated: worked.expectations,
        statesAgreement: worked.agreement != nil, proofs, answering)
    }
    for (place, proof) in proofs.enumerated() {
      let own = Array((place == 0 ? 0 : lawTables)..<proof.chain.tables.count)
      for mutant in MutantMaker(chain: proof.chain, tables: own).mutants() {
        made += 1
        if isCaught(mutant, of: proof, by: points) {
          caught += 1
        } else if let survivor = survivor(mutant, of: proof) {
          survivors.append(survivor)
        } else {
          equivalent += 1
        }
      }
    }
  }

  /// Somebody for whom a mutant changes something; one of the law may do so under any agreement.
  func survivor(_ mutant: Mutant, of proof: ChainProof) -> Survivor? {
    for home in mutant.table < lawTables ? proofs : [proof] {
      if let (youth, profile) = difference(mutant, home) {
        return Survivor(mutant: mutant, proof: home, youth: youth, profile: profile)
      }
    }
    return nil
  }

  private func isCaught(_ mutant: Mutant, of proof: ChainProof, by points: [CasePoint]) -> Bool {
    points.contains { point in
      // The tables of the law are the same, at the same places, in every chain.
      (point.chain === proof.chain || mutant.table < lawTables) && point.catches(mutant)
    }
  }

  /// A finding for each rule of which mutants survived; rules no case depends on were told already.
  func findings(beside told: Set<String>) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for survivor in survivors {
      let rule = survivor.proof.chain.tables[survivor.mutant.table].rules[survivor.mutant.rule]
      if told.contains(rule.id) { continue }
      findings.append(
        Diagnostic(
          .survivingMutant,
          Text(
            nl: "geen geval merkt deze wijziging van `\(rule.id)`: \(survivor.mutant.words.nl)",
            en: "no case notices this change of `\(rule.id)`: \(survivor.mutant.words.en)"),
          help: Text(
            nl: "leg het voorbeeld vast in een geval; --suggest-cases schrijft het",
            en: "pin the example down in a case; --suggest-cases writes it"),
          at: rule.nameSpan, example: survivor.youth))
    }
    return findings
  }

  /// Cases that would catch the mutants nobody caught.
  func suggestions() -> [WorkedCase] {
    Suggestions(answering: answering, proofs: proofs, lawTables: lawTables).cases(for: survivors)
  }

  /// Somebody for whom a mutant makes another rule decide or hold.
  private func difference(_ mutant: Mutant, _ proof: ChainProof) -> (Youth, Profile)? {
    for arena in proof.arenas {
      let setting = arena.setting
      let own = setting.rules(of: mutant.table)[mutant.rule]
      var found: (youth: Youth, profile: Profile, box: Box)?
      func look(_ boxes: [Box.Bounds], outside: [Box.Bounds], _ table: Int, _ rule: Int) {
        guard found == nil, !boxes.isEmpty else { return }
        let earlier = proof.earlier(than: rule, of: table, in: arena)
        found = proof.youth(in: boxes, of: table, avoiding: outside + earlier, in: arena)
      }
      switch mutant.change {
      case .removed, .answers, .due: look(own, outside: [], mutant.table, mutant.rule)
      case .lowered:
        let next = setting.rules(of: mutant.table)[mutant.rule + 1]
        let both = own.flatMap { left in next.compactMap { Box.common(left, $0) } }
        look(both, outside: [], mutant.table, mutant.rule)
      case .holds(let match):
        let changed = setting.bounds(match)
        look(changed, outside: own, mutant.table, mutant.rule)
        look(own, outside: changed, mutant.table, mutant.rule)
      case .shifted(let fact, let days):
        for (table, described) in proof.chain.tables.enumerated()
        where proof.chain.plans[table].reads.contains(fact) {
          for (place, rule) in described.rules.enumerated() where rule.match.facts.contains(fact) {
            let changed = setting.bounds(rule.match, shift: (fact, days))
            look(changed, outside: setting.rules(of: table)[place], table, place)
            look(setting.rules(of: table)[place], outside: changed, table, place)
          }
        }
      }
      if let found { return (found.youth, found.profile) }
    }
    return nil
  }
}
