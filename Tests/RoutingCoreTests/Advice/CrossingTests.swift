import Testing

@testable import RoutingCore

/// What a date that is not known exactly makes possible changes on no other days than those found.
struct CrossingTests {
  private static let schoolYear = YearDay(month: 8, day: 1)

  @Test(arguments: 0..<40) func `no day is missed`(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let schoolYear = try #require(Self.schoolYear)
    let steps = (0..<4).map { _ in Self.step(&random) }
    let start = CalendarDate(dayNumber: Int.random(in: 10_000...20_000, using: &random))
    let length = [0, 27, 30, 365, 900].randomElement(using: &random) ?? 0
    let range = DateRange(first: start, last: start.adding(days: length))
    let cuts = (0..<2).map { _ in
      start.adding(days: Int.random(in: -10...length + 10, using: &random))
    }
    // A window among the days on which something happens.
    let middle = steps[0].day(from: start.adding(days: length / 2), schoolYear: schoolYear)
    let window = DateRange(first: middle.adding(days: -150), last: middle.adding(days: 150))
    let crossing = Crossing(range: range, steps: steps, window: window, schoolYear: schoolYear)
    let found = crossing.days(cutAt: cuts)
    #expect(found.allSatisfy { window.first <= $0 && $0 <= window.last })

    /// Which of the steps a date has reached, for every date there is.
    func possible(_ day: CalendarDate) -> Set<Int> {
      var kinds: Set<Int> = []
      for number in range.first.dayNumber...range.last.dayNumber {
        let date = CalendarDate(dayNumber: number)
        var kind = 0
        for step in steps {
          kind = kind * 2 + (step.day(from: date, schoolYear: schoolYear) <= day ? 1 : 0)
        }
        for cut in cuts { kind = kind * 2 + (date < cut ? 1 : 0) }
        kinds.insert(kind)
      }
      return kinds
    }
    var before = possible(window.first.adding(days: -1))
    for number in window.first.dayNumber...window.last.dayNumber {
      let day = CalendarDate(dayNumber: number)
      let now = possible(day)
      #expect(now == before || found.contains(day), "\(day) of \(range), \(steps)")
      before = now
    }
  }

  /// A step that rules could have, near the others.
  private static func step(_ random: inout Seeded) -> Moment {
    Moment(
      fact: 0, years: Int.random(in: 0...2, using: &random),
      months: Int.random(in: -3...12, using: &random),
      days: [0, 0, -1, 112].randomElement(using: &random) ?? 0,
      alignment: [nil, nil, .schoolYearStart, .schoolYearEnd].randomElement(using: &random) ?? nil)
  }
}
