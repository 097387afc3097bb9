import RoutingCore

extension ValidationReport {
  /// Everything for programs.
  public var json: JSONValue {
    .object([
      ("schema", .string("jongeren-route/validation/1")),
      ("valid", .bool(errors.isEmpty)),
      ("errors", .integer(errors.count)),
      ("warnings", .integer(warnings.count)),
      ("findings", .array(findings.map(json))),
      ("certificate", certificate?.json(language) ?? .null),
      ("suggestions", .array(suggestions.map(\.json))),
    ])
  }

  /// The suggested cases as a file of worked cases.
  public var suggestedCases: JSONValue { .object([("cases", .array(suggestions.map(\.json)))]) }

  private func json(_ finding: Diagnostic) -> JSONValue {
    .object(
      [
        ("severity", .string(finding.severity.rawValue)),
        ("code", .string(finding.code.rawValue)),
        ("message", .string(finding.message[language])),
        ("help", finding.help.map { .string($0[language]) } ?? .null),
      ] + place(finding.span) + [
        (
          "notes",
          .array(
            finding.notes.map { note in
              .object([("message", .string(note.message[language]))] + place(note.span))
            })
        ),
        ("example", finding.example.map(json) ?? .null),
        ("remedy", .array(finding.remedy.map { .string($0) })),
      ])
  }

  private func place(_ span: SourceSpan?) -> [(String, JSONValue)] {
    guard let span else { return [("file", .null)] }
    let place = Place(span, below: folder)
    return [
      ("file", .string(place.path)),
      ("line", .integer(place.start.line)), ("column", .integer(place.start.column)),
      ("endLine", .integer(place.end.line)), ("endColumn", .integer(place.end.column)),
    ]
  }

  private func json(_ youth: Youth) -> JSONValue {
    .object([
      ("facts", .object(youth.facts.map { ($0.name, .string($0.value)) })),
      ("date", .string("\(youth.date)")),
      ("command", .string(command(youth))),
    ])
  }
}
