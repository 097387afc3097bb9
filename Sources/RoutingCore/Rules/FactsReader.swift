/// Reads `facts.json`: the vocabulary, what cannot be true together and what must not be told.
struct FactsReader {
  static let keys = [
    "$schema", "schoolYearStart", "facts", "derived", "impossible", "moves", "refused",
  ]

  let reader: ObjectReader
  let parties: PartyList
  let regions: [Agreement]

  struct Result {
    let vocabulary: Vocabulary
    let impossible: [Impossibility]
    let moves: [Move]
    let refused: [RefusedNames]
    let schoolYear: YearDay
  }

  func facts() -> Result? {
    var vocabulary = Vocabulary()
    for node in reader.list("facts") + reader.list("derived") {
      guard let fact = fact(node, in: vocabulary) else { continue }
      if vocabulary.index(of: fact.name) != nil { reader.duplicateName(node, fact.name) }
      _ = vocabulary.add(fact)
    }
    let parts = reader.requiredString("schoolYearStart")?.split(separator: "-") ?? []
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
      let schoolYear = YearDay(month: month, day: day)
    else {
      reader.missing("schoolYearStart")
      return nil
    }
    return Result(
      vocabulary: vocabulary, impossible: impossible(vocabulary), moves: moves(vocabulary),
      refused: refused(), schoolYear: schoolYear)
  }

  private func child(_ node: JSONNode, keys: [String]) -> ObjectReader? {
    ObjectReader(node, in: reader.file, keys: keys, faults: reader.faults)
  }

  private func fact(_ node: JSONNode, in vocabulary: Vocabulary) -> Fact? {
    let keys = [
      "name", "kind", "label", "question", "note", "values", "usual", "absent", "applies",
      "sensitive", "means", "derive", "stated", "source",
    ]
    guard let entry = child(node, keys: keys), let name = entry.requiredString("name"),
      let label = entry.requiredPhrase("label")
    else { return nil }
    var derivation: Derivation?
    var kind: Fact.Kind = .number
    var choices: [Choice] = []
    if let derive = entry.value("derive") {
      guard let derived = self.derivation(derive, in: vocabulary) else { return nil }
      derivation = derived
      (kind, choices) = shape(of: derived)
    }
    if derivation == nil || entry.value("kind") != nil {
      guard let declared = entry.word("kind", Fact.Kind.self) else { return nil }
      kind = declared
      if kind == .yesNo { choices = Fact.yesNoChoices }
      if kind == .choice { choices = self.choices(entry) }
    }
    let isGiven = derivation == nil || entry.flag("stated")
    let fact = Fact(
      name: name, kind: kind, label: label,
      question: (isGiven ? entry.requiredPhrase("question") : entry.phrase("question"))
        ?? .known(Text("")),
      note: entry.phrase("note"), choices: choices, usual: entry.string("usual"),
      absent: entry.string("absent"),
      applies: entry.value("applies").flatMap { match($0, vocabulary) },
      isSensitive: entry.flag("sensitive"), means: means(entry, vocabulary), derivation: derivation,
      mayBeStated: entry.flag("stated"), node: node)
    guard reader.faults.isThorough else { return fact }
    _ = entry.strings("source")
    for key in ["usual", "absent"] {
      guard let word = entry.string(key), let value = entry.value(key) else { continue }
      let names = defaults(fact, in: vocabulary)
      let isNumber = kind == .number && Int(word) != nil
      if !names.contains(word), !isNumber {
        entry.unknownName(value, nl: "de waarde", en: "the value", among: names)
      }
    }
    if choices.count > Box.mostChoices { tooMany(entry, choices.count) }
    if name.isEmpty { entry.missing("name") }
    return fact
  }

  /// The values an absent fact may get: a municipality that of an earlier municipality fact.
  private func defaults(_ fact: Fact, in vocabulary: Vocabulary) -> [String] {
    switch fact.kind {
    case .yesNo, .choice: fact.choices.map(\.value)
    case .date: ["geen"]
    case .municipality: vocabulary.facts.filter { $0.kind == .municipality }.map(\.name)
    case .number, .text: []
    }
  }

  private func tooMany(_ entry: ObjectReader, _ count: Int) {
    let message = Text(
      nl: "\(count) waarden zijn te veel", en: "\(count) values are too many")
    let help = Text(
      nl: "een feit mag er \(Box.mostChoices) hebben", en: "a fact may have \(Box.mostChoices)")
    faults.report(Diagnostic(.tooManyValues, message, help: help, at: entry.span(entry.node.range)))
  }

  private var faults: FaultCollector { reader.faults }

  private func choices(_ entry: ObjectReader) -> [Choice] {
    if entry.value("values") == nil { entry.missing("values") }
    let choices = entry.list("values").compactMap { node -> Choice? in
      guard let choice = child(node, keys: ["value", "nl", "en", "party"]),
        let value = choice.requiredString("value"), let label = choice.ownPhrase
      else { return nil }
      if reader.faults.isThorough { _ = choice.party("party", parties) }
      return Choice(value: value, label: label, party: choice.string("party"))
    }
    guard reader.faults.isThorough else { return choices }
    for (index, choice) in choices.enumerated()
    where choices[..<index].contains(where: { $0.value == choice.value }) {
      entry.duplicateName(entry.node, choice.value)
    }
    return choices
  }

  private func shape(of derivation: Derivation) -> (Fact.Kind, [Choice]) {
    switch derivation {
    case .years, .months: (.number, [])
    case .reached: (.yesNo, Fact.yesNoChoices)
    case .order: (.choice, Fact.orderChoices)
    case .referenceDate: (.date, [])
    case .outcome: (.choice, [])
    case .region:
      (
        .choice,
        regions.map { Choice(value: $0.id, label: .known($0.name), party: nil) } + [
          Choice(
            value: "geen",
            label: .known(Text(nl: "geen afspraken bekend", en: "no agreement known")),
            party: nil)
        ]
      )
    }
  }

  private func derivation(_ node: JSONNode, in vocabulary: Vocabulary) -> Derivation? {
    let keys = ["kind", "of", "with", "years", "months", "days", "align"]
    guard let entry = child(node, keys: keys) else { return nil }
    enum Kind: String, CaseIterable {
      case years, months, reached, order, region, outcome
      case referenceDate = "reference-date"
    }
    guard let kind = entry.word("kind", Kind.self) else { return nil }
    switch kind {
    case .outcome: return .outcome
    case .referenceDate: return .referenceDate
    case .years: return date(entry, vocabulary).map { .years(of: $0) }
    case .months: return date(entry, vocabulary).map { .months(of: $0) }
    case .region:
      return place(entry, "of", .municipality, vocabulary).map { .region(of: $0) }
    case .reached:
      guard date(entry, vocabulary) != nil else { return nil }
      return MomentReader.moment(entry, "of", vocabulary).map { .reached($0) }
    case .order:
      guard let base = date(entry, vocabulary), place(entry, "with", .date, vocabulary) != nil,
        let moment = MomentReader.moment(entry, "with", vocabulary)
      else { return nil }
      return .order(of: base, with: moment)
    }
  }

  private func place(_ entry: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> Int? {
    MomentReader.fact(entry, key, vocabulary)
  }

  private func date(_ entry: ObjectReader, _ vocabulary: Vocabulary) -> Int? {
    place(entry, "of", .date, vocabulary)
  }

  /// The fact a key names, which has to be of a kind.
  private func place(
    _ entry: ObjectReader, _ key: String, _ kind: Fact.Kind, _ vocabulary: Vocabulary
  ) -> Int? {
    guard let fact = place(entry, key, vocabulary) else { return nil }
    if vocabulary[fact].kind == kind { return fact }
    entry.wrongType(
      entry.value(key) ?? entry.node, key,
      wanted: Text(
        nl: "een feit van de soort `\(kind.rawValue)`", en: "a fact of the kind `\(kind.rawValue)`")
    )
    return nil
  }

  private func means(_ entry: ObjectReader, _ vocabulary: Vocabulary) -> (fact: Int, days: Int)? {
    guard let node = entry.value("means"), let means = child(node, keys: ["fact", "days"]),
      let fact = place(means, "fact", vocabulary)
    else { return nil }
    let days = means.integer("days") ?? 0
    guard (-366...366).contains(days), vocabulary[fact].kind == .date else {
      reader.wrongType(
        node, "means",
        wanted: Text(
          nl: "een datum en hooguit 366 dagen", en: "a date and at most 366 days"))
      return nil
    }
    return (fact, days)
  }

  private func match(_ node: JSONNode, _ vocabulary: Vocabulary) -> Match {
    MatchReader(file: reader.file, faults: reader.faults, vocabulary: vocabulary).match(node)
  }

  private func impossible(_ vocabulary: Vocabulary) -> [Impossibility] {
    reader.list("impossible").compactMap { node in
      guard let entry = child(node, keys: ["title", "when"]),
        let title = entry.requiredText("title"), let when = entry.value("when")
      else { return nil }
      return Impossibility(title: title, match: match(when, vocabulary))
    }
  }

  private func moves(_ vocabulary: Vocabulary) -> [Move] {
    reader.list("moves").compactMap { node in
      guard let entry = child(node, keys: ["on", "copy", "state", "forget"]),
        let date = place(entry, "on", vocabulary)
      else { return nil }
      var copies: [(to: Int, from: Int)] = []
      var states: [(fact: Int, choice: Int)] = []
      for (to, from) in pairs(entry, "copy", vocabulary) {
        if let source = vocabulary.index(of: from) {
          copies.append((to, source))
        } else {
          unknownFact(from, entry.node.range, vocabulary)
        }
      }
      for (fact, value) in pairs(entry, "state", vocabulary) {
        if let choice = vocabulary[fact].choiceIndex(value) {
          states.append((fact, choice))
        } else {
          entry.unknownName(
            value, entry.node.range, nl: "de waarde", en: "the value",
            among: vocabulary[fact].choices.map(\.value))
        }
      }
      let forgets = entry.list("forget").compactMap { node -> Int? in
        if let fact = node.string.flatMap({ vocabulary.index(of: $0) }) { return fact }
        unknownFact(node.string ?? "", node.range, vocabulary)
        return nil
      }
      return Move(date: date, copies: copies, states: states, forgets: forgets)
    }
  }

  private func unknownFact(_ name: String, _ range: Range<Int>, _ vocabulary: Vocabulary) {
    reader.unknownName(
      name, range, nl: "het feit", en: "the fact", among: vocabulary.facts.map(\.name))
  }

  /// An object of facts with a text each.
  private func pairs(_ entry: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> [(
    Int, String
  )] {
    guard let node = entry.value(key), case .object(let members) = node.value else { return [] }
    return members.compactMap { member in
      guard let fact = vocabulary.index(of: member.key), let text = member.value.string else {
        entry.unknownName(
          member.key, member.keyRange, nl: "het feit",
          en: "the fact", among: vocabulary.facts.map(\.name))
        return nil
      }
      return (fact, text)
    }
  }

  private func refused() -> [RefusedNames] {
    reader.list("refused").compactMap { node in
      guard let entry = child(node, keys: ["names", "reason"]),
        let reason = entry.requiredText("reason")
      else { return nil }
      return RefusedNames(names: entry.strings("names"), reason: reason)
    }
  }
}
