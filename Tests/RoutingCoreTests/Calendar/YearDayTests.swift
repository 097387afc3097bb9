import Testing

@testable import RoutingCore

struct YearDayTests {
  @Test(arguments: [(2, 29), (2, 30), (4, 31), (13, 1), (0, 1), (8, 0), (8, 32)])
  func `a day that some years lack is no day of the year`(month: Int, day: Int) {
    #expect(YearDay(month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2026-07-31", "2025-08-01"), ("2026-08-01", "2026-08-01"), ("2026-08-02", "2026-08-01"),
    ("2026-12-31", "2026-08-01"), ("2027-01-01", "2026-08-01"), ("2028-02-29", "2027-08-01"),
  ])
  func `a school year starts on the last 1 August`(date: String, start: String) throws {
    let schoolYear = try #require(YearDay(month: 8, day: 1))
    #expect(try schoolYear.last(onOrBefore: day(date)) == day(start))
  }

  @Test(arguments: [(1, 1), (2, 28), (3, 1), (8, 1), (12, 31)])
  func `for every day the last such day lies less than a year back`(month: Int, day: Int) throws {
    let yearDay = try #require(YearDay(month: month, day: day))
    let wrong = everyDay.first { date in
      let last = yearDay.last(onOrBefore: date)
      let parts = last.components
      return last > date || last.adding(years: 1) <= date
        || (parts.month, parts.day) != (month, day)
    }
    #expect(wrong == nil)
  }
}
