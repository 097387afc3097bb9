import RoutingCore

/// Counts of a caseload, in which nobody can be recognised.
struct CaseSummary: Speaking {
  /// A count under this is not told.
  static let least = 5

  let job: CaseloadJob
  let tally: CaseTally

  var language: Language { job.language }

  /// A table of counts.
  struct Table {
    /// Its name for programs.
    let id: String
    let title: String
    let head: String
    let rows: [(label: String, count: Int)]
  }

  /// The summary in the form asked for.
  var text: String {
    switch job.form {
    case .text: page
    case .csv: CSVText.text(records, job.dialect)
    case .ndjson, .json: document.text
    case .html: html
    }
  }

  /// A count as it may be told.
  static func shown(_ count: Int) -> String { count < least ? "<\(least)" : String(count) }

  private var title: String {
    say("Samenvatting op \(day(job.date))", "Summary on \(day(job.date))")
  }

  private var tables: [Table] {
    var partners: [String: Int] = [:]
    for (name, count) in tally.responsible {
      partners[job.book.organisation(of: name) ?? name, default: 0] += count
    }
    if tally.open > 0 { partners[say("nog niet te bepalen", "undetermined")] = tally.open }
    var levels = tally.levels
    if let none = levels.removeValue(forKey: "") {
      levels[say("niet vastgesteld", "not assessed"), default: 0] += none
    }
    return [
      Table(
        id: "responsible",
        title: say("Per verantwoordelijke organisatie", "By responsible partner"),
        head: say("organisatie", "partner"), rows: CaseSummary.largestFirst(partners)),
      Table(
        id: "level", title: say("Per niveau", "By level"), head: say("niveau", "level"),
        rows: levels.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
      Table(
        id: "transitions",
        title: say(
          "Per maand waarin een ander verantwoordelijk wordt",
          "By month in which somebody else becomes responsible"), head: say("maand", "month"),
        rows: tally.months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
      Table(
        id: "refused", title: say("Geweigerde rijen, per reden", "Refused rows, by reason"),
        head: say("reden", "reason"), rows: CaseSummary.largestFirst(tally.refused)),
    ].filter { !$0.rows.isEmpty }
  }

  /// The largest counts first; those that are not told in order of their names.
  private static func largestFirst(_ counts: [String: Int]) -> [(label: String, count: Int)] {
    let told = counts.map { (label: $0.key, count: $0.value) }
    return told.sorted { left, right in
      let (first, second) = (max(left.count, least - 1), max(right.count, least - 1))
      return first != second ? first > second : left.label < right.label
    }
  }

  // MARK: For people

  private static let barWidth = 40

  private var page: String {
    var parts = [title + "\n"]
    for table in tables {
      let most = table.rows.map(\.count).max() ?? 1
      let width = min(50, table.rows.map { $0.label.count }.max() ?? 0)
      let digits = max(2, String(most).count)
      let lines = table.rows.map { label, count in
        let shown = CaseSummary.shown(count)
        let gap = String(repeating: " ", count: max(0, width - label.count))
        let lead = String(repeating: " ", count: max(0, digits - shown.count))
        let bar =
          count < CaseSummary.least
          ? "" : String(repeating: "#", count: max(1, count * CaseSummary.barWidth / most))
        let line = "  \(label)\(gap)  \(lead)\(shown)" + (bar.isEmpty ? "" : "  \(bar)")
        return line + "\n"
      }
      parts.append(table.title + "\n" + lines.joined())
    }
    return parts.joined(separator: "\n") + "\n" + Page.wrapped(closing, first: "", rest: "", 100)
  }

  private var closing: String {
    say(
      "Aantallen onder \(CaseSummary.least) staan er als <\(CaseSummary.least). "
        + "Regels \(job.rules.rulebook.hash).",
      "Counts under \(CaseSummary.least) are shown as <\(CaseSummary.least). "
        + "Rules \(job.rules.rulebook.hash).")
  }

  // MARK: For programs

  private var records: Sheet.Records {
    Sheet.Records(
      columns: [say("tabel", "table"), say("waarde", "value"), say("aantal", "count")],
      rows: tables.flatMap { table in
        table.rows.map { [table.title, $0.label, CaseSummary.shown($0.count)] }
      })
  }

  private var document: JSONValue {
    .object([
      ("schema", .string("jongeren-route/summary/1")), ("date", .string(job.date.description)),
      ("rules", .string(job.rules.rulebook.hash)),
      (
        "tables",
        .object(
          tables.map { table in
            (
              table.id,
              .array(
                table.rows.map { label, count in
                  .object([
                    ("label", .string(label)),
                    (
                      "count",
                      count < CaseSummary.least
                        ? .string(CaseSummary.shown(count)) : .integer(count)
                    ),
                  ])
                })
            )
          })
      ),
    ])
  }

  // MARK: As a web page

  private var html: String {
    var body: [HTML] = []
    for (place, table) in tables.enumerated() {
      body.append(.element("h2", saying: table.title))
      body.append(picture(table, tone: place % 7 + 1))
      body.append(grid(table))
    }
    body.append(.element("p", ["class": "source"], saying: closing))
    return WebPage(language: language, title: title, body: body).document
  }

  private func grid(_ table: Table) -> HTML {
    let lines = table.rows.map { label, count in
      HTML.element(
        "tr",
        holding: [
          .element("th", ["scope": "row"], saying: label),
          .element(
            "td", ["data-label": say("aantal", "count")], saying: CaseSummary.shown(count)),
        ])
    }
    return .element(
      "table",
      holding: [
        .element("caption", saying: table.title),
        .element(
          "thead",
          holding: [
            .element(
              "tr",
              holding: [
                .element("th", ["scope": "col"], saying: table.head),
                .element("th", ["scope": "col"], saying: say("aantal", "count")),
              ])
          ]),
        .element("tbody", holding: [.lines([.empty] + lines)]),
      ])
  }

  /// Bars with their words and numbers; the table below says the same to those who do not see them.
  private func picture(_ table: Table, tone: Int) -> HTML {
    let most = max(1, table.rows.map(\.count).max() ?? 1)
    var parts: [HTML] = []
    for (place, row) in table.rows.enumerated() {
      let top = place * 28
      let isTold = row.count >= CaseSummary.least
      let width = isTold ? max(4, row.count * 380 / most) : 0
      parts.append(
        .element("text", ["x": "0", "y": "\(top + 18)", "font-size": "13"], saying: row.label))
      if isTold {
        parts.append(
          .element(
            "rect",
            [
              "class": "box fill-\(tone)", "x": "360", "y": "\(top + 4)", "width": "\(width)",
              "height": "18",
            ], holding: []))
      }
      parts.append(
        .element(
          "text", ["x": "\(368 + width)", "y": "\(top + 18)", "font-size": "13"],
          saying: CaseSummary.shown(row.count)))
    }
    let svg = HTML.element(
      "svg",
      [
        "viewBox": "0 0 832 \(table.rows.count * 28 + 4)", "role": "img", "aria-hidden": "true",
      ], holding: parts)
    return .element("div", ["class": "picture"], holding: [svg])
  }
}
