import RoutingCore

extension SheetMaker {
  /// Everything in which an organisation has a part, in sentences and as a table.
  func sheet(_ charts: [PartnerChart], title: String) -> Sheet {
    var sheet = Sheet(title: title, lead: lead(charts.map(\.agreement), charts.first?.date))
    sheet.lead.append(
      say(
        "Volledig voor wie verantwoordelijk is, eerst wordt gebeld, meepraat of betrokken is: wat hier "
          + "niet staat, komt voor niemand voor. Haar taken staan op de rolkaart.",
        "Complete for who is responsible, called first, consulted or involved: what is not here is so "
          + "for nobody. Its tasks stand in the role chart."))
    for chart in charts {
      if charts.count > 1 { sheet.blocks.append(.heading(chart.agreement.name[language])) }
      for role in RoleChart.Role.allCases {
        let classes = chart.classes.filter { $0.role == role }
        guard !classes.isEmpty else { continue }
        sheet.blocks.append(
          .heading(heading(role) + " (\(classes.count))"))
        let items = inOrder(classes).map {
          Sheet.Item(words: sentence($0), command: command($0.example))
        }
        sheet.blocks.append(.list(items))
      }
      if chart.classes.isEmpty {
        sheet.blocks.append(
          .paragraph(
            say(
              "Deze organisatie heeft in deze afspraken voor niemand een rol.",
              "This organisation has no part for anybody in this agreement.")))
      } else {
        sheet.blocks.append(.grid(grid(chart)))
      }
    }
    sheet.records = records(charts)
    return sheet
  }

  /// The classes as the rules that only pass on come first: what they pass on to is the common case.
  private func inOrder(_ classes: [PartnerChart.Class]) -> [PartnerChart.Class] {
    let passesOn = { (found: PartnerChart.Class) in
      found.rules.first?.match.alternatives.allSatisfy(\.isEmpty) ?? false
    }
    return classes.filter(passesOn) + classes.filter { !passesOn($0) }
  }

  private func heading(_ role: RoleChart.Role) -> String {
    switch role {
    case .responsible: say("Verantwoordelijk", "Responsible")
    case .contact: say("Eerste aanspreekpunt", "First contact")
    case .consulted: say("Eerst overleggen met", "To be consulted first")
    case .involved: say("Betrokken", "Involved")
    }
  }

  /// More rules that go first than this are left to the table.
  private static let exceptionsInSentence = 3

  /// What the class is called: the first rule that asks something, as others only pass on.
  private func title(_ found: PartnerChart.Class) -> String {
    let asking = found.rules.first { !$0.match.alternatives.allSatisfy(\.isEmpty) }
    return (asking ?? found.rules.first)?.title[language] ?? ""
  }

  private func sentence(_ found: PartnerChart.Class) -> String {
    var text = title(found) + ". "
    text += say("Wie: ", "Who: ") + rulebook.parties.fullLabel(found.party)[language] + ". "
    text +=
      found.conditions.isEmpty
      ? say("Voor iedereen", "For everybody")
      : say("Als ", "When ") + found.conditions.map { $0[language] }.joined(separator: "; ")
    if !found.exceptions.isEmpty {
      text +=
        say("; tenzij dit voorgaat: ", "; unless this goes first: ")
        + found.exceptions.prefix(SheetMaker.exceptionsInSentence).map { $0.title[language] }
        .joined(separator: "; ")
      let more = found.exceptions.count - SheetMaker.exceptionsInSentence
      if more > 0 {
        text += say(
          "; en nog \(more), zie de tabel (html of csv)",
          "; and \(more) more, see the table (html or csv)")
      }
    }
    return text + ". [\(source(found.rules))]"
  }

  /// Where rules come from, with their names.
  private func source(_ rules: [Rule]) -> String {
    unique(rules.flatMap { $0.sources.map { "\($0.document) \($0.section)" } } + rules.map(\.id))
      .joined(separator: ", ")
  }

  private var columns: [String] {
    [
      say("wie", "who"), say("als", "when"), say("tenzij", "unless"), say("regels", "rules"),
      say("bron", "source"),
    ]
  }

  private func values(_ found: PartnerChart.Class) -> [String] {
    [
      rulebook.parties.fullLabel(found.party)[language],
      found.conditions.map { $0[language] }.joined(separator: "; "),
      found.exceptions.map { $0.title[language] }.joined(separator: "; "),
      found.rules.map(\.id).joined(separator: " "),
      unique(found.rules.flatMap { $0.sources.map { "\($0.document) \($0.section)" } })
        .joined(separator: "; "),
    ]
  }

  private func grid(_ chart: PartnerChart) -> Sheet.Grid {
    let ordered = RoleChart.Role.allCases.flatMap { role in
      inOrder(chart.classes.filter { $0.role == role })
    }
    let rows = ordered.map { found in
      Sheet.Row(
        group: heading(found.role), header: title(found),
        cells: values(found).map { words in
          words.isEmpty ? .empty : Sheet.Cell(lines: [Sheet.Line(label: "", words: words)])
        })
    }
    return Sheet.Grid(
      caption: say("Hetzelfde als tabel", "The same as a table"), corner: say("regel", "rule"),
      columns: columns, rows: rows, joinsCells: false, isRepetition: true)
  }

  private func records(_ charts: [PartnerChart]) -> Sheet.Records {
    Sheet.Records(
      columns: [say("afspraken", "agreement"), say("rol", "role"), say("regel", "rule")] + columns
        + [say("voorbeeld", "example")],
      rows: charts.flatMap { chart in
        chart.classes.map { found in
          [
            chart.agreement.name[language], word(found.role),
            title(found),
          ] + values(found) + [command(found.example)]
        }
      })
  }
}
