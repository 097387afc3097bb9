/// Finds what the agreements answer for the youths of a cell.
struct CellMaker {
  let answering: Answering
  let date: CalendarDate
  /// The agreement looked at.
  let agreement: Agreement

  private var rulebook: Rulebook { answering.rulebook }

  /// The place of the agreement among the regional ones; one past the last for the frame.
  private var region: Int {
    rulebook.regions.firstIndex { $0.id == agreement.id } ?? rulebook.regions.count
  }

  /// The youths of a cell: those an agreement answers for, or why there is nobody.
  enum Youths {
    case nobody(Text)
    case some(Profile, [Answering.Part])
  }

  /// The youths of a situation of whom something else is known as well.
  ///
  /// - Throws: a fault of the rules.
  func youths(_ situation: Situation, _ known: Profile = Profile()) throws(Diagnostics) -> Youths {
    if !situation.elsewhere.isEmpty, agreement.kind == .frame {
      return .nobody(
        Text(nl: "het landelijk kader kent geen grens", en: "the national frame has no border"))
    }
    let never = Text(nl: "komt niet voor", en: "does not occur")
    guard let profile = situation.profile(on: date, in: region, beside: known, of: rulebook) else {
      return .nobody(never)
    }
    do {
      return .some(profile, try answering.parts(profile, on: date))
    } catch {
      guard error.all.allSatisfy({ $0.code == .contradiction }) else { throw error }
      return .nobody(never)
    }
  }

  /// A profile of which no more is known than that it is about the region.
  func inRegion(_ known: Profile) -> Profile {
    let situation = Situation(title: Text(""))
    return situation.profile(on: date, in: region, beside: known, of: rulebook) ?? known
  }

  /// What is answered for the youths of a situation of whom something else is known as well.
  ///
  /// - Throws: a fault of the rules.
  func cell(_ situation: Situation, _ known: Profile = Profile()) throws(Diagnostics) -> Matrix.Cell
  {
    switch try youths(situation, known) {
    case .nobody(let reason): .nobody(reason)
    case .some(let profile, let parts): .answer(try answer(profile, parts))
    }
  }

  /// What is answered for the youths of a profile.
  func answer(_ profile: Profile, _ parts: [Answering.Part]) throws(Diagnostics)
    -> Matrix.Answer
  {
    do {
      guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
        let contact = try Verdict.joined(parts, TableName.contact.rawValue)
      else { throw Diagnostic(.missingKey, Text("`verantwoordelijk`, `aanspreekpunt`")) }
      let rules = unique(
        (responsible.options + contact.options).flatMap { $0.decisions + $0.support }.map(\.rule))
      let open = try items(.gaps, parts).map(\.rule)
      return Matrix.Answer(
        responsible: responsible, contact: contact, grounds: parts.grounds,
        readings: rules.filter { $0.reading != nil },
        gaps: unique(open + rules.filter { $0.gap != nil }),
        examples: examples(profile, parts, responsible, contact))
    } catch let fault as Diagnostic {
      throw Diagnostics([fault])
    } catch {
      preconditionFailure("only faults are thrown here")
    }
  }

  /// The rules of a collecting table that certainly hold.
  func items(_ name: TableName, _ parts: [Answering.Part]) throws(Diagnostic) -> [(
    rule: Rule, party: Int?
  )] {
    var result: [(rule: Rule, party: Int?)] = []
    for (place, part) in parts.enumerated() {
      guard let table = part.inquiry.chain.table(name.rawValue) else { return [] }
      let certain = try part.inquiry.items(table).filter(\.isCertain).map { ($0.rule, $0.party) }
      // Where two agreements may answer, only what both say is certain.
      result =
        place == 0
        ? certain : result.filter { known in certain.contains { $0.0.id == known.rule.id } }
    }
    return result
  }

  private func unique(_ rules: [Rule]) -> [Rule] {
    var result: [Rule] = []
    for rule in rules where !result.contains(where: { $0 === rule }) { result.append(rule) }
    return result
  }

  // MARK: Examples

  /// A youth for each answer: one made of what is known when that settles it.
  private func examples(
    _ profile: Profile, _ parts: [Answering.Part], _ responsible: Verdict, _ contact: Verdict
  ) -> [Matrix.Example] {
    if responsible.answer != nil, contact.answer != nil,
      let youth = ExampleYouth(rulebook: rulebook, date: date).youth(profile),
      let example = advised(youth), example.responsible?.value == responsible.answer?.value,
      example.contact?.value == contact.answer?.value
    {
      return [example]
    }
    var result: [Matrix.Example] = []
    for part in parts {
      let finder = OptionFinder(inquiry: part.inquiry)
      for verdict in [responsible, contact] {
        for option in verdict.options {
          let isShown = result.contains { $0.option(of: verdict)?.value == option.value }
          if isShown { continue }
          let example = finder.first(option, of: verdict.table) { youth in
            advised(youth).flatMap { $0.option(of: verdict)?.value == option.value ? $0 : nil }
          }
          if let example { result.append(example) }
        }
      }
    }
    return result
  }

  /// What the advice for a youth says; nil when the youth cannot exist.
  private func advised(_ youth: Youth) -> Matrix.Example? {
    guard let profile = try? rulebook.profile(of: youth),
      let parts = try? answering.parts(profile, on: youth.date),
      let responsible = try? Verdict.joined(parts, TableName.responsible.rawValue),
      let contact = try? Verdict.joined(parts, TableName.contact.rawValue)
    else { return nil }
    return Matrix.Example(
      youth: youth, responsible: responsible.answer, contact: contact.answer)
  }
}

extension Matrix.Example {
  /// What it says of who is responsible, or of who to call.
  fileprivate func option(of verdict: Verdict) -> Option? {
    verdict.table == TableName.responsible.rawValue ? responsible : contact
  }
}

/// Looks for a youth for whom a table comes to an option, among the youths of an inquiry.
private struct OptionFinder {
  let inquiry: Inquiry
  private let search: Search
  private let witness: Witness

  /// A thin profile leaves so much open that looking further takes longer than an example is worth.
  private static let mostSteps = 3_000

  init(inquiry: Inquiry) {
    self.inquiry = inquiry
    let space = ProfileSpace(inquiry.setting)
    search = Search(space)
    witness = Witness(space: space)
  }

  func first(
    _ option: Option, of table: String, accept: (Youth) -> Matrix.Example?
  ) -> Matrix.Example? {
    let chain = inquiry.chain
    guard let place = chain.table(table) else { return nil }
    var steps = OptionFinder.mostSteps
    let ways = Naming.all(of: place, in: chain) { party in
      chain.rulebook.parties.all[party].id == option.value
    }
    for way in ways {
      let earlier = way.earlier(in: inquiry.setting)
      for bounds in way.alternatives(in: inquiry.setting) {
        for box in inquiry.region.boxes {
          guard let box = box.intersection(bounds) else { continue }
          let found = search.first(in: box, avoiding: earlier, within: &steps) { leaf in
            witness.youth(in: leaf).flatMap { accept($0.youth) }
          }
          if let found { return found }
          if steps < 0 { return nil }
        }
      }
    }
    return nil
  }
}

/// Makes one youth of a profile that is known in part.
struct ExampleYouth {
  let rulebook: Rulebook
  let date: CalendarDate

  /// The youth, with what the profile states and nothing more; nil when no municipality fits.
  func youth(_ profile: Profile) -> Youth? {
    var facts: [(name: String, value: String)] = []
    for (fact, described) in rulebook.vocabulary.facts.enumerated() {
      if let region = profile.regions[fact] {
        let isHome = fact == rulebook.vocabulary.home
        if !isHome, !applies(fact, profile) { continue }
        guard let name = rulebook.municipality(in: region) else { return nil }
        facts.append((described.name, name))
        continue
      }
      switch profile[fact] {
      case nil, .text: continue
      case .choice(let place): facts.append((described.name, described.choices[place].value))
      case .oneOf(let places):
        facts.append((described.name, described.choices[places.trailingZeroBitCount].value))
      case .number(let number): facts.append((described.name, "\(number)"))
      case .days(let range):
        facts.append((described.name, "\(range.example(near: date))"))
      case .noDate: facts.append((described.name, described.usual ?? ""))
      case .municipality(let place):
        facts.append((described.name, rulebook.municipalities.names[place]))
      }
    }
    return Youth(facts: facts, date: date)
  }

  /// Whether a municipality means anything for a profile: the school it is of is one.
  private func applies(_ fact: Int, _ profile: Profile) -> Bool {
    guard let applies = rulebook.vocabulary[fact].applies else { return true }
    return applies.alternatives.contains { alternative in
      alternative.allSatisfy { fact, constraint in
        guard case .values(let choices) = constraint else { return false }
        return switch profile[fact] {
        case .choice(let place): choices & 1 << UInt64(place) != 0
        case .oneOf(let places): choices & places != 0
        default: false
        }
      }
    }
  }
}

extension Rulebook {
  /// The first municipality of a regional agreement, by its place; of none for one past the last.
  func municipality(in region: Int) -> String? {
    if regions.indices.contains(region) { return regions[region].municipalities.first }
    return municipalities.names.first { name in
      regions.allSatisfy { !$0.municipalities.contains(name) }
    }
  }
}
