import Foundation
import Testing

@testable import RoutingCore

/// A timeline tells of every day what the advice on that day tells.
struct TimelineTests {
  static let rulebook = Result { try RulebookLoader.load(try ShippedRules.files()) }
  static let cases = (try? ShippedRules.cases()) ?? []

  @Test(arguments: 0..<20) func `no day differs from what that day by itself gives`(seed: UInt64)
    throws
  {
    let rulebook = try Self.rulebook.get()
    let advisor = Advisor(rulebook)
    var dice = Dice(seed: seed)
    var youths = 0
    var changes = 0
    while youths < 100 {
      let youth = dice.youth(like: Self.cases)
      guard
        let profile = try? ProfileReader.read(
          nil, arguments: youth.facts, region: nil, on: youth.date, for: rulebook),
        (try? advisor.answering.parts(profile, on: youth.date)) != nil
      else { continue }
      youths += 1
      // Some days in a row, where a change that lasts a day would be missed.
      let row = dice.days(near: profile, youth.date)
      let near = try advisor.timeline(
        for: profile, on: youth.date, from: row.first, until: row.last)
      #expect(near.stretches.first?.first == row.first)
      #expect(near.stretches.last?.last == row.last)
      changes += near.stretches.count - 1
      try check(near, Array(row.first.dayNumber...row.last.dayNumber))
      // Any days of the whole, where a change that was missed would be seen for long.
      guard youths.isMultiple(of: 20) else { continue }
      let whole = try advisor.timeline(for: profile, on: youth.date)
      let last = try #require(whole.stretches.last).first.dayNumber + 300
      let some = (0..<6).map { _ in dice.roll(youth.date.dayNumber...last) }
      changes += whole.stretches.count - 1
      try check(whole, some)

      func check(_ timeline: Timeline, _ numbers: [Int]) throws {
        for day in numbers.map(CalendarDate.init(dayNumber:)) {
          let stretch = try #require(timeline.stretches.first { $0.contains(day) })
          let told = stretch.answer.map { [Set($0.responsible.values), Set($0.contact.values)] }
          let alone = try Self.answers(of: profile, on: day, advisor.answering)
          guard alone != told else { continue }
          Issue.record("\(youth.facts) on \(youth.date): \(day) \(alone ?? []) \(told ?? [])")
          return
        }
      }
    }
    #expect(changes > 0, "nothing was put to the test")
  }

  /// Who is responsible and who to call on one day by itself; nil when the facts do not fit that day.
  private static func answers(of profile: Profile, on day: CalendarDate, _ answering: Answering)
    throws -> [Set<String>]?
  {
    var found: [Set<String>] = [[], []]
    do {
      let moved = profile.moved(to: day, by: answering.rulebook.moves)
      let parts = try answering.parts(moved, on: day)
      for (place, table) in Plan.answerTables.enumerated() {
        found[place] = Set(try #require(try Verdict.joined(parts, table.rawValue)).values)
      }
    } catch let faults as Diagnostics {
      #expect(faults.all.allSatisfy { $0.code == .contradiction })
      return nil
    }
    return found
  }
}

/// Numbers that look random and are the same in every run: SplitMix64.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// The youth of some worked case with other dates, known less well, and with less known of it.
  mutating func youth(like cases: [WorkedCase]) -> (facts: [String], date: CalendarDate) {
    let worked = cases[roll(0...cases.count - 1)]
    let date = worked.date.adding(days: roll(0...2) == 0 ? roll(-1500...1500) : 0)
    var facts: [String] = []
    for (name, value) in worked.facts where roll(0...24) > 0 {
      guard let range = try? DateRange(parsing: value) else {
        facts.append("\(name)=\(value)")
        continue
      }
      var day = range.first
      if roll(0...2) == 0 { day = day.adding(days: roll(-400...400)) }
      if roll(0...5) == 0 { day = edge(near: day) }
      if name == "geboortedatum", roll(0...4) == 0 {
        facts.append("leeftijd=\(max(0, day.years(until: date)))")
      } else {
        facts.append("\(name)=\(roll(0...5) == 0 ? String("\(day)".prefix(7)) : "\(day)")")
      }
    }
    return (facts, date)
  }

  /// Days around one on which something may happen: so many years or months after a date of the youth,
  /// or where calendars are awkward.
  mutating func days(near profile: Profile, _ date: CalendarDate) -> DateRange {
    var middle = date.adding(days: roll(-200...1100))
    let dates = profile.stated.compactMap { _, known in
      if case .days(let range) = known { range } else { nil }
    }
    switch roll(0...2) {
    case 0: middle = edge(near: middle)
    case 1 where !dates.isEmpty:
      let range = dates[roll(0...dates.count - 1)]
      let day = roll(0...1) == 0 ? range.first : range.last
      let years = middle.year - day.year
      middle = day.adding(months: years * 12 + [0, 0, 0, -3, 4, 6][roll(0...5)])
    default: break
    }
    let first = middle.adding(days: -roll(1...4))
    return DateRange(first: first, last: middle.adding(days: roll(1...4)))
  }

  /// A day on which calendars are awkward: the end of February, of a month, of a school year.
  private mutating func edge(near day: CalendarDate) -> CalendarDate {
    let edges = [(2, 28), (2, 29), (3, 1), (7, 31), (8, 1), (12, 31), (1, 1), (1, 31), (4, 30)]
    let (month, number) = edges[roll(0...edges.count - 1)]
    return CalendarDate(year: day.year, month: month, day: number)
      ?? CalendarDate(year: day.year, month: 2, day: 28) ?? day
  }
}
