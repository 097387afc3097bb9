/// The tables that answer for one agreement, in order: those of the law, then its own.
///
/// A class, so that handing it on does not copy it; it never changes.
public final class Chain: Sendable {
  /// What the chain belongs to.
  public let agreement: Agreement
  /// The facts a profile can speak of, and then what each table decides.
  public let vocabulary: Vocabulary
  /// The tables, each of which may read what those before it decided.
  public let tables: [DecisionTable]
  /// Titles of the documents its rules cite.
  public let documents: [Document]
  let rulebook: Rulebook
  /// Per fact, the numbers and days where some rule changes its mind.
  let cuts: Cuts
  /// The same with a step before and after each, to see what a small shift changes.
  var widenedCuts: Cuts {
    var rules = Cuts(facts: vocabulary.facts.count)
    for rule in tables.flatMap(\.rules) { rules.add(rule.match) }
    return cuts.widened(around: rules)
  }
  /// Per date fact, the facts computed from it.
  let dependents: [[Int]]
  /// Per table, how it is asked.
  let plans: [Plan]
  /// How who is responsible and who to call are asked together.
  let answerPlan: Plan
  /// How everything whose changes are announced is asked together.
  let watchPlan: Plan
  /// Per table and rule, the boxes in which it holds on any day; nil where that depends on the day.
  let fixedBounds: [[[Box.Bounds]?]]
  /// Per fact, whether its values are cells of its own axis, on any day.
  let isPlain: [Bool]
  /// Per fact, the boxes in which it applies on any day; nil where that depends on the day or where it
  /// applies to everybody.
  let fixedApplies: [[Box.Bounds]?]
  private let tablePlaces: [String: Int]

  /// Reads the tables of an agreement, to be asked after those of the law.
  ///
  /// - Parameter asked: the tables to read of it, with those they need; nil for all.
  public init(
    _ agreement: Agreement, after law: LawTables, of rulebook: Rulebook,
    asking asked: [TableName]? = nil
  ) {
    // A rulebook is without faults once it is there.
    let faults = FaultCollector(isThorough: false)
    var vocabulary = law.vocabulary
    let documents = (rulebook.law?.documents ?? []) + agreement.documents
    let reader = TableReader(
      faults: faults, parties: rulebook.parties, documents: documents, asked: asked)
    let tables = law.tables + reader.tables(agreement.tableFiles, adding: &vocabulary)
    self.agreement = agreement
    self.rulebook = rulebook
    self.vocabulary = vocabulary
    self.tables = tables
    self.documents = documents
    let places = Dictionary(
      tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    tablePlaces = places
    var cuts = Cuts(facts: vocabulary.facts.count)
    for table in tables {
      for rule in table.rules { cuts.add(rule.match) }
    }
    for impossibility in rulebook.impossible { cuts.add(impossibility.match) }
    self.cuts = cuts
    var dependents: [[Int]] = Array(repeating: [], count: vocabulary.facts.count)
    for fact in vocabulary.facts.indices {
      vocabulary.forEachBase(of: fact) { if $0 != fact { dependents[$0].append(fact) } }
    }
    self.dependents = dependents
    plans = Plan.plans(for: tables, vocabulary, rulebook.parties)
    answerPlan = Plan.joint(
      Plan.answerTables.compactMap { places[$0.rawValue] }, tables, plans, vocabulary)
    watchPlan = Plan.joint(
      Plan.watchedTables.compactMap { places[$0.rawValue] }, tables, plans, vocabulary)
    let facts = vocabulary
    isPlain = facts.facts.map { fact in
      switch fact.derivation {
      case nil, .order, .region, .outcome: true
      case .years, .months, .reached, .referenceDate: false
      }
    }
    fixedApplies = facts.facts.map { fact in
      fact.applies.flatMap { Setting.fixedBounds($0, facts) }
    }
    fixedBounds = tables.map { table in table.rules.map { Setting.fixedBounds($0.match, facts) } }
  }

  /// The place of a table.
  func table(_ name: String) -> Int? { tablePlaces[name] }

  /// The facts that these tables, and those they need, may depend on.
  func facts(readFor names: [TableName]) -> Set<Int> {
    var result: Set<Int> = []
    for table in names.compactMap({ table($0.rawValue) }) {
      for asked in plans[table].order { result.formUnion(plans[asked].reads) }
      result.formUnion(plans[table].references)
    }
    for fact in result { result.formUnion(vocabulary[fact].applies?.facts ?? []) }
    return result
  }

  /// The party a rule answers with, when it answers with one.
  func party(answeredBy rule: Rule, of table: Int) -> Int? {
    guard let answer = rule.answer else { return nil }
    let choices = vocabulary[tables[table].outcome].choices
    return choices[answer].party.flatMap { rulebook.parties.index(of: $0) }
  }
}

/// Per fact, the numbers and days where some rule changes its mind, in order.
struct Cuts: Sendable {
  private(set) var numbers: [[Int]]
  private(set) var days: [[CalendarDate]]
  /// Per fact, the numbers to be cut at a day earlier and later as well; nil for an answer.
  private var shifted: [[Int]]?

  init(facts: Int) {
    numbers = Array(repeating: [], count: facts)
    days = Array(repeating: [], count: facts)
  }

  /// The places of both, for the facts that both know.
  func union(_ other: Cuts) -> Cuts {
    var result = self
    for fact in numbers.indices where fact < other.numbers.count {
      for number in other.numbers[fact] { Cuts.insert(number, &result.numbers[fact]) }
      for day in other.days[fact] { Cuts.insert(day, &result.days[fact]) }
    }
    return result
  }

  /// The same places and those one step before and after the ones that rules name, to see what a small
  /// shift changes.
  func widened(around rules: Cuts) -> Cuts {
    var result = self
    for fact in rules.numbers.indices {
      for number in rules.numbers[fact] {
        Cuts.insert(number - 1, &result.numbers[fact])
        Cuts.insert(number + 1, &result.numbers[fact])
      }
      for day in rules.days[fact] {
        Cuts.insert(day.adding(days: -1), &result.days[fact])
        Cuts.insert(day.adding(days: 1), &result.days[fact])
      }
    }
    result.shifted = rules.numbers
    return result
  }

  /// The numbers of a fact to be cut at as the fact is so many days later.
  func numbers(of fact: Int, shiftedBy days: Int) -> [Int] {
    days == 0 ? numbers[fact] : shifted?[fact] ?? []
  }

  /// The days by which facts are shifted to see what that changes; only none for an answer.
  var shifts: [Int] { shifted == nil ? [0] : [-1, 0, 1] }

  mutating func add(_ match: Match) {
    for alternative in match.alternatives {
      for (fact, constraint) in alternative {
        switch constraint {
        case .numbers(let ranges):
          for range in ranges {
            if let from = range.from { Cuts.insert(from, &numbers[fact]) }
            if let below = range.below { Cuts.insert(below, &numbers[fact]) }
          }
        case .days(let ranges):
          for range in ranges {
            if let from = range.from { Cuts.insert(from, &days[fact]) }
            if let below = range.below { Cuts.insert(below, &days[fact]) }
          }
        case .values: break
        }
      }
    }
  }

  private static func insert<Bound: Comparable>(_ bound: Bound, _ bounds: inout [Bound]) {
    let place = bounds.firstIndex { $0 >= bound } ?? bounds.count
    if place == bounds.count || bounds[place] != bound { bounds.insert(bound, at: place) }
  }
}
