import RoutingCore

/// How far ahead to look: so many days, weeks or months.
struct Horizon {
  /// The most of each unit: ten years, as nobody is one of the youths for longer.
  private static let limits: [Character: Int] = ["d": 3650, "w": 520, "m": 120]

  private let count: Int
  private let unit: Character

  /// Reads `60d`, `8w` or `2m`.
  init(_ text: String) throws(Diagnostic) {
    let digits = text.dropLast()
    guard let unit = text.last, let limit = Horizon.limits[unit], !digits.isEmpty,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.contains(where: { $0 != "0" })
    else {
      throw Diagnostic(
        .usage, Text(nl: "--within is geen termijn", en: "--within is no span of time"),
        help: Text(
          nl: "schrijf 60d, 8w of 2m: dagen, weken of maanden",
          en: "write 60d, 8w or 2m: days, weeks or months"))
    }
    // A number that does not fit is too large as well.
    guard let count = Int(digits), count <= limit else {
      throw Diagnostic(
        .usage,
        Text(nl: "--within is langer dan tien jaar", en: "--within is longer than ten years"),
        help: Text(
          nl: "schrijf hooguit \(limit)\(unit)", en: "write \(limit)\(unit) at most"))
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
