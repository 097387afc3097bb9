import Testing

@testable import RoutingCore

struct ArithmeticTests {
  @Test func `a birthday on 29 February falls on 1 March in a common year`() throws {
    let birth = try day("2008-02-29")
    #expect(birth.adding(years: 18) == (try day("2026-03-01")))
    #expect(birth.years(until: try day("2026-02-28")) == 17)
    #expect(birth.years(until: try day("2026-03-01")) == 18)
  }

  @Test(arguments: [
    ("2008-02-29", 20, "2028-02-29"), ("2000-02-29", 100, "2100-03-01"),
    ("2007-03-14", 18, "2025-03-14"), ("2007-03-14", 0, "2007-03-14"),
    ("2024-02-29", -1, "2023-03-01"), ("2024-02-29", -4, "2020-02-29"),
    ("2023-12-31", 1, "2024-12-31"),
  ])
  func `the same day some years later`(from: String, count: Int, to: String) throws {
    #expect(try day(from).adding(years: count) == day(to))
  }

  @Test(arguments: [
    ("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"),
    ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", 1, "2026-04-30"),
    ("2026-03-30", 1, "2026-04-30"), ("2026-02-28", 1, "2026-03-28"),
    ("2026-11-15", 2, "2027-01-15"), ("2026-12-01", 1, "2027-01-01"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-03-31", -13, "2025-02-28"), ("2026-05-05", 0, "2026-05-05"),
    ("2026-05-05", 240, "2046-05-05"),
  ])
  func `the same day some months later, or the last of a shorter month`(
    from: String, count: Int, to: String
  ) throws {
    #expect(try day(from).adding(months: count) == day(to))
  }

  @Test(arguments: [
    ("2026-12-31", 1, "2027-01-01"), ("2026-03-01", -1, "2026-02-28"),
    ("2028-03-01", -1, "2028-02-29"), ("2026-01-01", 365, "2027-01-01"),
    ("2028-01-01", 366, "2029-01-01"), ("1969-12-31", 2, "1970-01-02"),
  ])
  func `some days later`(from: String, count: Int, to: String) throws {
    #expect(try day(from).adding(days: count) == day(to))
  }

  @Test(arguments: [
    ("2007-03-14", "2026-03-13", 18), ("2007-03-14", "2026-03-14", 19),
    ("2007-03-14", "2007-03-14", 0), ("2007-03-14", "2007-03-13", -1),
    ("2007-03-14", "2006-03-14", -1), ("2007-03-14", "2006-03-13", -2),
  ])
  func `an age counts whole years`(birth: String, date: String, age: Int) throws {
    #expect(try day(birth).years(until: day(date)) == age)
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1),
    ("2026-01-31", "2026-03-30", 1), ("2026-01-31", "2026-03-31", 2),
    ("2026-01-15", "2027-01-14", 11), ("2026-01-15", "2027-01-15", 12),
    ("2026-01-15", "2026-01-14", -1), ("2026-01-15", "2025-12-15", -1),
    ("2026-01-15", "2025-12-14", -2),
  ])
  func `a stretch of time counts whole months`(from: String, to: String, months: Int) throws {
    #expect(try day(from).months(until: day(to)) == months)
  }

  @Test func `twelve months after 29 February end a day before the year does`() throws {
    let start = try day("2024-02-29")
    #expect(start.adding(months: 12) == (try day("2025-02-28")))
    #expect(start.adding(years: 1) == (try day("2025-03-01")))
  }
}

/// Laws that hold for every day from 1900 up to and including 2199.
struct ArithmeticLaws {
  @Test(arguments: [-27, -1, 0, 1, 4, 16, 18, 27, 100])
  func `an age is reached on the birthday and not a day before`(age: Int) {
    let wrong = everyDay.first { birth in
      let birthday = birth.adding(years: age)
      return birth.years(until: birthday) != age
        || birth.years(until: birthday.adding(days: -1)) != age - 1
    }
    #expect(wrong == nil)
  }

  /// Compares month and day as people do, without adding years.
  @Test(arguments: [-400, -1, 0, 1, 364, 365, 366, 5843, 6574, 9861, 9862])
  func `an age is the difference in years, less one before the birthday`(days: Int) {
    let wrong = everyDay.first { birth in
      let date = birth.adding(days: days)
      let (born, now) = (birth.components, date.components)
      let isBefore = (now.month, now.day) < (born.month, born.day)
      return birth.years(until: date) != now.year - born.year - (isBefore ? 1 : 0)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [-13, -1, 0, 1, 2, 6, 12, 24, 25])
  func `a number of months is reached on its day and not a day before`(months: Int) {
    let wrong = everyDay.first { start in
      let end = start.adding(months: months)
      return start.months(until: end) != months
        || start.months(until: end.adding(days: -1)) != months - 1
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [-13, -1, 1, 2, 6, 12, 25])
  func `months keep the day of the month or end on the last`(months: Int) {
    let wrong = everyDay.first { start in
      let end = start.adding(months: months)
      let (from, to) = (start.components, end.components)
      let isLast = end.adding(days: 1).components.day == 1
      return (to.year - from.year) * 12 + to.month - from.month != months
        || !(to.day == from.day || to.day < from.day && isLast)
    }
    #expect(wrong == nil)
  }

  @Test func `a later birth never gives a higher age or an earlier birthday`() {
    let wrong = everyDay.first { birth in
      let next = birth.adding(days: 1)
      let date = birth.adding(days: 6574)
      return next.years(until: date) > birth.years(until: date)
        || next.adding(years: 18) < birth.adding(years: 18)
        || next.adding(months: 6) < birth.adding(months: 6)
    }
    #expect(wrong == nil)
  }
}
