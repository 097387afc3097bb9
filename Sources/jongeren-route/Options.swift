import RoutingCore

/// The command line, read.
struct Options {
  /// What to do.
  enum Command: String, CaseIterable {
    case advise, timeline, matrix, regions, caseload, facts, schema, validate, help

    /// The forms it can answer in.
    var formats: [Format] {
      switch self {
      case .validate: [.text, .json, .github]
      case .timeline: [.text, .json, .markdown, .ics, .svg, .html]
      case .matrix, .regions: [.text, .markdown, .csv, .html, .json]
      case .caseload: [.csv, .ndjson, .json, .html, .text]
      default: [.text, .json, .markdown]
      }
    }
  }

  /// The form of the answer.
  enum Format: String, CaseIterable {
    case text, json, markdown, github, csv, ics, svg, html, ndjson
  }

  /// From which findings on checking rules ends with status 1.
  enum FailOn: String, CaseIterable {
    case error, warning, never
  }

  /// Which chart of the matrix.
  enum View: String, CaseIterable {
    case wall, roles
  }

  /// For whom comma-separated values are.
  enum Dialect: String, CaseIterable {
    case nl, rfc4180
  }

  var command: Command = .help
  /// What help or a schema is asked about.
  var topic: String?
  var language: Language = .nl
  var format: Format = .text
  var date: CalendarDate?
  /// The first and the last day of a timeline.
  var start: CalendarDate?
  var end: CalendarDate?
  var region: String?
  var rules: String?
  var contacts: String?
  var profile: String?
  var facts: [String] = []
  var view: View = .wall
  var rows: String?
  var columns: String?
  var partner: String?
  var dialect: Dialect = .nl
  var isPlain = false
  /// How far a worklist reaches.
  var horizon: Horizon?
  var wantsSummary = false
  /// Whether a caseload is answered as a whole rather than row by row.
  var isGathered: Bool { horizon != nil || wantsSummary }
  var isStrict = false
  /// Files to write instead of standard output.
  var output: String?
  var rejects: String?
  var threads: Int?
  var ignoredColumns: [String] = []
  var failOn: FailOn = .error
  var wantsMutants = false
  var wantsSuggestions = false
  var wantsHelp = false
  var wantsVersion = false
  var given: Set<String> = []

  private static let withValue = [
    "--on", "--region", "--format", "--lang", "--rules", "--contacts", "--fail-on",
    "--from", "--until", "--view", "--rows", "--columns", "--partner", "--csv",
    "--within", "--output", "--rejects", "--threads", "--ignore-columns",
  ]
  private static let without = [
    "--help", "-h", "--version", "--mutants", "--suggest-cases", "--plain",
    "--summary", "--strict",
  ]
  /// Options that only some commands have a use for.
  static let homes: [(commands: [Command], options: [String])] = [
    ([.validate], ["--fail-on", "--mutants", "--suggest-cases"]),
    ([.matrix], ["--view", "--rows", "--columns", "--partner"]),
    ([.matrix, .regions], ["--plain"]),
    ([.matrix, .regions, .caseload], ["--csv"]),
    (
      [.caseload],
      [
        "--within", "--summary", "--strict", "--output", "--rejects", "--threads",
        "--ignore-columns",
      ]
    ),
    ([.advise], ["--contacts"]),
    ([.advise, .timeline, .matrix, .regions, .caseload], ["--region"]),
    ([.timeline], ["--from", "--until"]),
  ]

  /// The language somebody asked for, found before anything else, so that faults speak it too.
  static func language(_ arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .nl
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? .nl
      }
    }
    return .nl
  }

  init(_ arguments: [String]) throws(Diagnostic) {
    var words: [String] = []
    var rest = arguments[...]
    var optionsEnded = false
    while let argument = rest.popFirst() {
      if optionsEnded || argument == "-" || !argument.hasPrefix("-") {
        words.append(argument)
      } else if argument == "--" {
        optionsEnded = true
      } else {
        try take(argument, &rest)
      }
    }
    guard let first = words.first else {
      if !wantsVersion { wantsHelp = true }
      return
    }
    guard let command = Command(rawValue: first) else {
      throw Options.unknown("de opdracht", "the command", first, Command.allCases.map(\.rawValue))
    }
    self.command = command
    try place(words.dropFirst())
    if command == .caseload, !given.contains("--format"), horizon == nil, !wantsSummary {
      format = .csv
    }
    try checkFit()
  }

  /// Puts the words after the command where they belong.
  private mutating func place(_ words: ArraySlice<String>) throws(Diagnostic) {
    for word in words {
      switch command {
      case .help where topic == nil: topic = word
      case .schema where topic == nil: topic = word
      case .advise where word.contains("=") && word != "-",
        .timeline where word.contains("=") && word != "-":
        facts.append(word)
      case .matrix where word.contains("="): facts.append(word)
      case .advise where profile == nil, .timeline where profile == nil,
        .caseload where profile == nil:
        profile = word
      case .validate where rules == nil: rules = word
      default:
        throw Diagnostic(
          .usage,
          Text(
            nl: "`\(Printable.word(word))` is hier te veel",
            en: "`\(Printable.word(word))` is one too many"),
          help: Text(
            nl: "zie `jongeren-route \(command.rawValue) --help`",
            en: "see `jongeren-route \(command.rawValue) --help`"))
      }
    }
  }

  private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>)
    throws(Diagnostic)
  {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if Options.without.contains(argument) {
      given.insert(argument)
      switch argument {
      case "--version": wantsVersion = true
      case "--mutants": wantsMutants = true
      case "--suggest-cases": wantsSuggestions = true
      case "--plain": isPlain = true
      case "--summary": wantsSummary = true
      case "--strict": isStrict = true
      default: wantsHelp = true
      }
      return
    }
    if parts.count > 1, Options.without.contains(name) {
      throw Diagnostic(
        .usage, Text(nl: "\(name) heeft geen waarde", en: "\(name) takes no value"),
        help: Text(nl: "schrijf alleen \(name)", en: "write \(name) alone"))
    }
    guard Options.withValue.contains(name) else {
      throw Options.unknown(
        "de optie", "the option", name, Options.withValue + Options.without.filter { $0 != "-h" })
    }
    let next = parts.count > 1 ? String(parts[1]) : rest.popFirst()
    guard let value = next, !value.isEmpty, parts.count > 1 || !value.hasPrefix("--") else {
      throw Diagnostic(
        .usage,
        Text(nl: "na \(name) ontbreekt de waarde", en: "the value after \(name) is missing"),
        help: Text(nl: "zie `jongeren-route --help`", en: "see `jongeren-route --help`"))
    }
    guard given.insert(name).inserted else {
      throw Diagnostic(
        .usage, Text(nl: "\(name) staat er dubbel", en: "\(name) is given twice"),
        help: Text(nl: "houd er een over", en: "keep one of them"))
    }
    switch name {
    case "--on": date = try Options.day(name, value)
    case "--from": start = try Options.day(name, value)
    case "--until": end = try Options.day(name, value)
    case "--region": region = value
    case "--format": format = try Options.word(name, value)
    case "--lang": language = try Options.word(name, value)
    case "--rules": rules = value
    case "--fail-on": failOn = try Options.word(name, value)
    case "--view": view = try Options.word(name, value)
    case "--rows": rows = value
    case "--columns": columns = value
    case "--partner": partner = value
    case "--csv": dialect = try Options.word(name, value)
    case "--within": horizon = try Horizon(value)
    // As with what is read, a dash is no file.
    case "--output": output = value == "-" ? nil : value
    case "--rejects": rejects = value
    case "--threads": threads = try Options.count(name, value)
    case "--ignore-columns":
      ignoredColumns = value.split(separator: ",").map { word in
        String(word.drop { $0 == " " })
      }
    default: contacts = value
    }
  }

  private static func word<Words: RawRepresentable & CaseIterable>(_ name: String, _ value: String)
    throws(Diagnostic) -> Words where Words.RawValue == String
  {
    if let word = Words(rawValue: value) { return word }
    throw unknown(
      "de waarde van \(name)", "the value of \(name)", value, Words.allCases.map(\.rawValue))
  }

  private static func count(_ name: String, _ value: String) throws(Diagnostic) -> Int {
    if let count = Int(value), (1...256).contains(count) { return count }
    throw Diagnostic(
      .usage, Text(nl: "\(name) is geen aantal", en: "\(name) is no number"),
      help: Text(
        nl: "schrijf een getal van 1 tot en met 256", en: "write a number from 1 through 256"))
  }

  private static func day(_ name: String, _ value: String) throws(Diagnostic) -> CalendarDate {
    if let range = try? DateRange(parsing: value), range.isExact { return range.first }
    throw Diagnostic(
      .badDate, Text(nl: "\(name) is geen dag", en: "\(name) is not a day"),
      help: Text(nl: "schrijf 2026-11-21 of 21-11-2026", en: "write 2026-11-21 or 21-11-2026"))
  }

  static func unknown(_ nl: String, _ en: String, _ word: String, _ words: [String])
    -> Diagnostic
  {
    let shown = Printable.word(word)
    return Diagnostic(
      .usage, Text(nl: "\(nl) `\(shown)` bestaat niet", en: "\(en) `\(shown)` does not exist"),
      help: Diagnostic.nearest(to: word, among: words))
  }
}
