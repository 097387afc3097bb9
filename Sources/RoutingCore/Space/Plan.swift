/// How a table is asked: which tables before it, and which facts have to stay exact on the way.
struct Plan: Sendable {
  /// The facts its own rules read.
  private(set) var reads: [Int] = []
  /// The axes on which it sees them: the facts themselves and the dates they are computed from.
  private var looks: [Int] = []
  /// The facts its parties may have to be looked up in.
  private(set) var references: [Int] = []
  /// The tables it needs, in order, itself among them.
  private(set) var order: [Int] = []
  /// The tables whose deciding rule matters: itself and those its parties are looked up in.
  private(set) var tracked: [Int] = []
  /// Per axis, the last step of the order that looks at it; -1 where none does, and a step past the
  /// last where the answer itself does.
  private var lastSteps: [Int] = []

  /// The axes that something still looks at after a step.
  func liveAxes(after step: Int) -> [Int] {
    lastSteps.indices.filter { lastSteps[$0] > step }
  }

  /// The tables that answer the main question.
  static let answerTables: [TableName] = [.responsible, .contact]
  /// The tables whose changes are announced.
  static let watchedTables: [TableName] =
    answerTables + [
      .compulsory, .window, .aftercare, .doorstroompunt, .doorstroompuntByLaw, .consult,
    ]

  /// The plans of tables in order.
  static func plans(
    for tables: [DecisionTable], _ vocabulary: Vocabulary, _ parties: PartyList
  ) -> [Plan] {
    var plans: [Plan] = tables.map { table in
      var read = [Bool](repeating: false, count: vocabulary.facts.count)
      for rule in table.rules {
        for alternative in rule.match.alternatives {
          for (fact, _) in alternative { read[fact] = true }
        }
      }
      var plan = Plan()
      plan.reads = read.indices.filter { read[$0] }
      plan.looks = looks(at: plan.reads, vocabulary)
      plan.references = references(of: table, vocabulary, parties)
      return plan
    }
    for place in tables.indices {
      var plan = joint([place], tables, plans, vocabulary)
      plan.reads = plans[place].reads
      plan.looks = plans[place].looks
      plans[place] = plan
    }
    return plans
  }

  /// How several tables are asked together.
  static func joint(
    _ places: [Int], _ tables: [DecisionTable], _ plans: [Plan], _ vocabulary: Vocabulary
  ) -> Plan {
    var plan = Plan()
    plan.references =
      places.count == 1
      ? plans[places[0]].references : Set(places.flatMap { plans[$0].references }).sorted()
    var wanted = [Bool](repeating: false, count: vocabulary.facts.count)
    for place in places {
      for fact in plans[place].reads { wanted[fact] = true }
    }
    for fact in plan.references { wanted[fact] = true }
    for place in tables.indices.reversed() {
      let isAsked = places.contains(place)
      guard isAsked || (tables[place].hitPolicy == .first && wanted[tables[place].outcome]) else {
        continue
      }
      for fact in plans[place].reads { wanted[fact] = true }
      plan.order.append(place)
    }
    plan.order.reverse()
    plan.tracked = plan.order.filter {
      places.contains($0) || plan.references.contains(tables[$0].outcome)
    }
    plan.fillLastSteps(places, tables, plans, vocabulary)
    return plan
  }

  private mutating func fillLastSteps(
    _ places: [Int], _ tables: [DecisionTable], _ plans: [Plan], _ vocabulary: Vocabulary
  ) {
    lastSteps = Array(repeating: -1, count: vocabulary.facts.count)
    for (step, place) in order.enumerated() {
      for axis in plans[place].looks { lastSteps[axis] = step }
    }
    var asked = Plan.looks(at: references + places.map { tables[$0].outcome }, vocabulary)
    for place in places where tables[place].hitPolicy == .collect { asked += plans[place].looks }
    for axis in asked { lastSteps[axis] = order.count }
  }

  private static func looks(at facts: [Int], _ vocabulary: Vocabulary) -> [Int] {
    var axes = facts
    for fact in facts {
      vocabulary.forEachBase(of: fact) { if $0 != fact { axes.append($0) } }
    }
    return axes
  }

  private static func references(
    of table: DecisionTable, _ vocabulary: Vocabulary, _ parties: PartyList
  ) -> [Int] {
    let choices = vocabulary[table.outcome].choices
    // Most tables answer with words, and name nobody.
    guard choices.indices.contains(where: { choices[$0].party != nil }) else { return [] }
    var isAnswered = Array(repeating: false, count: choices.count)
    for rule in table.rules { if let answer = rule.answer { isAnswered[answer] = true } }
    var pending = choices.indices.compactMap { isAnswered[$0] ? choices[$0].party : nil }
    var isRead = Array(repeating: false, count: vocabulary.facts.count)
    while let id = pending.popLast() {
      guard let party = parties.index(of: id), case .reference(let name) = parties.all[party].kind,
        let fact = vocabulary.index(of: name), !isRead[fact]
      else { continue }
      isRead[fact] = true
      pending += vocabulary[fact].choices.compactMap(\.party)
    }
    return isRead.indices.filter { isRead[$0] }
  }
}
