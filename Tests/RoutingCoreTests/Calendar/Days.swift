import Testing

@testable import RoutingCore

/// The day an ISO text names; the test stops when there is none.
func day(_ iso: String) throws -> CalendarDate {
  let range = try DateRange(parsing: iso)
  try #require(range.isExact)
  return range.first
}

/// Every day from 1 January 1900 up to and including 31 December 2199.
let everyDay = (-25_567...84_005).map(CalendarDate.init(dayNumber:))
