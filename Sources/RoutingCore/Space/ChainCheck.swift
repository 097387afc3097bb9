/// Finds what only shows when all tables of an agreement are known.
struct ChainCheck {
  let tables: [DecisionTable]
  let vocabulary: Vocabulary
  let parties: PartyList
  let impossible: [Impossibility]
  let faults: FaultCollector

  func run() {
    checkReferences()
    checkAxes()
  }

  /// A party that stands for whoever a fact names needs that fact, and the fact needs values.
  private func checkReferences() {
    if faults.unsure.contains(.facts) { return }
    for table in tables {
      let choices = vocabulary[table.outcome].choices
      for rule in table.rules {
        guard let answer = rule.answer, answer < choices.count, let id = choices[answer].party,
          let party = parties.index(of: id),
          case .reference(let name) = parties.all[party].kind
        else { continue }
        if let fact = vocabulary.index(of: name), !vocabulary[fact].choices.isEmpty { continue }
        if faults.unsure.contains(.values(name)) { continue }
        let message = Text(
          nl: "`\(id)` verwijst naar `\(name)`, en dat is hier geen feit met waarden",
          en: "`\(id)` refers to `\(name)`, which is no fact with values here")
        let help =
          Spelling.help(for: name, among: vocabulary.facts.map(\.name)) ?? ObjectReader.formHelp
        faults.report(Diagnostic(.unknownName, message, help: help, at: rule.span))
      }
    }
  }

  /// An axis has room for so many cells, and each number or day a rule names cuts one.
  private func checkAxes() {
    var cuts = Cuts(facts: vocabulary.facts.count)
    for match in tables.flatMap({ $0.rules.map(\.match) }) + impossible.map(\.match) {
      cuts.add(match)
    }
    var counts = vocabulary.facts.indices.map { cuts.numbers[$0].count + cuts.days[$0].count }
    for fact in vocabulary.facts.indices {
      vocabulary.forEachBase(of: fact) { base in
        if base != fact { counts[base] += max(1, counts[fact]) }
      }
    }
    for (fact, count) in counts.enumerated() where count > Box.mostChoices {
      let name = vocabulary[fact].name
      let message = Text(
        nl: "de regels delen `\(name)` in meer dan \(Box.mostChoices) stukken",
        en: "the rules cut `\(name)` into more than \(Box.mostChoices) pieces")
      let help = Text(
        nl: "gebruik minder verschillende getallen en dagen",
        en: "use fewer different numbers and days")
      faults.report(Diagnostic(.tooManyValues, message, help: help))
    }
  }
}
