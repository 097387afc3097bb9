/// Reads `facts.json`: the vocabulary, what cannot be true together and what must not be told.
struct FactsReader {
  let reader: ObjectReader
  let parties: PartyList
  let regions: [Agreement]

  struct Result {
    let vocabulary: Vocabulary
    let impossible: [Impossibility]
    let examples: Match?
    let moves: [Move]
    let refused: [RefusedNames]
    let schoolYear: YearDay?
  }

  func facts() -> Result {
    var vocabulary = Vocabulary()
    for entry in reader.named("facts", "derived", by: "name", of: .facts) {
      if let fact = fact(entry, in: vocabulary) { _ = vocabulary.add(fact) }
    }
    vocabulary.ask(first: places(in: vocabulary))
    return Result(
      vocabulary: vocabulary, impossible: impossible(vocabulary),
      examples: reader.value("examples").map { match($0, vocabulary) }, moves: moves(vocabulary),
      refused: refused(), schoolYear: schoolYear)
  }

  /// The municipality facts whose agreements are asked first, in that order.
  private func places(in vocabulary: Vocabulary) -> [Int] {
    var result: [Int] = []
    for node in reader.list("agreementBy") {
      guard let place = place(node, .municipality, "agreementBy", reader, vocabulary) else {
        continue
      }
      if !result.contains(place) { result.append(place) }
    }
    return result
  }

  private var schoolYear: YearDay? {
    guard let node = reader.value("schoolYearStart"), let text = node.string else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), let first = YearDay(month: month, day: day)
    {
      return first
    }
    let message = Text(nl: "geen dag van het jaar", en: "not a day of the year")
    let help = Text(nl: "schrijf 08-01 voor 1 augustus", en: "write 08-01 for 1 August")
    faults.report(Diagnostic(.badDate, message, help: help, at: reader.span(node.range)))
    return nil
  }

  private func fact(_ entry: ObjectReader, in vocabulary: Vocabulary) -> Fact? {
    guard let name = entry.name("name") else { return nil }
    let derivation = entry.object("derive").flatMap { self.derivation($0, in: vocabulary) }
    var (kind, choices) = derivation.map { shape(of: $0) } ?? (.text, [])
    if let declared = entry.word("kind", Fact.Kind.self) {
      kind = declared
      if kind == .yesNo { choices = Fact.yesNoChoices }
      if kind == .choice { choices = self.choices(entry) }
    } else if derivation == nil {
      faults.unsure.insert(.values(name))
    }
    if case .region = derivation, faults.unsure.contains(.folders) {
      faults.unsure.insert(.values(name))
    }
    let none = Phrase.known(Text(""))
    let fact = Fact(
      name: name, kind: kind, label: entry.phrase("label") ?? none,
      question: entry.phrase("question") ?? none, note: entry.phrase("note"), choices: choices,
      usual: entry.string("usual"), absent: entry.string("absent"),
      applies: entry.value("applies").flatMap { match($0, vocabulary) },
      isSensitive: entry.flag("sensitive"), means: means(entry, vocabulary), derivation: derivation,
      mayBeStated: entry.flag("stated"), node: entry.node)
    if faults.isThorough { check(fact, entry, in: vocabulary) }
    return fact
  }

  /// Reports defaults that are no values of the fact, and values that are too many.
  private func check(_ fact: Fact, _ entry: ObjectReader, in vocabulary: Vocabulary) {
    for key in ["usual", "absent"] where !faults.unsure.contains(.values(fact.name)) {
      guard let word = entry.string(key), let value = entry.value(key) else { continue }
      let names = defaults(fact, in: vocabulary)
      let isNumber = fact.kind == .number && Int(word) != nil
      if !names.contains(word), !isNumber {
        entry.unknownName(value, nl: "de waarde", en: "the value", among: names)
      }
    }
    if fact.choices.count > Box.mostChoices { tooMany(entry, fact.choices.count) }
    checkSynonyms(fact, entry, in: vocabulary)
  }

  /// Reports other names for a column that another fact has already.
  private func checkSynonyms(_ fact: Fact, _ entry: ObjectReader, in vocabulary: Vocabulary) {
    for (word, node) in zip(fact.synonyms, entry.value("synonyms")?.elements ?? []) {
      let folded = Spelling.folded(word)
      let isTaken = vocabulary.facts.contains { other in
        ([other.name] + other.synonyms).contains { Spelling.isSame(folded, $0) }
      }
      guard isTaken || folded.isEmpty else { continue }
      let message = Text(
        nl: "`\(Printable.word(word))` onderscheidt dit feit niet van andere",
        en: "`\(Printable.word(word))` does not tell this fact from others")
      let help = Text(nl: "kies een ander woord", en: "choose another word")
      faults.report(Diagnostic(.duplicateName, message, help: help, at: entry.span(node.range)))
    }
  }

  /// The values an absent fact may get: a municipality that of an earlier municipality fact.
  private func defaults(_ fact: Fact, in vocabulary: Vocabulary) -> [String] {
    switch fact.kind {
    case .yesNo, .choice: fact.choices.map(\.value)
    case .date: ["geen"]
    case .municipality:
      vocabulary.facts.filter {
        $0.kind == .municipality || faults.unsure.contains(.values($0.name))
      }
      .map(\.name)
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
    let part = entry.name("name").map { FaultCollector.Unsure.values($0) }
    return entry.named("values", by: "value", of: part).compactMap { choice in
      guard let value = choice.name("value") else { return nil }
      if faults.isThorough { _ = choice.party("party", parties) }
      return Choice(value: value, label: .written(choice.node), party: choice.string("party"))
    }
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

  private func derivation(_ entry: ObjectReader, in vocabulary: Vocabulary) -> Derivation? {
    guard let kind = entry.word("kind", DerivationKind.self) else { return nil }
    switch kind {
    case .outcome: return .outcome
    case .referenceDate: return .referenceDate
    case .years: return place(entry, "of", .date, vocabulary).map { .years(of: $0) }
    case .months: return place(entry, "of", .date, vocabulary).map { .months(of: $0) }
    case .region: return place(entry, "of", .municipality, vocabulary).map { .region(of: $0) }
    case .reached:
      return place(entry, "of", .date, vocabulary).map {
        .reached(MomentReader.moment(entry, of: $0))
      }
    case .order:
      guard let base = place(entry, "of", .date, vocabulary),
        let other = place(entry, "with", .date, vocabulary)
      else { return nil }
      return .order(of: base, with: MomentReader.moment(entry, of: other))
    }
  }

  /// The fact a key names, which has to stand above this place.
  private func place(_ entry: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> Int? {
    entry.value(key).flatMap { place($0, vocabulary) }
  }

  /// The fact a text names, which has to stand above this place.
  private func place(_ node: JSONNode, _ vocabulary: Vocabulary) -> Int? {
    guard let name = node.string else { return nil }
    if let place = vocabulary.index(of: name) { return place }
    if !faults.unsure.contains(.facts) {
      reader.unknownName(node, nl: "het feit", en: "the fact", among: vocabulary.facts.map(\.name))
    }
    return nil
  }

  /// The fact a key names, which has to be of a kind.
  private func place(
    _ entry: ObjectReader, _ key: String, _ kind: Fact.Kind, _ vocabulary: Vocabulary
  ) -> Int? {
    entry.value(key).flatMap { place($0, kind, key, entry, vocabulary) }
  }

  private func place(
    _ node: JSONNode, _ kind: Fact.Kind, _ key: String, _ entry: ObjectReader,
    _ vocabulary: Vocabulary
  ) -> Int? {
    guard let fact = place(node, vocabulary) else { return nil }
    if vocabulary[fact].kind == kind { return fact }
    if !faults.unsure.contains(.values(vocabulary[fact].name)) {
      entry.wrongType(
        node, key,
        wanted: Text(
          nl: "een feit van de soort `\(kind.rawValue)`",
          en: "a fact of the kind `\(kind.rawValue)`"))
    }
    return nil
  }

  private func means(_ entry: ObjectReader, _ vocabulary: Vocabulary) -> (fact: Int, days: Int)? {
    guard let means = entry.object("means"), let fact = place(means, "fact", .date, vocabulary)
    else { return nil }
    return (fact, means.integer("days") ?? 0)
  }

  private func match(_ node: JSONNode, _ vocabulary: Vocabulary) -> Match {
    MatchReader(file: reader.file, faults: reader.faults, vocabulary: vocabulary).match(node)
  }

  private func impossible(_ vocabulary: Vocabulary) -> [Impossibility] {
    reader.objects("impossible").compactMap { entry in
      guard let when = entry.value("when") else { return nil }
      return Impossibility(title: entry.text("title") ?? Text(""), match: match(when, vocabulary))
    }
  }

  private func moves(_ vocabulary: Vocabulary) -> [Move] {
    reader.objects("moves").compactMap { entry in
      let copies = pairs(entry, "copy", vocabulary).compactMap { to, from in
        place(from, vocabulary).map { (to: to, from: $0) }
      }
      let states = pairs(entry, "state", vocabulary).compactMap { fact, value in
        choice(value, of: vocabulary[fact]).map { (fact: fact, choice: $0) }
      }
      let forgets = entry.list("forget").compactMap { place($0, vocabulary) }
      guard let date = place(entry, "on", .date, vocabulary) else { return nil }
      return Move(date: date, copies: copies, states: states, forgets: forgets)
    }
  }

  private func choice(_ node: JSONNode, of fact: Fact) -> Int? {
    guard let value = node.string else { return nil }
    if let choice = fact.choiceIndex(value) { return choice }
    if !faults.unsure.contains(.values(fact.name)) {
      reader.unknownName(
        node, nl: "de waarde", en: "the value", among: fact.choices.map(\.value))
    }
    return nil
  }

  /// An object of facts with a value each.
  private func pairs(_ entry: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> [(
    fact: Int, value: JSONNode
  )] {
    var result: [(fact: Int, value: JSONNode)] = []
    entry.value(key)?.forEachMember { name, value in
      if let fact = place(name, vocabulary) { result.append((fact, value)) }
    }
    return result
  }

  private func refused() -> [RefusedNames] {
    reader.objects("refused").map { entry in
      RefusedNames(names: entry.strings("names"), reason: entry.text("reason") ?? Text(""))
    }
  }
}
