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
  /// Per table and rule, the boxes in which it holds.
  private(set) var rules: [[[Box.Bounds]]] = []
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
    var cutter = DateCutter(chain: chain, cuts: cuts, date: date)
    stretches = chain.vocabulary.facts.indices.map { fact in
      guard chain.vocabulary[fact].kind == .date, chain.vocabulary[fact].derivation == nil else {
        return []
      }
      if case .days(let range) = profile[fact] { return cutter.stretches(of: range, fact: fact) }
      return cutter.stretches(of: .anyDay, fact: fact)
    }
    rules = chain.tables.indices.map { table in
      chain.fixedBounds[table].enumerated().map { rule, fixed in
        fixed ?? bounds(chain.tables[table].rules[rule].match)
      }
    }
    applies = chain.vocabulary.facts.map { $0.applies.map { bounds($0) } }
    guards = Array(repeating: false, count: chain.vocabulary.facts.count)
    for bounds in applies.compactMap({ $0 }).joined() {
      for (axis, _) in bounds { guards[axis] = true }
    }
    impossible = chain.rulebook.impossible.map { bounds($0.match) }
    allCells = chain.vocabulary.facts.indices.map { cells(appliedBy: $0) }
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

  /// The boxes of a match; alternatives that cannot hold on this day are left out.
  func bounds(_ match: Match) -> [Box.Bounds] {
    match.alternatives.compactMap { bounds($0) }
  }

  private func bounds(_ alternative: Match.Alternative) -> Box.Bounds? {
    var result: Box.Bounds = []
    for (fact, constraint) in alternative {
      if chain.vocabulary[fact].isReferenceDate {
        if case .days(let ranges) = constraint, !ranges.contains(where: { $0.contains(date) }) {
          return nil
        }
        continue
      }
      let (axis, cells) = cells(fact, constraint)
      guard cells != 0 else { return nil }
      if let place = result.firstIndex(where: { $0.axis == axis }) {
        result[place].cells &= cells
        if result[place].cells == 0 { return nil }
      } else {
        result.append((axis, cells))
      }
    }
    return result
  }

  /// The axis a constraint lies on, and the cells it admits there.
  func cells(_ fact: Int, _ constraint: Constraint) -> (axis: Int, cells: UInt64) {
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
      case .number: (cuts.numbers[fact]?.count ?? 0) + 1
      case .date: max(1, stretches[fact].count)
      case .municipality, .text: 1
      }
    return (UInt64.max >> (63 - UInt64(min(count, 63)))) & ~Box.notApplicable
  }

  /// The cell a number lies in.
  func cell(ofNumber number: Int, fact: Int) -> UInt64 {
    let below = (cuts.numbers[fact] ?? []).filter { $0 <= number }.count
    return 2 << UInt64(below)
  }

  private func numberCells(_ fact: Int, where holds: (Int) -> Bool) -> UInt64 {
    let cuts = (cuts.numbers[fact] ?? []).sorted()
    var cells: UInt64 = 0
    for (index, number) in ([Int.min] + cuts).enumerated() where holds(number) {
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
private struct DateCutter {
  let chain: Chain
  let cuts: Cuts
  let date: CalendarDate
  /// Per date fact, the tests on it that hold for early days and not for later ones.
  private var tests: [Int: [(CalendarDate) -> Bool]] = [:]

  init(chain: Chain, cuts: Cuts, date: CalendarDate) {
    self.chain = chain
    self.cuts = cuts
    self.date = date
  }

  mutating func stretches(of range: DateRange, fact: Int) -> [DateRange] {
    if range.isExact { return [range] }
    if tests.isEmpty { collectTests() }
    var starts: Set<CalendarDate> = [range.first]
    for test in tests[fact] ?? [] {
      if let start = firstDay(in: range, failing: test) { starts.insert(start) }
    }
    let sorted = starts.sorted()
    return sorted.enumerated().map { index, first in
      let last = index + 1 < sorted.count ? sorted[index + 1].adding(days: -1) : range.last
      return DateRange(first: first, last: last)
    }
  }

  private mutating func collectTests() {
    let date = date
    let schoolYear = chain.rulebook.schoolYear
    for (fact, described) in chain.vocabulary.facts.enumerated() {
      switch described.derivation {
      case nil:
        for day in cuts.days[fact] ?? [] { tests[fact, default: []].append { $0 < day } }
      case .years(let base):
        for number in cuts.numbers[fact] ?? [] {
          tests[base, default: []].append { $0.years(until: date) >= number }
        }
      case .months(let base):
        for number in cuts.numbers[fact] ?? [] {
          tests[base, default: []].append { $0.months(until: date) >= number }
        }
      case .reached(let moment):
        tests[moment.fact, default: []].append {
          moment.day(from: $0, schoolYear: schoolYear) <= date
        }
      case .order, .region, .referenceDate, .outcome: break
      }
    }
  }

  /// The first day of a stretch, after its start, on which a test no longer holds.
  private func firstDay(in range: DateRange, failing test: (CalendarDate) -> Bool) -> CalendarDate?
  {
    guard test(range.first), !test(range.last) else { return nil }
    var holds = range.first.dayNumber
    var fails = range.last.dayNumber
    while fails - holds > 1 {
      let middle = (holds + fails) / 2
      if test(CalendarDate(dayNumber: middle)) { holds = middle } else { fails = middle }
    }
    return CalendarDate(dayNumber: fails)
  }
}
