extension Situation {
  /// What is known of these youths on a day, in the region of an agreement.
  ///
  /// A bound on an age is a stretch of birth dates on that day, and so for every fact computed from a date.
  ///
  /// - Parameters:
  ///   - region: the place of the agreement among the regional ones; one past the last for none.
  ///   - known: what is known of them beside this.
  /// - Returns: nil when the facts exclude each other: there is no such youth.
  func profile(
    on date: CalendarDate, in region: Int, beside known: Profile = Profile(), of rulebook: Rulebook
  ) -> Profile? {
    var profile = known
    let vocabulary = rulebook.vocabulary
    for (fact, constraint) in self.known {
      guard profile.narrow(fact, to: constraint, on: date, rulebook) else { return nil }
    }
    for (fact, described) in vocabulary.facts.enumerated() where described.kind == .municipality {
      if profile[fact] != nil { continue }
      let isInside = fact == vocabulary.home || !elsewhere.isEmpty
      if elsewhere.contains(fact) {
        profile.regions[fact] = rulebook.regions.count
      } else if isInside {
        profile.regions[fact] = region
      }
    }
    for (fact, region) in regions { profile.regions[fact] = region }
    return profile
  }
}

extension Profile {
  /// Makes a fact known, or known better; false when that contradicts what was known.
  fileprivate mutating func narrow(
    _ fact: Int, to constraint: Constraint, on date: CalendarDate, _ rulebook: Rulebook
  ) -> Bool {
    switch (rulebook.vocabulary[fact].derivation, constraint) {
    case (.years(let base), .numbers(let ranges)):
      return ranges.allSatisfy { range in
        narrow(base, to: DateRange.days(where: range) { $0.years(until: date) })
      }
    case (.months(let base), .numbers(let ranges)):
      return ranges.allSatisfy { range in
        narrow(base, to: DateRange.days(where: range) { $0.months(until: date) })
      }
    case (.reached(let moment), .values(let choices)):
      let isReached = choices == 1
      let wanted = HalfOpenRange(from: isReached ? 1 : nil, below: isReached ? nil : 1)
      return narrow(
        moment.fact,
        to: DateRange.days(where: wanted) { day in
          moment.day(from: day, schoolYear: rulebook.schoolYear) <= date ? 1 : 0
        })
    case (_, .values(let choices)):
      var both = choices
      switch self[fact] {
      case .choice(let choice): both &= 1 << UInt64(choice)
      case .oneOf(let others): both &= others
      default: break
      }
      guard both != 0 else { return false }
      self[fact] =
        both.nonzeroBitCount == 1 ? .choice(both.trailingZeroBitCount) : .oneOf(both)
      return true
    case (_, .numbers(let ranges)):
      let number = ranges.first?.from ?? 0
      if case .number(let other) = self[fact], other != number { return false }
      self[fact] = .number(number)
      return true
    case (_, .days(let ranges)):
      return ranges.allSatisfy { range in
        let days = DateRange.anyDay
        let last = range.below?.adding(days: -1) ?? days.last
        guard (range.from ?? days.first) <= last else { return false }
        return narrow(fact, to: DateRange(first: range.from ?? days.first, last: last))
      }
    }
  }

  private mutating func narrow(_ fact: Int, to range: DateRange?) -> Bool {
    var range = range
    if case .days(let earlier) = self[fact] { range = range?.intersection(earlier) }
    guard let range else { return false }
    self[fact] = .days(range)
    return true
  }
}

extension DateRange {
  /// The days for which a number that never grows with the day lies in a range; nil when there is none.
  static func days(where range: HalfOpenRange<Int>, _ number: (CalendarDate) -> Int) -> DateRange? {
    let days = DateRange.anyDay
    let first = range.below.map { below in
      DateRange.first(in: days) { number($0) < below }
    }
    let afterLast = range.from.map { from in
      DateRange.first(in: days) { number($0) < from }
    }
    let start = first ?? days.first
    let last = (afterLast?.adding(days: -1)) ?? days.last
    return start <= last ? DateRange(first: start, last: last) : nil
  }

  /// The first day on which something that stays true once it is true is true; the day after the last
  /// when it never is.
  private static func first(in days: DateRange, where holds: (CalendarDate) -> Bool)
    -> CalendarDate
  {
    var low = days.first.dayNumber
    var high = days.last.dayNumber + 1
    while low < high {
      // Days before 1970 have negative numbers: halving their sum would round towards zero.
      let middle = low + (high - low) / 2
      if holds(CalendarDate(dayNumber: middle)) { high = middle } else { low = middle + 1 }
    }
    return CalendarDate(dayNumber: low)
  }

  /// A day that stands for all of them: one in the middle, or near a date when they go on for long.
  func example(near date: CalendarDate) -> CalendarDate {
    let length = last.dayNumber - first.dayNumber
    if length < 800 { return first.adding(days: length / 2) }
    return first > date ? first.adding(days: 200) : last.adding(days: -200)
  }
}
