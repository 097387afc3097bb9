import RoutingCore

extension SheetMaker {
  /// Tasks and situations against organisations.
  mutating func sheet(_ charts: [RoleChart], title: String) -> Sheet {
    var sheet = Sheet(
      title: title, lead: lead(charts.map(\.agreement), charts.first?.date) + [assumption])
    sheet.lead.append(
      say(
        "Per organisatie: verantwoordelijk, aanspreekpunt (wie als eerste gebeld wordt), overleg (met "
          + "wie eerst overlegd wordt) en betrokken (wie er verder bij hoort).",
        "For each organisation: responsible, first contact (who is called first), consulted (who is to "
          + "be asked first) and involved (who else belongs to it)."))
    for chart in charts {
      if charts.count > 1 { sheet.blocks.append(.heading(chart.agreement.name[language])) }
      let corner = say("situatie", "situation")
      let caption = say("Situaties: wie heeft welke rol", "Situations: who has which role")
      sheet.blocks.append(.grid(grid(chart.situations, chart, caption, corner)))
      if !chart.tasks.isEmpty {
        let caption = say(
          "Taken: wie er een uitvoert, is verantwoordelijk voor die taak",
          "Tasks: who carries one out is responsible for that task")
        sheet.blocks.append(.grid(grid(chart.tasks, chart, caption, say("taak", "task"))))
      }
    }
    sheet.records = records(charts)
    return sheet
  }

  /// Rows against the organisations that have a part in one of them.
  private func grid(
    _ rows: [RoleChart.Row], _ chart: RoleChart, _ caption: String, _ corner: String
  ) -> Sheet.Grid {
    let partners = chart.partners.filter { partner in rows.contains { $0.roles[partner] != nil } }
    return Sheet.Grid(
      caption: caption, corner: corner, columns: partners.map { name($0) },
      rows: rows.map { row($0, partners) }, joinsCells: false)
  }

  private func name(_ partner: Int) -> String { rulebook.parties.all[partner].label[language] }

  /// The word for a role.
  func word(_ role: RoleChart.Role) -> String {
    switch role {
    case .responsible: say("verantwoordelijk", "responsible")
    case .contact: say("aanspreekpunt", "first contact")
    case .consulted: say("overleg", "consulted")
    case .involved: say("betrokken", "involved")
    }
  }

  private func row(_ row: RoleChart.Row, _ partners: [Int]) -> Sheet.Row {
    var header = row.title[language]
    if let nobody = row.nobody { header += " (\(nobody[language]))" }
    if !row.isCertain { header += say(" (hangt nog ergens van af)", " (depends on more)") }
    if let task = row.task { header += " [\(task.id)]" }
    return Sheet.Row(
      group: row.group?[language], header: header, detail: detail(row.conditions),
      cells: partners.map { cell(row.roles[$0] ?? []) })
  }

  private func cell(_ parts: [RoleChart.Part]) -> Sheet.Cell {
    guard let strongest = parts.first else { return .empty }
    // One and the same person can have several roles.
    let people = parts.map(\.party).reduce(into: [Int]()) { known, party in
      if !known.contains(party) { known.append(party) }
    }
    let lines = people.map { party in
      let roles = Wording.all(parts.filter { $0.party == party }.map { word($0.role) }, language)
      let isRole = rulebook.parties.partner(of: party) != party
      return Sheet.Line(
        label: isRole ? roles : "",
        words: isRole ? rulebook.parties.all[party].label[language] : roles)
    }
    let tone = (RoleChart.Role.allCases.firstIndex(of: strongest.role) ?? 0) + 1
    return Sheet.Cell(lines: lines, tone: tone)
  }

  private func records(_ charts: [RoleChart]) -> Sheet.Records {
    let partners = charts.flatMap(\.partners).reduce(into: [Int]()) { known, partner in
      if !known.contains(partner) { known.append(partner) }
    }
    let columns =
      [
        say("afspraken", "agreement"), say("soort", "kind"), say("deel", "part"),
        say("situatie of taak", "situation or task"),
      ] + partners.map { name($0) }
      + [say("regels", "rules"), say("bron", "source"), say("voorbeeld", "example")]
    var rows: [[String]] = []
    for chart in charts {
      for row in chart.situations + chart.tasks {
        let rules = chart.partners.flatMap { row.roles[$0] ?? [] }.map(\.rule)
        let sources = rules.flatMap { $0.sources.map { "\($0.document) \($0.section)" } }
        rows.append(
          [
            chart.agreement.name[language],
            row.task == nil ? say("situatie", "situation") : say("taak", "task"),
            row.group?[language] ?? "", row.title[language],
          ] + partners.map { cell(row.roles[$0] ?? []).text("; ") } + [
            unique(rules.map(\.id)).joined(separator: " "),
            unique(sources).joined(separator: "; "),
            row.example.map { command($0) } ?? row.nobody?[language] ?? "",
          ])
      }
    }
    return Sheet.Records(columns: columns, rows: rows)
  }
}
