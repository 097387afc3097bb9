import Testing

@testable import RoutingCore

struct DateRangeTests {
  @Test(arguments: [
    ("2007-03-14", "2007-03-14"), ("14-03-2007", "2007-03-14"), ("4-3-2007", "2007-03-04"),
    ("04-3-2007", "2007-03-04"), ("4-03-2007", "2007-03-04"), ("03-04-2007", "2007-04-03"),
    ("29-02-2008", "2008-02-29"), ("1900-01-01", "1900-01-01"), ("31-12-2199", "2199-12-31"),
  ])
  func `a date is read with the year or the day first, never the month`(
    text: String, iso: String
  ) throws {
    let range = try DateRange(parsing: text)
    #expect(range.isExact)
    #expect(range.first.description == iso)
  }

  @Test(arguments: [
    ("2007-03", "2007-03-01", "2007-03-31"), ("2007-04", "2007-04-01", "2007-04-30"),
    ("2007-02", "2007-02-01", "2007-02-28"), ("2008-02", "2008-02-01", "2008-02-29"),
    ("2007-12", "2007-12-01", "2007-12-31"),
  ])
  func `a month without a day is every day of it`(text: String, first: String, last: String) throws
  {
    let range = try DateRange(parsing: text)
    #expect(range == DateRange(first: try day(first), last: try day(last)))
    #expect(!range.isExact)
  }

  @Test(arguments: [
    "31-02-2026", "2026-02-31", "29-02-2026", "29-02-2100", "31-04-2026", "2026-13-01",
    "2026-00-01",
    "2026-01-00", "00-01-2026", "0-1-2026", "32-01-2026", "12-31-2026", "2026-13", "2026-00",
  ])
  func `a day the calendar does not have is told apart`(text: String) {
    #expect(throws: DateRange.ParseFailure.noSuchDay) { try DateRange(parsing: text) }
  }

  @Test(arguments: ["01-02-26", "1-2-26", "1-02-26", "01-2-26", "26-02-01", "99-99-99"])
  func `a year of two digits is told apart`(text: String) {
    #expect(throws: DateRange.ParseFailure.shortYear) { try DateRange(parsing: text) }
  }

  @Test(arguments: [
    "1899-12-31", "2200-01-01", "01-01-0001", "0000-00", "9999-12-31", "31-31-1800",
  ])
  func `a year outside 1900-2199 is told apart`(text: String) {
    #expect(throws: DateRange.ParseFailure.outOfRange) { try DateRange(parsing: text) }
  }

  @Test(arguments: [
    "", "-", "--", "---", "gisteren", "2007", "14", "20070314", "2007/03/14", "2007-3-14",
    "2007-03-4",
    "2007-3", "03-2007", "007-03-14", "02007-03-14", "2007-03-14-", "-2007-03-14", "2007--14",
    "2007-03-14T00:00", " 2007-03-14", "2007-03-14 ", "2007-03-14\n", "2007-03-1a", "+007-03-14",
    "２００７-03-14", "٢٠٠٧-٠٣-١٤", "2007–03–14", "14 maart 2007", "001-01-2007", "1e3-01-01",
    "99999999999999999999-01-01", "2007-03-14\u{0}",
  ])
  func `anything else is no date`(text: String) {
    #expect(throws: DateRange.ParseFailure.malformed) { try DateRange(parsing: text) }
  }

  @Test func `a part of a longer text can be read`() throws {
    let range = try DateRange(parsing: "datum=2007-03-14".dropFirst(6))
    #expect(range == DateRange(try day("2007-03-14")))
  }

  @Test func `every day from 1900 to 2199 is read back from its description`() {
    let lost = everyDay.first { date in (try? DateRange(parsing: date.description).first) != date }
    #expect(lost == nil)
  }

  @Test func `any day runs from 1900 up to and including 2199`() throws {
    #expect(DateRange.anyDay.first == (try day("1900-01-01")))
    #expect(DateRange.anyDay.last == (try day("2199-12-31")))
  }

  @Test(
    arguments: [
      // Side by side, touching, overlapping, one within the other, the same.
      (1...3, 5...7, nil), (1...3, 4...7, nil), (1...3, 3...7, 3...3), (1...5, 3...7, 3...5),
      (1...9, 3...7, 3...7), (3...7, 3...7, 3...7),
    ] as [(ClosedRange<Int>, ClosedRange<Int>, ClosedRange<Int>?)])
  func `two ranges share the days both hold`(
    left: ClosedRange<Int>, right: ClosedRange<Int>, shared: ClosedRange<Int>?
  ) {
    #expect(range(left).intersection(range(right)) == shared.map(range))
    #expect(range(right).intersection(range(left)) == shared.map(range))
  }

  private func range(_ numbers: ClosedRange<Int>) -> DateRange {
    DateRange(
      first: CalendarDate(dayNumber: numbers.lowerBound),
      last: CalendarDate(dayNumber: numbers.upperBound))
  }
}

struct BirthsTests {
  @Test(arguments: [
    ("2026-11-21", 18, "2007-11-22", "2008-11-21"), ("2026-02-28", 18, "2007-03-01", "2008-02-28"),
    ("2026-03-01", 18, "2007-03-02", "2008-03-01"), ("2028-02-29", 0, "2027-03-01", "2028-02-29"),
  ])
  func `an age leaves one year of births`(
    date: String, age: Int, first: String, last: String
  ) throws {
    let births = DateRange.births(age: age, on: try day(date))
    #expect(births == DateRange(first: try day(first), last: try day(last)))
  }

  @Test(arguments: [0, 1, 16, 18, 27])
  func `on every day the births of an age are all of them and no others`(age: Int) {
    let wrong = everyDay.first { date in
      let births = DateRange.births(age: age, on: date)
      return births.first.years(until: date) != age
        || births.last.years(until: date) != age
        || births.first.adding(days: -1).years(until: date) != age + 1
        || births.last.adding(days: 1).years(until: date) != age - 1
    }
    #expect(wrong == nil)
  }
}
