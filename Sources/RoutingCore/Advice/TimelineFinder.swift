/// Finds the stretches of days with the same answers.
///
/// It never tries day after day: between two turning points nothing can change.
struct TimelineFinder {
  let outlook: Outlook
  /// The first day.
  let start: CalendarDate
  /// The last day; nil for as far as what is known reaches.
  let end: CalendarDate?
  /// Whether duties are told too that are only possible while the answer itself is open, and those that
  /// hold on the reference date though not on the last day on which they are in time.
  var tellsPossible = false

  /// What was found on one day on which something may change.
  private struct Look {
    let day: CalendarDate
    let reasons: [Text]
    let answers: Outlook.Answers?
  }

  /// The stretches in order.
  func stretches() throws(Diagnostics) -> [Timeline.Stretch] {
    let turning = TurningPoints(
      answering: outlook.answering, profile: outlook.profile, after: start)
    let points = turning.known(isThorough: true)
    var looks: [Look] = []
    for (day, reasons) in try days(points, turning) {
      looks.append(Look(day: day, reasons: reasons, answers: try outlook.answers(on: day)))
    }
    var result = joined(looks, points)
    for duty in try duties(looks) {
      // While the answer itself is open nearly every duty is possible, too many for a drawing.
      guard let place = result.firstIndex(where: { $0.contains(duty.day) }),
        duty.item.isCertain || result[place].isDetermined || tellsPossible
      else { continue }
      result[place].duties.append(duty)
    }
    return result
  }

  /// The first day, and every later one on which something may change.
  private func days(_ points: [TurningPoints.Point], _ turning: TurningPoints) throws(Diagnostics)
    -> [(day: CalendarDate, reasons: [Text])]
  {
    let last = if let end { end } else { try lastAnswered(points) }
    var found: [CalendarDate: [Text]] = [start: []]
    func add(_ day: CalendarDate, _ reasons: [Text]) {
      guard start < day, day <= last else { return }
      for reason in reasons where found[day]?.contains(reason) != true {
        found[day, default: []].append(reason)
      }
    }
    for point in points where point.day.isExact { add(point.day.first, point.words) }
    for point in points where !point.day.isExact {
      // A school is left on a day; until all days it may be have passed, the profile stays as it is.
      let (earliest, latest) =
        point.isMove
        ? (Text(""), Text(""))
        : (
          Text(nl: " (op zijn vroegst)", en: " (at the earliest)"),
          Text(nl: " (op zijn laatst)", en: " (at the latest)")
        )
      add(point.day.first, point.words.map { $0 + earliest })
      add(point.day.last, point.words.map { $0 + latest })
    }
    for (day, reasons) in turning.crossings(through: last) where found[day] == nil {
      add(day, reasons)
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The last day on which something changes and the facts still fit: an age of 101 ends no timeline.
  private func lastAnswered(_ points: [TurningPoints.Point]) throws(Diagnostics) -> CalendarDate {
    for point in points.reversed() {
      if try outlook.answers(on: point.day.last) != nil { return point.day.last }
    }
    return start
  }

  /// Days with the same answers put together.
  private func joined(_ looks: [Look], _ points: [TurningPoints.Point]) -> [Timeline.Stretch] {
    var groups: [[Look]] = []
    for look in looks {
      if let before = groups.last?.last, isSame(before.answers, look.answers) {
        groups[groups.count - 1].append(look)
      } else {
        groups.append([look])
      }
    }
    return groups.enumerated().map { place, group in
      let next = place + 1 < groups.count ? groups[place + 1][0].day.adding(days: -1) : end
      let before = place > 0 ? groups[place - 1].last : nil
      return stretch(group, until: next, after: before, points)
    }
  }

  private func isSame(_ left: Outlook.Answers?, _ right: Outlook.Answers?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right)
    default: false
    }
  }

  private func stretch(
    _ group: [Look], until last: CalendarDate?, after before: Look?,
    _ points: [TurningPoints.Point]
  ) -> Timeline.Stretch {
    let first = group[0].day
    let moves = points.filter { $0.isMove && $0.day.last == first && before != nil }
    let within = points.filter { point in
      point.day.first <= first && (last.map { $0 < point.day.last } ?? false)
    }
    let answer = group[0].answers.map {
      Timeline.Answer(responsible: $0.responsible, contact: $0.contact, agreement: $0.agreement)
    }
    return Timeline.Stretch(
      first: first, last: last,
      beginning: DateRange(first: moves.map(\.day.first).min() ?? first, last: first),
      reasons: before == nil ? [] : group[0].reasons, within: within.flatMap(\.words),
      answer: answer, shifts: shifts(([before] + group).compactMap { $0 }), duties: [])
  }

  private func shifts(_ looks: [Look]) -> [Timeline.Shift] {
    zip(looks, looks.dropFirst()).flatMap { earlier, look -> [Timeline.Shift] in
      guard let before = earlier.answers, let after = look.answers else { return [] }
      return after.others(changedSince: before).map {
        Timeline.Shift(
          day: look.day, reasons: look.reasons, label: $0.label, from: $0.from, to: $0.to)
      }
    }
  }
}

extension TimelineFinder {
  /// What is to be done on the reference date without a day of its own or too late already, and what
  /// falls due on any day.
  private func duties(_ looks: [Look]) throws(Diagnostics) -> [Timeline.Duty] {
    var found: [Timeline.Duty] = []
    func add(_ item: Item, _ day: CalendarDate) {
      let isThere = found.contains { $0.item.rule === item.rule && $0.item.due == item.due }
      if !isThere { found.append(Timeline.Duty(item: item, day: day)) }
    }
    let isPast = end.map { $0 < outlook.date } ?? false
    let now = isPast ? start : max(start, outlook.date)
    for (item, _) in try actions(on: now) {
      switch item.rule.due {
      case nil: if item.isCertain { add(item, now) }
      case .moment:
        if let due = due(item.rule, on: now), due.last <= now { add(item.due(on: due), now) }
      case .whileLasting: break
      }
    }
    for due in Set(dueDays(looks)).sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      let day = max(start, due.first.adding(days: -1))
      if due.last <= start || (end.map { $0 < day } ?? false) { continue }
      for (item, chain) in try actions(on: day) {
        let isDue =
          switch item.rule.due {
          case nil: false
          case .moment: self.due(item.rule, on: day) == due
          case .whileLasting(let fact):
            ends(of: chain.vocabulary[fact].name, looks).contains(due)
          }
        if isDue { add(item.due(on: due), day) }
      }
    }
    return tellsPossible ? found + (try known(on: now, besides: found)) : found
  }

  /// What falls due later as it looks on a day.
  private func known(on now: CalendarDate, besides found: [Timeline.Duty]) throws(Diagnostics)
    -> [Timeline.Duty]
  {
    try actions(on: now).compactMap { item, _ in
      guard case .moment = item.rule.due, let due = due(item.rule, on: now), due.last > now,
        !found.contains(where: { $0.item.rule === item.rule && $0.item.due == due })
      else { return nil }
      let day = max(start, due.first.adding(days: -1))
      return end.map { $0 < day } ?? false ? nil : Timeline.Duty(item: item.due(on: due), day: day)
    }
  }

  /// The duties that hold or may hold on a day, with the chain they belong to.
  private func actions(on day: CalendarDate) throws(Diagnostics) -> [(item: Item, chain: Chain)] {
    guard let parts = try outlook.parts(on: day), let inquiry = parts.first?.inquiry,
      let table = inquiry.chain.table(TableName.actions.rawValue)
    else { return [] }
    do {
      return try inquiry.items(table).map { rule, party, isCertain in
        let item = Item(
          rule, party, due: nil, isCertain: isCertain && parts.count == 1,
          of: inquiry.chain.rulebook.parties)
        return (item, inquiry.chain)
      }
    } catch {
      throw Diagnostics([error])
    }
  }

  private func due(_ rule: Rule, on day: CalendarDate) -> DateRange? {
    rule.day(for: outlook.profile(on: day), schoolYear: outlook.answering.rulebook.schoolYear)
  }

  /// Every day that may be set by some duty.
  private func dueDays(_ looks: [Look]) -> [DateRange] {
    let answering = outlook.answering
    let answered = Set(looks.compactMap { $0.answers?.agreement.id })
    let chains = answering.rulebook.agreements.filter { answered.contains($0.id) }
      .map { answering.chain($0) }
    let states = looks.map { outlook.profile(on: $0.day) }
    let schoolYear = answering.rulebook.schoolYear
    func days(of rule: Rule, _ chain: Chain) -> [DateRange] {
      switch rule.due {
      case nil: []
      case .moment: states.compactMap { rule.day(for: $0, schoolYear: schoolYear) }
      case .whileLasting(let fact): ends(of: chain.vocabulary[fact].name, looks)
      }
    }
    return chains.flatMap { chain -> [DateRange] in
      guard let table = chain.table(TableName.actions.rawValue) else { return [] }
      return chain.tables[table].rules.flatMap { days(of: $0, chain) }
    }
  }

  /// The days on which what a table answers stops being the answer.
  private func ends(of table: String, _ looks: [Look]) -> [DateRange] {
    var result: [DateRange] = []
    var lasting: (value: String, from: CalendarDate?)?
    for look in looks {
      guard let answers = look.answers else { continue }
      let verdict = answers.others.first { $0.table == table }
      if let known = lasting {
        if verdict?.values == [known.value] {
          lasting = (known.value, nil)
          continue
        }
        let first = known.from ?? look.day
        if verdict?.values.contains(known.value) == true {
          lasting = (known.value, first)
          continue
        }
        result.append(DateRange(first: first, last: look.day))
      }
      lasting = verdict?.answer.map { ($0.value, nil) }
    }
    return result
  }
}

extension Item {
  /// A rule that holds, in words.
  init(_ rule: Rule, _ party: Int?, due: DateRange?, isCertain: Bool, of parties: PartyList) {
    self.init(
      rule: rule, party: party.map { parties.fullLabel($0) },
      partyID: party.map { parties.all[$0].id },
      organisation: party.map { parties.all[parties.partner(of: $0)].label }, due: due,
      isCertain: isCertain)
  }

  /// The same, due on a day.
  fileprivate func due(on due: DateRange) -> Item {
    Item(
      rule: rule, party: party, partyID: partyID, organisation: organisation, due: due,
      isCertain: isCertain)
  }
}
