/// Who does what: tasks and situations, with the role of each organisation.
public struct RoleChart: Sendable {
  /// The part an organisation has.
  public enum Role: String, CaseIterable, Sendable {
    /// It is responsible: for the youth, or for the task.
    case responsible = "verantwoordelijk"
    /// It is called first.
    case contact = "aanspreekpunt"
    /// It is to be consulted.
    case consulted = "overleg"
    /// It is involved beside the others.
    case involved = "betrokken"
  }

  /// A row of the chart.
  public struct Row: Sendable {
    /// What it is about.
    public let title: Text
    /// The part of the chart it belongs to.
    public let group: Text?
    /// For whom it is, in words.
    public let conditions: [Text]
    /// Per organisation, by its place among the parties, the parts it has, each with the rule that says so.
    public let roles: [Int: [Part]]
    /// Whether it is settled who is responsible and who is called; otherwise several are named.
    public let isCertain: Bool
    /// Why there is nobody, when there is not.
    public let nobody: Text?
    /// An invented youth in this row.
    public let example: Youth?
    /// The rule of a task; nil for a situation.
    public let task: Rule?
  }

  /// A part in a row.
  public struct Part: Sendable {
    /// Which part.
    public let role: Role
    /// The party named: the organisation or a role in it.
    public let party: Int
    /// The rule that says so.
    public let rule: Rule
  }

  /// The agreement looked at.
  public let agreement: Agreement
  /// The reference date.
  public let date: CalendarDate
  /// The organisations that have a part, in the order of the list of parties.
  public let partners: [Int]
  /// Situations, and what the agreements answer for them.
  public let situations: [Row]
  /// Tasks, and who does them.
  public let tasks: [Row]
}

extension MatrixMaker {
  /// Tasks and situations against organisations.
  ///
  /// - Throws: a fault when the rules have no `matrix.json`, or a fault of the rules.
  public func roleChart(of agreement: Agreement) throws(Diagnostics) -> RoleChart {
    let charts = try charts()
    let maker = CellMaker(answering: answering, date: date, agreement: agreement)
    let situations = try charts.situations.map { situation throws(Diagnostics) in
      try row(situation, charts.consulted, maker)
    }
    let tasks = tasks(of: agreement)
    let parties = rulebook.parties
    let named = Set((situations + tasks).flatMap { $0.roles.keys })
    return RoleChart(
      agreement: agreement, date: date, partners: parties.all.indices.filter(named.contains),
      situations: situations, tasks: tasks)
  }

  private func row(
    _ situation: Situation, _ consulted: [Charts.Consulted], _ maker: CellMaker
  ) throws(Diagnostics) -> RoleChart.Row {
    let profile: Profile
    let asked: [Answering.Part]
    switch try maker.youths(situation) {
    case .nobody(let reason):
      return RoleChart.Row(
        title: situation.title, group: situation.group,
        conditions: situation.conditions(in: rulebook), roles: [:], isCertain: true,
        nobody: reason, example: nil, task: nil)
    case .some(let known, let parts): (profile, asked) = (known, parts)
    }
    let answer = try maker.answer(profile, asked)
    var parts: [RoleChart.Part] = []
    for (role, verdict) in [
      (RoleChart.Role.responsible, answer.responsible), (.contact, answer.contact),
    ] {
      for option in verdict.options {
        guard let party = option.party, let rule = option.decisions.first?.rule else { continue }
        parts.append(RoleChart.Part(role: role, party: party, rule: rule))
      }
    }
    parts += try others(asked, consulted)
    var roles: [Int: [RoleChart.Part]] = [:]
    for part in parts {
      let partner = rulebook.parties.partner(of: part.party)
      // Who is responsible or called first is involved by that already.
      let isSaid = roles[partner]?.contains { known in
        known.role == part.role && known.party == part.party
          || part.role == .involved
      }
      if isSaid != true { roles[partner, default: []].append(part) }
    }
    return RoleChart.Row(
      title: situation.title, group: situation.group,
      conditions: situation.conditions(in: rulebook), roles: roles,
      isCertain: answer.responsible.answer != nil && answer.contact.answer != nil, nobody: nil,
      example: answer.examples.first?.youth, task: nil)
  }

  /// Whom to consult and who else is involved, as far as that is certain.
  private func others(_ parts: [Answering.Part], _ consulted: [Charts.Consulted])
    throws(Diagnostics) -> [RoleChart.Part]
  {
    guard parts.count == 1, let inquiry = parts.first?.inquiry else { return [] }
    var result: [RoleChart.Part] = []
    do throws(Diagnostic) {
      for consultation in consulted {
        guard let answer = try inquiry.verdict(named: consultation.table)?.answer,
          answer.value == consultation.value, let rule = answer.decisions.first?.rule,
          let party = try inquiry.party(named: rulebook.parties.all[consultation.party].id)
        else { continue }
        result.append(RoleChart.Part(role: .consulted, party: party, rule: rule))
      }
      guard let table = inquiry.chain.table(TableName.involved.rawValue) else { return result }
      for item in try inquiry.items(table) where item.isCertain {
        // Whom a reference stands for may depend on what is open.
        guard let party = item.party, !rulebook.parties.all[party].isReference else { continue }
        result.append(RoleChart.Part(role: .involved, party: party, rule: item.rule))
      }
    } catch {
      throw Diagnostics([error])
    }
    return result
  }

  /// What has to be done, by whom: every rule of the table of actions that holds for somebody.
  private func tasks(of agreement: Agreement) -> [RoleChart.Row] {
    let proof = proof(of: agreement)
    guard let table = proof.chain.table(TableName.actions.rawValue), let arena = proof.arenas.first
    else { return [] }
    let ways = Naming.all(of: table, in: proof.chain) { _ in true }
    let words = ConditionWords(vocabulary: proof.chain.vocabulary)
    return proof.chain.tables[table].rules.enumerated().compactMap { place, rule in
      var roles: [Int: [RoleChart.Part]] = [:]
      var example: Youth?
      for way in ways where way.steps[0].rule == place {
        let partner = rulebook.parties.partner(of: way.party)
        guard
          let youth = proof.youth(
            in: way.alternatives(in: arena.setting), of: table,
            avoiding: way.earlier(in: arena.setting), in: arena)
        else { continue }
        example = example ?? youth.youth
        let part = RoleChart.Part(role: .responsible, party: way.party, rule: rule)
        if roles[partner]?.contains(where: { $0.party == part.party }) != true {
          roles[partner, default: []].append(part)
        }
      }
      guard !roles.isEmpty else { return nil }
      return RoleChart.Row(
        title: rule.title, group: nil, conditions: words.lines(allOf: [rule.match]),
        roles: roles, isCertain: true, nobody: nil,
        example: example, task: rule)
    }
  }

  /// What can be looked for among all youths of an agreement on the reference date; those of the national
  /// frame when the agreement does not hold on that day.
  func proof(of agreement: Agreement) -> ChainProof {
    let holds = agreement.valid.contains(date) ? agreement : rulebook.frame ?? agreement
    return ChainProof(answering.chain(holds), on: date, answering: answering)
  }
}
