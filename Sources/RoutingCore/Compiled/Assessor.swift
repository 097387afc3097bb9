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
  package private(set) var place: Int
  private var day = 0
  /// The agreements to ask, in order.
  private let asked: UnsafeMutablePointer<Int>
  private var askedCount = 0
  /// Whether more would be asked if every municipality were known.
  private var isPlaceOpen = false
  private let regionCount: Int
  /// Whether all tables were asked about the row.
  private var isAssessed = false
  /// Whether the row was looked at in parts.
  private var isSpread = false
  /// The fact on which it depends whether an agreement answers; -1 where none can be named.
  private(set) var scopeBlame = -1
  /// The stretches of dates that may be any day, found before.
  var knownStretches: [StretchKey: [DateRange]] = [:]
  private let moved: Row
  private let spare: Row
  private let course: Course
  /// What happened on days on which the answer was open for a while.
  private var pending: [Cause] = []

  /// An assessor by compiled rules.
  package init(_ rules: CompiledRules) {
    self.rules = rules
    sight = Sight(rules.facts)
    let count = rules.facts.count
    standings = (rules.regions + [rules.frame]).map { Standing($0, given: count) }
    current = standings[standings.count - 1]
    place = standings.count - 1
    asked = Program.kept(rules.regions.map { _ in 0 }).start
    regionCount = rules.regions.count
    moved = Row(facts: count)
    spare = Row(facts: count)
    course = Course(rules)
  }

  deinit {
    asked.deallocate()
  }

  /// Asks all tables about a row on a day.
  package func assess(_ row: Row, on date: CalendarDate) -> Trouble {
    day = date.dayNumber
    isSpread = false
    isAssessed = false
    var trouble = look(at: row)
    if trouble == .none { trouble = turn(to: day) }
    if trouble == .none { trouble = current.ask(.max) }
    isAssessed = trouble == .none
    return trouble
  }

  /// The agreements that may come to answer for a row, one bit each, the frame last.
  private func agreements(of row: Row) -> UInt64 {
    var result: UInt64 = 1 << UInt64(regionCount)
    func add(_ row: Row) {
      concern(row)
      for order in 0..<(isPlaceOpen ? regionCount : askedCount) {
        let place = isPlaceOpen ? order : asked[order]
        if standings[place].days.upperBound > day { result |= 1 << UInt64(place) }
      }
    }
    for step in rules.moves.steps where row.states[step.date] == .days {
      moved.copy(row)
      rules.moves.move(moved, to: Int(row.last[step.date]), using: spare)
      add(moved)
    }
    add(row)
    return result
  }

  func look(at row: Row) -> Trouble {
    concern(row)
    return sight.look(at: row)
  }

  /// Looks again at some facts of a row, as far as that will do.
  func look(at row: Row, again selection: FactCells.Selection) -> Trouble {
    guard sight.isWhole, !selection.hasOutcome else { return look(at: row) }
    concern(row)
    return sight.look(at: row, again: selection)
  }

  /// Finds which agreements to ask about a row, as `Rulebook.asked` does.
  private func concern(_ row: Row) {
    askedCount = 0
    isPlaceOpen = false
    let facts = rules.facts
    for place in 0..<facts.municipalityCount {
      let fact = facts.municipalities[place]
      if row.states[fact] != .value, facts.standsIn(for: fact) { continue }
      let region = facts.region(of: fact, row)
      if region < 0 {
        isPlaceOpen = true
        return
      }
      if region < regionCount, !isAsked(region) {
        asked[askedCount] = region
        askedCount += 1
      }
    }
  }

  private func isAsked(_ region: Int) -> Bool {
    for order in 0..<askedCount where asked[order] == region { return true }
    return false
  }

  /// When an agreement is asked, the frame after the others.
  func turn(of place: Int) -> Int {
    var order = 0
    while order < askedCount, asked[order] != place { order += 1 }
    return order
  }

  /// Turns to a day and finds which agreement answers then.
  func turn(to day: Int) -> Trouble {
    scopeBlame = -1
    let trouble = sight.turn(to: day)
    if trouble != .none { return trouble }
    for order in 0..<askedCount {
      let place = asked[order]
      let standing = standings[place]
      guard standing.days.contains(day) else { continue }
      standing.take(sight)
      switch standing.scope() {
      case .holds:
        answer(by: place)
        return .none
      case .doesNotHold: break
      case .unsure(let trouble, let blame):
        scopeBlame = blame
        return trouble
      }
    }
    // In which region a youth lives whose municipality nobody knows is for plain evaluation.
    if isPlaceOpen { return .open }
    answer(by: regionCount)
    current.take(sight)
    return .none
  }

  func answer(by place: Int) {
    if self.place == place { return }
    self.place = place
    current = standings[place]
  }

  // MARK: What changes when

  /// What the tables answer whose changes are told, for the row just assessed; nil when only plain
  /// evaluation tells.
  package func answers(of row: Row) -> Answers? {
    if isAssessed, let certain = current.answers() { return certain }
    isSpread = true
    guard case .answers(let answers) = spread(row, on: day) else { return nil }
    return answers
  }

  /// Visits the coming changes of the row just assessed, in order, until told to stop.
  ///
  /// - Returns: false when some change is not told by bit vectors: what was visited does not count then.
  package func visitChanges(
    of row: Row, from first: Answers, _ visit: (RowChange) -> Bool
  ) -> Bool {
    var answers = first
    guard answers.isDetermined else { return true }
    course.begin(row, after: day, agreements: agreements(of: row), moved: moved, spare: spare)
    // The row as it was looked at last, with the moves made so far, one bit each; nil when it has to be
    // looked at anew.
    var moves: UInt64? = isSpread ? nil : 0
    var agreement = place
    pending.removeAll(keepingCapacity: true)
    // The agreement that the answers were read from, as long as they were certain, and how much it had
    // been asked by then.
    var known = isSpread ? -1 : place
    var asks = current.asks
    while let next = course.next(
      for: known < 0 ? .max : answering, where: { known < 0 || matters($0, $1, on: $2) })
    {
      let now = Int(next.last)
      let done = rules.moves.made(by: row, until: now)
      var trouble = Trouble.none
      if done != moves {
        moved.copy(row)
        rules.moves.move(moved, to: now, using: spare)
        trouble =
          moves == nil
          ? look(at: moved) : look(at: moved, again: rules.facts.moved)
        moves = done
        // Who is named by a fact may change without any rule being asked.
        known = -1
      }
      if trouble == .none { trouble = turn(to: now) }
      if trouble == .none { trouble = current.ask(current.compiled.watchSheets) }
      if trouble == .none, known == place, asks == current.asks, !sight.hasNarrowed {
        // Nothing was asked anew.
        pending.removeAll(keepingCapacity: true)
        continue
      }
      known = -1
      var later = trouble == .none ? current.answers() : nil
      if trouble == .contradiction {
        // The profile cannot be about that day.
        moves = nil
        continue
      }
      let isCertain = later != nil
      if later == nil {
        moved.copy(row)
        rules.moves.move(moved, to: now, using: spare)
        moves = nil
        switch spread(moved, on: now) {
        case .answers(let answers): later = answers
        case .nobody: continue
        case .unknown: return false
        }
      }
      guard let later else { return false }
      guard later.isComplete else { continue }
      // Where another day is known only in part, the answer is open for a while: that is told once that
      // day has certainly come.
      if !later.isDetermined, course.isWithinAnother(now) {
        pending += course.found
        continue
      }
      if place != agreement || later.differs(from: answers) {
        let change = RowChange(
          day: DateRange(
            first: CalendarDate(dayNumber: Int(next.first)), last: CalendarDate(dayNumber: now)),
          from: answers, to: later, isOtherAgreement: place != agreement)
        if !visit(change) { return true }
      }
      (answers, agreement) = (later, place)
      if isCertain { (known, asks) = (place, current.asks) }
      if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
    }
    return true
  }

  /// Whether it may matter to the answers that a fact enters a cell on a day, as they were found last.
  private func matters(_ fact: Int, _ cell: Int, on day: Int) -> Bool {
    if isPlaceOpen { return true }
    for order in 0..<askedCount where asked[order] != place {
      let standing = standings[asked[order]]
      let isEarlier = turn(of: place) > order
      if isEarlier, standing.days.contains(day),
        standing.matters(fact, cell, to: standing.compiled.scopeSheets, sight)
      {
        return true
      }
    }
    let (scope, watch) = (current.compiled.scopeSheets, current.compiled.watchSheets)
    return current.matters(fact, cell, to: scope | watch, sight)
  }

  /// The agreements on whose days another one may answer or the one that does otherwise, one bit each.
  private var answering: UInt64 {
    var result: UInt64 = 1 << UInt64(place)
    for order in 0..<askedCount { result |= 1 << UInt64(asked[order]) }
    return isPlaceOpen ? .max : result
  }

  /// What happens on the day of the change that is being visited.
  package var causes: [Cause] { course.found(with: pending) }
}
