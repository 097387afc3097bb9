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
    guard (1...9999).contains(newYear) else { return self }
    return CalendarDate(
      dayNumber: CalendarDate.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  /// The same day, `count` years later: an anniversary or a birthday.
  ///
  /// - Note: 29 February becomes 1 March in a common year, the usual Dutch view for birthdays, and
  ///   for windows the reading that favours the youth.
  public func adding(years count: Int) -> CalendarDate {
    let (year, month, day) = components
    let newYear = year + count
    guard (1...9999).contains(newYear) else { return self }
    let isMissing = month == 2 && day == 29 && !CalendarDate.isLeap(newYear)
    return CalendarDate(
      dayNumber: CalendarDate.dayNumber(
        year: newYear, month: isMissing ? 3 : month, day: isMissing ? 1 : day))
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
    start(ofYear: 0, from: date)
  }

  /// The first such day after `date`: the first day of the school year after the one `date` lies in.
  public func first(after date: CalendarDate) -> CalendarDate {
    start(ofYear: 1, from: date)
  }

  /// The first day of the school year so many years after the one a day lies in.
  private func start(ofYear count: Int, from date: CalendarDate) -> CalendarDate {
    let parts = date.components
    let isBefore = parts.month < month || parts.month == month && parts.day < day
    let year = parts.year + count - (isBefore ? 1 : 0)
    guard (1...9999).contains(year) else { return date }
    return CalendarDate(dayNumber: CalendarDate.dayNumber(year: year, month: month, day: day))
  }
}
