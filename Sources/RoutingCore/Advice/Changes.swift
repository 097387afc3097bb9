/// Finds the days on which an answer changes: where a date brings some fact into a new cell.
struct Changes {
  let answering: Answering
  let profile: Profile
  let date: CalendarDate

  /// What is compared from one day to the next.
  struct Stretch {
    let responsible: Verdict
    let contact: Verdict
    let others: [Verdict]
    let agreement: Agreement
  }

  /// The coming changes in order; a day on which nothing compared changes is left out.
  func all() throws(Diagnostics) -> [Change] {
    // Where an agreement ends the national frame goes on, and it changes on days of its own.
    answering.readFrame()
    var changes: [Change] = []
    guard var before = try stretch(on: date) else { return [] }
    let days = days()
    var pending: [Text] = []
    for (day, reasons) in days {
      guard let after = try stretch(on: day.last) else { continue }
      // Where another day is known only in part, the answer is open for a while: that is told once
      // that day has certainly come.
      let isOpen = after.responsible.answer == nil || after.contact.answer == nil
      if isOpen, days.contains(where: { $0.day.first <= day.last && day.last < $0.day.last }) {
        pending += reasons
        continue
      }
      let all = reasons + pending.filter { !reasons.contains($0) }
      if let change = change(on: day, all, from: before, to: after) { changes.append(change) }
      before = after
      pending = []
    }
    return changes
  }

  private func change(on day: DateRange, _ reasons: [Text], from before: Stretch, to after: Stretch)
    -> Change?
  {
    let responsible = before.responsible.isSame(as: after.responsible) ? nil : after.responsible
    let contact = before.contact.isSame(as: after.contact) ? nil : after.contact
    var others: [(label: Text, from: Text, to: Text)] = []
    for verdict in after.others {
      guard let earlier = before.others.first(where: { $0.table == verdict.table }),
        !earlier.isSame(as: verdict)
      else { continue }
      others.append((verdict.label, earlier.words, verdict.words))
    }
    if before.agreement.id != after.agreement.id {
      let label = Text(nl: "regels", en: "rules")
      others.insert((label, before.agreement.name, after.agreement.name), at: 0)
    }
    guard responsible != nil || contact != nil || !others.isEmpty else { return nil }
    return Change(
      day: day, reasons: reasons, responsible: responsible, contact: contact, others: others)
  }

  /// The answers on a day; nil when the profile cannot be about that day.
  private func stretch(on day: CalendarDate) throws(Diagnostics) -> Stretch? {
    let moved = profile.moved(to: day, by: answering.rulebook.moves)
    let parts: [Answering.Part]
    do {
      parts = try answering.parts(moved, on: day)
    } catch {
      if day != date, error.all.allSatisfy({ $0.code == .contradiction }) { return nil }
      throw error
    }
    do {
      var found: [TableName: Verdict] = [:]
      for part in parts {
        let verdicts = try part.inquiry.verdicts(
          Plan.watchedTables, by: part.inquiry.chain.watchPlan)
        found.merge(verdicts) { $0.joined(with: $1) }
      }
      guard let responsible = found[.responsible], let contact = found[.contact],
        let agreement = parts.first?.ground.agreement
      else { return nil }
      let others = Plan.watchedTables.dropFirst(Plan.answerTables.count).compactMap { found[$0] }
      return Stretch(
        responsible: responsible, contact: contact, others: others, agreement: agreement)
    } catch {
      throw Diagnostics([error])
    }
  }

  /// The days after the reference date on which some fact may enter a new cell, with what happens.
  private func days() -> [(day: DateRange, reasons: [Text])] {
    var found: [DateRange: [Text]] = [:]
    func add(_ day: DateRange, _ reason: Text) {
      guard day.last > date, day.last <= DateRange.anyDay.last else { return }
      if found[day]?.contains(reason) != true { found[day, default: []].append(reason) }
    }
    let later = profile.moved(to: DateRange.anyDay.last, by: answering.rulebook.moves)
    let rulebook = answering.rulebook
    for agreement in rulebook.regions {
      if let from = agreement.valid.from {
        add(DateRange(from), agreement.name + Text(nl: ": begin", en: ": start"))
      }
      if let below = agreement.valid.below {
        add(DateRange(below), agreement.name + Text(nl: ": afgelopen", en: ": ended"))
      }
    }
    for chain in answering.chainsRead {
      let read = chain.facts(readFor: Plan.watchedTables + [.scope])
      for known in [profile, later] {
        for (fact, described) in rulebook.vocabulary.facts.enumerated() where read.contains(fact) {
          for (day, reason) in moments(described, fact, known, chain.cuts) { add(day, reason) }
        }
      }
    }
    for move in rulebook.moves {
      if case .days(let day) = profile[move.date] { add(day, rulebook.vocabulary[move.date].label) }
    }
    return found.sorted { ($0.key.last, $0.key.first) < ($1.key.last, $1.key.first) }
      .map { ($0.key, $0.value) }
  }

  /// `leeftijd: 27`.
  private func counted(_ number: Int, _ fact: Fact) -> Text {
    Text(nl: "\(fact.label.nl): \(number)", en: "\(fact.label.en): \(number)")
  }

  private func moments(_ described: Fact, _ fact: Int, _ known: Profile, _ cuts: Cuts)
    -> [(DateRange, Text)]
  {
    func day(_ base: Int, _ compute: (CalendarDate) -> CalendarDate) -> DateRange? {
      guard case .days(let range) = known[base] else { return nil }
      return DateRange(first: compute(range.first), last: compute(range.last))
    }
    switch described.derivation {
    case .years(let base):
      return cuts.numbers[fact].compactMap { number in
        day(base) { $0.adding(years: number) }.map { ($0, counted(number, described)) }
      }
    case .months(let base):
      return cuts.numbers[fact].compactMap { number in
        day(base) { $0.adding(months: number) }.map { ($0, counted(number, described)) }
      }
    case .reached(let moment):
      let schoolYear = answering.rulebook.schoolYear
      let day = day(moment.fact) { moment.day(from: $0, schoolYear: schoolYear) }
      return day.map { [($0, described.label)] } ?? []
    case .referenceDate:
      return cuts.days[fact].map {
        (DateRange($0), Text(nl: "de wet verandert", en: "the law changes"))
      }
    case nil, .order, .region, .outcome: return []
    }
  }
}

extension Verdict {
  /// Whether both leave the same answers open.
  func isSame(as other: Verdict) -> Bool {
    options.count == other.options.count
      && options.allSatisfy { option in other.options.contains { $0.value == option.value } }
  }

  /// The answers, by value.
  public var values: [String] { options.map(\.value) }

  /// Whether both lists, in which nothing is twice, hold the same values.
  static func areSame(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count && left.allSatisfy(right.contains)
  }

  /// The organisations it can be, each once.
  public var organisations: Text {
    var found: [Text] = []
    for option in options where !found.contains(option.organisation) {
      found.append(option.organisation)
    }
    return Text(nl: Wording.either(found.map(\.nl), .nl), en: Wording.either(found.map(\.en), .en))
  }

  /// The answers in words.
  public var words: Text {
    Text(
      nl: Wording.either(options.map(\.label.nl), .nl),
      en: Wording.either(options.map(\.label.en), .en))
  }

  /// What a table comes to over all agreements that may answer.
  static func joined(_ parts: [Answering.Part], _ name: String) throws(Diagnostic) -> Verdict? {
    var result: Verdict?
    for part in parts {
      guard let verdict = try part.inquiry.verdict(named: name) else { continue }
      result = result.map { $0.joined(with: verdict) } ?? verdict
    }
    return result
  }

  /// The answers that either leaves open.
  func joined(with other: Verdict) -> Verdict {
    var options = options
    for option in other.options {
      if let place = options.firstIndex(where: { $0.value == option.value }) {
        options[place] = options[place].joined(with: option)
      } else {
        options.append(option)
      }
    }
    return Verdict(table: table, label: label, options: options)
  }
}
