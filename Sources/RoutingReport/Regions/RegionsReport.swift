public import RoutingCore

/// The agreements side by side: for whom, when, and in what they differ.
public struct RegionsReport: Speaking {
  let language: Language
  private let comparison: Comparison
  private let rulebook: Rulebook

  /// Compares agreements.
  ///
  /// - Throws: a fault when the rules do not say in what, or a fault of the rules.
  public init(
    _ rulebook: Rulebook, _ agreements: [Agreement], on date: CalendarDate, _ language: Language
  ) throws(Diagnostics) {
    self.language = language
    self.rulebook = rulebook
    comparison = try MatrixMaker(rulebook, on: date).comparison(of: agreements)
  }

  // MARK: Forms

  /// The comparison for a terminal, at most 100 columns.
  public func text() -> String { sheet.text() }

  /// The comparison in sentences, to be read aloud.
  public func plain() -> String { sheet.plain(language) }

  /// The comparison as Markdown.
  public func markdown() -> String { sheet.markdown() }

  /// The comparison as a web page in one file.
  public func html() -> String {
    sheet.html(language, breaking: WordBreaks(rulebook.charts?.breaks ?? []))
  }

  /// The comparison for a Dutch Excel.
  public func csvForExcel() -> String { CSVText.text(records, .nl) }

  /// The comparison as comma-separated values by RFC 4180.
  public func csv() -> String { CSVText.text(records, .rfc4180) }

  /// The comparison for programs.
  public var json: JSONValue {
    .object([
      ("schema", .string("jongeren-route/regions/1")), ("date", .string("\(comparison.date)")),
      ("language", .string(language.rawValue)), ("hash", .string(rulebook.hash)),
      ("agreements", .array(comparison.agreements.map(document))),
      ("questions", .array(comparison.rows.map(document))),
    ])
  }

  // MARK: What is compared

  private var sheet: Sheet {
    let maker = SheetMaker(rulebook, language)
    var sheet = Sheet(
      title: say("De afspraken naast elkaar", "The agreements side by side"),
      lead: maker.lead(comparison.agreements, comparison.date) + [
        say(
          "Wat bij een vraag niet over de jongere is gezegd, heeft zijn gebruikelijke waarde.",
          "What a question does not say of the youth has its usual value.")
      ])
    var rows = facts.map { title, values in
      Sheet.Row(group: nil, header: title, cells: values.map { cell([($0, "")]) })
    }
    rows += comparison.rows.map { row in
      Sheet.Row(
        group: nil, header: row.title[language] + (row.differs ? "" : same),
        detail: row.conditions.map { $0[language] }.joined(separator: "; "),
        cells: row.cells.map { answer in
          cell(
            [(answer.words[language], "")]
              + answer.answering.map { ($0.name[language], say("volgens", "by")) })
        })
    }
    sheet.blocks.append(
      .grid(
        Sheet.Grid(
          caption: say(
            "Per vraag wat elke afspraak zegt, berekend uit haar regels",
            "For each question what every agreement says, computed from its rules"),
          corner: say("vraag", "question"), columns: comparison.agreements.map(name), rows: rows,
          joinsCells: false)))
    sheet.blocks += network
    return sheet
  }

  /// What the documents of one agreement ask of its partners together.
  private var network: [Sheet.Block] {
    let regional = comparison.agreements.filter { $0.kind == .agreement }
    guard regional.count == 1, let tasks = regional.first.map(tasks), !tasks.isEmpty else {
      return []
    }
    return [
      .heading(say("Wat van het netwerk wordt gevraagd", "What is asked of the network")),
      .paragraph(
        say(
          "Geen taken voor een jongere, maar afspraken tussen de organisaties.",
          "No tasks for one youth, but agreements between the organisations.")),
      .list(
        tasks.map { section, words in
          Sheet.Item(words: "\(words) (\(section.source.document) \(section.source.section))")
        }),
    ]
  }

  private func tasks(_ agreement: Agreement) -> [(section: Coverage.Section, words: String)] {
    (agreement.coverage?.sections ?? []).flatMap { section in
      section.network.map { (section, $0[language]) }
    }
  }

  private var same: String { say(" (overal hetzelfde)", " (the same everywhere)") }

  private func cell(_ lines: [(words: String, label: String)]) -> Sheet.Cell {
    Sheet.Cell(lines: lines.map { Sheet.Line(label: $0.label, words: $0.words) })
  }

  private func name(_ agreement: Agreement) -> String { agreement.name[language] }

  /// What the agreements say of themselves.
  private var facts: [(title: String, values: [String])] {
    let agreements = comparison.agreements
    return [
      (say("geldt", "holds"), agreements.map(period)),
      (say("gemeenten", "municipalities"), agreements.map(places)),
      (
        say("documenten", "documents"),
        agreements.map { $0.documents.map { $0.title[language] }.joined(separator: "; ") }
      ),
      (
        say("helpt altijd verder", "always helps on"),
        agreements.map { $0.desk.map { rulebook.parties.fullLabel($0)[language] } ?? "" }
      ),
    ]
  }

  private func period(_ agreement: Agreement) -> String {
    let words = [
      agreement.valid.from.map { say("vanaf ", "from ") + day($0) },
      agreement.valid.below.map {
        say("tot en met ", "through ") + day($0.adding(days: -1))
      },
    ].compactMap(\.self).joined(separator: " ")
    let isNow = agreement.valid.contains(comparison.date)
    let period = words.isEmpty ? say("altijd", "always") : words
    return period + (isNow ? "" : say(" (niet op deze dag)", " (not on this day)"))
  }

  private func places(_ agreement: Agreement) -> String {
    agreement.kind == .frame
      ? say("alle andere", "all others")
      : "\(agreement.municipalities.count): " + agreement.municipalities.joined(separator: ", ")
  }

  /// A record for each question and agreement.
  private var records: Sheet.Records {
    let columns = [
      say("vraag", "question"), say("voor wie", "for whom"), say("afspraken", "agreement"),
      say("verschilt", "differs"), say("antwoord", "answer"), say("volgens", "by"),
      say("regels", "rules"), say("bron", "source"),
    ]
    var rows: [[String]] = []
    for (title, values) in facts {
      for (agreement, value) in zip(comparison.agreements, values) {
        rows.append([title, "", name(agreement), "", value, "", "", ""])
      }
    }
    for row in comparison.rows {
      for (agreement, answer) in zip(comparison.agreements, row.cells) {
        rows.append([
          row.title[language], row.conditions.map { $0[language] }.joined(separator: "; "),
          name(agreement), row.differs ? say("ja", "yes") : say("nee", "no"),
          answer.words[language], answer.answering.map(name).joined(separator: " | "),
          answer.rules.map(\.id).joined(separator: " "), sources(answer).joined(separator: "; "),
        ])
      }
    }
    return Sheet.Records(columns: columns, rows: rows)
  }

  private func sources(_ answer: Comparison.Cell) -> [String] {
    var result: [String] = []
    for source in answer.rules.flatMap(\.sources) {
      let words = "\(source.document) \(source.section)"
      if !result.contains(words) { result.append(words) }
    }
    return result
  }

  private func document(_ agreement: Agreement) -> JSONValue {
    .object([
      ("id", .string(agreement.id)), ("kind", .string(agreement.kind.rawValue)),
      ("name", .string(name(agreement))), ("edition", .string(agreement.edition)),
      ("from", agreement.valid.from.map { .string("\($0)") } ?? .null),
      ("below", agreement.valid.below.map { .string("\($0)") } ?? .null),
      ("municipalities", .array(agreement.municipalities.map { .string($0) })),
      (
        "network",
        .array(
          tasks(agreement).map { section, words in
            .object([
              ("source", .string("\(section.source.document) \(section.source.section)")),
              ("task", .string(words)),
            ])
          })
      ),
      (
        "documents",
        .object(agreement.documents.map { ($0.id, .string($0.title[language])) })
      ),
    ])
  }

  private func document(_ row: Comparison.Row) -> JSONValue {
    .object([
      ("question", .string(row.title[language])),
      ("youths", .array(row.conditions.map { .string($0[language]) })),
      ("differs", .bool(row.differs)),
      (
        "answers",
        .array(
          zip(comparison.agreements, row.cells).map { agreement, answer in
            .object([
              ("agreement", .string(agreement.id)), ("answer", .string(answer.words[language])),
              ("by", .array(answer.answering.map { .string($0.id) })),
              ("rules", .array(answer.rules.map { .string($0.id) })),
              ("sources", .array(sources(answer).map { .string($0) })),
            ])
          })
      ),
    ])
  }
}
