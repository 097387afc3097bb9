/// A day in the civil (Gregorian) calendar, without time or time zone.
///
/// Inside it is the number of days since 1 January 1970, so that comparing and counting are exact.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// The day that lies `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day with this year, month (1-12) and day of the month, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else { return nil }
    self.init(dayNumber: CalendarDate.dayNumber(year: year, month: month, day: day))
  }

  /// Year, month (1-12) and day of the month.
  ///
  /// Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber &+ 719_468
    // Years from 0 up to and including 9999 fit numbers that divide sooner.
    if shifted >= 0, shifted < 3_652_365 {
      return CalendarDate.components(UInt32(truncatingIfNeeded: shifted))
    }
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The same for days since 1 March of the year 0.
  ///
  /// Algorithm: Cassio Neri and Lorenz Schneider, "Euclidean affine functions and their application to
  /// calendar algorithms".
  @inline(__always)
  private static func components(_ shifted: UInt32) -> (year: Int, month: Int, day: Int) {
    let quarters = 4 &* shifted &+ 3
    let century = quarters / 146_097
    let dayOfCentury = quarters % 146_097 | 3
    // Years by their share of a century, as the high half of a product; the low half is the rest.
    let product = 2_939_745 &* UInt64(dayOfCentury)
    let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
    let year = 100 &* century &+ UInt32(truncatingIfNeeded: product >> 32)
    let months = 2_141 &* dayOfYear &+ 197_913
    let month = months >> 16
    let day = (months & 0xFFFF) / 2_141 &+ 1
    // Years begin in March here, so that the leap day comes last.
    let isNextYear = dayOfYear >= 306
    return (Int(year) &+ (isNextYear ? 1 : 0), Int(month) &- (isNextYear ? 12 : 0), Int(day))
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days in a month (1-12) of a year.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of a day the calendar has, in a year from 1.
  ///
  /// Algorithm: Neri and Schneider, as for `components`.
  @inline(__always)
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March here, so that the leap day comes last.
    let isBefore = month <= 2
    let year = isBefore ? year &- 1 : year
    let month = isBefore ? month &+ 12 : month
    let century = year / 100
    let days = (1461 &* year) >> 2 &- century &+ century >> 2
    return days &+ (979 &* month &- 2919) >> 5 &+ day &- 1 &- 719_468
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day as ISO 8601: `2026-11-21`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A whole number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
