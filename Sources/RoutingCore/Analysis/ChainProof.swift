/// What can be shown of the tables of one agreement, over every youth and every day it answers for.
final class ChainProof {
  let chain: Chain
  let kinds: DayKinds
  /// Profile space on the first day of each kind.
  let arenas: [Arena]
  private let answering: Answering

  /// Profile space on one day, with what looks for youths in it.
  struct Arena {
    let space: ProfileSpace
    let search: Search
    let witness: Witness

    init(_ chain: Chain, on day: CalendarDate, cuts: Cuts) {
      space = ProfileSpace(Setting(chain, Profile(), on: day, cuts: cuts))
      search = Search(space)
      witness = Witness(space: space)
    }

    var setting: Setting { space.setting }
  }

  /// How long after the last day a rule names an agreement without an end is looked at: whoever the
  /// rules can be about then was born after it.
  private static let yearsAhead = 30

  init(_ chain: Chain, cuts: Cuts, answering: Answering) {
    self.chain = chain
    self.answering = answering
    kinds = DayKinds(chain, days: ChainProof.days(of: chain), cuts: cuts)
    arenas = kinds.firsts.map { Arena(chain, on: $0, cuts: cuts) }
  }

  /// The days an agreement answers for; open ends reach as far as makes a difference.
  static func days(of chain: Chain) -> DateRange {
    let named = chain.cuts.days.flatMap { $0 }.sorted()
    let today = CalendarDate(dayNumber: 0)
    let valid = chain.agreement.valid
    let first = valid.from ?? named.first ?? today
    let end = valid.below ?? max(named.last ?? first, first).adding(years: yearsAhead)
    return DateRange(first: first, last: max(first, end.adding(days: -1)))
  }

  /// The youths a table is asked about, as one box: those the agreement holds for, unless the table is
  /// one of those that find that out.
  func asked(_ table: Int, in arena: Arena) -> Box {
    var box = arena.space.whole
    if let scope = chain.table(TableName.scope.rawValue), table > scope {
      box.cells[chain.tables[scope].outcome] = Box.cell(ofChoice: 0)
    }
    return box
  }

  /// The boxes of the rules before one, when the first rule that holds answers.
  func earlier(than rule: Int, of table: Int, in arena: Arena) -> [Box.Bounds] {
    guard chain.tables[table].hitPolicy == .first else { return [] }
    return Array(arena.setting.rules[table][..<rule].joined())
  }

  /// Whether a rule answers for anybody on any day.
  func isAlive(_ rule: Int, of table: Int) -> Bool {
    arenas.contains { arena in
      isInhabited(
        arena.setting.rules[table][rule], of: table,
        avoiding: earlier(than: rule, of: table, in: arena),
        in: arena)
    }
  }

  /// Whether anybody a table is asked about lies within one of these bounds and outside the others.
  func isInhabited(
    _ alternatives: [Box.Bounds], of table: Int, avoiding bounds: [Box.Bounds], in arena: Arena
  ) -> Bool {
    let asked = asked(table, in: arena)
    return alternatives.contains { alternative in
      guard let box = asked.intersection(alternative) else { return false }
      return arena.search.first(in: box, avoiding: bounds) { arena.witness.youth(in: $0) } != nil
    }
  }

  /// A youth within one of these bounds and outside the others, for whom the agreement answers.
  func youth(
    in alternatives: [Box.Bounds], of table: Int, avoiding bounds: [Box.Bounds], in arena: Arena
  ) -> (youth: Youth, profile: Profile, box: Box)? {
    let asked = asked(table, in: arena)
    for alternative in alternatives {
      guard let box = asked.intersection(alternative) else { continue }
      let found = arena.search.first(in: box, avoiding: bounds) { leaf in
        arena.witness.youth(in: leaf).flatMap { found in
          isAnswered(found.profile, on: found.youth.date, table) ? (found, leaf) : nil
        }
      }
      if let found { return (found.0.youth, found.0.profile, found.1) }
    }
    return nil
  }

  /// Whether it is this agreement that answers for a profile, where the table is asked after that.
  private func isAnswered(_ profile: Profile, on date: CalendarDate, _ table: Int) -> Bool {
    if chain.agreement.kind == .agreement {
      guard let scope = chain.table(TableName.scope.rawValue), table > scope else { return true }
    }
    guard let parts = try? answering.parts(profile, on: date) else { return false }
    return parts.count == 1 && parts[0].ground.agreement.id == chain.agreement.id
  }
}
