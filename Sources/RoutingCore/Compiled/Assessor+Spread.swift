extension Assessor {
  /// What was found of some of the youths a row could be about.
  private struct Found {
    var answers = Answers()
    /// The agreement that answers for some of them and is asked before those that answer for others;
    /// nil for none.
    var first: (place: Int, turn: Int)?
    /// How often the row was looked at.
    var looks = 0

    /// Adds an agreement that answers for some of them.
    mutating func add(_ place: Int, turn: Int, frame: Int) {
      if let first, first.place != place {
        // The frame goes by the words of the region it stands behind.
        if first.place != frame, place != frame { answers.isOfSeveral = true }
      }
      if first.map({ turn < $0.turn }) ?? true { first = (place, turn) }
    }
  }

  /// Looks at a row more often than this are dearer than plain evaluation.
  private static let mostLooks = 400

  /// What parting the youths a row could be about came to.
  enum SpreadAnswers {
    /// What the tables answer whose changes are told, taken together over all of them.
    case answers(Answers)
    /// The row can be about nobody.
    case nobody
    /// Plain evaluation has to tell.
    case unknown
  }

  /// Parts the youths a row could be about by the values of a fact on which an answer depends.
  ///
  /// They are parted again until the answers are certain for each part. Whatever comes next has to look
  /// at a row anew.
  ///
  /// - Requires: the row was looked at last, and does not contradict itself.
  func spread(_ row: Row, on day: Int) -> SpreadAnswers {
    var found = Found()
    let isTold = gather(row, day, sight.isWhole ? .none : look(at: row), &found)
    guard isTold else { return .unknown }
    guard let first = found.first else { return .nobody }
    answer(by: first.place)
    return .answers(found.answers)
  }

  /// Gathers what is answered for the youths a row could be about, as it was just looked at.
  private func gather(_ row: Row, _ day: Int, _ looked: Trouble, _ found: inout Found) -> Bool {
    found.looks += 1
    guard found.looks <= Assessor.mostLooks else { return false }
    var trouble = looked
    if trouble == .none { trouble = turn(to: day) }
    if trouble == .open {
      return part(by: sight.blame >= 0 ? sight.blame : scopeBlame, row, day, &found)
    }
    // Nobody is like this.
    if trouble == .contradiction { return true }
    let narrowed = sight.narrowedGuard
    if narrowed >= 0 {
      // What others mean has to be looked at again, now that this fact says less.
      let before = sight.forced[narrowed]
      sight.forced[narrowed] = before & sight.sets[narrowed]
      defer { restore(narrowed, before, row) }
      return gather(row, day, look(at: row, again: rules.facts.dependents[narrowed]), &found)
    }
    let standing = current
    switch standing.ask(standing.compiled.watchSheets) {
    case .contradiction: return true
    case .open: return part(by: standing.blameOfTrouble(), row, day, &found)
    case .none: break
    }
    let watched = standing.compiled.watched
    for (_, table) in watched where standing.answer(of: table) == nil {
      return part(by: standing.blame(table), row, day, &found)
    }
    for (place, table) in watched {
      if let name = standing.answer(of: table) { found.answers.add(name, place) }
    }
    found.add(place, turn: turn(of: place), frame: rules.regions.count)
    return true
  }

  /// Looks at the values of a fact one by one.
  private func part(by fact: Int, _ row: Row, _ day: Int, _ found: inout Found) -> Bool {
    guard fact >= 0 else { return false }
    let entry = rules.facts.entries[fact]
    let root = entry.kind == .timed ? entry.base : fact
    let cells = sight.sets[root]
    // Who is named by a fact that is not known is not told one by one.
    if rules.references.contains(root) { return false }
    if entry.kind == .timed || rules.rulebook.vocabulary[root].kind == .date {
      return part(byDate: root, cells, row, day, &found)
    }
    guard entry.kind != .referenceDate, cells & (cells &- 1) != 0 else { return false }
    let before = sight.forced[root]
    defer { restore(root, before, row) }
    var left = cells
    while left != 0 {
      sight.forced[root] = left & (0 &- left)
      left &= left &- 1
      let trouble = look(at: row, again: rules.facts.dependents[root])
      if !gather(row, day, trouble, &found) { return false }
    }
    return true
  }

  /// Looks at all cells of a fact again that it had before it was parted.
  private func restore(_ fact: Int, _ cells: UInt64, _ row: Row) {
    sight.forced[fact] = cells
    if sight.isWhole { _ = look(at: row, again: rules.facts.dependents[fact]) }
  }

  /// Looks at the stretches of a date one by one, in each of which nothing computed from it changes.
  private func part(
    byDate fact: Int, _ cells: UInt64, _ row: Row, _ day: Int, _ found: inout Found
  ) -> Bool {
    guard !sight.isLaid(fact) else { return false }
    let before = sight.forced[fact]
    defer {
      sight.lay(fact, in: nil)
      restore(fact, before, row)
    }
    let dependents = rules.facts.dependents[fact]
    if cells & Box.notApplicable != 0 {
      sight.forced[fact] = Box.notApplicable
      if !gather(row, day, look(at: row, again: dependents), &found) { return false }
      sight.forced[fact] = before
    }
    guard cells != Box.notApplicable else { return false }
    var range = DateRange.anyDay
    if row.states[fact] == .days {
      range = DateRange(
        first: CalendarDate(dayNumber: Int(row.first[fact])),
        last: CalendarDate(dayNumber: Int(row.last[fact])))
    }
    for stretch in stretches(of: range, fact: fact, day: day) {
      sight.lay(fact, in: stretch)
      if !gather(row, day, look(at: row, again: dependents), &found) { return false }
    }
    return true
  }

  private func stretches(of range: DateRange, fact: Int, day: Int) -> [DateRange] {
    let isAny = range == DateRange.anyDay
    let key = StretchKey(fact: fact, day: day)
    if isAny, let known = knownStretches[key] { return known }
    let cutter = DateCutter(
      chain: rules.frame.chain, cuts: rules.cuts, date: CalendarDate(dayNumber: day))
    let result = cutter.stretches(of: range, fact: fact)
    if isAny, knownStretches.count < 4096 { knownStretches[key] = result }
    return result
  }
}

/// A date that may be any day, seen on a day.
struct StretchKey: Hashable {
  let fact: Int
  let day: Int
}
