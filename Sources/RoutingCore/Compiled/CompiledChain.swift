/// The tables of a chain as bit vectors, ready to be asked about any youth on any day.
///
/// The pointers are written once, by the initializer.
package final class CompiledChain: @unchecked Sendable {
  package let chain: Chain
  let program: Program
  /// Per axis, the cells in which it applies: the facts of the rulebook, then what tables decide.
  let all: [UInt64]
  /// The same as `all`, and the cell of each axis before anything is known.
  let allCells: UnsafeMutablePointer<UInt64>
  let unasked: UnsafeMutablePointer<UInt8>
  /// The tables whose answer a profile can state, with the fact that they decide.
  let stated: UnsafeMutableBufferPointer<(table: Int, outcome: Int)>
  /// The sheets asked for whom the agreement holds.
  let scopeSheets: UInt64
  /// The sheets asked for the answers whose changes are told.
  let watchSheets: UInt64
  /// The table that says for whom the agreement holds, and the fact it decides.
  let scope: (table: Int, outcome: Int)?
  /// The tables whose changes are told, as far as this agreement has them, by their places among those
  /// and among all.
  let watched: UnsafeMutableBufferPointer<(place: Int, table: Int)>
  /// The days the agreement answers for.
  let days: Range<Int>
  /// What the rules of all tables answer, one behind the other.
  let answers: UnsafeMutablePointer<CompiledAnswer>
  /// Per table, where its answers start.
  let answerStarts: UnsafeMutablePointer<Int>
  /// Per fact in which parties are looked up, where what its cells name starts; -1 for other facts.
  let partyStarts: UnsafeMutablePointer<Int>
  /// Per such fact and cell, whom it names; a name below zero leaves the party as it was.
  let parties: UnsafeMutablePointer<CompiledAnswer>
  /// The axes of what tables decide.
  let outcomes: [Int]
  let names: Names

  /// - Parameter asked: the tables to ask; all of them when nil.
  init(_ chain: Chain, _ axes: Axes, _ names: Names, asked: [Int]? = nil) {
    self.chain = chain
    let vocabulary = chain.vocabulary
    let given = axes.kinds.count
    var kinds = axes.kinds
    var all = axes.all
    for fact in vocabulary.facts.indices.dropFirst(given) {
      kinds.append(.outcome)
      all.append(Axes.cells(vocabulary[fact].choices.count))
    }
    self.all = all
    let places = TableName.allCases.reduce(into: [TableName: Int]()) { places, name in
      places[name] = chain.table(name.rawValue)
    }
    scope = places[.scope].map { ($0, chain.tables[$0].outcome) }
    watched = Program.kept(
      Plan.watchedTables.enumerated().compactMap { place, name in places[name].map { (place, $0) } }
    )
    let valid = chain.agreement.valid
    let first = valid.from?.dayNumber ?? .min
    days = first..<max(first, valid.below?.dayNumber ?? .max)
    let inScope = Set(scope.map { chain.plans[$0.table].order } ?? [])
    let inWatch = Set(chain.watchPlan.order)
    var wanted = Set(chain.tables.indices)
    if let asked { wanted = Set(asked.flatMap { chain.plans[$0].order }) }
    let maker = SheetMaker(
      chain: chain, all: all, constraints: Constraints(kinds: kinds, cuts: axes.cuts))
    let sheets = maker.sheets(of: wanted) { place in
      (inScope.contains(place) ? 1 : 0) + (inWatch.contains(place) ? 2 : 0)
    }
    program = Program(sheets, all: all, tables: chain.tables)
    func bits(_ tables: Set<Int>) -> UInt64 {
      var bits: UInt64 = 0
      for (place, sheet) in sheets.enumerated()
      where sheet.parts.contains(where: { tables.contains($0.table) && $0.isFirst }) {
        bits |= Program.bit(of: place)
      }
      return bits
    }
    scopeSheets = bits(inScope)
    watchSheets = bits(inWatch)
    var answers: [CompiledAnswer] = []
    var answerStarts: [Int] = []
    for table in chain.tables.indices {
      answerStarts.append(answers.count)
      answers += chain.tables[table].rules.map { CompiledAnswer($0, of: table, in: chain, names) }
    }
    self.answers = Program.kept(answers).start
    self.answerStarts = Program.kept(answerStarts).start
    var partyStarts = Array(repeating: -1, count: vocabulary.facts.count)
    var parties: [CompiledAnswer] = []
    for fact in Set(chain.plans.flatMap(\.references)).sorted() {
      partyStarts[fact] = parties.count
      parties.append(.nobody)
      parties += vocabulary[fact].choices.map { choice in
        choice.party.flatMap { chain.rulebook.parties.index(of: $0) }.map {
          CompiledAnswer(party: $0, cell: 0, in: chain, names)
        } ?? .nobody
      }
    }
    self.partyStarts = Program.kept(partyStarts).start
    self.parties = Program.kept(parties).start
    outcomes = chain.tables.map(\.outcome)
    self.names = names
    allCells = Program.kept(all).start
    unasked =
      Program.kept(
        all.map { set in
          set & (set &- 1) == 0
            ? UInt8(set.trailingZeroBitCount) : UInt8(64 - set.leadingZeroBitCount)
        }
      ).start
    stated = Program.kept(
      outcomes.enumerated().filter { $0.element < given }.map { ($0.offset, $0.element) })
  }

  deinit {
    program.deallocate()
    watched.deallocate()
    allCells.deallocate()
    unasked.deallocate()
    stated.deallocate()
    answers.deallocate()
    answerStarts.deallocate()
    partyStarts.deallocate()
    parties.deallocate()
  }
}

/// Puts the tables of a chain on sheets.
private struct SheetMaker {
  let chain: Chain
  let all: [UInt64]
  let constraints: Constraints

  private typealias Table = (place: Int, isFirst: Bool, bits: [(rule: Int, bounds: Box.Bounds)])

  /// The sheets, in the order in which they can be asked.
  ///
  /// - Parameter kind: tables of different kinds never share a sheet.
  func sheets(of wanted: Set<Int>, kind: (Int) -> Int) -> [RuleSheet] {
    var levels: [Int: Int] = [:]
    var decided: [Int: Int] = [:]
    var groups: [[Int]: [Table]] = [:]
    for (place, table) in chain.tables.enumerated() where wanted.contains(place) {
      let level = (chain.plans[place].reads.compactMap { decided[$0] }.max() ?? -1) + 1
      levels[place] = level
      if table.hitPolicy == .first { decided[table.outcome] = level }
      groups[[level, kind(place)], default: []].append(compiled(place, table))
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, tables in
      joined(tables).map { RuleSheet($0, all, moving: constraints.moving) }
    }
  }

  private func compiled(_ place: Int, _ table: DecisionTable) -> Table {
    var bits: [(rule: Int, bounds: Box.Bounds)] = []
    for (rule, described) in table.rules.enumerated() {
      // A rule that answers nothing decides nothing.
      if table.hitPolicy == .first, described.answer == nil { continue }
      bits += constraints.bounds(described.match).map { (rule, $0) }
    }
    return (place, table.hitPolicy == .first, bits)
  }

  /// Puts two small tables on one sheet where looking at their axes together takes less time.
  private func joined(_ tables: [Table]) -> [[Table]] {
    var rest = tables
    var result: [[Table]] = []
    while !rest.isEmpty {
      let table = rest.removeFirst()
      var best: (place: Int, gain: Int)?
      if table.bits.count <= 64 {
        let own = axes(table)
        for (place, other) in rest.enumerated() where other.bits.count <= 64 {
          let others = axes(other)
          let gain =
            RuleSheet.cost(axes: own.count, words: 1) + RuleSheet.cost(axes: others.count, words: 1)
            - RuleSheet.cost(axes: own.union(others).count, words: 2)
          if gain > best?.gain ?? 0 { best = (place, gain) }
        }
      }
      result.append(best.map { [table, rest.remove(at: $0.place)] } ?? [table])
    }
    return result
  }

  private func axes(_ table: Table) -> Set<Int> {
    Set(table.bits.flatMap { $0.bounds.map(\.axis) })
  }
}

/// What a rule answers, as a number of the names that answers go by.
struct CompiledAnswer: Sendable {
  /// The name; where a party has to be looked up, that of the reference itself.
  let name: Int32
  /// The fact in which the party has to be looked up; -1 where it is named.
  let reference: Int32
  /// Its cell on the axis of what the table decides; 0 where it answers nothing.
  let cell: UInt8

  /// No answer.
  static let nobody = CompiledAnswer(name: -1, reference: -1, cell: 0)

  private init(name: Int32, reference: Int32, cell: UInt8) {
    (self.name, self.reference, self.cell) = (name, reference, cell)
  }

  /// A party.
  init(party: Int, cell: UInt8, in chain: Chain, _ names: Names) {
    name = names.place(of: chain.rulebook.parties.all[party].id)
    reference = Names.reference(party, chain)
    self.cell = cell
  }

  init(_ rule: Rule, of table: Int, in chain: Chain, _ names: Names) {
    guard let answer = rule.answer else {
      self = .nobody
      return
    }
    let choice = chain.vocabulary[chain.tables[table].outcome].choices[answer]
    let parties = chain.rulebook.parties
    guard let party = choice.party.flatMap({ parties.index(of: $0) }) else {
      self = CompiledAnswer(
        name: names.place(of: choice.value), reference: -1, cell: UInt8(answer + 1))
      return
    }
    self = CompiledAnswer(party: party, cell: UInt8(answer + 1), in: chain, names)
  }
}

/// The names that answers go by: those of parties and those of other values.
final class Names: Sendable {
  /// The names, in order.
  let all: [String]
  private let places: [String: Int32]

  init(_ rulebook: Rulebook, _ chains: [Chain]) {
    var all = rulebook.parties.all.map(\.id)
    for chain in chains {
      for table in chain.tables {
        all += chain.vocabulary[table.outcome].choices.map(\.value)
      }
    }
    var places: [String: Int32] = [:]
    var kept: [String] = []
    for name in all where places[name] == nil {
      places[name] = Int32(kept.count)
      kept.append(name)
    }
    self.all = kept
    self.places = places
  }

  /// The place of a name that is known to be there.
  func place(of name: String) -> Int32 { places[name] ?? -1 }

  /// The fact a party has to be looked up in; -1 for others.
  static func reference(_ party: Int, _ chain: Chain) -> Int32 {
    guard case .reference(let name) = chain.rulebook.parties.all[party].kind,
      let fact = chain.vocabulary.index(of: name)
    else { return -1 }
    return Int32(fact)
  }
}
