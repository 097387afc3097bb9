import RoutingCore

extension SheetMaker {
  /// The same chart of several agreements, side by side; what differs is said to differ.
  ///
  /// - Parameters:
  ///   - known: what is known of all youths of a chart along chosen facts; nil for the wall chart.
  mutating func comparison(
    _ matrices: [Matrix], title: String, corner: String, known: Profile? = nil
  ) -> Sheet {
    var sheet = Sheet(
      title: title,
      lead: lead(matrices.map(\.agreement), matrices.first?.date)
        + (known.map { fixed($0) } ?? [assumption]))
    guard let first = matrices.first else { return sheet }
    var rows: [Sheet.Row] = []
    var count = 0
    for place in first.rows.indices {
      let group = [first.rows[place].group?[language], first.rows[place].title[language]]
        .compactMap(\.self).joined(separator: ": ")
      let whom = known == nil ? detail(first.rows[place].conditions(in: rulebook)) : ""
      var found: [(headers: [String], cells: [Sheet.Cell], differs: Bool)] = []
      for column in first.columns.indices {
        let asked = matrices.map { $0.cells[place][column] }
        let differs = SheetMaker.differ(asked)
        if differs { count += 1 }
        var cells = zip(matrices, asked).map { cell($1, of: $0.agreement) }
        if differs { for index in cells.indices { cells[index].differs = true } }
        let header = first.columns[column].title[language]
        if let known = found.firstIndex(where: { $0.cells == cells }) {
          found[known].headers.append(header)
        } else {
          found.append(([header], cells, differs))
        }
      }
      rows += found.map { headers, cells, differs in
        Sheet.Row(
          group: whom.isEmpty ? group : "\(group) (\(whom))",
          header: headers.joined(separator: "; ")
            + (differs ? say(" (verschilt)", " (differs)") : ""), cells: cells)
      }
    }
    let names = matrices.map { $0.agreement.name[language] }
    let all = first.rows.count * first.columns.count
    sheet.lead.append(
      say("\(count) van de \(all) vakken verschillen.", "\(count) of the \(all) cells differ."))
    sheet.blocks.append(
      .grid(
        Sheet.Grid(
          caption: say(
            "De afspraken naast elkaar; `verschilt` staat waar zij anderen noemen",
            "The agreements side by side; `differs` stands where they name others"),
          corner: corner, columns: names, rows: rows)))
    sheet.blocks += noteBlocks
    sheet.records = comparisonRecords(matrices, corner)
    return sheet
  }

  /// Whether some of the cells name other parties than others.
  static func differ(_ cells: [Matrix.Cell]) -> Bool {
    let answers = cells.map(\.answer)
    guard let first = answers.first else { return false }
    return answers.dropFirst().contains { other in
      switch (first, other) {
      case (nil, nil): false
      case (let left?, let right?): !left.namesSame(as: right)
      default: true
      }
    }
  }

  private func comparisonRecords(_ matrices: [Matrix], _ corner: String) -> Sheet.Records {
    guard let first = matrices.first else { return Sheet.Records(columns: [], rows: []) }
    let columns = [
      say("deel", "part"), corner, say("omstandigheid", "circumstance"),
      say("afspraken", "agreement"), say("verschilt", "differs"),
    ]
    var rows: [[String]] = []
    for place in first.rows.indices {
      for column in first.columns.indices {
        let differs = SheetMaker.differ(matrices.map { $0.cells[place][column] })
        for matrix in matrices {
          rows.append(
            [
              first.rows[place].group?[language] ?? "", first.rows[place].title[language],
              first.columns[column].title[language], matrix.agreement.name[language],
              differs ? say("ja", "yes") : say("nee", "no"),
            ] + values(matrix.cells[place][column]))
        }
      }
    }
    return Sheet.Records(columns: columns + answerColumns, rows: rows)
  }
}
