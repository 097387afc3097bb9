import RoutingCore

// Which options go together, and with which command.

extension Options {
  /// Refuses options that the command has no use for.
  func checkFit() throws(Diagnostic) {
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
    for (commands, options) in Options.homes where !commands.contains(command) {
      guard let stray = options.first(where: { given.contains($0) }) else { continue }
      let home = commands[0].rawValue
      throw Diagnostic(
        .usage, Text(nl: "\(stray) hoort bij `\(home)`", en: "\(stray) belongs to `\(home)`"),
        help: Text(nl: "zie `jongeren-route help \(home)`", en: "see `jongeren-route help \(home)`")
      )
    }
    try checkMatrix()
    if command == .caseload { try checkCaseload() }
  }

  /// Refuses what does not go together for a caseload.
  private func checkCaseload() throws(Diagnostic) {
    if horizon != nil, wantsSummary {
      throw Diagnostic(
        .usage,
        Text(
          nl: "--within en --summary gaan niet samen",
          en: "--within and --summary do not go together"),
        help: Text(nl: "kies er een", en: "choose one"))
    }
    if rejects == "-" {
      throw Diagnostic(
        .usage, Text(nl: "--rejects wil een bestand", en: "--rejects wants a file"),
        help: Text(
          nl: "laat --rejects weg: dan staan geweigerde rijen tussen de antwoorden",
          en: "leave --rejects out: refused rows stand between the answers then"))
    }
    if format == .text, horizon == nil, !wantsSummary {
      throw Diagnostic(
        .usage,
        Text(
          nl: "--format text is voor --within en --summary",
          en: "--format text is for --within and --summary"),
        help: Text(nl: "kies csv, ndjson, json of html", en: "choose csv, ndjson, json or html"))
    }
  }

  /// Refuses views of the matrix that do not go together.
  private func checkMatrix() throws(Diagnostic) {
    let views = ["--view", "--partner", "--rows"].filter { given.contains($0) }
    if views.count > 1 {
      throw Diagnostic(
        .usage,
        Text(
          nl: "\(Wording.all(views, .nl)) gaan niet samen",
          en: "\(Wording.all(views, .en)) do not go together"),
        help: Text(nl: "kies een weergave", en: "choose one view"))
    }
    let needsRows = given.contains("--columns") ? "--columns" : facts.first
    if command == .matrix, let needsRows, rows == nil {
      throw Diagnostic(
        .usage,
        Text(
          nl: "bij `\(Printable.word(needsRows))` hoort ook --rows",
          en: "`\(Printable.word(needsRows))` needs --rows as well"),
        help: Text(
          nl: "schrijf --rows FEIT, bijvoorbeeld --rows leeftijd",
          en: "write --rows FACT, for instance --rows leeftijd"))
    }
    for (option, formats) in [("--csv", [Format.csv]), ("--plain", [.text])]
    where given.contains(option) && !formats.contains(format) {
      throw Diagnostic(
        .usage,
        Text(
          nl: "\(option) past niet bij --format \(format.rawValue)",
          en: "\(option) does not go with --format \(format.rawValue)"),
        help: Text(
          nl: "schrijf --format \(formats[0].rawValue)", en: "write --format \(formats[0].rawValue)"
        ))
    }
  }
}
