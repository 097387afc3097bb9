import RoutingCore

/// What to time, and how often.
struct BenchOptions {
  /// A command line that makes no sense.
  struct Fault: Error {
    let message: String
  }

  /// What is done.
  enum Mode {
    /// Everything is timed.
    case measure
    /// Profiles are written, so many.
    case write(Int)
    /// A caseload is answered from end to end: tables.
    case tables
    /// A caseload is answered from end to end: advices.
    case advices
  }

  var mode = Mode.measure
  /// A folder of rules; the neutral ones when nil.
  var rules: String?
  var profiles: String?
  var tables: [String] = []
  var threads = 1
  var repetitions = 5
  var rows = 100_000
  var copies = 1
  var silence = 5
  var key: String? = "id"
  var dateColumn: String?
  var date = CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(dayNumber: 0)

  static let help = """
    usage: route-bench [--rules FOLDER] [--profiles FILE] [--tables NAME,NAME] [--threads N]
                       [--repetitions N] [--rows N] [--on DATE] [--key NAME] [--date-key NAME]
                       [--copies N] [--silence N] [write N | tables | advices]

    Without a command, everything is timed and medians are printed. `write` writes profiles; `tables`
    and `advices` answer a file of profiles on standard output, to be timed from outside. Without
    --rules the built-in neutral rules are taken, without --profiles profiles are made up.

    """

  init(_ arguments: [String]) throws(Fault) {
    var rest = arguments[...]
    func value(_ name: String) throws(Fault) -> String {
      guard let value = rest.popFirst() else { throw Fault(message: "\(name) needs a value") }
      return value
    }
    func number(_ name: String, least: Int = 1) throws(Fault) -> Int {
      guard let number = Int(try value(name)), number >= least else {
        throw Fault(message: "\(name) needs a number from \(least)")
      }
      return number
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--rules": rules = try value(argument)
      case "--profiles": profiles = try value(argument)
      case "--tables":
        tables = try value(argument).split(separator: ",").map(String.init)
      case "--threads": threads = try number(argument)
      case "--repetitions": repetitions = try number(argument)
      case "--rows": rows = try number(argument)
      case "--copies": copies = try number(argument)
      case "--silence": silence = try number(argument, least: 0)
      case "--key": key = try value(argument)
      case "--date-key": dateColumn = try value(argument)
      case "--on":
        guard let day = try? DateRange(parsing: try value(argument)), day.isExact else {
          throw Fault(message: "--on needs a date")
        }
        date = day.first
      case "write": mode = .write(try number(argument))
      case "tables": mode = .tables
      case "advices": mode = .advices
      default: throw Fault(message: "unknown argument \(argument)")
      }
    }
    if rules == nil {
      dateColumn = dateColumn ?? "on"
      if tables.isEmpty { tables = ["responsible", "actions"] }
    }
  }
}
