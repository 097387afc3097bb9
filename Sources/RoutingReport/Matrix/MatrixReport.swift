public import RoutingCore

/// The responsibility matrix in one of its views, ready to take any form.
public struct MatrixReport {
  /// What to look at.
  public enum View: Sendable {
    /// The phases a youth passes, by level and circumstance.
    case wall
    /// Situations and tasks, with the role of each organisation.
    case roles
    /// Two facts against each other, with others known.
    case facts(rows: String, columns: String?, known: Profile)
    /// Everything in which one organisation has a part.
    case partner(Int)
  }

  private let sheet: Sheet
  private let language: Language
  private let breaks: WordBreaks
  /// The charts for programs.
  public let json: JSONValue

  /// Computes a view.
  ///
  /// - Parameter agreements: one agreement, or several to see side by side.
  /// - Throws: a fact that is no axis, contradicting facts, or a fault of the rules.
  public init(
    _ rulebook: Rulebook, _ agreements: [Agreement], on date: CalendarDate, view: View,
    _ language: Language
  ) throws(Diagnostics) {
    let maker = MatrixMaker(rulebook, on: date)
    var sheets = SheetMaker(rulebook, language)
    let document = MatrixJSON(rulebook: rulebook, language: language)
    self.language = language
    breaks = WordBreaks(rulebook.charts?.breaks ?? [])
    let names = agreements.map { $0.name[language] }.joined(separator: ", ")
    switch view {
    case .wall:
      let matrices = try agreements.map { agreement throws(Diagnostics) in
        try maker.wallChart(of: agreement)
      }
      let title = sheets.say(
        "Verantwoordelijkheidsmatrix: \(names)", "Responsibility matrix: \(names)")
      let corner = sheets.say("fase", "phase")
      if matrices.count > 1 {
        sheet = sheets.comparison(matrices, title: title, corner: corner)
      } else if let matrix = matrices.first {
        let map = try maker.routeMap(of: matrix.agreement)
        sheet = sheets.sheet(matrix, title: title, corner: corner, map: map)
      } else {
        sheet = Sheet(title: title)
      }
      json = document.document("wall", date, matrices.map(document.chart))
    case .facts(let rows, let columns, let known):
      let matrices = try maker.facts(
        rows: rows, columns: columns, known: known, of: agreements)
      let words = [rows, columns].compactMap(\.self).compactMap { name in
        rulebook.vocabulary.index(of: name).map { rulebook.vocabulary[$0].label[language] }
      }
      let title = sheets.say(
        "\(Wording.all(words, language)): \(names)", "\(Wording.all(words, language)): \(names)")
      let corner = words.first ?? ""
      if matrices.count > 1 {
        sheet = sheets.comparison(matrices, title: title, corner: corner, known: known)
      } else if let matrix = matrices.first {
        sheet = sheets.sheet(matrix, title: title, corner: corner, known: known)
      } else {
        sheet = Sheet(title: title)
      }
      json = document.document("facts", date, matrices.map(document.chart))
    case .roles:
      let charts = try agreements.map { agreement throws(Diagnostics) in
        try maker.roleChart(of: agreement)
      }
      sheet = sheets.sheet(
        charts, title: sheets.say("Wie doet wat: \(names)", "Who does what: \(names)"))
      json = document.document("roles", date, charts.map(document.chart))
    case .partner(let partner):
      let charts = try agreements.map { agreement throws(Diagnostics) in
        try maker.partnerChart(of: partner, in: agreement)
      }
      let name = rulebook.parties.all[partner].label[language]
      sheet = sheets.sheet(
        charts,
        title: sheets.say("Wat is van ons: \(name); \(names)", "What is ours: \(name); \(names)"))
      json = document.document("partner", date, charts.map(document.chart))
    }
  }

  /// The view for a terminal, at most 100 columns.
  public func text() -> String { sheet.text() }

  /// The view in sentences, to be read aloud.
  public func plain() -> String { sheet.plain(language) }

  /// The view as Markdown.
  public func markdown() -> String { sheet.markdown() }

  /// The view as a web page in one file.
  public func html() -> String { sheet.html(language, breaking: breaks) }

  /// The view for a Dutch Excel.
  public func csvForExcel() -> String { CSVText.text(sheet.records, .nl) }

  /// The view as comma-separated values by RFC 4180.
  public func csv() -> String { CSVText.text(sheet.records, .rfc4180) }
}
