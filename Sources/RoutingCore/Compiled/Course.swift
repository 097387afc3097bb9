/// The coming days on which some fact of a row enters a new cell, in order.
final class Course {
  /// Such a day.
  private struct Coming {
    /// The last and the first day it can be, as one number that sorts by both.
    let key: Int64
    /// The agreements it matters to, one bit each.
    let agreements: UInt64
    let cause: Cause
    /// The fact that enters a cell, -1 for what changes more than one, and the later one of the cells it
    /// moves between.
    let fact: Int32
    let cell: Int32
  }

  private let rules: CompiledRules
  private let coming: UnsafeMutablePointer<Coming>
  private var count = 0
  /// Whether every date is one day.
  private var isExact = true
  private var reached: Int64 = .min
  private var today = CivilDay(0)

  init(_ rules: CompiledRules) {
    self.rules = rules
    // Every row can bring each of its days, and so can what becomes of it after each move.
    let moves = rules.moves.steps.count
    let days = rules.watchedFacts.reduce(moves) { $0 + rules.facts.entries[$1].dayCount }
    coming = .allocate(capacity: rules.fixedDays.count + (moves + 1) * days + 1)
  }

  deinit { coming.deallocate() }

  /// Gathers the days after a day.
  ///
  /// - Parameters:
  ///   - agreements: the agreements, the frame last, that may come to answer, one bit each.
  ///   - moved: a row to move to later days.
  ///   - spare: a row to write in meanwhile.
  func begin(_ row: Row, after day: Int, agreements: UInt64, moved: Row, spare: Row) {
    count = 0
    isExact = true
    reached = .min
    today = CivilDay(day)
    for (fixed, cause, agreement) in rules.fixedDays
    where agreements & (1 << UInt64(agreement)) != 0 {
      add(Int32(fixed), Int32(fixed), day, cause, 1 << UInt64(agreement), -1, 0)
    }
    add(row, day, agreements, unlike: nil)
    for step in rules.moves.steps where row.states[step.date] == .days {
      moved.copy(row)
      rules.moves.move(moved, to: Int(row.last[step.date]), using: spare)
      add(moved, day, agreements, unlike: row)
    }
  }

  /// Adds the days a row brings, as far as another one does not bring them already.
  private func add(_ row: Row, _ day: Int, _ agreements: UInt64, unlike other: Row?) {
    func isNew(_ date: Int) -> Bool {
      guard row.states[date] == .days else { return false }
      guard let other else { return true }
      return other.states[date] != .days || other.first[date] != row.first[date]
        || other.last[date] != row.last[date]
    }
    for step in rules.moves.steps where isNew(step.date) {
      let date = step.date
      add(row.first[date], row.last[date], day, .move(fact: date), .max, -1, 0)
    }
    for (place, fact) in rules.watchedFacts.enumerated() {
      let base = rules.facts.entries[fact].base
      guard isNew(base) else { continue }
      let steps = rules.watchedSteps + place * CompiledRules.stepCount
      add(fact, steps, agreements, Int(row.first[base]), Int(row.last[base]), day)
    }
  }

  /// Adds the days on which a fact enters a new cell, for a date that lies between two days.
  ///
  /// - Parameter steps: per step, the agreements that change their mind there.
  private func add(
    _ fact: Int, _ steps: UnsafePointer<UInt64>, _ agreements: UInt64, _ first: Int, _ last: Int,
    _ day: Int
  ) {
    let facts = rules.facts
    let entry = UnsafePointer(facts.entries + fact)
    if entry.pointee.isMoment {
      if steps[0] & agreements == 0 { return }
      let late = facts.day(of: fact, from: last)
      let early = first == last ? late : facts.day(of: fact, from: first)
      add(Int32(early), Int32(late), day, .reached(fact: fact), steps[0], fact, 2)
      return
    }
    let end = CivilDay(last)
    let start = first == last ? end : CivilDay(first)
    // What the last day has reached is past.
    let now = facts.reached(by: end.count(entry.pointee.isYears, until: today), entry)
    for place in now..<max(now, entry.pointee.dayCount) where steps[place] & agreements != 0 {
      let number = facts.cut(entry, place)
      let late = end.adding(number, entry.pointee.isYears)
      let early = first == last ? late : start.adding(number, entry.pointee.isYears)
      add(
        Int32(early), Int32(late), day,
        number == 0 ? .date(fact: entry.pointee.base) : .counted(fact: fact, number: number),
        steps[place], fact, place &+ 2)
    }
  }

  @inline(__always)
  private func add(
    _ first: Int32, _ last: Int32, _ day: Int, _ cause: Cause, _ agreements: UInt64, _ fact: Int,
    _ cell: Int
  ) {
    guard Int(last) > day, Int(last) <= DateRange.anyDay.last.dayNumber else { return }
    // Days before 1970 are negative; the first ones count up from the least there can be.
    let key = Int64(last) << 32 | (Int64(first) - Int64(Int32.min))
    (coming + count).initialize(
      to: Coming(
        key: key, agreements: agreements, cause: cause, fact: Int32(truncatingIfNeeded: fact),
        cell: Int32(truncatingIfNeeded: cell)))
    count &+= 1
    if first != last { isExact = false }
  }

  /// The next day that matters to some agreements.
  ///
  /// - Parameter matters: whether it matters that a fact enters a cell on a day; asked only where every
  ///   date is one day.
  func next(
    for wanted: UInt64, where matters: (_ fact: Int, _ cell: Int, _ day: Int) -> Bool
  ) -> (first: Int32, last: Int32)? {
    // What happens while a date may have come or not is told later, whomever it matters to.
    let wanted = isExact ? wanted : .max
    while true {
      var least = Int64.max
      for place in 0..<count {
        let key = coming[place].key
        if key > reached, key < least, coming[place].agreements & wanted != 0 { least = key }
      }
      guard least != .max else { return nil }
      reached = least
      let last = Int32(least >> 32)
      for place in 0..<count where coming[place].key == least {
        let (fact, cell) = (Int(coming[place].fact), Int(coming[place].cell))
        if !isExact || fact < 0 || matters(fact, cell, Int(last)) {
          return (Int32(least & 0xFFFF_FFFF + Int64(Int32.min)), last)
        }
      }
    }
  }

  /// What happens on the day just found, and what happened before and was not told.
  func found(with pending: [Cause]) -> [Cause] {
    let found = found
    return found + pending.filter { !found.contains($0) }
  }

  /// What happens on the day just found.
  var found: [Cause] {
    var result: [Cause] = []
    for place in 0..<count
    where coming[place].key == reached && !result.contains(coming[place].cause) {
      result.append(coming[place].cause)
    }
    let reasons = result.filter { !$0.isRemark }
    return reasons.isEmpty ? result : reasons
  }

  /// Whether a day lies within the days another one can be.
  func isWithinAnother(_ day: Int) -> Bool {
    (0..<count).contains { place in
      let key = coming[place].key
      return Int(key & 0xFFFF_FFFF + Int64(Int32.min)) <= day && day < Int(key >> 32)
    }
  }
}

/// A coming day on which an answer changes, told by names of answers.
public struct RowChange: Sendable {
  /// The day, or the days it lies in when a date is known only in part.
  public let day: DateRange
  /// What was answered before.
  public let from: Answers
  /// What is answered from then on.
  public let to: Answers
  /// Whether another agreement answers from then on.
  public let isOtherAgreement: Bool

  /// Whether the answer of a table changes.
  public func changes(_ table: Int) -> Bool { to.differs(table, from: from) }
}
