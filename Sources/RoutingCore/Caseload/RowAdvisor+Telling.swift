extension RowAdvisor {
  /// The place of the agreement that answers, among the chains of the rules.
  var agreementPlace: Int { assessor.place }

  /// The choice that the row states for a fact.
  func statedChoice(of fact: Int) -> Int? {
    let row = reader.row
    return row.states[fact] == .value ? Int(row.first[fact]) : nil
  }

  /// The day a rule sets, computed from what the row states; nil when it sets none that way.
  func day(of rule: Rule) -> DateRange? {
    let row = reader.row
    guard case .moment(let moment) = rule.due, row.states[moment.fact] == .days else { return nil }
    let schoolYear = rules.rulebook.schoolYear
    let first = CalendarDate(dayNumber: Int(row.first[moment.fact]))
    let last = CalendarDate(dayNumber: Int(row.last[moment.fact]))
    return DateRange(
      first: moment.day(from: first, schoolYear: schoolYear),
      last: moment.day(from: last, schoolYear: schoolYear))
  }

  /// The rules that decide what a table answers, those of tables in which the party is looked up too.
  func decidingRules(of name: TableName) -> [Rule] {
    let standing = assessor.current
    let chain = standing.compiled.chain
    guard let table = chain.table(name.rawValue), standing.rules[table] >= 0 else { return [] }
    let rule = chain.tables[table].rules[Int(standing.rules[table])]
    var further: [Rule] = []
    var party = chain.party(answeredBy: rule, of: table)
    for _ in 0..<8 {
      guard let known = party,
        case .reference(let name) = chain.rulebook.parties.all[known].kind,
        let fact = chain.vocabulary.index(of: name)
      else { break }
      if let other = chain.table(name), standing.rules[other] >= 0 {
        further.append(chain.tables[other].rules[Int(standing.rules[other])])
      }
      let cell = Int(standing.cells[fact])
      guard cell > 0, cell <= chain.vocabulary[fact].choices.count else { break }
      party = chain.vocabulary[fact].choices[cell - 1].party.flatMap {
        chain.rulebook.parties.index(of: $0)
      }
    }
    // A rule without conditions that only points to another table decides nothing itself.
    let passesOn = !further.isEmpty && rule.match.alternatives.allSatisfy(\.isEmpty)
    return passesOn ? further : [rule] + further
  }

  /// Visits the coming changes in order until told to stop.
  ///
  /// - Returns: false when only `whole()` tells.
  func visitChangesOfAnswers(_ visit: (RowChange) -> Bool) -> Bool {
    answers().map { visitChanges(from: $0, visit) } ?? false
  }
}
