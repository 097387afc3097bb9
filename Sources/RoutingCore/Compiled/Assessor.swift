/// Asks compiled rules about one row after the other.
///
/// It belongs to one worker and keeps its memory from row to row. What it calls certain is what plain
/// evaluation says; where bit vectors alone do not tell, it says so, and plain evaluation has to.
package final class Assessor {
  /// The rules it asks.
  package let rules: CompiledRules
  let sight: Sight
  private let standings: [Standing]
  /// Which agreement answers.
  package private(set) var current: Standing
  /// Its place among the regions, the frame after them.
  private(set) var place: Int
  private var day = 0
  /// The agreements some municipality of the row may belong to.
  private var concerned: [Bool]
  private let moved: Row
  private let before: Row
  /// Per standing, which look at a row it took over last.
  private var looks: [Int]
  private var lookCount = 0
  private var course: Course

  /// An assessor by compiled rules.
  package init(_ rules: CompiledRules) {
    self.rules = rules
    sight = Sight(rules.facts)
    let count = rules.facts.count
    standings = (rules.regions + [rules.frame]).map { Standing($0, given: count) }
    current = standings[standings.count - 1]
    place = standings.count - 1
    concerned = rules.regions.map { _ in false }
    moved = Row(facts: count)
    before = Row(facts: count)
    looks = standings.map { _ in -1 }
    course = Course(rules)
  }

  /// Asks all tables about a row on a day.
  package func assess(_ row: Row, on date: CalendarDate) -> Trouble {
    day = date.dayNumber
    let trouble = look(at: row)
    if trouble != .none { return trouble }
    let found = turn(to: day)
    return found == .none ? current.ask(.max) : found
  }

  private func look(at row: Row) -> Trouble {
    lookCount += 1
    for place in concerned.indices {
      concerned[place] = rules.facts.municipalities.contains { fact in
        let region = rules.facts.region(of: fact, row)
        return region < 0 || region == place
      }
    }
    return sight.look(at: row)
  }

  /// Turns to a day and finds which agreement answers then.
  private func turn(to day: Int) -> Trouble {
    let trouble = sight.turn(to: day)
    if trouble != .none { return trouble }
    for place in concerned.indices
    where concerned[place]
      && rules.regions[place].chain.agreement.valid.contains(CalendarDate(dayNumber: day))
    {
      let standing = standings[place]
      take(place)
      guard let scope = standing.compiled.scope else {
        answer(by: place)
        return .none
      }
      let trouble = standing.ask(standing.compiled.scopeSheets)
      if trouble != .none { return trouble }
      let outcome = standing.sets[standing.compiled.chain.tables[scope].outcome]
      if outcome == Box.cell(ofChoice: 0) {
        answer(by: place)
        return .none
      }
      if outcome & Box.cell(ofChoice: 0) != 0 { return .open }
    }
    answer(by: standings.count - 1)
    take(standings.count - 1)
    return .none
  }

  private func answer(by place: Int) {
    self.place = place
    current = standings[place]
  }

  private func take(_ place: Int) {
    standings[place].take(sight, isNew: looks[place] != lookCount)
    looks[place] = lookCount
  }

  // MARK: What changes when

  /// Visits the coming changes of the row just assessed, in order, until told to stop.
  ///
  /// - Returns: whether bit vectors alone told all of the changes visited.
  package func visitChanges(of row: Row, _ visit: (RowChange) -> Bool) -> Bool {
    guard var answers = answers() else { return false }
    if answers[RowChange.responsible] < 0 || answers[RowChange.contact] < 0 { return true }
    course.begin(row, after: day, moved: moved, before: before)
    var moves = 0
    var agreement = current.compiled.chain.agreement.id
    while let next = course.next() {
      let now = Int(next.last)
      let done = course.moves(of: row, by: now)
      var trouble = Trouble.none
      if done != moves {
        moves = done
        moved.copy(row)
        moved.move(to: now, by: rules.rulebook.moves, using: before)
        trouble = look(at: moved)
      }
      if trouble == .none { trouble = turn(to: now) }
      // The profile cannot be about that day.
      if trouble == .contradiction {
        moves = -1
        continue
      }
      guard trouble == .none, current.ask(current.compiled.watchSheets) == .none,
        let later = self.answers()
      else { return false }
      if later[RowChange.responsible] < 0 || later[RowChange.contact] < 0 { continue }
      let id = current.compiled.chain.agreement.id
      let known = later .>= 0 .& answers .>= 0
      let differs = later .!= answers .& known
      if any(differs) || id != agreement {
        let change = RowChange(
          day: DateRange(
            first: CalendarDate(dayNumber: Int(next.first)),
            last: CalendarDate(dayNumber: Int(next.last))),
          from: answers, to: later, isOtherAgreement: id != agreement, causes: course.found)
        if !visit(change) { return true }
      }
      (answers, agreement) = (later, id)
    }
    return true
  }

  /// What the tables answer whose changes are told; nil where one is not certain.
  private func answers() -> SIMD16<Int32>? {
    var result = SIMD16<Int32>(repeating: -1)
    for (place, table) in current.compiled.watched.enumerated() {
      guard let table else { continue }
      guard let answer = current.answer(of: table) else { return nil }
      result[place] = answer
    }
    return result
  }
}
