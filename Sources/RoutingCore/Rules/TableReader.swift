/// Reads the decision tables of a folder, each able to use what the tables above it decide.
struct TableReader {
  let faults: FaultCollector
  let parties: PartyList
  let documents: [Document]

  /// The tables of these files, in order; what they decide is added to the vocabulary.
  func tables(_ files: [SourceFile], adding vocabulary: inout Vocabulary) -> [DecisionTable] {
    var tables: [DecisionTable] = []
    for file in files {
      do {
        let node = try JSONParser.parse(file)
        let keys = ["$schema", "tables"]
        guard let reader = ObjectReader(node, in: file, keys: keys, faults: faults) else {
          continue
        }
        if reader.list("tables").isEmpty { reader.missing("tables") }
        for node in reader.list("tables") {
          guard let table = table(node, in: file, adding: &vocabulary) else { continue }
          if tables.contains(where: { $0.name == table.name }) {
            reader.duplicateName(node, table.name)
          }
          tables.append(table)
        }
      } catch {
        faults.report(error)
      }
    }
    return tables
  }

  private func table(_ node: JSONNode, in file: SourceFile, adding vocabulary: inout Vocabulary)
    -> DecisionTable?
  {
    let keys = ["table", "label", "hit", "values", "precedence", "rules"]
    guard let reader = ObjectReader(node, in: file, keys: keys, faults: faults),
      let name = reader.requiredString("table"), let label = reader.requiredPhrase("label"),
      let policy = reader.word("hit", HitPolicy.self)
    else { return nil }
    let entries = reader.list("rules").compactMap { node in
      ObjectReader(node, in: file, keys: RuleReader.keys, faults: faults)
    }
    // A fact the vocabulary declares keeps its own values; others get those of the table.
    let known = vocabulary.index(of: name).map { vocabulary[$0].choices }
    let choices = known ?? choices(reader, entries)
    let rules = RuleReader(
      matches: MatchReader(file: file, faults: faults, vocabulary: vocabulary),
      vocabulary: vocabulary, choices: choices, documents: documents,
      namesParties: reader.value("values")?.string == "parties")
    if entries.isEmpty { reader.missing("rules") }
    let read = entries.compactMap { rules.rule($0) }
    if choices.count > Box.mostChoices, policy == .first {
      let message = Text(nl: "te veel antwoorden", en: "too many answers")
      let help = Text(
        nl: "een tabel mag er \(Box.mostChoices) geven", en: "a table may give \(Box.mostChoices)")
      faults.report(
        Diagnostic(.tooManyValues, message, help: help, at: reader.span(node.range)))
    }
    let fact: Int
    if let declared = vocabulary.index(of: name) {
      fact = declared
      if case .outcome = vocabulary[declared].derivation {
      } else {
        reader.duplicateName(node, name)
      }
    } else {
      fact = vocabulary.add(
        Fact(
          name: name, kind: .choice, label: label, question: .known(Text("")), note: nil,
          choices: choices,
          usual: nil, absent: nil, applies: nil, isSensitive: false, means: nil,
          derivation: .outcome, mayBeStated: false, node: nil))
    }
    if faults.isThorough { checkPrecedence(reader, read) }
    return DecisionTable(
      name: name, words: label, hitPolicy: policy, outcome: fact, rules: read, node: node,
      file: file)
  }

  /// Reports names in the stated order that are no rules of the table, or stand there twice.
  private func checkPrecedence(_ reader: ObjectReader, _ rules: [Rule]) {
    guard let node = reader.value("precedence"),
      let entry = ObjectReader(node, in: reader.file, keys: ["order", "why"], faults: faults)
    else { return }
    _ = entry.requiredText("why")
    if entry.value("order") == nil { entry.missing("order") }
    var seen: Set<String> = []
    for node in entry.list("order") {
      let id = node.string ?? ""
      if !rules.contains(where: { $0.id == id }) {
        entry.unknownName(node, nl: "de regel", en: "the rule", among: rules.map(\.id))
      } else if !seen.insert(id).inserted {
        entry.duplicateName(node, id)
      }
    }
  }

  /// The values a table can answer: declared with their words, or the parties its rules name.
  private func choices(_ reader: ObjectReader, _ rules: [ObjectReader]) -> [Choice] {
    if reader.value("values")?.string == "parties" {
      var choices: [Choice] = []
      for rule in rules {
        guard let party = rule.party("then", parties) else { continue }
        let known = parties.all[party]
        if !choices.contains(where: { $0.value == known.id }) {
          choices.append(Choice(value: known.id, label: known.words, party: known.id))
        }
      }
      return choices
    }
    return reader.list("values").compactMap { node in
      let keys = ["value", "nl", "en", "party"]
      guard let entry = ObjectReader(node, in: reader.file, keys: keys, faults: faults),
        let value = entry.requiredString("value"), let label = entry.ownPhrase
      else { return nil }
      return Choice(value: value, label: label, party: entry.string("party"))
    }
  }
}

/// Reads one rule.
struct RuleReader {
  static let keys = [
    "id", "title", "when", "then", "source", "basis", "lezing", "gap", "requires", "due", "valid",
  ]

  let matches: MatchReader
  let vocabulary: Vocabulary
  let choices: [Choice]
  let documents: [Document]
  /// Whether the values are the parties its rules name.
  let namesParties: Bool

  func rule(_ reader: ObjectReader) -> Rule? {
    guard let id = reader.requiredString("id"), hasTitleAndBasis(reader) else { return nil }
    var match = Match.everybody
    if let when = reader.value("when") { match = matches.match(when) }
    if reader.value("valid") != nil { match = limited(match, to: reader.period("valid")) }
    if reader.faults.isThorough { checkWords(reader) }
    return Rule(
      id: id, match: match, answer: answer(reader), due: due(reader), node: reader.node,
      file: reader.file)
  }

  private func hasTitleAndBasis(_ reader: ObjectReader) -> Bool {
    guard reader.faults.isThorough else { return true }
    return reader.requiredText("title") != nil && reader.word("basis", Basis.self) != nil
  }

  /// Reports what is wrong with the words of a rule, which it keeps as they stand in the file.
  private func checkWords(_ reader: ObjectReader) {
    if reader.value("source") == nil { reader.missing("source") }
    for node in reader.list("source") { check(source: node, reader) }
    check(reader, "lezing", ["chosen", "alternative"])
    check(reader, "gap", ["reason", "decides", "meanwhile"])
    _ = reader.text("requires")
  }

  private func answer(_ reader: ObjectReader) -> Int? {
    guard let node = reader.value("then") else {
      if !choices.isEmpty { reader.missing("then") }
      return nil
    }
    if let place = node.place(among: choices) { return place }
    guard reader.string("then") != nil else { return nil }
    // A party that does not exist was reported when the table gathered its parties.
    if !namesParties {
      reader.unknownName(node, nl: "de waarde", en: "the value", among: choices.map(\.value))
    }
    return nil
  }

  /// The rule for the days of its period only.
  private func limited(_ match: Match, to period: HalfOpenRange<CalendarDate>) -> Match {
    guard let date = vocabulary.facts.firstIndex(where: \.isReferenceDate) else { return match }
    return Match(alternatives: match.alternatives.map { $0 + [(date, .days([period]))] })
  }

  private func check(source node: JSONNode, _ reader: ObjectReader) {
    let name = Source(node.string ?? "").document
    if !documents.contains(where: { $0.id == name }) {
      reader.unknownName(
        name, node.range, nl: "het document", en: "the document", among: documents.map(\.id))
    }
  }

  /// An object of phrases, all of which have to be there.
  private func check(_ reader: ObjectReader, _ key: String, _ phrases: [String]) {
    guard let node = reader.value(key),
      let entry = ObjectReader(node, in: reader.file, keys: phrases, faults: reader.faults)
    else { return }
    for phrase in phrases where entry.requiredText(phrase) == nil { return }
  }

  private func due(_ reader: ObjectReader) -> Due? {
    guard let node = reader.value("due"),
      let entry = ObjectReader(
        node, in: reader.file, keys: MomentReader.keys + ["lasts"], faults: reader.faults)
    else { return nil }
    if entry.value("lasts") != nil {
      return MomentReader.fact(entry, "lasts", vocabulary).map { .whileLasting($0) }
    }
    return MomentReader.moment(entry, "of", vocabulary).map { .moment($0) }
  }
}

extension Fact {
  /// Whether it is the reference date.
  var isReferenceDate: Bool {
    if case .referenceDate = derivation { return true }
    return false
  }
}
