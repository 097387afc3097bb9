/// A day computed from a date fact: so many years, months or days after it, moved to the edge of a
/// school year when asked.
public struct Moment: Hashable, Sendable {
  /// Where in the school year the day is moved to.
  public enum Alignment: String, CaseIterable, Sendable {
    /// The first day of the school year it lies in.
    case schoolYearStart = "school-year-start"
    /// The first day of the next school year: what ends with the school year has ended then.
    case schoolYearEnd = "school-year-end"
  }

  /// The date fact it starts from, by its place in the vocabulary.
  public let fact: Int
  /// Years added.
  public let years: Int
  /// Months added, after the years.
  public let months: Int
  /// Days added, after the months.
  public let days: Int
  /// Where the result is moved to.
  public let alignment: Alignment?

  /// The day for a given date.
  ///
  /// A later date never gives an earlier day.
  public func day(from date: CalendarDate, schoolYear: YearDay) -> CalendarDate {
    var day = date
    if years != 0 { day = day.adding(years: years) }
    if months != 0 { day = day.adding(months: months) }
    day = day.adding(days: days)
    switch alignment {
    case nil: return day
    case .schoolYearStart: return schoolYear.last(onOrBefore: day)
    case .schoolYearEnd: return schoolYear.first(after: day)
    }
  }
}

extension Moment {
  /// So many years or months after a date.
  init(fact: Int, years: Int = 0, months: Int = 0) {
    self.init(fact: fact, years: years, months: months, days: 0, alignment: nil)
  }
}
