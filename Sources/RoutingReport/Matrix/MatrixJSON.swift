import RoutingCore

/// Turns charts into JSON: every cell with its rules, sources and examples.
struct MatrixJSON {
  let rulebook: Rulebook
  let language: Language

  /// The members every chart has.
  func document(_ view: String, _ date: CalendarDate, _ charts: [JSONValue]) -> JSONValue {
    .object([
      ("schema", .string("jongeren-route/matrix/1")), ("view", .string(view)),
      ("date", .string("\(date)")), ("language", .string(language.rawValue)),
      ("hash", .string(rulebook.hash)), ("charts", .array(charts)),
    ])
  }

  func chart(_ matrix: Matrix) -> JSONValue {
    .object([
      ("agreement", .string(matrix.agreement.id)),
      ("columns", .array(matrix.columns.map { .string($0.title[language]) })),
      (
        "rows",
        .array(
          zip(matrix.rows, matrix.cells).map { row, cells in
            .object([
              ("group", string(row.group?[language])), ("title", .string(row.title[language])),
              ("cells", .array(cells.map(cell))),
            ])
          })
      ),
    ])
  }

  func chart(_ chart: RoleChart) -> JSONValue {
    .object([
      ("agreement", .string(chart.agreement.id)),
      (
        "partners", .array(chart.partners.map { .string(rulebook.parties.all[$0].id) })
      ),
      ("situations", .array(chart.situations.map { row($0, chart) })),
      ("tasks", .array(chart.tasks.map { row($0, chart) })),
    ])
  }

  func chart(_ chart: PartnerChart) -> JSONValue {
    .object([
      ("agreement", .string(chart.agreement.id)),
      ("partner", .string(rulebook.parties.all[chart.partner].id)),
      (
        "classes",
        .array(
          chart.classes.map { found in
            .object([
              ("role", .string(found.role.rawValue)),
              ("party", .string(rulebook.parties.all[found.party].id)),
              ("rules", .array(found.rules.map(rule))),
              ("conditions", .array(found.conditions.map { .string($0[language]) })),
              ("unless", .array(found.exceptions.map { .string($0.id) })),
              ("example", youth(found.example)),
            ])
          })
      ),
    ])
  }

  private func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func cell(_ cell: Matrix.Cell) -> JSONValue {
    switch cell {
    case .nobody(let reason): return .object([("nobody", .string(reason[language]))])
    case .answer(let answer):
      return .object([
        ("responsible", verdict(answer.responsible)), ("firstContact", verdict(answer.contact)),
        ("answering", .array(answer.grounds.map { .string($0.agreement.id) })),
        ("readings", .array(answer.readings.map(rule))), ("gaps", .array(answer.gaps.map(rule))),
        (
          "examples",
          .array(
            answer.examples.map { example in
              .object([
                ("youth", youth(example.youth)),
                ("responsible", string(example.responsible?.value)),
                ("firstContact", string(example.contact?.value)),
              ])
            })
        ),
      ])
    }
  }

  private func verdict(_ verdict: Verdict) -> JSONValue {
    .object([
      ("answer", string(verdict.answer?.value)), ("label", .string(verdict.words[language])),
      (
        "options",
        .array(
          verdict.options.map { option in
            .object([
              ("value", .string(option.value)), ("label", .string(option.label[language])),
              ("rules", .array(option.decisions.map { .string($0.rule.id) })),
            ])
          })
      ),
    ])
  }

  private func row(_ row: RoleChart.Row, _ chart: RoleChart) -> JSONValue {
    .object([
      ("title", .string(row.title[language])), ("group", string(row.group?[language])),
      ("task", string(row.task?.id)), ("certain", .bool(row.isCertain)),
      ("nobody", string(row.nobody?[language])),
      (
        "roles",
        .object(
          chart.partners.compactMap { partner in
            guard let parts = row.roles[partner] else { return nil }
            return (
              rulebook.parties.all[partner].id,
              .array(
                parts.map { part in
                  .object([
                    ("role", .string(part.role.rawValue)),
                    ("party", .string(rulebook.parties.all[part.party].id)),
                    ("rule", .string(part.rule.id)),
                  ])
                })
            )
          })
      ), ("example", row.example.map(youth) ?? .null),
    ])
  }

  private func rule(_ rule: Rule) -> JSONValue {
    .object([
      ("id", .string(rule.id)), ("title", .string(rule.title[language])),
      ("basis", .string(rule.basis.rawValue)),
      ("source", .array(rule.sources.map { .string("\($0.document) \($0.section)") })),
    ])
  }

  private func youth(_ youth: Youth) -> JSONValue {
    .object(youth.facts.map { ($0.name, .string($0.value)) })
  }
}
