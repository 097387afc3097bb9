/// A date that is not known exactly, and the days on which what it makes possible changes.
///
/// On a day each step computed from the date (18 years after it, the end of a school year) parts the
/// days the date may be into those for which it was reached and those for which it was not. What is
/// possible changes only where such a part becomes empty or no longer is.
struct Crossing {
  /// The days the date may be.
  let range: DateRange
  /// What is computed from it.
  let steps: [Moment]
  /// The days that count.
  let window: DateRange
  let schoolYear: YearDay

  /// The days, in no order.
  ///
  /// - Parameter cuts: the days on which rules cut the date itself.
  func days(cutAt cuts: [CalendarDate]) -> Set<CalendarDate> {
    var found: Set<CalendarDate> = []
    func add(_ day: CalendarDate) {
      if window.first <= day, day <= window.last { found.insert(day) }
    }
    for step in steps {
      for edge in [range.first, range.last] { add(day(step, edge)) }
      for cut in cuts {
        add(day(step, cut))
        add(day(step, cut.adding(days: -1)))
      }
      for other in steps where other != step { between(step, other).forEach(add) }
    }
    return found
  }

  private func day(_ step: Moment, _ date: CalendarDate) -> CalendarDate {
    step.day(from: date, schoolYear: schoolYear)
  }

  /// The edges of the days on which the date may be one for which a step was reached and another was
  /// not.
  private func between(_ step: Moment, _ other: Moment) -> [CalendarDate] {
    let (early, late) = (step.distance, other.distance)
    // Far apart: some date is always between them, or never.
    if late.lowerBound - early.upperBound > Moment.longestYear
      || late.upperBound <= early.lowerBound
    {
      return []
    }
    // Only the dates for which one of the two lies in the window.
    let first = max(range.first.dayNumber, window.first.dayNumber - late.upperBound - 1)
    let last = min(range.last.dayNumber, window.last.dayNumber - early.lowerBound + 1)
    guard first <= last else { return [] }
    var edges: [CalendarDate] = []
    var open: (first: CalendarDate, end: CalendarDate)?
    for number in first...last {
      let date = CalendarDate(dayNumber: number)
      let (reached, following) = (day(step, date), day(other, date))
      guard reached < following else { continue }
      if let earlier = open, reached <= earlier.end {
        open = (earlier.first, max(earlier.end, following))
      } else {
        if let earlier = open { edges += [earlier.first, earlier.end] }
        open = (reached, following)
      }
    }
    if let last = open { edges += [last.first, last.end] }
    return edges
  }
}

extension Moment {
  /// More days than any year has, and than any step of a calendar skips.
  fileprivate static let longestYear = 367

  /// At least and at most so many days after the date it starts from.
  fileprivate var distance: ClosedRange<Int> {
    let months = years * 12 + self.months
    // A month has 30.436875 days on average; no date is further from it than a few days.
    let middle = months * 30_436_875 / 1_000_000 + days
    switch alignment {
    case nil: return middle - 5...middle + 5
    case .schoolYearStart: return middle - 5 - Moment.longestYear...middle + 5
    case .schoolYearEnd: return middle - 5...middle + 5 + Moment.longestYear
    }
  }
}
