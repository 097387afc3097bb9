/// Reads `matrix.json`: what charts show, along which rows and columns.
struct ChartReader {
  let reader: ObjectReader
  let vocabulary: Vocabulary
  let parties: PartyList

  private var faults: FaultCollector { reader.faults }

  func charts() -> Charts {
    Charts(
      phases: situations("phases"), circumstances: situations("circumstances"),
      situations: situations("situations"),
      routes: reader.objects("routes").compactMap { entry in
        guard let left = entry.object("left") else { return nil }
        return Route(
          title: entry.text("title") ?? Text(""), school: entry.object("school").map { known($0) },
          left: known(left))
      },
      comparison: reader.objects("comparison").compactMap { question($0) },
      consulted: reader.objects("consulted").compactMap { entry in
        guard let table = entry.string("table"), let value = entry.string("value"),
          let party = entry.party("party", parties)
        else { return nil }
        return Charts.Consulted(table: table, value: value, party: party)
      }, breaks: reader.strings("breaks"))
  }

  private func question(_ entry: ObjectReader) -> Charts.Question? {
    let kind: Charts.Question.Kind
    switch (entry.string("table"), entry.string("along"), entry.object("and")) {
    case (let table?, nil, nil): kind = .table(table, wantsEnd: entry.flag("until"))
    case (let table?, nil, let more?): kind = .added(table, when: known(more))
    case (nil, let fact?, nil): kind = .along(fact)
    default:
      let message = Text(
        nl: "een vraag heeft een `table` of een `along`",
        en: "a question has a `table` or an `along`")
      let help = Text(nl: "noem een van beide", en: "give one of them")
      faults.report(Diagnostic(.missingKey, message, help: help, at: entry.span(entry.node.range)))
      return nil
    }
    let when = entry.object("when").map { known($0).known } ?? []
    let title = entry.text("title") ?? Text("")
    return Charts.Question(situation: Situation(title: title, known: when), kind: kind)
  }

  /// The tables and facts a comparison asks about have to exist.
  func checkComparison(among tables: [DecisionTable]) {
    if !faults.unsure.isDisjoint(with: [.facts, .folders]) { return }
    let names = Set(tables.map(\.name))
    for entry in reader.objects("comparison") {
      if let table = entry.value("table"), !names.contains(table.string ?? "") {
        entry.unknownName(table, nl: "de tabel", en: "the table", among: names.sorted())
      }
      let axes = vocabulary.facts.filter(\.canBeAxis).map(\.name)
      if let fact = entry.value("along"), !axes.contains(fact.string ?? "") {
        entry.unknownName(fact, nl: "het feit met waarden", en: "the fact with values", among: axes)
      }
    }
  }

  /// Whom to consult hangs on what a table answers: that table has to exist, with that answer.
  func checkConsulted(among tables: [DecisionTable]) {
    if !faults.unsure.isDisjoint(with: [.facts, .folders]) { return }
    for entry in reader.objects("consulted") {
      guard let table = entry.value("table"), let name = table.string else { continue }
      let named = tables.filter { $0.name == name }
      if named.isEmpty {
        entry.unknownName(table, nl: "de tabel", en: "the table", among: tables.map(\.name))
      } else if let value = entry.value("value") {
        let values = named.flatMap(\.values)
        if values.contains(value.string ?? "") { continue }
        entry.unknownName(value, nl: "het antwoord", en: "the answer", among: values)
      }
    }
  }

  private func situations(_ key: String) -> [Situation] {
    reader.objects(key).map { entry in
      let elsewhere = entry.list("elsewhere").compactMap { municipality($0, entry) }
      let when = entry.object("when").map { known($0).known } ?? []
      return Situation(
        title: entry.text("title") ?? Text(""), group: entry.text("group"), known: when,
        elsewhere: elsewhere)
    }
  }

  /// The facts of an object, each with what it has to be.
  private func known(_ entry: ObjectReader) -> Situation {
    let match = MatchReader(file: reader.file, faults: faults, vocabulary: vocabulary)
      .match(entry.node)
    if faults.isThorough { check(match, entry) }
    return Situation(title: Text(""), known: match.alternatives.first ?? [])
  }

  private func municipality(_ node: JSONNode, _ entry: ObjectReader) -> Int? {
    guard let name = node.string else { return nil }
    let places = vocabulary.facts.filter { $0.kind == .municipality }.map(\.name)
    if let fact = vocabulary.index(of: name), vocabulary[fact].kind == .municipality {
      return fact
    }
    if !faults.unsure.contains(.facts), !faults.unsure.contains(.values(name)) {
      entry.unknownName(
        node, nl: "het gemeentefeit", en: "the municipality fact", among: places)
    }
    return nil
  }

  /// A chart shows youths of whom facts are known: no alternatives, and nothing that only a comparison or a
  /// table settles.
  private func check(_ match: Match, _ entry: ObjectReader) {
    if let any = entry.value("any") {
      let message = Text(
        nl: "een rij of kolom kent geen `any`", en: "a row or column knows no `any`")
      let help = Text(
        nl: "noem de waarden in een lijst, of maak er twee van",
        en: "list the values, or make two of them")
      faults.report(Diagnostic(.wrongType, message, help: help, at: entry.span(any.range)))
    }
    for (fact, constraint) in match.alternatives.first ?? [] {
      let described = vocabulary[fact]
      if described.canBeKnown(as: constraint) { continue }
      let message = Text(
        nl: "van `\(described.name)` kan een rij of kolom dit niet vragen",
        en: "a row or column cannot ask this of `\(described.name)`")
      let help = Text(
        nl: "noem een feit dat een profiel geeft, met een waarde of een bereik",
        en: "name a fact that a profile gives, with a value or one range")
      faults.report(
        Diagnostic(.wrongType, message, help: help, at: entry.span(of: described.name)))
    }
  }
}

extension Fact {
  /// Whether a profile can say of this fact that it is as constrained.
  fileprivate func canBeKnown(as constraint: Constraint) -> Bool {
    switch (derivation, constraint) {
    case (nil, .values), (.outcome, .values): isGiven
    case (nil, .numbers(let ranges)): ranges.count == 1 && ranges[0].from != nil
    case (nil, .days(let ranges)): ranges.count == 1
    case (.years, .numbers(let ranges)), (.months, .numbers(let ranges)): ranges.count == 1
    case (.reached, .values(let choices)): choices.nonzeroBitCount == 1
    default: false
    }
  }
}
