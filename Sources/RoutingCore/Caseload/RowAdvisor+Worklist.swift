extension RowAdvisor {
  /// What changes and falls due for the row up to and including a day: stretches of days with the same
  /// answers; none when bit vectors tell that nothing does.
  public func stretches(until end: CalendarDate) throws(Diagnostics) -> [Timeline.Stretch] {
    if isQuiet(until: end) { return [] }
    let outlook = Outlook(
      answering: advisor.answering, profile: try profile(), date: reader.date)
    return try TimelineFinder(
      outlook: outlook, start: reader.date, end: end, tellsPossible: true
    ).stretches()
  }

  /// Whether bit vectors tell that no answer changes and nothing falls due up to and including a day.
  private func isQuiet(until end: CalendarDate) -> Bool {
    guard isInOrder, assessor.assess(reader.row, on: reader.date) == .none,
      areDatesKnown(until: end)
    else { return false }
    var isDue = false
    let due = dueRules[assessor.place]
    visitItems(of: RowAdvisor.actions) { number, _ in
      guard !isDue, let day = day(of: rules.allRules[number]) else { return }
      isDue = max(reader.date, day.first.adding(days: -1)) <= end
    }
    guard !isDue, let answers = answers(), answers.isDetermined else { return false }
    var isQuiet = true
    let isTold = visitChanges(from: answers) { change in
      isQuiet = change.day.first > end
      return false
    }
    guard isTold, isQuiet else { return false }
    // A duty falls due when its rule holds on the last day on which it is in time.
    for number in due {
      guard let day = day(of: rules.allRules[number]), day.last > reader.date else { continue }
      let last = max(reader.date, day.first.adding(days: -1))
      if last <= end, mayHold(number, on: last) { return false }
    }
    return true
  }

  private func mayHold(_ wanted: Int, on day: CalendarDate) -> Bool {
    // The row may have been looked at with moves still to come.
    guard assessor.assess(reader.row, on: day) == .none else { return true }
    var isFound = false
    visitItems(of: RowAdvisor.actions) { number, _ in
      if number == wanted { isFound = true }
    }
    return isFound
  }

  /// Whether every date that means anything for the row is one day, and no school is left or entered up
  /// to and including a day.
  private func areDatesKnown(until end: CalendarDate) -> Bool {
    let row = reader.row
    for fact in dates {
      switch row.states[fact] {
      case .days:
        if row.first[fact] != row.last[fact] { return false }
      case .unknown:
        let isSilent = rules.rulebook.vocabulary[fact].usual != nil
        if !isSilent, assessor.sight.sets[fact] != Box.notApplicable { return false }
      default: break
      }
    }
    for fact in rules.moves.steps.map(\.date) {
      if row.states[fact] == .days, Int(row.first[fact]) <= end.dayNumber { return false }
    }
    return true
  }
}
