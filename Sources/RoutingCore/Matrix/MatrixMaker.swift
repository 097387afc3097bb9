/// Computes charts from the rules, so that they cannot disagree with an advice.
public final class MatrixMaker {
  let answering: Answering
  let date: CalendarDate

  /// Charts by a rulebook, on a reference date.
  public init(_ rulebook: Rulebook, on date: CalendarDate) {
    answering = Answering(rulebook)
    self.date = date
  }

  var rulebook: Rulebook { answering.rulebook }

  /// The phases a youth passes, by level and by what overrides it.
  ///
  /// - Throws: a fault when the rules have no `matrix.json`, or a fault of the rules.
  public func wallChart(of agreement: Agreement) throws(Diagnostics) -> Matrix {
    let charts = try charts()
    return try matrix(agreement, rows: charts.phases, columns: charts.circumstances)
  }

  /// Two facts against each other, with others fixed: a chart of each agreement, all with the same rows
  /// and columns.
  ///
  /// - Parameters:
  ///   - rows: the name of the fact along the rows.
  ///   - columns: the name of the fact along the columns; nil for a single column.
  ///   - known: what is known of all youths.
  /// - Throws: a fault when a fact is no axis, facts that contradict each other, or a fault of the rules.
  public func facts(rows: String, columns: String?, known: Profile, of agreements: [Agreement])
    throws(Diagnostics) -> [Matrix]
  {
    let axis = FactAxis(
      rulebook: rulebook, chains: agreements.map { answering.chain($0) }, date: date)
    let left: [Situation]
    let top: [Situation]
    do throws(Diagnostic) {
      try axis.check([rows] + [columns].compactMap(\.self), beside: known)
      left = try axis.situations(along: rows)
      top =
        try columns.map { name throws(Diagnostic) in try axis.situations(along: name) }
        ?? [Situation(title: Text(nl: "antwoord", en: "answer"))]
    } catch {
      throw Diagnostics([error])
    }
    let matrices = try agreements.map { agreement throws(Diagnostics) in
      let maker = CellMaker(answering: answering, date: date, agreement: agreement)
      // Facts that contradict each other would leave every cell empty, without a word.
      _ = try answering.parts(maker.inRegion(known), on: date)
      return try matrix(agreement, rows: left, columns: top, known: known)
    }
    // Side by side the rows have to be the same.
    return matrices.count == 1 ? matrices.map(axis.joined) : matrices
  }

  private func matrix(
    _ agreement: Agreement, rows: [Situation], columns: [Situation], known: Profile = Profile()
  ) throws(Diagnostics) -> Matrix {
    let maker = CellMaker(answering: answering, date: date, agreement: agreement)
    let cells = try rows.map { row throws(Diagnostics) in
      try columns.map { column throws(Diagnostics) in try maker.cell(row.and(column), known) }
    }
    return Matrix(agreement: agreement, date: date, rows: rows, columns: columns, cells: cells)
  }

  /// What charts show.
  func charts() throws(Diagnostics) -> Charts {
    if let charts = rulebook.charts { return charts }
    throw Diagnostics([
      Diagnostic(
        .unreadable,
        Text(
          nl: "de map met regels heeft geen `matrix.json`",
          en: "the rule folder has no `matrix.json`"),
        help: Text(
          nl: "noem daarin de rijen en kolommen, of kies zelf met --rows en --columns",
          en: "list the rows and columns in it, or choose with --rows and --columns"))
    ])
  }
}
