/// Puts together what the agreements say about one youth on one day.
///
/// It keeps the agreements it has read, so one advisor serves many youths.
public final class Advisor {
  let answering: Answering
  private let ownContacts: [Contact]

  private var rulebook: Rulebook { answering.rulebook }

  /// An advisor by a rulebook, with the office's own contacts.
  public init(_ rulebook: Rulebook, contacts: [Contact] = []) {
    answering = Answering(rulebook)
    ownContacts = contacts
  }

  /// An advisor that goes on with the agreements read already.
  init(_ answering: Answering) {
    self.answering = answering
    ownContacts = []
  }

  /// The advice for a profile on a reference date.
  ///
  /// - Throws: faults of the rules, or facts in the profile that contradict each other.
  public func advice(for profile: Profile, on date: CalendarDate) throws(Diagnostics) -> Advice {
    let parts = try answering.parts(profile, on: date)
    do {
      return try advice(for: profile, on: date, parts)
    } catch let fault as Diagnostic {
      throw Diagnostics([fault])
    } catch let faults as Diagnostics {
      throw faults
    } catch {
      preconditionFailure("only faults are thrown here")
    }
  }

  private func advice(for profile: Profile, on date: CalendarDate, _ parts: [Answering.Part]) throws
    -> Advice
  {
    let first = parts[0].inquiry
    guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
      let contact = try Verdict.joined(parts, TableName.contact.rawValue)
    else { throw missingTable(first) }
    let alternatives = Alternatives(
      answering: answering, date: date, profile: profile, parts: parts, responsible: responsible,
      contact: contact)
    let otherwise = try alternatives.all()
    let isDetermined = responsible.answer != nil && contact.answer != nil
    let changes =
      isDetermined
      ? try Changes(answering: answering, profile: profile, date: date).all() : []
    let provisional = contact.answer == nil ? try first.provisional() : nil
    let items = try items(first, profile, changes, isDetermined)
    let others = try others(profile, date, parts)
    return Advice(
      date: date, grounds: grounds(profile, parts), responsible: responsible,
      until: changes.first { $0.responsible != nil }?.day, contact: contact,
      provisional: provisional, also: others.also, declined: others.declined,
      route: route(contact.answer ?? provisional, ground(of: parts, profile), profile, date),
      contactByQuestion: try alternatives.contactByQuestion(otherwise),
      verdicts: try verdicts(parts), items: items,
      handover: try handover(first, responsible, contact),
      rivals: try Explanation(inquiry: first).rivals(of: responsible, .responsible),
      assumptions: alternatives.assumptions(changedBy: otherwise), alternatives: otherwise,
      changes: changes, missing: try alternatives.missing(),
      caller: chosen(.caller, profile) ?? Option.unknown, level: chosen(.level, profile),
      stated: rulebook.stated(profile), documents: documents(parts), hash: rulebook.hash)
  }

  /// What the agreements answer that hold as well, and those that leave the youth out.
  private func others(_ profile: Profile, _ date: CalendarDate, _ parts: [Answering.Part])
    throws(Diagnostic) -> (also: [SecondOpinion], declined: [Declined])
  {
    guard parts.count == 1 else { return ([], []) }
    let found = try answering.others(profile, on: date, beside: parts)
    var also: [SecondOpinion] = []
    for (place, part) in found.holding {
      guard let responsible = try part.inquiry.verdict(.responsible),
        let contact = try part.inquiry.verdict(.contact),
        let (fact, municipality) = place.words(profile, rulebook)
      else { continue }
      also.append(
        SecondOpinion(
          agreement: part.ground.agreement, fact: fact, municipality: municipality,
          responsible: responsible, contact: contact))
    }
    let considered = parts[0].ground.considered?.id
    let declined = found.declined.compactMap { place, agreement, decision -> Declined? in
      // The one considered last is told with who answers.
      guard agreement.id != considered, let (fact, municipality) = place.words(profile, rulebook)
      else { return nil }
      return Declined(
        agreement: agreement, fact: fact, municipality: municipality, decision: decision)
    }
    return (also, declined)
  }

  /// Who answers, each with the municipality that brings it.
  private func grounds(_ profile: Profile, _ parts: [Answering.Part]) -> [Ground] {
    parts.grounds.map { ground in
      let region = rulebook.regions.firstIndex { $0.id == ground.agreement.id }
      let place = rulebook.vocabulary.places.first { fact in
        guard case .municipality(let municipality) = profile[fact] else { return false }
        return rulebook.region(ofMunicipality: municipality) == region
      }
      var ground = ground
      ground.place = place.flatMap { $0.words(profile, rulebook) }
      return ground
    }
  }

  private func verdicts(_ parts: [Answering.Part]) throws(Diagnostic) -> [Verdict] {
    let shownApart: [TableName] = [.responsible, .contact, .provisional]
    var result: [Verdict] = []
    for table in parts[0].inquiry.chain.tables where table.hitPolicy == .first {
      if shownApart.contains(where: { $0.rawValue == table.name }) { continue }
      if let verdict = try Verdict.joined(parts, table.name) { result.append(verdict) }
    }
    return result
  }

  private func items(
    _ inquiry: Inquiry, _ profile: Profile, _ changes: [Change], _ isDetermined: Bool
  ) throws(Diagnostic) -> [(table: String, label: Text, items: [Item])] {
    let chain = inquiry.chain
    var result: [(table: String, label: Text, items: [Item])] = []
    for (place, table) in chain.tables.enumerated() where table.hitPolicy == .collect {
      let items = try inquiry.items(place).map { rule, party, isCertain in
        Item(
          rule, party, due: due(rule, chain, profile, changes), isCertain: isCertain,
          of: rulebook.parties)
      }
      result.append((table.name, table.label, items))
    }
    return result
  }

  /// The day a rule sets: computed from a date, or the day an answer it waits for changes.
  private func due(_ rule: Rule, _ chain: Chain, _ profile: Profile, _ changes: [Change])
    -> DateRange?
  {
    switch rule.due {
    case nil: return nil
    case .moment: return rule.day(for: profile, schoolYear: rulebook.schoolYear)
    case .whileLasting(let fact):
      let label = chain.vocabulary[fact].label
      return changes.first { change in change.others.contains { $0.label == label } }?.day
    }
  }

  private func handover(_ inquiry: Inquiry, _ responsible: Verdict, _ contact: Verdict)
    throws(Diagnostic) -> Handover
  {
    let parties = rulebook.parties
    let holder = try inquiry.verdict(.holder)?.answer
    var isHolding = holder?.party != nil
    if let party = holder?.party, let other = responsible.answer?.party {
      isHolding = parties.partner(of: party) != parties.partner(of: other)
    }
    var doors: [Handover.Door] = []
    if let fact = rulebook.vocabulary.index(of: FactName.caller.rawValue) {
      for choice in rulebook.vocabulary[fact].choices {
        guard let name = choice.party, let party = try inquiry.party(named: name) else { continue }
        if let other = contact.answer?.party,
          parties.partner(of: other) == parties.partner(of: party)
        {
          continue
        }
        doors.append(Handover.Door(caller: choice.value, label: choice.label))
      }
    }
    return Handover(doors: doors, holder: isHolding ? holder : nil)
  }

  /// The agreement whose desk helps on: no region's while nobody knows where the youth lives.
  private func ground(of parts: [Answering.Part], _ profile: Profile) -> Ground {
    let grounds = parts.grounds
    guard grounds.count > 1, value(.home, profile) == nil else { return grounds[0] }
    return grounds.first { $0.agreement.kind == .frame } ?? grounds[0]
  }

  private func route(
    _ option: Option?, _ ground: Ground, _ profile: Profile, _ date: CalendarDate
  ) -> ContactRoute {
    let desk = ground.agreement.desk
    let directory = ContactDirectory(
      rulebook: rulebook, contacts: ownContacts + ground.agreement.contacts, desk: desk)
    var municipality: Int?
    if case .municipality(let place) = value(.home, profile) { municipality = place }
    var school: String?
    if case .text(let name) = value(.school, profile) { school = name }
    guard let party = option?.party ?? desk else {
      return ContactRoute(contact: nil, party: 0, find: nil, remarks: [])
    }
    if case .nobody = rulebook.parties.all[party].kind, let desk {
      return directory.route(to: desk, municipality: municipality, school: school, on: date)
    }
    return directory.route(to: party, municipality: municipality, school: school, on: date)
  }

  private func value(_ name: FactName, _ profile: Profile) -> Profile.Known? {
    rulebook.vocabulary.index(of: name.rawValue).flatMap { profile[$0] }
  }

  /// A choice the profile states.
  private func chosen(_ name: FactName, _ profile: Profile) -> Option? {
    guard let fact = rulebook.vocabulary.index(of: name.rawValue),
      case .choice(let place) = profile[fact]
    else { return nil }
    let choice = rulebook.vocabulary[fact].choices[place]
    return Option(
      value: choice.value, label: choice.label, organisation: choice.label, party: nil,
      decisions: [], support: [])
  }

  private func documents(_ parts: [Answering.Part]) -> [Document] {
    var result: [Document] = []
    for document in parts.flatMap(\.inquiry.chain.documents)
    where !result.contains(where: { $0.id == document.id }) {
      result.append(document)
    }
    return result
  }

  func missingTable(_ inquiry: Inquiry) -> Diagnostic {
    let name = inquiry.chain.agreement.id
    let tables = Wording.eitherTicked([TableName.responsible.rawValue, TableName.contact.rawValue])
    return Diagnostic(
      .missingKey,
      Text(
        nl: "de map `\(name)` mist de tabel \(tables.nl)",
        en: "the folder `\(name)` lacks the table \(tables.en)"))
  }
}

extension Int {
  /// A municipality fact and its municipality, in words.
  fileprivate func words(_ profile: Profile, _ rulebook: Rulebook) -> (
    fact: Text, municipality: String
  )? {
    guard case .municipality(let municipality) = profile[self] else { return nil }
    return (rulebook.vocabulary[self].label, rulebook.municipalities.names[municipality])
  }
}

extension Option {
  /// A caller who did not say who is calling.
  fileprivate static let unknown: Option = {
    let words = Text(nl: "niet opgegeven", en: "not stated")
    return Option(
      value: "onbekend", label: words, organisation: words, party: nil, decisions: [], support: [])
  }()
}

extension Inquiry {
  /// Who to call meanwhile: the contact by this agreement when only that is open, or else the first rule that
  /// holds for every youth this could be.
  func provisional() throws(Diagnostic) -> Option? {
    if let answer = try verdict(.contact)?.answer { return answer }
    guard let table = chain.table(TableName.provisional.rawValue) else { return nil }
    let pieces = try evaluation.pieces(of: table)
    let certain = chain.tables[table].rules.indices.first { rule in
      [Box](pieces.map(\.box)).subtracting(anyOf: setting.rules(of: table)[rule]).isEmpty
    }
    guard let certain,
      let party = chain.party(answeredBy: chain.tables[table].rules[certain], of: table)
    else { return nil }
    let decision = Decision(
      table: TableName.provisional.rawValue, rule: chain.tables[table].rules[certain])
    return Option(
      value: chain.rulebook.parties.all[party].id, label: chain.rulebook.parties.fullLabel(party),
      organisation: chain.rulebook.parties.all[chain.rulebook.parties.partner(of: party)].label,
      party: party, decisions: [decision], support: [])
  }

  /// The party a name stands for among these youths; nil when it is not the same for all.
  func party(named name: String) throws(Diagnostic) -> Int? {
    guard let party = chain.rulebook.parties.index(of: name) else { return nil }
    guard case .reference(let fact) = chain.rulebook.parties.all[party].kind,
      let table = chain.table(fact)
    else { return party }
    return try verdict(table).answer?.party
  }
}

extension DateRange {
  /// The day, or the stretch of days it lies in.
  public var words: Text {
    isExact
      ? Text(first.description)
      : Text(nl: "tussen \(first) en \(last)", en: "between \(first) and \(last)")
  }
}

extension Rulebook {
  /// What is known, in words: facts the profile stated.
  public func stated(_ profile: Profile) -> [(
    fact: String, label: Text, value: Text, isSensitive: Bool
  )] {
    profile.stated.map { fact, known in
      let described = vocabulary[fact]
      let value =
        switch known {
        case .choice(let place): described.choices[place].label
        case .oneOf(let places): described.words(forAnyOf: places)
        case .number(let number): Text(String(number))
        case .days(let range): range.words
        case .noDate: Text(nl: "geen", en: "none")
        case .municipality(let place): Text(municipalities.names[place])
        case .text(let text): Text(text)
        }
      return (described.name, described.label, value, described.isSensitive)
    }
  }
}
