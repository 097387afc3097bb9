import RoutingCore

/// The command line, read.
struct Options {
  /// What to do.
  enum Command: String, CaseIterable {
    case advise, timeline, facts, schema, validate, help

    /// The forms it can answer in.
    var formats: [Format] {
      switch self {
      case .validate: [.text, .json, .github]
      case .timeline: [.text, .json, .markdown, .ics, .svg, .html]
      default: [.text, .json, .markdown]
      }
    }
  }

  /// The form of the answer.
  enum Format: String, CaseIterable {
    case text, json, markdown, github, ics, svg, html
  }

  /// From which findings on checking rules ends with status 1.
  enum FailOn: String, CaseIterable {
    case error, warning, never
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
  var failOn: FailOn = .error
  var wantsMutants = false
  var wantsSuggestions = false
  var wantsHelp = false
  var wantsVersion = false
  private var given: Set<String> = []

  private static let withValue = [
    "--on", "--region", "--format", "--lang", "--rules", "--contacts", "--fail-on",
    "--from", "--until",
  ]
  private static let without = ["--help", "-h", "--version", "--mutants", "--suggest-cases"]
  /// Options that only make sense when checking rules.
  private static let forValidate = ["--fail-on", "--mutants", "--suggest-cases"]
  /// Options that only make sense for a youth.
  private static let forAdvise = ["--contacts", "--region"]
  /// Options that only make sense for a timeline.
  private static let forTimeline = ["--from", "--until"]

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
    try checkFit()
  }

  /// Refuses options that the command has no use for.
  private func checkFit() throws(Diagnostic) {
    if command == .help || wantsHelp { return }
    if !command.formats.contains(format) {
      throw Options.unknown(
        "de waarde van --format", "the value of --format", format.rawValue,
        command.formats.map(\.rawValue))
    }
    if format == .github, wantsSuggestions {
      throw Diagnostic(
        .usage,
        Text(
          nl: "--suggest-cases past niet bij --format github",
          en: "--suggest-cases does not go with --format github"),
        help: Text(nl: "laat een van beide weg", en: "leave one of them out"))
    }
    if command == .validate { try refuse(Options.forAdvise, of: .advise) }
    if command != .validate { try refuse(Options.forValidate, of: .validate) }
    if command != .timeline { try refuse(Options.forTimeline, of: .timeline) }
    if command == .timeline { try refuse(["--contacts"], of: .advise) }
  }

  /// Refuses options that belong to another command.
  private func refuse(_ options: [String], of home: Command) throws(Diagnostic) {
    guard let stray = options.first(where: { given.contains($0) }) else { return }
    throw Diagnostic(
      .usage,
      Text(
        nl: "\(stray) hoort bij `\(home.rawValue)`", en: "\(stray) belongs to `\(home.rawValue)`"),
      help: Text(
        nl: "zie `jongeren-route help \(home.rawValue)`",
        en: "see `jongeren-route help \(home.rawValue)`"))
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
      case .advise where profile == nil, .timeline where profile == nil: profile = word
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

  private static func day(_ name: String, _ value: String) throws(Diagnostic) -> CalendarDate {
    if let range = try? DateRange(parsing: value), range.isExact { return range.first }
    throw Diagnostic(
      .badDate, Text(nl: "\(name) is geen dag", en: "\(name) is not a day"),
      help: Text(nl: "schrijf 2026-11-21 of 21-11-2026", en: "write 2026-11-21 or 21-11-2026"))
  }

  private static func unknown(_ nl: String, _ en: String, _ word: String, _ words: [String])
    -> Diagnostic
  {
    let shown = Printable.word(word)
    return Diagnostic(
      .usage, Text(nl: "\(nl) `\(shown)` bestaat niet", en: "\(en) `\(shown)` does not exist"),
      help: Diagnostic.nearest(to: word, among: words))
  }
}
