import RoutingCore

/// A calendar file by RFC 5545: whole days, the same bytes for the same events.
struct ICalendar {
  /// Something on one or more whole days.
  struct Event {
    /// What tells it from others, the same each time it is written; ASCII.
    let uid: String
    /// The first day.
    let first: CalendarDate
    /// The last day.
    let last: CalendarDate
    /// What it is, in one line.
    let summary: String
    /// What is worth knowing beside it; empty when nothing is.
    let description: String
  }

  /// The name of the calendar.
  let name: String
  /// The day all events are stamped with, so that nothing depends on the clock.
  let stamp: CalendarDate
  /// The events.
  let events: [Event]

  /// The file: lines end with CR LF and hold no more than 75 bytes.
  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jongeren-route//timeline 1//NL",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + ICalendar.escaped(name),
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:\(ICalendar.digits(stamp))T000000Z",
        "DTSTART;VALUE=DATE:" + ICalendar.digits(event.first),
        "DTEND;VALUE=DATE:" + ICalendar.digits(event.last.adding(days: 1)),
        "SUMMARY:" + ICalendar.escaped(event.summary),
      ]
      if !event.description.isEmpty {
        lines.append("DESCRIPTION:" + ICalendar.escaped(event.description))
      }
      lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    return lines.map { ICalendar.folded($0) + "\r\n" }.joined()
  }

  private static func digits(_ day: CalendarDate) -> String {
    day.description.filter { $0 != "-" }
  }

  /// A text in which no character has a meaning for a calendar.
  static func escaped(_ text: String) -> String {
    var result = ""
    // Characters that hide, line breaks among them, are written out first.
    for scalar in Printable.visible(text).unicodeScalars {
      if scalar == "\\" || scalar == ";" || scalar == "," { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A line in pieces of at most 75 bytes, the next ones after a blank; no character is cut.
  static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let width = scalar.utf8.count
      if used + width > 75 {
        result += "\r\n "
        used = 1
      }
      result.unicodeScalars.append(scalar)
      used += width
    }
    return result
  }
}
