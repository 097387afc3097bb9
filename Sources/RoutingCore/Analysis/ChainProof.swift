/// What can be shown of the tables of one agreement, over every youth and every day it answers for.
final class ChainProof {
  let chain: Chain
  /// Where profile space is cut.
  let cuts: Cuts
  let kinds: DayKinds
  private let answering: Answering
  private var known: [Arena?]
  /// Whether a rule of this chain sees which agreement a municipality belongs to.
  private let seesRegions: Bool

  /// Profile space on the first day of each kind, made when it is needed.
  var arenas: LazyMapSequence<Range<Int>, Arena> {
    kinds.firsts.indices.lazy.map { self.arena($0) }
  }

  private func arena(_ kind: Int) -> Arena {
    if let arena = known[kind] { return arena }
    let arena = Arena(chain, on: kinds.firsts[kind], cuts: cuts)
    known[kind] = arena
    return arena
  }

  /// Profile space on one day, with what looks for youths in it.
  struct Arena {
    let space: ProfileSpace
    let search: Search
    let witness: Witness
    /// How invented youths preferably are.
    let preferred: [Box.Bounds]

    init(_ chain: Chain, on day: CalendarDate, cuts: Cuts) {
      // A preference tells youths apart where no rule does.
      var cuts = cuts
      if let examples = chain.rulebook.examples { cuts.add(examples) }
      let setting = Setting(chain, Profile(), on: day, cuts: cuts)
      space = ProfileSpace(setting)
      search = Search(space)
      witness = Witness(space: space)
      preferred = chain.rulebook.examples.map { setting.bounds($0) } ?? []
    }

    var setting: Setting { space.setting }
  }

  /// How long after the last day anything names an agreement without an end is looked at: whoever the
  /// rules can be about then was born after it.
  private static let yearsAhead = 30

  /// Of every day an agreement answers for.
  convenience init(_ chain: Chain, cuts: Cuts, answering: Answering) {
    let seesRegions = ChainProof.seesRegions(chain)
    // Where rules see regions, it matters whether the agreement of a region answers on the day.
    let regions = chain.agreement.kind == .frame && seesRegions ? chain.rulebook.regions : []
    let borders = regions.flatMap { region in
      [region.valid.from, region.valid.below].compactMap(\.self)
        + answering.chain(region).cuts.days.flatMap(\.self)
    }
    let kinds = DayKinds(chain, days: ChainProof.days(of: chain), cuts: cuts, borders: borders)
    self.init(chain, cuts, answering, kinds)
  }

  /// Of one day.
  convenience init(_ chain: Chain, on day: CalendarDate, answering: Answering) {
    self.init(chain, chain.cuts, answering, DayKinds(day))
  }

  private init(_ chain: Chain, _ cuts: Cuts, _ answering: Answering, _ kinds: DayKinds) {
    self.chain = chain
    self.cuts = cuts
    self.answering = answering
    self.kinds = kinds
    seesRegions = ChainProof.seesRegions(chain)
    known = Array(repeating: nil, count: kinds.firsts.count)
  }

  /// Whether a rule sees which agreement a municipality belongs to.
  private static func seesRegions(_ chain: Chain) -> Bool {
    chain.vocabulary.facts.indices.contains { fact in
      guard case .region = chain.vocabulary[fact].derivation else { return false }
      return chain.plans.contains { $0.reads.contains(fact) }
    }
  }

  /// Whether some fact is cut into more pieces than an axis has cells.
  var isTooFine: Bool {
    arenas.contains { arena in
      arena.setting.stretches.contains { $0.count > Box.mostChoices }
        || cuts.numbers.contains { $0.count >= Box.mostChoices }
    }
  }

  /// The days an agreement answers for; open ends reach as far as makes a difference.
  private static func days(of chain: Chain) -> DateRange {
    let bounds = chain.rulebook.agreements.flatMap { [$0.valid.from, $0.valid.below] }
    let named = (chain.cuts.days.flatMap(\.self) + bounds.compactMap(\.self)).sorted()
    let valid = chain.agreement.valid
    // The day before the first one named stands for all days before it.
    let first = valid.from ?? named.first?.adding(days: -1) ?? CalendarDate(dayNumber: 0)
    let end = valid.below ?? max(named.last ?? first, first).adding(years: yearsAhead)
    return DateRange(first: first, last: max(first, end.adding(days: -1)))
  }

  /// The youths for whom a table matters, as one box: those the agreement holds for, and for the table
  /// that finds that out everybody.
  func asked(_ table: Int, in arena: Arena) -> Box {
    var box = arena.space.whole
    if let scope = chain.table(TableName.scope.rawValue), table != scope {
      box.cells[chain.tables[scope].outcome] = Box.cell(ofChoice: 0)
    }
    // Where no rule sees the region, whoever lives in one has a double who lives in none.
    if chain.agreement.kind == .frame, !seesRegions {
      let none = Box.cell(ofChoice: chain.rulebook.regions.count) | Box.notApplicable
      for (fact, described) in chain.vocabulary.facts.enumerated() {
        if case .region = described.derivation { box.cells[fact] &= none }
      }
    }
    return box
  }

  /// The boxes of the rules before one, when the first rule that holds answers.
  func earlier(than rule: Int, of table: Int, in arena: Arena) -> [Box.Bounds] {
    guard chain.tables[table].hitPolicy == .first else { return [] }
    return Array(arena.setting.rules(of: table)[..<rule].joined())
  }

  /// How many boxes the rules of each table divide its youths into, over all kinds of days; nil when they
  /// are too many to count.
  func classes() -> Int? {
    var count = 0
    for arena in arenas {
      for (place, table) in chain.tables.enumerated() where table.hitPolicy == .first {
        var rest = [asked(place, in: arena)]
        for alternatives in arena.setting.rules(of: place) {
          count += rest.intersection(anyOf: alternatives).count
          rest = rest.subtracting(anyOf: alternatives)
          if count + rest.count > Certificate.Part.mostClasses { return nil }
        }
      }
    }
    return count
  }

  /// Whether a rule answers for anybody on any day.
  func isAlive(_ rule: Int, of table: Int) -> Bool {
    arenas.contains { arena in
      isInhabited(
        arena.setting.rules(of: table)[rule], of: table,
        avoiding: earlier(than: rule, of: table, in: arena),
        in: arena)
    }
  }

  /// A youth for whom a rule holds; `isDeciding` when no earlier rule may hold for him.
  func example(of rule: Int, in table: Int, isDeciding: Bool) -> Youth? {
    arenas.compactMap { arena in
      self.youth(
        in: arena.setting.rules(of: table)[rule], of: table,
        avoiding: isDeciding ? self.earlier(than: rule, of: table, in: arena) : [], in: arena)?
        .youth
    }.first
  }

  /// Whether anybody a table is asked about lies within one of these bounds and outside the others.
  func isInhabited(
    _ alternatives: [Box.Bounds], of table: Int, avoiding bounds: [Box.Bounds], in arena: Arena
  ) -> Bool {
    let asked = asked(table, in: arena)
    return alternatives.contains { alternative in
      guard let box = asked.intersection(alternative) else { return false }
      return arena.search.first(in: box, avoiding: bounds) { answered(in: $0, table, arena) } != nil
    }
  }

  /// A youth within one of these bounds and outside the others, for whom the agreement answers.
  func youth(
    in alternatives: [Box.Bounds], of table: Int, avoiding bounds: [Box.Bounds], in arena: Arena
  ) -> (youth: Youth, profile: Profile, box: Box)? {
    let asked = asked(table, in: arena)
    func found(in box: Box?) -> (youth: Youth, profile: Profile, box: Box)? {
      box.flatMap { box in
        arena.search.first(in: box, avoiding: bounds) { leaf in
          answered(in: leaf, table, arena).map { ($0.youth, $0.profile, leaf) }
        }
      }
    }
    for alternative in alternatives {
      guard let box = asked.intersection(alternative), let anybody = found(in: box) else {
        continue
      }
      return arena.preferred.lazy.compactMap { found(in: box.intersection($0)) }.first ?? anybody
    }
    return nil
  }

  /// A youth in a box for whom the agreement answers, if need be in another region than comes first.
  private func answered(in box: Box, _ table: Int, _ arena: Arena) -> (
    youth: Youth, profile: Profile
  )? {
    guard let first = arena.witness.youth(in: box) else { return nil }
    if isAnswered(first.profile, on: first.youth.date, table) { return first }
    var boxes = [box]
    for (fact, described) in chain.vocabulary.facts.enumerated() {
      guard case .region = described.derivation, box.cells[fact].nonzeroBitCount > 1 else {
        continue
      }
      let cells = (0..<UInt64.bitWidth).map { 1 << UInt64($0) & box.cells[fact] }
      boxes = boxes.flatMap { box in
        cells.filter { $0 != 0 }.map { cell in
          var part = box
          part.cells[fact] = cell
          return part
        }
      }
    }
    return boxes.dropFirst(boxes.count == 1 ? 1 : 0).lazy
      .compactMap { arena.witness.youth(in: $0) }
      .first { isAnswered($0.profile, on: $0.youth.date, table) }
  }

  /// Whether it is this agreement that answers for a profile, where the table is asked after that.
  private func isAnswered(_ profile: Profile, on date: CalendarDate, _ table: Int) -> Bool {
    if chain.agreement.kind == .agreement {
      guard let scope = chain.table(TableName.scope.rawValue), table != scope else { return true }
    }
    do {
      let parts = try answering.parts(profile, on: date)
      return parts.count == 1 && parts[0].ground.agreement.id == chain.agreement.id
    } catch {
      // A gap on the way to who answers is found by asking, too.
      return error.all.contains { $0.code == .noRule }
    }
  }
}
