/// Plain evaluation of a row, as far as a row tells of it.
///
/// An advice says more: what would change it, who else could be called, how to reach whom. Finding that
/// takes most of its time, and no row shows it.
struct RowInquiry {
  private let outlook: Outlook
  private let parts: [Answering.Part]
  /// Who is responsible.
  let responsible: Verdict
  /// Who to call first.
  let contact: Verdict

  private var first: Inquiry { parts[0].inquiry }
  private var rulebook: Rulebook { first.chain.rulebook }

  /// - Throws: what refuses an advice on the same profile.
  init(_ advisor: Advisor, _ profile: Profile, on date: CalendarDate) throws(Diagnostics) {
    outlook = Outlook(answering: advisor.answering, profile: profile, date: date)
    parts = try outlook.answering.parts(profile, on: date)
    do throws(Diagnostic) {
      let inquiry = parts[0].inquiry
      guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
        let contact = try Verdict.joined(parts, TableName.contact.rawValue)
      else { throw advisor.missingTable(inquiry) }
      (self.responsible, self.contact) = (responsible, contact)
    } catch {
      throw Diagnostics([error])
    }
    // What a table decides may be stated against what another one comes to: an advice asks them all.
    if profile.stated.contains(where: { rulebook.vocabulary[$0.fact].isOutcome }) {
      _ = try advisor.advice(for: profile, on: date)
    }
  }

  /// Whether who is responsible and who to call are both decided.
  var isDetermined: Bool { responsible.answer != nil && contact.answer != nil }

  /// The agreement that answers, the first of them where that depends on what is not known.
  var agreement: Agreement { parts[0].ground.agreement }

  /// Who to call meanwhile.
  func provisional() throws(Diagnostic) -> Option? {
    contact.answer == nil ? try first.provisional() : nil
  }

  /// What another table comes to; nil when the agreement has no such table.
  func verdict(_ table: TableName) throws(Diagnostic) -> Verdict? {
    guard let place = first.chain.table(table.rawValue),
      first.chain.tables[place].hitPolicy == .first
    else { return nil }
    return try Verdict.joined(parts, table.rawValue)
  }

  /// Who may not let go yet, beside the one responsible.
  func holder() throws(Diagnostic) -> Option? {
    guard let holder = try first.verdict(.holder)?.answer, let party = holder.party else {
      return nil
    }
    let parties = rulebook.parties
    if let other = responsible.answer?.party,
      parties.partner(of: party) == parties.partner(of: other)
    {
      return nil
    }
    return holder
  }

  /// The rules that ask to do something before a day and may hold, in order.
  func duties() throws(Diagnostic) -> [(rule: Rule, isCertain: Bool)] {
    guard let table = first.chain.table(TableName.actions.rawValue),
      first.chain.tables[table].hitPolicy == .collect
    else { return [] }
    let rules = first.chain.tables[table].rules
    let pieces = try first.evaluation.pieces(of: table)
    return first.evaluation.hits(of: table, among: pieces) { rules[$0].due != nil }
      .map { (rules[$0.rule], $0.isCertain) }
  }

  /// The day a rule sets that is computed from a date; nil when it sets none that way.
  func day(of rule: Rule) -> DateRange? {
    rule.day(for: outlook.profile, schoolYear: rulebook.schoolYear)
  }

  /// What a table decides whose changes are told; nil when the agreement has no such table.
  func label(ofWatched place: Int) -> Text? {
    first.chain.table(Plan.watchedTables[place].rawValue).map { first.chain.tables[$0].label }
  }

  /// The place of a fact among the tables whose changes are told.
  func watched(_ fact: Int) -> Int? {
    Plan.watchedTables.firstIndex { name in
      first.chain.table(name.rawValue).map { first.chain.tables[$0].outcome } == fact
    }
  }

  /// The facts taken to have a usual value, by name.
  func assumed() -> [String] {
    alternatives.assumptions(changedBy: []).map(\.fact)
  }

  /// What to ask, by name, the fact that settles most first.
  func missing() throws(Diagnostic) -> [String] { try alternatives.missing().map(\.fact) }

  private var alternatives: Alternatives {
    Alternatives(
      answering: outlook.answering, date: outlook.date, profile: outlook.profile, parts: parts,
      responsible: responsible, contact: contact)
  }

  /// The coming changes in order, until there are enough of them.
  func changes(until isEnough: ([Change]) -> Bool) throws(Diagnostics) -> [Change] {
    try Changes(answering: outlook.answering, profile: outlook.profile, date: outlook.date)
      .all(until: isEnough)
  }
}
