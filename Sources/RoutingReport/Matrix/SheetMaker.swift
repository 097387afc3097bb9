import RoutingCore

/// Turns charts into sheets.
struct SheetMaker: Speaking {
  let rulebook: Rulebook
  let language: Language
  /// Notes given so far, by what they say.
  private(set) var notes: [Sheet.Note] = []
  /// The organisations met so far, in order: each its own colour, as far as there are colours.
  private var tones: [Int] = []

  /// There are so many colours; after that they come round again.
  private static let toneCount = 7

  init(_ rulebook: Rulebook, _ language: Language) {
    self.rulebook = rulebook
    self.language = language
  }

  /// The colour of an organisation.
  mutating func tone(_ party: Int?) -> Int {
    guard let party else { return 0 }
    let partner = rulebook.parties.partner(of: party)
    if let place = tones.firstIndex(of: partner) { return place % SheetMaker.toneCount + 1 }
    tones.append(partner)
    return (tones.count - 1) % SheetMaker.toneCount + 1
  }

  /// The number of the note about a reading.
  mutating func note(reading rule: Rule) -> Int? {
    guard let reading = rule.reading else { return nil }
    return number(
      say("lezing", "reading"),
      reading.chosen[language] + say("; ook mogelijk: ", "; also possible: ")
        + reading.alternative[language], rule)
  }

  /// The number of the note about what is left open.
  mutating func note(gap rule: Rule) -> Int? {
    guard let gap = rule.gap else { return nil }
    return number(
      say("open", "open"),
      gap.reason[language] + say(". Wie beslist: ", ". Who decides: ") + gap.decides[language]
        + say(". Intussen: ", ". Meanwhile: ") + gap.meanwhile[language], rule)
  }

  /// Rules that say the same share a note.
  private mutating func number(_ kind: String, _ words: String, _ rule: Rule) -> Int {
    let places = rule.sources.map { "\($0.document) \($0.section)" } + [rule.id]
    let known = notes.firstIndex { $0.kind == kind && $0.words == words }
    guard let known else {
      notes.append(Sheet.Note(kind: kind, words: words, sources: places))
      return notes.count
    }
    notes[known].sources = unique(notes[known].sources + places)
    return known + 1
  }

  /// What every sheet says under its title.
  func lead(_ agreements: [Agreement], _ date: CalendarDate?) -> [String] {
    guard let date else { return [] }
    let names = agreements.map { "\($0.name[language]) \($0.edition)" }.joined(separator: "; ")
    var lines = [
      say(
        "Peildatum \(day(date)). \(names); regels \(rulebook.hash).",
        "Reference date \(day(date)). \(names); rules \(rulebook.hash).")
    ]
    for agreement in agreements
    where agreement.kind == .agreement && !agreement.valid.contains(date) {
      lines.append(
        say(
          "\(agreement.name.nl) geldt niet op deze dag: het landelijk kader antwoordt.",
          "\(agreement.name.en) does not hold on this day: the national frame answers."))
    }
    return lines + [
      say(
        "Berekend uit de regels. Dit is een advies: een professional beslist.",
        "Computed from the rules. This is advice: a professional decides.")
    ]
  }

  /// What is taken of a youth of whom a chart does not say it.
  var assumption: String {
    say(
      "Bij een rij staat voor wie zij is. Wat daar en in de kolom niet staat, heeft zijn gebruikelijke "
        + "waarde; kunnen er dan nog meer antwoorden zijn, dan noemt het vak ze.",
      "With a row stands for whom it is. What neither that nor the column mentions has its usual "
        + "value; where several answers are still possible, the cell names them.")
  }

  /// What is known of all youths of a chart along chosen facts.
  func fixed(_ known: Profile) -> [String] {
    let facts = rulebook.stated(known).map { "\($0.label[language]): \($0.value[language])" }
    let start =
      facts.isEmpty
      ? [] : [say("Voor iedereen: ", "For all: ") + facts.joined(separator: "; ") + "."]
    return start + [
      say(
        "Wat verder niet is genoemd, heeft zijn gebruikelijke waarde. Waar meer antwoorden mogelijk "
          + "blijven, noemt het vak ze: leg dan meer feiten vast.",
        "What else is not mentioned has its usual value. Where several answers stay possible, the cell "
          + "names them: then fix more facts.")
    ]
  }

  /// The words for a cell of a chart.
  mutating func cell(_ cell: Matrix.Cell, of agreement: Agreement) -> Sheet.Cell {
    switch cell {
    case .nobody(let reason):
      return Sheet.Cell(lines: [Sheet.Line(label: "", words: reason[language])])
    case .answer(let answer):
      var lines: [Sheet.Line] = []
      let responsible = words(answer.responsible)
      let contact = words(answer.contact)
      if responsible == contact {
        lines.append(
          Sheet.Line(
            label: say("verantwoordelijk en aanspreekpunt", "responsible and first contact"),
            words: responsible))
      } else {
        lines.append(Sheet.Line(label: say("verantwoordelijk", "responsible"), words: responsible))
        lines.append(Sheet.Line(label: say("aanspreekpunt", "first contact"), words: contact))
      }
      let others = answer.grounds.map(\.agreement).filter { $0.id != agreement.id }
      let isPart = others.count < answer.grounds.count
      for other in others {
        let label = isPart ? say("deels volgens", "in part by") : say("volgens", "by")
        lines.append(Sheet.Line(label: label, words: other.name[language]))
      }
      var notes = answer.readings.compactMap { note(reading: $0) }
      notes += answer.gaps.compactMap { note(gap: $0) }
      return Sheet.Cell(
        lines: lines, notes: Set(notes).sorted(), tone: tone(answer.responsible.answer?.party))
    }
  }

  /// For whom a row is.
  func detail(_ conditions: [Text]) -> String {
    conditions.map { $0[language] }.joined(separator: "; ")
  }

  /// The notes, when there are any.
  var noteBlocks: [Sheet.Block] {
    notes.isEmpty
      ? [] : [.notes(heading: say("Lezingen en open plekken", "Readings and open places"), notes)]
  }
}

extension SheetMaker {
  /// The wall chart with its route map, or a chart along chosen facts.
  ///
  /// - Parameters:
  ///   - known: what is known of all youths of a chart along chosen facts; nil for the wall chart.
  mutating func sheet(
    _ matrix: Matrix, title: String, corner: String, map: RouteMap? = nil, known: Profile? = nil
  ) -> Sheet {
    let columns = matrix.columns.map { $0.title[language] }
    // Rows along a fact are called what they are.
    let isWall = known == nil
    let rows = zip(matrix.rows, matrix.cells).map { row, cells in
      Sheet.Row(
        group: row.group?[language], header: row.title[language],
        detail: isWall ? detail(row.conditions(in: rulebook)) : "",
        cells: cells.map { cell($0, of: matrix.agreement) })
    }
    var sheet = Sheet(
      title: title,
      lead: lead([matrix.agreement], matrix.date) + (known.map { fixed($0) } ?? [assumption]))
    let caption = say(
      "Wie is verantwoordelijk en wie is het eerste aanspreekpunt; de nummers verwijzen naar de noten",
      "Who is responsible and who is the first contact; the numbers refer to the notes")
    let grid = Sheet.Grid(caption: caption, corner: corner, columns: columns, rows: rows)
    if let picture = map.map({ self.picture($0) }), !picture.ways.isEmpty {
      sheet.blocks.append(.picture(picture))
    }
    sheet.blocks.append(.grid(grid))
    sheet.blocks += noteBlocks
    sheet.records = records(matrix, corner)
    return sheet
  }

  private mutating func picture(_ map: RouteMap) -> RoutePicture {
    var ways: [RoutePicture.Way] = []
    for way in map.ways {
      var stops: [RoutePicture.Stop] = []
      for (place, stop) in way.stops.enumerated() {
        let reason = Wording.all(stop.reasons.map { $0[language] }, language)
        let isOne = stop.responsible.values == stop.contact.values
        let contact =
          isOne
          ? say("ook het eerste aanspreekpunt", "also the first contact")
          : say("bel eerst: ", "call first: ") + stop.contact.words[language]
        stops.append(
          RoutePicture.Stop(
            reason: place == 0 ? "" : reason, responsible: stop.responsible.words[language],
            contact: contact,
            tone: tone(stop.responsible.answer?.party)))
      }
      ways.append(RoutePicture.Way(title: way.title[language], stops: stops))
    }
    return RoutePicture(
      title: say("Routekaart: hoe het overgaat", "Route map: how it passes on"), ways: ways)
  }

  /// A record for each cell.
  private func records(_ matrix: Matrix, _ corner: String) -> Sheet.Records {
    let hasGroups = matrix.rows.contains { $0.group != nil }
    var columns = hasGroups ? [say("deel", "part")] : []
    columns += [corner, say("voor wie", "for whom"), say("omstandigheid", "circumstance")]
    return Sheet.Records(
      columns: columns + answerColumns,
      rows: zip(matrix.rows, matrix.cells).flatMap { row, cells in
        zip(matrix.columns, cells).map { column, cell in
          (hasGroups ? [row.group?[language] ?? ""] : []) + [
            row.title[language], detail(row.and(column).conditions(in: rulebook)),
            column.title[language],
          ] + values(cell)
        }
      })
  }

  /// The columns that say what a cell answers.
  var answerColumns: [String] {
    [
      say("verantwoordelijk", "responsible"), say("aanspreekpunt", "first contact"),
      say("volgens", "by"), say("lezing", "reading"), say("open", "open"),
      say("regels", "rules"), say("bron", "source"), say("voorbeeld", "example"),
    ]
  }

  /// What a cell answers, for the columns above.
  func values(_ cell: Matrix.Cell) -> [String] {
    switch cell {
    case .nobody(let reason):
      return [reason[language]] + Array(repeating: "", count: answerColumns.count - 1)
    case .answer(let answer):
      let rules = (answer.responsible.options + answer.contact.options)
        .flatMap { $0.decisions.map(\.rule) }
      let sources = rules.flatMap { $0.sources.map { "\($0.document) \($0.section)" } }
      return [
        answer.responsible.words[language], answer.contact.words[language],
        answer.grounds.map(\.agreement.name[language]).joined(separator: " | "),
        answer.readings.compactMap { $0.reading?.chosen[language] }.joined(separator: " | "),
        answer.gaps.compactMap { $0.gap?.reason[language] }.joined(separator: " | "),
        unique(rules.map(\.id)).joined(separator: " "),
        unique(sources).joined(separator: "; "),
        answer.examples.map { command($0.youth) }
          .joined(separator: " | "),
      ]
    }
  }

  /// What to type to see the advice for a youth.
  func command(_ youth: Youth) -> String {
    (["jongeren-route", "advise"] + youth.arguments).map(Shell.word).joined(separator: " ")
  }

  func unique(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words where !result.contains(word) { result.append(word) }
    return result
  }
}
