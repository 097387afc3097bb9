extension CalendarDate {
  /// The day `count` days later (earlier when negative).
  public func adding(days count: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + count)
  }

  /// The same day of the month, `count` months later.
  ///
  /// A day the month does not have becomes its last day: 31 August and six months is 28 February.
  public func adding(months count: Int) -> CalendarDate {
    let (year, month, day) = components
    let months = year * 12 + (month - 1) + count
    let newYear = months >= 0 ? months / 12 : (months - 11) / 12
    let newMonth = months - newYear * 12 + 1
    let newDay = min(day, CalendarDate.days(inMonth: newMonth, of: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The same day, `count` years later: an anniversary or a birthday.
  ///
  /// - Note: 29 February becomes 1 March in a common year, the usual Dutch view for birthdays, and
  ///   for windows the reading that favours the youth.
  public func adding(years count: Int) -> CalendarDate {
    let (year, month, day) = components
    if let same = CalendarDate(year: year + count, month: month, day: day) { return same }
    return CalendarDate(year: year + count, month: 3, day: 1) ?? self
  }

  /// Whole years from this day to another: the age on that day, or -1 and below before it.
  public func years(until other: CalendarDate) -> Int {
    var count = other.year - year
    if other < adding(years: count) { count -= 1 }
    return count
  }

  /// Whole months from this day to another; -1 and below before it.
  public func months(until other: CalendarDate) -> Int {
    let from = components
    let to = other.components
    var count = (to.year - from.year) * 12 + to.month - from.month
    if other < adding(months: count) { count -= 1 }
    return count
  }
}

/// A month and a day that return every year: the first day of the school year.
public struct YearDay: Hashable, Sendable {
  /// The month, 1-12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// A month and a day, or nil when no year has such a day.
  public init?(month: Int, day: Int) {
    guard CalendarDate(year: 2001, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// The last such day that is not after `date`: the first day of the school year `date` lies in.
  public func last(onOrBefore date: CalendarDate) -> CalendarDate {
    let year = date.year
    let same = CalendarDate(year: year, month: month, day: day) ?? date
    return same <= date ? same : (CalendarDate(year: year - 1, month: month, day: day) ?? date)
  }
}
