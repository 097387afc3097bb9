import RoutingCore
import RoutingReport

extension JongerenRoute {
  /// The responsibility matrix, in the view and the form asked for.
  static func matrix(
    _ options: Options, _ rulebook: Rulebook, _ region: String?, _ date: CalendarDate
  ) throws -> Answer {
    let view = try view(options, rulebook, date)
    let report = try MatrixReport(
      rulebook, try agreements(region, rulebook), on: date, view: view, options.language)
    let text =
      switch options.format {
      case .text, .github, .ics, .svg, .ndjson: options.isPlain ? report.plain() : report.text()
      case .markdown: report.markdown()
      case .html: report.html()
      case .json: report.json.text
      case .csv: options.dialect == .nl ? report.csvForExcel() : report.csv()
      }
    return Answer(text: text)
  }

  private static func view(_ options: Options, _ rulebook: Rulebook, _ date: CalendarDate) throws
    -> MatrixReport.View
  {
    if let name = options.partner { return .partner(try partner(name, rulebook)) }
    if let rows = options.rows {
      let known = try ProfileReader.read(
        nil, arguments: options.facts, region: nil, on: date, for: rulebook)
      return .facts(rows: rows, columns: options.columns, known: known)
    }
    return options.view == .roles ? .roles : .wall
  }

  /// An organisation, by its name or by that of a role in it, or by what people call it.
  private static func partner(_ name: String, _ rulebook: Rulebook) throws(Diagnostic) -> Int {
    let parties = rulebook.parties
    let known =
      parties.index(of: name)
      ?? parties.all.firstIndex { party in
        Language.allCases.contains { party.label[$0].isCalled(name) }
      }
    if let known, parties.all[parties.partner(of: known)].isPartner {
      return parties.partner(of: known)
    }
    let names = parties.all.filter(\.isPartner).map(\.id)
    throw Diagnostic(
      .unknownName,
      Text(
        nl: "de organisatie `\(Printable.word(name))` bestaat niet",
        en: "the organisation `\(Printable.word(name))` does not exist"),
      help: Diagnostic.nearest(to: name, among: names)
        ?? Text(
          nl: "kies \(Wording.either(names, .nl))", en: "choose \(Wording.either(names, .en))"))
  }

  /// The agreements asked for: one, all of them, or the only one there is.
  static func agreements(_ region: String?, _ rulebook: Rulebook) throws(Diagnostic)
    -> [Agreement]
  {
    let all = rulebook.regions + [rulebook.frame].compactMap(\.self)
    if region == "all" { return all }
    let names = all.map(\.id) + ["all"]
    guard let region else {
      if rulebook.regions.count == 1 { return rulebook.regions }
      throw Diagnostic(
        .usage, Text(nl: "van welke afspraken?", en: "of which agreement?"),
        help: Text(
          nl: "schrijf --region \(Wording.either(names, .nl))",
          en: "write --region \(Wording.either(names, .en))"))
    }
    if let agreement = all.first(where: { $0.id == region }) { return [agreement] }
    throw Diagnostic(
      .unknownName,
      Text(
        nl: "de regio `\(Printable.word(region))` bestaat niet",
        en: "the region `\(Printable.word(region))` does not exist"),
      help: Diagnostic.nearest(to: region, among: names))
  }
}

extension String {
  /// Whether these words, with or without what stands before the last part of them, are a name: `de mbo-school`
  /// is called `mbo-school`.
  fileprivate func isCalled(_ name: String) -> Bool {
    let own = lowercased()
    let other = name.lowercased()
    return own == other || own.hasSuffix(" " + other)
  }
}
