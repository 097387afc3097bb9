/// How a table is asked: which tables before it, and which facts have to stay exact on the way.
struct Plan: Sendable {
  /// The facts its own rules read.
  private(set) var reads: [Int] = []
  /// The facts its parties may have to be looked up in.
  private(set) var references: [Int] = []
  /// The tables it needs, in order, itself among them.
  private(set) var order: [Int] = []
  /// The tables whose deciding rule matters: itself and those its parties are looked up in.
  private(set) var tracked: [Int] = []
  /// After each table of the order, the axes that something still looks at.
  private(set) var liveAxes: [[Int]] = []

  /// The plans of tables in order.
  static func plans(
    for tables: [DecisionTable], _ vocabulary: Vocabulary, _ parties: PartyList
  ) -> [Plan] {
    var plans: [Plan] = tables.map { table in
      var plan = Plan()
      plan.reads = table.rules.reduce(into: Set<Int>()) { $0.formUnion($1.match.facts) }.sorted()
      return plan
    }
    for place in tables.indices {
      plans[place].references = references(of: tables[place], vocabulary, parties)
      plans[place].fill(place, tables, plans, vocabulary)
    }
    return plans
  }

  private mutating func fill(
    _ place: Int, _ tables: [DecisionTable], _ plans: [Plan], _ vocabulary: Vocabulary
  ) {
    var wanted = [Bool](repeating: false, count: vocabulary.facts.count)
    for fact in reads + references { wanted[fact] = true }
    var needed = [place]
    for other in tables.indices.reversed() where other != place {
      guard tables[other].hitPolicy == .first, wanted[tables[other].outcome] else { continue }
      for fact in plans[other].reads { wanted[fact] = true }
      needed.append(other)
    }
    order = needed.sorted()
    tracked = order.filter { $0 == place || references.contains(tables[$0].outcome) }
    var live = [Bool](repeating: false, count: vocabulary.facts.count)
    func mark(_ facts: [Int]) {
      for fact in facts {
        live[fact] = true
        for base in vocabulary.bases(of: fact) { live[base] = true }
      }
    }
    mark(references + [tables[place].outcome])
    if tables[place].hitPolicy == .collect { mark(reads) }
    // From the last table backward: what a table reads is live before it.
    liveAxes = Array(repeating: [], count: order.count)
    for step in order.indices.reversed() {
      liveAxes[step] = live.indices.filter { live[$0] }
      mark(plans[order[step]].reads)
    }
  }

  private static func references(
    of table: DecisionTable, _ vocabulary: Vocabulary, _ parties: PartyList
  ) -> [Int] {
    let choices = vocabulary[table.outcome].choices
    var result: Set<Int> = []
    var pending = Set(table.rules.compactMap { $0.answer.flatMap { choices[$0].party } })
    while let id = pending.popFirst() {
      guard let party = parties.index(of: id), case .reference(let name) = parties.all[party].kind,
        let fact = vocabulary.index(of: name), result.insert(fact).inserted
      else { continue }
      pending.formUnion(vocabulary[fact].choices.compactMap(\.party))
    }
    return result.sorted()
  }
}
