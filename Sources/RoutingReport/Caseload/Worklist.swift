import RoutingCore

/// What asks for attention in some time to come, in order of date.
struct Worklist: Speaking {
  let job: CaseloadJob
  let end: CalendarDate
  let tasks: [CaseTask]
  /// The refused rows that are told here.
  let refusals: [Refusal]
  let counts: CaseloadCounts

  var language: Language { job.language }

  /// The worklist in the form asked for.
  var text: String {
    switch job.form {
    case .text: page.text()
    case .csv: CSVText.text(records, job.dialect)
    case .ndjson: (tasks.map(line) + refusals.map(line)).map { $0.line + "\n" }.joined()
    case .json: document.text
    case .html: html
    }
  }

  private var title: String {
    say(
      "Werklijst van \(day(job.date)) tot en met \(day(end))",
      "Worklist from \(day(job.date)) up to and including \(day(end))")
  }

  private func name(_ key: String, _ line: Int) -> String {
    key.isEmpty ? say("regel \(line)", "line \(line)") : key
  }

  /// A kind of task in a word or two.
  private func word(_ kind: CaseTask.Kind) -> String {
    switch kind {
    case .passes: say("gaat over", "passes on")
    case .window: say("venster sluit", "window closes")
    case .due: say("te doen", "to do")
    case .overdue: say("te laat", "overdue")
    }
  }

  // MARK: For people

  private var page: Page {
    var page = Page()
    page.heading(title)
    if tasks.isEmpty {
      page.paragraph(
        say("Er is niets te doen in deze tijd.", "There is nothing to do in this time."))
    }
    var rest = tasks[...]
    while let first = rest.first {
      let same = rest.prefix { $0.day == first.day }
      rest = rest.dropFirst(same.count)
      page.entries([Page.Entry(label: label(first.day), lines: same.map(sentence))])
    }
    page.entries([
      entry(
        "Geweigerd", "Refused",
        refusals.map { "\(say("regel", "line")) \($0.line): \($0.reason)" } + unlisted)
    ])
    if counts.undetermined > 0 { page.paragraph(open) }
    page.paragraph(closing)
    return page
  }

  /// How many refused rows are not told here.
  private var unlisted: [String] {
    let more = counts.refused - refusals.count
    guard more > 0, !job.hasRejects else { return [] }
    return [say("en nog \(more): zie --rejects", "and \(more) more: see --rejects")]
  }

  private func label(_ range: DateRange) -> String {
    range.isExact ? range.first.description : "\(range.first) / \(range.last)"
  }

  private func sentence(_ task: CaseTask) -> String {
    let doubt = task.isCertain ? "" : say(" (mogelijk)", " (possibly)")
    let who = task.who.isEmpty ? "" : task.who + (task.kind == .passes ? " " : ": ")
    let why =
      task.kind == .passes && !task.reasons.isEmpty
      ? "; " + task.reasons.joined(separator: ", ") : ""
    return "- \(name(task.key, task.line)), \(word(task.kind)): \(who)\(task.what)\(doubt)\(why) "
      + "[\(task.rules.joined(separator: ", "))]"
  }

  private var open: String {
    let number = counts.undetermined
    return say(
      "Van \(number) \(number == 1 ? "rij" : "rijen") is nog niet te bepalen wie "
        + "verantwoordelijk is of wie u belt: vul die aan.",
      "Of \(number) \(number == 1 ? "row" : "rows") it cannot be decided yet who is "
        + "responsible or who to call: complete them.")
  }

  private var closing: String {
    say(
      "Regels \(job.rules.rulebook.hash). Dit is een advies: een professional beslist.",
      "Rules \(job.rules.rulebook.hash). This is advice: a professional decides.")
  }

  // MARK: For programs

  private var columns: [String] {
    [
      say("datum", "date"), say("sleutel", "key"), say("regel", "line"), say("soort", "kind"),
      say("wie", "who"), say("wat", "what"), say("reden", "reason"),
      say("beslist door", "decided by"), say("kolom", "column"), "code",
    ]
  }

  private var records: Sheet.Records {
    let done = tasks.map { task in
      [
        job.cell(task.day), task.key, String(task.line), word(task.kind), task.who,
        task.what + (task.isCertain ? "" : say(" (mogelijk)", " (possibly)")),
        task.reasons.joined(separator: ", "), task.rules.joined(separator: ", "), "", "",
      ]
    }
    let refused = refusals.map { refusal in
      [
        "", refusal.key, String(refusal.line), say("geweigerd", "refused"), "", "",
        refusal.reason, "", refusal.column.map(String.init) ?? "", refusal.code.rawValue,
      ]
    }
    return Sheet.Records(columns: columns, rows: done + refused)
  }

  private func days(of range: DateRange) -> JSONValue {
    range.isExact
      ? .string(range.first.description)
      : .object([
        ("from", .string(range.first.description)), ("through", .string(range.last.description)),
      ])
  }

  private func line(_ task: CaseTask) -> JSONValue {
    .object([
      ("day", days(of: task.day)), ("line", .integer(task.line)),
      ("key", task.key.isEmpty ? .null : .string(task.key)), ("kind", .string(task.kind.rawValue)),
      ("who", .string(task.who)), ("what", .string(task.what)),
      ("reasons", .array(task.reasons.map { .string($0) })),
      ("certain", .bool(task.isCertain)), ("rules", .array(task.rules.map { .string($0) })),
    ])
  }

  private func line(_ refusal: Refusal) -> JSONValue {
    .object([
      ("line", .integer(refusal.line)),
      ("key", refusal.key.isEmpty ? .null : .string(refusal.key)), ("kind", .string("refused")),
      ("column", refusal.column.map { .integer($0) } ?? .null),
      ("code", .string(refusal.code.rawValue)), ("reason", .string(refusal.reason)),
    ])
  }

  private var document: JSONValue {
    .object([
      ("schema", .string("jongeren-route/worklist/1")), ("date", .string(job.date.description)),
      ("until", .string(end.description)), ("rules", .string(job.rules.rulebook.hash)),
      ("tasks", .array(tasks.map(line))), ("refused", .array(refusals.map(line))),
      (
        "counts",
        .object([
          ("rows", .integer(counts.rows)), ("answered", .integer(counts.answered)),
          ("undetermined", .integer(counts.undetermined)), ("refused", .integer(counts.refused)),
        ])
      ),
    ])
  }

  // MARK: As a web page

  private var html: String {
    var heads: [HTML] = []
    for name in columns.prefix(8) { heads.append(.element("th", ["scope": "col"], saying: name)) }
    let lines = tasks.map { task in
      let cells = [
        label(task.day), name(task.key, task.line), String(task.line), word(task.kind), task.who,
        task.what + (task.isCertain ? "" : say(" (mogelijk)", " (possibly)")),
        task.reasons.joined(separator: ", "), task.rules.joined(separator: ", "),
      ]
      return HTML.element(
        "tr",
        holding: zip(columns, cells).enumerated().map { place, cell in
          place == 1
            ? .element("th", ["scope": "row"], saying: cell.1)
            : .element("td", ["data-label": cell.0], saying: cell.1)
        })
    }
    let table = HTML.element(
      "table",
      holding: [
        .element("caption", saying: title),
        .element("thead", holding: [.element("tr", holding: heads)]),
        .element("tbody", holding: [.lines([.empty] + lines)]),
      ])
    var body = [table]
    if !refusals.isEmpty {
      body.append(.element("h2", saying: say("Geweigerd", "Refused")))
      let items = refusals.map { refusal in
        HTML.element(
          "li", saying: "\(say("regel", "line")) \(refusal.line): \(refusal.reason)")
      }
      body.append(.element("ul", holding: [.lines([.empty] + items)]))
    }
    if counts.undetermined > 0 { body.append(.element("p", saying: open)) }
    body.append(.element("p", ["class": "source"], saying: closing))
    return WebPage(language: language, title: title, body: body).document
  }
}
