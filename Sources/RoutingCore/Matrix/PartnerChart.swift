/// What is ours: every class of youths for which an organisation has a part.
public struct PartnerChart: Sendable {
  /// Youths for whom one rule, along what it refers to, gives the organisation its part.
  public struct Class: Sendable {
    /// Which part.
    public let role: RoleChart.Role
    /// The party named: the organisation or a role in it.
    public let party: Int
    /// The rule that says so first, and then those it refers to.
    public let rules: [Rule]
    /// For whom, in words: each line holds beside the others.
    public let conditions: [Text]
    /// The rules that go first, each for some youth of whom all conditions hold too.
    public let exceptions: [Rule]
    /// An invented youth of this class.
    public let example: Youth
  }

  /// The agreement looked at.
  public let agreement: Agreement
  /// The reference date.
  public let date: CalendarDate
  /// The organisation, by its place among the parties.
  public let partner: Int
  /// The classes, by part and then in the order of the rules.
  public let classes: [Class]
}

extension MatrixMaker {
  /// Every class of youths for which an organisation is responsible, called first, consulted or involved.
  ///
  /// **Complete**: each rule of the tables that can name the organisation is looked at, along every
  /// reference it can go; a class is left out only when a search through all youths shows that nobody is
  /// in it.
  public func partnerChart(of partner: Int, in agreement: Agreement) throws(Diagnostics)
    -> PartnerChart
  {
    let proof = proof(of: agreement)
    guard let arena = proof.arenas.first else {
      return PartnerChart(agreement: agreement, date: date, partner: partner, classes: [])
    }
    let isOurs = { [rulebook] (party: Int) in rulebook.parties.partner(of: party) == partner }
    let finder = ClassFinder(proof: proof, arena: arena, rulebook: rulebook)
    var classes: [PartnerChart.Class] = []
    for (role, name) in [
      (RoleChart.Role.responsible, TableName.responsible), (.contact, .contact),
    ] {
      classes += finder.classes(role, of: name.rawValue, where: isOurs)
    }
    for consultation in rulebook.charts?.consulted ?? [] {
      classes += finder.classes(consultation, where: isOurs)
    }
    classes += finder.classes(.involved, of: TableName.involved.rawValue, where: isOurs)
    return PartnerChart(agreement: agreement, date: date, partner: partner, classes: classes)
  }
}

/// Looks through all youths for those of whom a table names somebody.
private struct ClassFinder {
  let proof: ChainProof
  let arena: ChainProof.Arena
  let rulebook: Rulebook

  private var chain: Chain { proof.chain }

  func classes(
    _ role: RoleChart.Role, of table: String, where isOurs: @escaping (Int) -> Bool
  ) -> [PartnerChart.Class] {
    guard let place = chain.table(table) else { return [] }
    return Naming.all(of: place, in: chain, where: isOurs).compactMap { found(role, $0) }
  }

  /// Those for whom somebody is to be consulted because a table answers so.
  func classes(_ consultation: Charts.Consulted, where isOurs: @escaping (Int) -> Bool)
    -> [PartnerChart.Class]
  {
    guard let table = chain.table(consultation.table) else { return [] }
    let choices = chain.vocabulary[chain.tables[table].outcome].choices
    return chain.tables[table].rules.enumerated().flatMap { rule, described in
      guard let answer = described.answer, choices[answer].value == consultation.value else {
        return [PartnerChart.Class]()
      }
      return Naming.meant(by: consultation.party, in: chain).filter { isOurs($0.party) }
        .compactMap { meant in
          var way = meant
          way.steps.insert((table, rule), at: 0)
          return found(.consulted, way)
        }
    }
  }

  private func found(_ role: RoleChart.Role, _ way: Naming) -> PartnerChart.Class? {
    let setting = arena.setting
    let table = way.steps[0].table
    let alternatives = way.alternatives(in: setting)
    let earlier = way.earlier(in: setting)
    guard let youth = proof.youth(in: alternatives, of: table, avoiding: earlier, in: arena) else {
      return nil
    }
    let rules = way.steps.map { chain.tables[$0.table].rules[$0.rule] }
    return PartnerChart.Class(
      role: role, party: way.party, rules: rules, conditions: conditions(way),
      exceptions: exceptions(way, alternatives), example: youth.youth)
  }

  /// What has to hold, without alternatives that the rest rules out and without what another line says
  /// more closely.
  private func conditions(_ way: Naming) -> [Text] {
    let words = ConditionWords(vocabulary: chain.vocabulary)
    var matches = way.steps.enumerated().map { place, step in
      Match(alternatives: possible(step, in: way))
    }
    matches.append(
      Match(alternatives: [way.bounds.map { ($0.axis, .values($0.cells >> 1)) }]))
    return words.lines(allOf: matches)
  }

  /// The alternatives of a rule that somebody of the class is in.
  private func possible(_ step: (table: Int, rule: Int), in way: Naming) -> [Match.Alternative] {
    let match = chain.tables[step.table].rules[step.rule].match
    guard match.alternatives.count > 1 else { return match.alternatives }
    let all = way.alternatives(in: arena.setting)
    let earlier = way.earlier(in: arena.setting)
    return match.alternatives.filter { alternative in
      let own = arena.setting.bounds(Match(alternatives: [alternative]))
      let both = all.flatMap { bounds in own.compactMap { Box.common(bounds, $0) } }
      return proof.isInhabited(both, of: way.steps[0].table, avoiding: earlier, in: arena)
    }
  }

  /// The rules of the same tables that answer first for some youth who meets all conditions.
  private func exceptions(_ way: Naming, _ alternatives: [Box.Bounds]) -> [Rule] {
    var result: [Rule] = []
    for (table, rule) in way.steps where chain.tables[table].hitPolicy == .first {
      for earlier in 0..<rule {
        let both = alternatives.flatMap { bounds in
          arena.setting.rules(of: table)[earlier].compactMap { Box.common(bounds, $0) }
        }
        let before = arena.setting.rules(of: table).prefix(earlier).flatMap { $0 }
        if proof.isInhabited(both, of: way.steps[0].table, avoiding: before, in: arena) {
          result.append(chain.tables[table].rules[earlier])
        }
      }
    }
    return result
  }
}
