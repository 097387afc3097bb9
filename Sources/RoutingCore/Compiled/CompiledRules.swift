/// A rulebook as bit vectors: its facts as axes and all its agreements, ready for many youths.
///
/// It never changes; every worker that reads rows asks it through an `Assessor` of its own.
///
/// The pointer is written once, by the initializer.
public final class CompiledRules: @unchecked Sendable {
  /// The rules themselves.
  public let rulebook: Rulebook
  let facts: FactCells
  let names: Names
  /// Where the facts change their mind, for all chains together.
  let cuts: Cuts
  /// The regional agreements, in order.
  let regions: [CompiledChain]
  /// What answers where no agreement does.
  let frame: CompiledChain
  /// The facts in which parties are looked up.
  let references: Set<Int>
  /// The facts whose changes may change an answer that is told, those that time moves.
  let watchedFacts: UnsafeMutableBufferPointer<Int>
  /// Per such fact and step, the agreements that change their mind there, one bit each.
  let watchedSteps: UnsafeMutablePointer<UInt64>
  /// How many steps a fact may have.
  static let stepCount = 64
  let moves: CompiledMoves
  /// Per agreement, the number of its first rule.
  let firstRules: [Int]
  /// Every rule of every agreement, by its number.
  public let allRules: [Rule]
  /// Days on which an agreement begins or ends or the law changes, with what happens and the
  /// agreement it matters to.
  let fixedDays: UnsafeMutableBufferPointer<(day: Int, cause: Cause, agreement: Int)>

  /// The rules as bit vectors; nil when they have no frame, or more values than fit.
  ///
  /// - Parameter tables: the tables to ask, by name, beside those whose changes are told; all of them
  ///   when nil.
  public init?(_ rulebook: Rulebook, asking tables: [String]? = nil) {
    guard let frame = rulebook.frame else { return nil }
    let law = LawTables(of: rulebook)
    let agreements = rulebook.regions + [frame]
    let chains = agreements.map { Chain($0, after: law, of: rulebook) }
    let axes = Axes(rulebook, chains)
    guard axes.isFit else { return nil }
    let names = Names(rulebook, chains)
    self.rulebook = rulebook
    self.names = names
    cuts = axes.cuts
    facts = FactCells(rulebook, axes)
    let always = (Plan.watchedTables + [.scope]).map(\.rawValue)
    var compiled = chains.map { chain in
      CompiledChain(
        chain, axes, names, asked: tables.map { ($0 + always).compactMap { chain.table($0) } })
    }
    self.frame = compiled.removeLast()
    regions = compiled
    var fixed: [(day: Int, cause: Cause, agreement: Int)] = []
    for (place, agreement) in rulebook.regions.enumerated() {
      if let from = agreement.valid.from { fixed.append((from.dayNumber, .begins(place), place)) }
      if let below = agreement.valid.below { fixed.append((below.dayNumber, .ends(place), place)) }
    }
    var watched: [Int: [UInt64]] = [:]
    func watch(_ fact: Int, _ step: Int, _ agreement: Int) {
      let none: [UInt64] = Array(repeating: 0, count: CompiledRules.stepCount)
      watched[fact, default: none][step] |= 1 << UInt64(agreement)
    }
    for (place, chain) in chains.enumerated() {
      for fact in chain.facts(readFor: Plan.watchedTables + [.scope])
      where fact < rulebook.vocabulary.facts.count {
        switch rulebook.vocabulary[fact].derivation {
        case .years, .months:
          for (step, number) in axes.cuts.numbers[fact].enumerated()
          where chain.cuts.numbers[fact].contains(number) {
            watch(fact, step, place)
          }
        case .reached: watch(fact, 0, place)
        case .referenceDate:
          fixed += chain.cuts.days[fact].map { ($0.dayNumber, .law, place) }
        default: break
        }
      }
    }
    references = Set(chains.flatMap { $0.plans.flatMap(\.references) })
    watchedFacts = Program.kept(watched.keys.sorted())
    watchedSteps = Program.kept(watchedFacts.flatMap { watched[$0] ?? [] }).start
    fixedDays = Program.kept(fixed)
    moves = CompiledMoves(rulebook.moves)
    allRules = chains.flatMap { $0.tables.flatMap(\.rules) }
    var starts: [Int] = []
    var start = 0
    for chain in chains {
      starts.append(start)
      start += chain.tables.reduce(0) { $0 + $1.rules.count }
    }
    firstRules = starts
  }

  deinit {
    watchedFacts.deallocate()
    watchedSteps.deallocate()
    fixedDays.deallocate()
  }

  /// The chains of the agreements, that of the frame last.
  package var chains: [Chain] { (regions + [frame]).map(\.chain) }

  /// The name of an answer, by its place.
  public func name(_ place: Int32) -> String { names.all[Int(place)] }

  /// How many names there are.
  public var nameCount: Int { names.all.count }
}
