/// The rules of a chain as boxes, for one profile's dates on one reference date.
///
/// Every fact is an axis. A date is cut into the stretches in which nothing computed from it changes
/// its mind, so that age and the end of leerplicht, both from one birth date, never contradict.
final class Setting {
  let chain: Chain
  let date: CalendarDate
  /// Per date fact, the stretches of days that are its cells; empty for other facts.
  let stretches: [[DateRange]]
  /// Per fact, the numbers and days where some rule changes its mind.
  let cuts: Cuts
  /// What `rules(of:)` has found.
  private var rules: [[[Box.Bounds]]?]
  /// Per fact, for whom it means anything; nil for everybody.
  private(set) var applies: [[Box.Bounds]?] = []
  /// Per fact, whether it decides if others apply.
  private(set) var guards: [Bool] = []
  /// What cannot be true together.
  private(set) var impossible: [[Box.Bounds]] = []
  /// Per fact, all cells in which it applies.
  private(set) var allCells: [UInt64] = []

  /// - Parameter cuts: where the axes are cut; those of the chain itself when nil. Two chains cut at
  ///   the same places can pass boxes to each other.
  init(_ chain: Chain, _ profile: Profile, on date: CalendarDate, cuts: Cuts? = nil) {
    self.chain = chain
    self.date = date
    let cuts = cuts ?? chain.cuts
    self.cuts = cuts
    let cutter = DateCutter(chain: chain, cuts: cuts, date: date)
    stretches = chain.vocabulary.facts.indices.map { fact in
      guard chain.vocabulary[fact].kind == .date, chain.vocabulary[fact].derivation == nil else {
        return []
      }
      if case .days(let range) = profile[fact] { return cutter.stretches(of: range, fact: fact) }
      return cutter.stretches(of: .anyDay, fact: fact)
    }
    rules = Array(repeating: nil, count: chain.tables.count)
    applies = chain.vocabulary.facts.enumerated().map { fact, described in
      chain.fixedApplies[fact] ?? described.applies.map { bounds($0) }
    }
    guards = Array(repeating: false, count: chain.vocabulary.facts.count)
    for case let alternatives? in applies {
      for bounds in alternatives {
        for (axis, _) in bounds { guards[axis] = true }
      }
    }
    impossible = chain.rulebook.impossible.map { bounds($0.match) }
    allCells = chain.vocabulary.facts.indices.map { cells(appliedBy: $0) }
  }

  /// Per rule of a table, the boxes in which it holds.
  ///
  /// Worked out when the table is first asked: on most days only a few are.
  func rules(of table: Int) -> [[Box.Bounds]] {
    if let known = rules[table] { return known }
    let found = zip(chain.tables[table].rules, chain.fixedBounds[table]).map { rule, fixed in
      fixed ?? bounds(rule.match)
    }
    rules[table] = found
    return found
  }

  /// The boxes of a match that holds on any day; nil when that depends on the day.
  static func fixedBounds(_ match: Match, _ vocabulary: Vocabulary) -> [Box.Bounds]? {
    var result: [Box.Bounds] = []
    for alternative in match.alternatives {
      var bounds: Box.Bounds = []
      for (fact, constraint) in alternative {
        guard case .values(let choices) = constraint else { return nil }
        switch vocabulary[fact].derivation {
        case nil, .order, .region, .outcome:
          // The same fact twice has to be put together first.
          if bounds.contains(where: { $0.axis == fact }) { return nil }
          bounds.append((fact, choices << 1))
        case .years, .months, .reached, .referenceDate: return nil
        }
      }
      result.append(bounds)
    }
    return result
  }

  /// A fact computed as if it were some days later.
  typealias Shift = (fact: Int, days: Int)

  /// The boxes of a match; alternatives that cannot hold on this day are left out.
  func bounds(_ match: Match, shift: Shift? = nil) -> [Box.Bounds] {
    match.alternatives.compactMap { bounds($0, shift) }
  }

  private func bounds(_ alternative: Match.Alternative, _ shift: Shift?) -> Box.Bounds? {
    var result: Box.Bounds = []
    result.reserveCapacity(alternative.count)
    for (fact, constraint) in alternative {
      if case .values(let choices) = constraint, chain.isPlain[fact] {
        guard Box.narrow(&result, fact, choices << 1) else { return nil }
        continue
      }
      if chain.vocabulary[fact].isReferenceDate {
        if case .days(let ranges) = constraint, !ranges.contains(where: { $0.contains(date) }) {
          return nil
        }
        continue
      }
      let days = shift?.fact == fact ? shift?.days ?? 0 : 0
      let (axis, cells) = cells(fact, constraint, shiftedBy: days)
      guard Box.narrow(&result, axis, cells) else { return nil }
    }
    return result
  }

  /// The axis a constraint lies on, and the cells it admits there.
  func cells(_ fact: Int, _ constraint: Constraint, shiftedBy days: Int = 0) -> (
    axis: Int, cells: UInt64
  ) {
    let date = days == 0 ? date : date.adding(days: days)
    let derivation = chain.vocabulary[fact].derivation
    switch (derivation, constraint) {
    case (nil, .values(let choices)), (.order, .values(let choices)),
      (.region, .values(let choices)),
      (.outcome, .values(let choices)), (.referenceDate, .values(let choices)):
      return (fact, choices << 1)
    case (nil, .numbers(let ranges)):
      return (fact, numberCells(fact) { number in ranges.contains { $0.contains(number) } })
    case (nil, .days(let ranges)):
      return (fact, dateCells(fact) { day in ranges.contains { $0.contains(day) } })
    case (.years(let base), .numbers(let ranges)):
      return (
        base, dateCells(base) { day in ranges.contains { $0.contains(day.years(until: date)) } }
      )
    case (.months(let base), .numbers(let ranges)):
      return (
        base, dateCells(base) { day in ranges.contains { $0.contains(day.months(until: date)) } }
      )
    case (.reached(let moment), .values(let choices)):
      return (
        moment.fact,
        dateCells(moment.fact) { day in
          let isReached = moment.day(from: day, schoolYear: chain.rulebook.schoolYear) <= date
          return choices & (isReached ? 1 : 2) != 0
        }
      )
    default: return (fact, 0)
    }
  }

  private func cells(appliedBy fact: Int) -> UInt64 {
    let described = chain.vocabulary[fact]
    let count =
      switch described.kind {
      case .yesNo, .choice: described.choices.count
      case .number: cuts.numbers[fact].count + 1
      case .date: max(1, stretches[fact].count)
      case .municipality, .text: 1
      }
    return (UInt64.max >> (63 - UInt64(min(count, 63)))) & ~Box.notApplicable
  }

  /// The cell a number lies in.
  func cell(ofNumber number: Int, fact: Int) -> UInt64 {
    let below = cuts.numbers[fact].filter { $0 <= number }.count
    return 2 << UInt64(below)
  }

  private func numberCells(_ fact: Int, where holds: (Int) -> Bool) -> UInt64 {
    var cells: UInt64 = 0
    for (index, number) in ([Int.min] + cuts.numbers[fact]).enumerated() where holds(number) {
      cells |= 2 << UInt64(index)
    }
    return cells
  }

  private func dateCells(_ fact: Int, where holds: (CalendarDate) -> Bool) -> UInt64 {
    var cells: UInt64 = 0
    for (index, stretch) in stretches[fact].enumerated() where holds(stretch.first) {
      cells |= 2 << UInt64(index)
    }
    return cells
  }
}

/// Cuts a stretch of days where something computed from the day changes.
struct DateCutter {
  let chain: Chain
  let cuts: Cuts
  let date: CalendarDate

  func stretches(of range: DateRange, fact: Int) -> [DateRange] {
    if range.isExact { return [range] }
    var starts = [range.first]
    func cut(near guess: CalendarDate, _ slack: Int, _ holds: (CalendarDate) -> Bool) {
      guard let start = firstDay(in: range, near: guess, slack, failing: holds) else { return }
      if !starts.contains(start) { starts.append(start) }
    }
    for day in cuts.days[fact] { cut(near: day, 1) { $0 < day } }
    for dependent in chain.dependents[fact] {
      switch chain.vocabulary[dependent].derivation {
      case .years:
        for shift in cuts.shifts {
          let date = date.adding(days: shift)
          for number in cuts.numbers(of: dependent, shiftedBy: shift) {
            cut(near: date.adding(years: -number), 4) { $0.years(until: date) >= number }
          }
        }
      case .months:
        for shift in cuts.shifts {
          let date = date.adding(days: shift)
          for number in cuts.numbers(of: dependent, shiftedBy: shift) {
            cut(near: date.adding(months: -number), 4) { $0.months(until: date) >= number }
          }
        }
      case .reached(let moment):
        let schoolYear = chain.rulebook.schoolYear
        for shift in cuts.shifts {
          let date = date.adding(days: shift)
          let guess = date.adding(years: -moment.years).adding(months: -moment.months)
          cut(near: guess.adding(days: -moment.days), moment.alignment == nil ? 4 : 740) {
            moment.day(from: $0, schoolYear: schoolYear) <= date
          }
        }
      default: break
      }
    }
    starts.sort()
    return starts.enumerated().map { index, first in
      let last = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : range.last
      return DateRange(first: first, last: last)
    }
  }

  /// The first day of a stretch, after its start, on which a test that early days pass fails.
  ///
  /// - Parameters:
  ///   - guess: a day at most `slack` days from the one looked for.
  private func firstDay(
    in range: DateRange, near guess: CalendarDate, _ slack: Int,
    failing test: (CalendarDate) -> Bool
  ) -> CalendarDate? {
    guard test(range.first), !test(range.last) else { return nil }
    var holds = max(range.first.dayNumber, guess.dayNumber - slack)
    var fails = min(range.last.dayNumber, guess.dayNumber + slack)
    // A guess outside the stretch leaves its own ends.
    if holds >= fails || !test(CalendarDate(dayNumber: holds)) { holds = range.first.dayNumber }
    if fails <= holds || test(CalendarDate(dayNumber: fails)) { fails = range.last.dayNumber }
    while fails - holds > 1 {
      let middle = (holds + fails) / 2
      if test(CalendarDate(dayNumber: middle)) { holds = middle } else { fails = middle }
    }
    return CalendarDate(dayNumber: fails)
  }
}
