/// A day as a year, a month and a day of the month, for counting years and months.
struct CivilDay: Equatable {
  private let year: Int32
  private let month: Int16
  private let date: Int16
  /// The number of the day itself.
  let number: Int

  /// The day with this number.
  init(_ number: Int) {
    let (year, month, date) = CalendarDate(dayNumber: number).components
    self.year = Int32(truncatingIfNeeded: year)
    self.month = Int16(truncatingIfNeeded: month)
    self.date = Int16(truncatingIfNeeded: date)
    self.number = number
  }

  /// A day of which only the number matters.
  init(moment number: Int) {
    (year, month, date) = (0, 0, 0)
    self.number = number
  }

  /// Whole years or months until another day, as `CalendarDate` counts them.
  @inline(__always)
  func count(_ isYears: Bool, until other: CivilDay) -> Int {
    let years = Int(other.year &- year)
    if isYears {
      let isBefore = other.month < month || other.month == month && other.date < date
      return isBefore ? years &- 1 : years
    }
    let months = years &* 12 &+ Int(other.month &- month)
    // A day the month does not have becomes its last day.
    guard other.date < date else { return months }
    let length = CalendarDate.days(inMonth: Int(other.month), of: Int(other.year))
    return Int(other.date) < min(Int(date), length) ? months &- 1 : months
  }

  /// The number of the day so many years or months later, as `CalendarDate` adds them.
  func adding(_ count: Int, _ isYears: Bool) -> Int {
    if isYears {
      let year = Int(year) &+ count
      let isMissing = month == 2 && date == 29 && !CalendarDate.isLeap(year)
      return CalendarDate.dayNumber(
        year: year, month: isMissing ? 3 : Int(month), day: isMissing ? 1 : Int(date))
    }
    let months = Int(year) &* 12 &+ Int(month) &- 1 &+ count
    let year = months / 12
    let month = months % 12 + 1
    return CalendarDate.dayNumber(
      year: year, month: month, day: min(Int(date), CalendarDate.days(inMonth: month, of: year)))
  }
}
