/// A day that may be known only in part: every day from `first` up to and including `last`.
public struct DateRange: Hashable, Sendable {
  /// The earliest day it can be.
  public let first: CalendarDate
  /// The latest day it can be.
  public let last: CalendarDate

  /// The days from `first` up to and including `last`.
  ///
  /// - Requires: `first` is not after `last`.
  public init(first: CalendarDate, last: CalendarDate) {
    precondition(first <= last, "a range of days runs forward")
    self.first = first
    self.last = last
  }

  /// Exactly one day.
  public init(_ day: CalendarDate) {
    self.init(first: day, last: day)
  }

  /// Whether the day is known exactly.
  public var isExact: Bool { first == last }

  /// Every day a profile could speak of: 1900 up to and including 2199.
  public static let anyDay = DateRange(
    first: CalendarDate(year: 1900, month: 1, day: 1) ?? CalendarDate(dayNumber: 0),
    last: CalendarDate(year: 2199, month: 12, day: 31) ?? CalendarDate(dayNumber: 0))

  /// The days both ranges hold, or nil when there is none.
  public func intersection(_ other: DateRange) -> DateRange? {
    let first = max(self.first, other.first)
    let last = min(self.last, other.last)
    return first <= last ? DateRange(first: first, last: last) : nil
  }

  /// The births that give this age in whole years on `date`.
  static func births(age: Int, on date: CalendarDate) -> DateRange {
    var first = date.adding(years: -age - 1).adding(days: -2)
    while first.years(until: date) > age { first = first.adding(days: 1) }
    var last = date.adding(years: -age).adding(days: 2)
    while last.years(until: date) < age { last = last.adding(days: -1) }
    return DateRange(first: first, last: last)
  }
}

extension DateRange {
  /// Why a text is not a date: the sentence for people is made where the text was found.
  public enum ParseFailure: Error, Equatable {
    /// Nothing that looks like a date.
    case malformed
    /// A year of two digits, which could be any century.
    case shortYear
    /// A day the calendar does not have, such as 31 February.
    case noSuchDay
    /// A year outside 1900-2199.
    case outOfRange
  }

  /// Reads `2007-03-14` or `14-03-2007`, or `2007-03` for a month known without its day.
  ///
  /// The month never comes first, and a year always has four digits.
  public init(parsing text: some StringProtocol) throws(ParseFailure) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard part.count <= 4, let number = Self.number(part) else { throw .malformed }
      numbers.append(number)
    }
    let widths = parts.map(\.count)
    let year: Int
    let month: Int
    var day: Int?
    switch widths {
    case [4, 2, 2]: (year, month, day) = (numbers[0], numbers[1], numbers[2])
    case [4, 2]: (year, month) = (numbers[0], numbers[1])
    case [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4]:
      (day, month, year) = (numbers[0], numbers[1], numbers[2])
    case [2, 2, 2], [1, 1, 2], [1, 2, 2], [2, 1, 2]: throw .shortYear
    default: throw .malformed
    }
    guard (1900...2199).contains(year) else { throw .outOfRange }
    guard (1...12).contains(month) else { throw .noSuchDay }
    let length = CalendarDate.days(inMonth: month, of: year)
    guard let first = CalendarDate(year: year, month: month, day: day ?? 1),
      let last = CalendarDate(year: year, month: month, day: day ?? length)
    else { throw .noSuchDay }
    self.init(first: first, last: last)
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
