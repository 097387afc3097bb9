/// One agreement asked about the youths a profile could be about, on one day.
struct Inquiry {
  let evaluation: Evaluation

  var setting: Setting { evaluation.setting }
  var region: Region { evaluation.region }
  var chain: Chain { setting.chain }

  init(setting: Setting, region: Region) {
    evaluation = Evaluation(setting: setting, region: region)
  }

  /// What a table with hit policy `first` comes to; nil when the agreement has no such table.
  func verdict(_ name: TableName) throws(Diagnostic) -> Verdict? {
    try verdict(named: name.rawValue)
  }

  /// What a table with hit policy `first` comes to; nil when the agreement has no such table.
  func verdict(named name: String) throws(Diagnostic) -> Verdict? {
    guard let table = chain.table(name), chain.tables[table].hitPolicy == .first else { return nil }
    return try verdict(table)
  }

  /// What a table comes to.
  func verdict(_ table: Int) throws(Diagnostic) -> Verdict {
    verdict(table, try evaluation.pieces(of: table))
  }

  /// What a change has to be compared with: the answers, by value.
  typealias Values = (responsible: [String], contact: [String])

  /// Who is responsible and who to call, unless that is what it was.
  ///
  /// Most facts change nothing, and then no verdict has to be put together.
  func answers(otherThan known: Values) throws(Diagnostic) -> (
    responsible: Verdict, contact: Verdict
  )? {
    guard let first = chain.table(TableName.responsible.rawValue),
      let second = chain.table(TableName.contact.rawValue)
    else { return nil }
    let pieces = try evaluation.pieces(by: chain.answerPlan)
    let isSame =
      Verdict.areSame(values(first, pieces), known.responsible)
      && Verdict.areSame(values(second, pieces), known.contact)
    return isSame ? nil : (verdict(first, pieces), verdict(second, pieces))
  }

  /// The answers that are open to who is responsible and who to call.
  func openValues() throws(Diagnostic) -> Values? {
    guard let first = chain.table(TableName.responsible.rawValue),
      let second = chain.table(TableName.contact.rawValue)
    else { return nil }
    let pieces = try evaluation.pieces(by: chain.answerPlan)
    return (values(first, pieces), values(second, pieces))
  }

  private func values(_ table: Int, _ pieces: [Evaluation.Piece]) -> [String] {
    var result: [String] = []
    for piece in pieces {
      let rule = chain.tables[table].rules[piece.rules[table]]
      let choice = chain.vocabulary[chain.tables[table].outcome].choices[rule.answer ?? 0]
      let party = choice.party.flatMap { chain.rulebook.parties.index(of: $0) }
      let value =
        party.map { chain.rulebook.parties.all[resolve($0, piece).party].id } ?? choice.value
      if !result.contains(value) { result.append(value) }
    }
    return result
  }

  /// What the tables of a plan come to, by name; tables the agreement lacks are left out.
  func verdicts(_ names: [TableName], by plan: Plan) throws(Diagnostic) -> [TableName: Verdict] {
    let pieces = try evaluation.pieces(by: plan)
    var result: [TableName: Verdict] = [:]
    for name in names {
      if let table = chain.table(name.rawValue) { result[name] = verdict(table, pieces) }
    }
    return result
  }

  private func verdict(_ table: Int, _ pieces: [Evaluation.Piece]) -> Verdict {
    let described = chain.tables[table]
    var options: [Option] = []
    for piece in pieces {
      add(piece, table, to: &options)
    }
    return Verdict(table: described.name, label: described.label, options: options)
  }

  /// Adds what a table answers for a piece to the options there are already.
  private func add(_ piece: Evaluation.Piece, _ table: Int, to options: inout [Option]) {
    let rule = chain.tables[table].rules[piece.rules[table]]
    let decision = Decision(table: chain.tables[table].name, rule: rule)
    let choice = chain.vocabulary[chain.tables[table].outcome].choices[rule.answer ?? 0]
    let parties = chain.rulebook.parties
    var decisions = [decision]
    let party = choice.party.flatMap { parties.index(of: $0) }.map { named in
      let (resolved, further) = resolve(named, piece)
      // A rule without conditions that only points to another table decides nothing itself.
      let passesOn = !further.isEmpty && rule.match.alternatives.allSatisfy(\.isEmpty)
      decisions = passesOn ? further : [decision] + further
      return resolved
    }
    let value = party.map { parties.all[$0].id } ?? choice.value
    let support = support(piece, beside: decisions)
    if let place = options.firstIndex(where: { $0.value == value }) {
      options[place] = options[place].joined(decisions, support)
    } else {
      let label = party.map { parties.fullLabel($0) } ?? choice.label
      let organisation = party.map { parties.all[parties.partner(of: $0)].label } ?? choice.label
      options.append(
        Option(
          value: value, label: label, organisation: organisation, party: party,
          decisions: decisions, support: support))
    }
  }

  /// The rules of the tables asked on the way to an answer.
  private func support(_ piece: Evaluation.Piece, beside decisions: [Decision]) -> [Decision] {
    var result: [Decision] = []
    for (place, rule) in piece.rules.enumerated() where rule >= 0 {
      let rule = chain.tables[place].rules[rule]
      if decisions.contains(where: { $0.rule === rule }) { continue }
      result.append(Decision(table: chain.tables[place].name, rule: rule))
    }
    return result
  }

  /// Follows references to whoever a fact or a table names, with the rules met on the way.
  private func resolve(_ party: Int, _ piece: Evaluation.Piece) -> (party: Int, [Decision]) {
    var party = party
    var decisions: [Decision] = []
    for _ in 0..<8 {
      guard case .reference(let name) = chain.rulebook.parties.all[party].kind,
        let fact = chain.vocabulary.index(of: name)
      else { break }
      let cells = piece.box.cells[fact]
      let choices = chain.vocabulary[fact].choices
      guard
        let choice = choices.indices.first(where: { Box.cell(ofChoice: $0) == cells }),
        let next = choices[choice].party.flatMap({ chain.rulebook.parties.index(of: $0) })
      else { break }
      if let table = chain.table(name), piece.rules[table] >= 0 {
        decisions.append(
          Decision(table: name, rule: chain.tables[table].rules[piece.rules[table]]))
      }
      party = next
    }
    return (party, decisions)
  }

  /// The rules of a table with hit policy `collect` that hold; none when there is no such table.
  func items(_ table: Int) throws(Diagnostic) -> [(rule: Rule, party: Int?, isCertain: Bool)] {
    let pieces = try evaluation.pieces(of: table)
    return evaluation.hits(of: table, among: pieces).map { place, isCertain in
      let rule = chain.tables[table].rules[place]
      var party = chain.party(answeredBy: rule, of: table)
      if let named = party {
        let resolved = Set(pieces.map { resolve(named, $0).party })
        if resolved.count == 1 { party = resolved.first }
      }
      return (rule, party, isCertain)
    }
  }
}

extension Option {
  /// The same answer, reached along the rules of both.
  func joined(with other: Option) -> Option { joined(other.decisions, other.support) }

  /// The same answer, reached along these rules as well.
  func joined(_ decisions: [Decision], _ support: [Decision]) -> Option {
    func united(_ left: [Decision], _ right: [Decision]) -> [Decision] {
      let further = right.filter { decision in !left.contains { $0.rule === decision.rule } }
      return further.isEmpty ? left : left + further
    }
    return Option(
      value: value, label: label, organisation: organisation, party: party,
      decisions: united(self.decisions, decisions), support: united(self.support, support))
  }
}
