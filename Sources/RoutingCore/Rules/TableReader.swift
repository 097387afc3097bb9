/// Reads the decision tables of a folder, each able to use what the tables above it decide.
struct TableReader {
  let faults: FaultCollector
  let parties: PartyList
  let documents: [Document]
  /// What the law decides, which these tables may not decide again.
  var law: [DecisionTable] = []
  /// The tables somebody asks when the others need not be read; nil for all.
  var asked: [TableName]?

  /// The tables of these files, in order; what they decide is added to the vocabulary.
  func tables(_ files: [SourceFile], adding vocabulary: inout Vocabulary) -> [DecisionTable] {
    var entries: [ObjectReader] = []
    // After a file that cannot be read, a name may be one that it declares.
    var firstAfterGap: Int?
    for file in files {
      let reader = ObjectReader(reading: file, as: .tables, faults: faults)
      let tables = reader?.objects("tables") ?? []
      entries += tables
      if tables.isEmpty || tables.count < reader?.list("tables").count ?? 0 {
        firstAfterGap = firstAfterGap ?? entries.count - tables.count
      }
      if let asked, let needed = needed(entries, for: asked, vocabulary) {
        entries = needed
        break
      }
    }
    var later = faults.isThorough ? places(of: entries) : [:]
    var tables: [DecisionTable] = []
    for (place, entry) in entries.enumerated() {
      if place == firstAfterGap { faults.unsure.insert(.facts) }
      // Of two tables with one name, one has other values.
      if faults.isThorough, let name = entry.name("table"),
        (law + tables).contains(where: { $0.name == name })
      {
        faults.unsure.insert(.values(name))
      }
      guard let table = table(entry, later, adding: &vocabulary) else {
        faults.unsure.insert(.facts)
        continue
      }
      tables.append(table)
      later[table.name] = nil
    }
    if firstAfterGap != nil { faults.unsure.insert(.facts) }
    return tables
  }

  /// The tables asked for and those that they read or look a party up in; nil while some of them may
  /// stand in files still to come.
  private func needed(
    _ entries: [ObjectReader], for asked: [TableName], _ vocabulary: Vocabulary
  ) -> [ObjectReader]? {
    let declared = Set(entries.compactMap { $0.string("table") })
    guard asked.allSatisfy({ declared.contains($0.rawValue) }) else { return nil }
    var names = Set(asked.map(\.rawValue))
    // A table reads those above it, but a party may be looked up in one below.
    var pending = Set<String>()
    for party in parties.all {
      guard case .reference(let fact) = party.kind else { continue }
      names.insert(fact)
      if !declared.contains(fact), vocabulary.index(of: fact) == nil { pending.insert(party.id) }
    }
    for fact in vocabulary.facts where fact.choices.contains(where: { $0.isParty(in: pending) }) {
      return nil
    }
    var result: [ObjectReader] = []
    for entry in entries.reversed() {
      guard let name = entry.string("table"), names.contains(name) else { continue }
      let rules = entry.objects("rules")
      let answers =
        rules.compactMap { $0.string("then") }
        + entry.objects("values").compactMap { $0.string("party") }
      guard pending.isDisjoint(with: answers) else { return nil }
      for rule in rules {
        if let when = rule.value("when") { MatchReader.facts(in: when, adding: &names) }
      }
      result.append(entry)
    }
    return result.reversed()
  }

  /// Where each table stands that the law does not have; the first, when a name is there twice.
  private func places(of entries: [ObjectReader]) -> [String: SourceSpan] {
    var places: [String: SourceSpan] = [:]
    for entry in entries {
      guard let name = entry.name("table"), places[name] == nil,
        !law.contains(where: { $0.name == name })
      else { continue }
      places[name] = entry.span(of: "table")
    }
    return places
  }

  private func table(
    _ reader: ObjectReader, _ later: [String: SourceSpan], adding vocabulary: inout Vocabulary
  ) -> DecisionTable? {
    guard let name = reader.name("table") else { return nil }
    let label = reader.phrase("label") ?? .known(Text(name))
    let entries = reader.objects("rules")
    // A fact the vocabulary declares keeps its own values; others get those of the table.
    let declared = vocabulary.index(of: name)
    let choices = declared.map { vocabulary[$0].choices } ?? choices(reader, name, entries)
    if faults.isThorough, choices.isEmpty, entries.contains(where: { $0.value("then") != nil }) {
      if reader.value("values") == nil { reader.missing("values") }
      faults.unsure.insert(.values(name))
    }
    let rules = rules(entries, of: reader, name, choices, later, vocabulary)
    let policy = reader.word("hit", HitPolicy.self) ?? .first
    if faults.isThorough {
      check(reader, declared.map { vocabulary[$0] }, choices, policy)
      checkPrecedence(reader, entries)
    }
    let fact =
      declared
      ?? vocabulary.add(
        Fact(
          name: name, kind: .choice, label: label, question: .known(Text("")), note: nil,
          choices: choices, usual: nil, absent: nil, applies: nil, isSensitive: false, means: nil,
          derivation: .outcome, mayBeStated: false, node: nil))
    return DecisionTable(
      name: name, words: label, hitPolicy: policy, outcome: fact, rules: rules, node: reader.node,
      file: reader.file)
  }

  private func rules(
    _ entries: [ObjectReader], of table: ObjectReader, _ name: String, _ choices: [Choice],
    _ later: [String: SourceSpan], _ vocabulary: Vocabulary
  ) -> [Rule] {
    let reader = RuleReader(
      matches: MatchReader(
        file: table.file, faults: faults, vocabulary: vocabulary, later: later),
      vocabulary: vocabulary, choices: choices, documents: documents,
      isSure: !faults.isThorough || !faults.unsure.contains(.values(name)),
      namesParties: table.string("values") == "parties")
    return entries.compactMap { reader.rule($0) }
  }

  private func check(
    _ reader: ObjectReader, _ declared: Fact?, _ choices: [Choice], _ policy: HitPolicy
  ) {
    if let declared, !declared.isOutcome {
      faults.report(.duplicateName(declared.name, at: reader.span(of: "table"), first: nil))
    }
    guard choices.count > Box.mostChoices, policy == .first else { return }
    let message = Text(nl: "te veel antwoorden", en: "too many answers")
    let help = Text(
      nl: "een tabel mag er \(Box.mostChoices) geven", en: "a table may give \(Box.mostChoices)")
    faults.report(
      Diagnostic(.tooManyValues, message, help: help, at: reader.span(reader.node.range)))
  }

  /// Reports names in the stated order that are no rules of the table, or stand there twice.
  private func checkPrecedence(_ reader: ObjectReader, _ rules: [ObjectReader]) {
    guard let entry = reader.object("precedence") else { return }
    let names = rules.compactMap { $0.string("id") }
    var seen: [String: SourceSpan] = [:]
    for node in entry.list("order") {
      guard let id = node.string else { continue }
      let span = entry.span(node.range)
      if !names.contains(id) {
        if names.count == rules.count {
          entry.unknownName(node, nl: "de regel", en: "the rule", among: names)
        }
      } else if let first = seen[id] {
        faults.report(.duplicateName(id, at: span, first: first))
      } else {
        seen[id] = span
      }
    }
  }

  /// The values a table can answer: declared with their words, or the parties its rules name.
  private func choices(_ reader: ObjectReader, _ name: String, _ rules: [ObjectReader]) -> [Choice]
  {
    if reader.string("values") == "parties" {
      if rules.isEmpty || rules.count < reader.list("rules").count {
        faults.unsure.insert(.values(name))
      }
      var choices: [Choice] = []
      for rule in rules {
        guard let party = rule.party("then", parties) else {
          faults.unsure.insert(.values(name))
          continue
        }
        let known = parties.all[party]
        if !choices.contains(where: { $0.value == known.id }) {
          choices.append(Choice(value: known.id, label: known.words, party: known.id))
        }
      }
      return choices
    }
    if reader.value("values") == nil { return [] }
    return reader.named("values", by: "value", of: .values(name)).compactMap { entry in
      guard let value = entry.name("value") else { return nil }
      if faults.isThorough { _ = entry.party("party", parties) }
      return Choice(value: value, label: .written(entry.node), party: entry.string("party"))
    }
  }
}

/// Reads one rule.
struct RuleReader {
  let matches: MatchReader
  let vocabulary: Vocabulary
  let choices: [Choice]
  let documents: [Document]
  /// Whether all values of the table could be read.
  let isSure: Bool
  /// Whether the values are the parties its rules name.
  let namesParties: Bool

  func rule(_ reader: ObjectReader) -> Rule? {
    var match = Match.everybody
    if let when = reader.value("when") { match = matches.match(when) }
    if reader.value("valid") != nil { match = limited(match, to: reader.period("valid")) }
    if reader.faults.isThorough { checkSources(reader) }
    let answer = answer(reader)
    let due = due(reader)
    guard let id = reader.string("id") else { return nil }
    return Rule(
      id: id, match: match, answer: answer, due: due, node: reader.node, file: reader.file)
  }

  /// Reports documents that the agreement does not have.
  private func checkSources(_ reader: ObjectReader) {
    if reader.faults.unsure.contains(.documents) { return }
    for node in reader.list("source") {
      guard let written = node.string else { continue }
      let name = Source(written).document
      if name.isEmpty || documents.contains(where: { $0.id == name }) { continue }
      reader.unknownName(
        name, node.range, nl: "het document", en: "the document", among: documents.map(\.id))
    }
  }

  private func answer(_ reader: ObjectReader) -> Int? {
    guard let node = reader.value("then") else {
      if !choices.isEmpty || namesParties { reader.missing("then") }
      return nil
    }
    if let place = node.place(among: choices) { return place }
    // A party that does not exist was reported when the table gathered its parties.
    if node.string != nil, isSure, !namesParties {
      reader.unknownName(node, nl: "de waarde", en: "the value", among: choices.map(\.value))
    }
    return nil
  }

  /// The rule for the days of its period only.
  private func limited(_ match: Match, to period: HalfOpenRange<CalendarDate>) -> Match {
    guard let date = vocabulary.facts.firstIndex(where: \.isReferenceDate) else { return match }
    return Match(alternatives: match.alternatives.map { $0 + [(date, .days([period]))] })
  }

  private func due(_ reader: ObjectReader) -> Due? {
    guard let entry = reader.object("due") else { return nil }
    if let table = entry.value("lasts") {
      return matches.fact(named: table).map { .whileLasting($0) }
    }
    guard let date = entry.value("of"), let fact = matches.fact(named: date) else { return nil }
    return .moment(MomentReader.moment(entry, of: fact))
  }
}

extension Fact {
  /// Whether a table decides it.
  var isOutcome: Bool {
    if case .outcome = derivation { return true }
    return false
  }

  /// Whether it is the reference date.
  var isReferenceDate: Bool {
    if case .referenceDate = derivation { return true }
    return false
  }
}

extension Choice {
  /// Whether it stands for one of these parties.
  fileprivate func isParty(in names: Set<String>) -> Bool { party.map(names.contains) ?? false }
}
