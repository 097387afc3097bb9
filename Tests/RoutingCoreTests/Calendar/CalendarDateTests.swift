import Testing

@testable import RoutingCore

struct CalendarDateTests {
  @Test func `day zero is 1 January 1970`() throws {
    let date = try #require(CalendarDate(year: 1970, month: 1, day: 1))
    #expect(date.dayNumber == 0)
  }

  /// Day numbers as `date -u -d <day> +%s` gives them, divided by 86,400.
  @Test(arguments: [
    ("1900-01-01", -25_567), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016),
    ("2000-03-01", 11_017), ("2026-11-21", 20_778), ("2100-03-01", 47_541),
    ("2199-12-31", 84_005),
  ])
  func `a day has the number the Unix clock gives it`(iso: String, number: Int) throws {
    #expect(try day(iso).dayNumber == number)
    #expect(CalendarDate(dayNumber: number).description == iso)
  }

  @Test func `every day from 1900 to 2199 is found back by its parts`() {
    let lost = everyDay.first { date in
      let (year, month, day) = date.components
      return CalendarDate(year: year, month: month, day: day) != date
    }
    #expect(lost == nil)
  }

  /// Walks the calendar by hand: no formula, only the lengths of the months.
  @Test func `the days from 1900 to 2199 follow each other as on a wall calendar`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1900, 1, 1)
    for date in everyDay {
      guard date.components == (year, month, day) else {
        Issue.record("\(date) where \(year), \(month), \(day) was expected")
        return
      }
      let isLeap = year.isMultiple(of: 4) && ![1900, 2100].contains(year)
      day += 1
      if day > lengths[month - 1] + (isLeap && month == 2 ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (2200, 1, 1))
  }

  @Test(arguments: [
    (2026, 2, 29), (2026, 2, 31), (2026, 4, 31), (1900, 2, 29), (2100, 2, 29), (2026, 13, 1),
    (2026, 0, 1), (2026, -1, 1), (2026, 1, 0), (2026, 1, -1), (2026, 1, 32), (0, 1, 1),
    (-1, 1, 1), (10_000, 1, 1), (Int.max, 1, 1), (2026, Int.min, Int.max),
  ])
  func `a day the calendar does not have is refused`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2000, 2, 29), (2028, 2, 29), (1, 1, 1), (9999, 12, 31)])
  func `a day the calendar does have is accepted`(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.components == (year, month, day))
  }

  @Test(arguments: [
    (2026, 11, 21, "2026-11-21"), (2026, 1, 2, "2026-01-02"), (987, 6, 5, "0987-06-05"),
  ])
  func `a day is written as ISO 8601`(year: Int, month: Int, day: Int, iso: String) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.description == iso)
  }

  @Test func `earlier days come first`() throws {
    let days = try ["2026-02-01", "2025-12-31", "2026-01-31"].map(day)
    #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-31", "2026-02-01"])
    #expect(!(days[0] < days[0]))
  }

  @Test(arguments: [(7, 2, "07"), (7, 4, "0007"), (2026, 2, "2026"), (0, 1, "0"), (0, 0, "0")])
  func `a number is padded and never cut off`(number: Int, width: Int, text: String) {
    #expect(padded(number, to: width) == text)
  }
}
