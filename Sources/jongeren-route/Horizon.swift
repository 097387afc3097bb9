import RoutingCore

/// How far ahead to look: so many days, weeks or months.
struct Horizon {
  private let count: Int
  private let unit: Character

  /// Reads `60d`, `8w` or `2m`.
  init(_ text: String) throws(Diagnostic) {
    guard let unit = text.last, "dwm".contains(unit), let count = Int(text.dropLast()),
      (1...3660).contains(count)
    else {
      throw Diagnostic(
        .usage, Text(nl: "--within is geen termijn", en: "--within is no span of time"),
        help: Text(
          nl: "schrijf 60d, 8w of 2m: dagen, weken of maanden",
          en: "write 60d, 8w or 2m: days, weeks or months"))
    }
    self.count = count
    self.unit = unit
  }

  /// The last day of it.
  func end(from date: CalendarDate) -> CalendarDate {
    switch unit {
    case "m": date.adding(months: count)
    case "w": date.adding(days: 7 * count)
    default: date.adding(days: count)
    }
  }
}
