/// A youth on a day with what its tables see, so that one rule after the other can be changed and asked
/// again.
final class CasePoint {
  let chain: Chain
  let setting: Setting
  let profile: Profile
  /// What is stated of each table, by its place.
  private(set) var stated: [Int: WorkedCase.Expectation] = [:]
  /// Whether the agreement does not answer for this youth, and only that is stated.
  private(set) var isOutside = false
  let evaluation: Evaluation
  private var seen: [Int: [Box]] = [:]

  /// - Throws: the contradiction, when nobody fits the profile.
  init(
    _ chain: Chain, _ profile: Profile, on date: CalendarDate, cuts: Cuts,
    stated: [WorkedCase.Expectation]
  ) throws(Diagnostic) {
    self.chain = chain
    self.profile = profile
    setting = Setting(chain, profile, on: date, cuts: cuts)
    evaluation = Evaluation(setting: setting, region: try Region(profile, in: setting))
    state(stated)
  }

  private func state(_ expectations: [WorkedCase.Expectation]) {
    for expectation in expectations {
      if let table = chain.table(expectation.table) { stated[table] = expectation }
    }
  }

  /// The same youth with more stated.
  func stating(_ expectations: [WorkedCase.Expectation]) -> CasePoint {
    state(expectations)
    return self
  }

  /// The youth a profile is about as the one agreement that answers sees it; where that agreement is
  /// stated, also as each agreement sees it that does not answer for this youth.
  static func all(
    _ profile: Profile, on date: CalendarDate, stated: [WorkedCase.Expectation],
    statesAgreement: Bool, _ proofs: [ChainProof], _ answering: Answering
  ) -> [CasePoint] {
    guard let parts = try? answering.parts(profile, on: date), parts.count == 1 else { return [] }
    let ground = parts[0].ground
    return proofs.compactMap { proof in
      let agreement = proof.chain.agreement
      if agreement.id == ground.agreement.id {
        return try? CasePoint(proof.chain, profile, on: date, cuts: proof.cuts, stated: stated)
      }
      guard statesAgreement, agreement.id == ground.considered?.id, agreement.valid.contains(date),
        let scope = proof.chain.table(TableName.scope.rawValue)
      else { return nil }
      // That another agreement answers is stated by the case itself.
      let outside = WorkedCase.Expectation(
        table: proof.chain.tables[scope].name, answers: [ground.agreement.id], rules: [],
        excluded: [], named: [], due: [], span: proof.chain.tables[scope].span)
      let point = try? CasePoint(
        proof.chain, profile, on: date, cuts: proof.cuts, stated: [outside])
      point?.isOutside = true
      return point
    }
  }

  /// The youth as a table sees it: what it reads is exact where the profile is.
  func boxes(_ table: Int) -> [Box] {
    if let boxes = seen[table] { return boxes }
    let boxes = ((try? evaluation.pieces(of: table, keepsAll: true)) ?? []).map(\.box)
    seen[table] = boxes
    return boxes
  }

  /// A youth of whom so little is known that the rules cut the rest into more boxes shows nothing.
  private static let mostBoxes = 500

  /// The rules that decide, or hold, when a table has these boxes instead of its own; nil when too little
  /// is known of the youth to say.
  func deciding(_ table: Int, by rules: [[Box.Bounds]], order: [Int]? = nil) -> Set<Int>? {
    let boxes = boxes(table)
    guard boxes.count <= CasePoint.mostBoxes else { return nil }
    if chain.tables[table].hitPolicy == .collect {
      return Set(rules.indices.filter { boxes.subtracting(anyOf: rules[$0]).isEmpty })
    }
    var result: Set<Int> = []
    var rest = boxes
    for rule in order ?? Array(rules.indices) where !rest.isEmpty {
      guard rest.contains(where: { box in rules[rule].contains { box.isTouched($0) } }) else {
        continue
      }
      result.insert(rule)
      rest = rest.subtracting(anyOf: rules[rule])
      if rest.count > CasePoint.mostBoxes { return nil }
    }
    return result
  }

  /// The rules that decide, or hold.
  func deciding(_ table: Int) -> Set<Int> { deciding(table, by: setting.rules(of: table)) ?? [] }
}

extension CasePoint {
  /// Whether what is stated of this youth is no longer so once the rules are changed.
  func catches(_ mutant: Mutant) -> Bool {
    if case .shifted(let fact, let days) = mutant.change {
      return stated.keys.contains { table in
        chain.plans[table].reads.contains(fact)
          && isNoticed(table, shiftedRules(of: table, by: (fact, days)))
      }
    }
    guard let expectation = stated[mutant.table] else { return false }
    let id = chain.tables[mutant.table].rules[mutant.rule].id
    var rules = setting.rules(of: mutant.table)
    switch mutant.change {
    case .removed: rules[mutant.rule] = []
    case .lowered:
      var order = Array(rules.indices)
      order.swapAt(mutant.rule, mutant.rule + 1)
      return isNoticed(mutant.table, rules, order: order)
    case .holds(let match): rules[mutant.rule] = setting.bounds(match)
    case .answers:
      let holds = deciding(mutant.table).contains(mutant.rule)
      let isStated =
        chain.tables[mutant.table].hitPolicy == .first
        ? !expectation.answers.isEmpty : expectation.named.contains { $0.rule == id }
      return holds && isStated
    case .due:
      return expectation.due.contains { $0.rule == id }
        && deciding(mutant.table).contains(mutant.rule)
    case .shifted: return false
    }
    return isNoticed(mutant.table, rules)
  }

  /// The rules whose holding changes when a fact is reached some days earlier or later.
  func changed(by shift: Setting.Shift) -> [(table: Int, rule: Int)] {
    stated.keys.sorted().flatMap { table -> [(table: Int, rule: Int)] in
      guard chain.plans[table].reads.contains(shift.fact) else { return [] }
      let after = deciding(table, by: shiftedRules(of: table, by: shift)) ?? []
      return deciding(table).symmetricDifference(after).sorted().map { (table, $0) }
    }
  }

  /// The boxes of the rules of a table when a fact is reached some days earlier or later.
  private func shiftedRules(of table: Int, by shift: Setting.Shift) -> [[Box.Bounds]] {
    chain.tables[table].rules.enumerated().map { place, rule in
      rule.match.facts.contains(shift.fact)
        ? setting.bounds(rule.match, shift: shift) : setting.rules(of: table)[place]
    }
  }

  private func isNoticed(_ table: Int, _ rules: [[Box.Bounds]], order: [Int]? = nil) -> Bool {
    guard let expectation = stated[table],
      let before = deciding(table, by: setting.rules(of: table)),
      let after = deciding(table, by: rules, order: order), before != after
    else { return false }
    let described = chain.tables[table]
    let left = Set(before.subtracting(after).map { described.rules[$0].id })
    if expectation.rules.contains(where: left.contains) { return true }
    let come = Set(after.subtracting(before).map { described.rules[$0].id })
    if expectation.excluded.contains(where: come.contains) { return true }
    guard described.hitPolicy == .first, !expectation.answers.isEmpty else { return false }
    func answers(_ rules: Set<Int>) -> Set<Int?> { Set(rules.map { described.rules[$0].answer }) }
    return answers(before) != answers(after)
  }
}
