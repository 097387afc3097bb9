import RoutingCore

extension Certificate {
  /// The certificate for programs.
  func json(_ language: Language) -> JSONValue {
    .object([
      ("agreements", .array(parts.map { $0.json(language) })),
      ("rules", .integer(rules)),
      ("sources", .integer(sources)),
      ("cases", .object([("run", .integer(cases.run)), ("passed", .integer(cases.passed))])),
      ("mutants", mutants?.json ?? .null),
      ("hash", .string(hash)),
      ("greyAreas", .array(greyAreas.map { $0.json(language) })),
    ])
  }
}

extension Certificate.Part {
  fileprivate func json(_ language: Language) -> JSONValue {
    .object([
      ("id", .string(agreement.id)),
      ("name", .string(agreement.name[language])),
      ("edition", .string(agreement.edition)),
      ("from", .string("\(days.first)")),
      ("through", .string("\(days.last)")),
      ("kindsOfDay", .integer(kindsOfDay)),
      ("classes", classes.map { .integer($0) } ?? .null),
      ("tables", .integer(tables)),
      ("rules", .integer(rules)),
      ("closed", .bool(isClosed)),
      ("alive", .bool(isAlive)),
      ("sections", agreement.coverage.map { .integer($0.sections.count) } ?? .null),
    ])
  }
}

extension Certificate.Mutants {
  fileprivate var json: JSONValue {
    .object([
      ("made", .integer(made)), ("caught", .integer(caught)),
      ("equivalent", .integer(equivalent)), ("surviving", .integer(surviving)),
    ])
  }
}

extension Certificate.GreyArea {
  fileprivate func json(_ language: Language) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("kind", .string(kind.rawValue)), ("folder", .string(folder)), ("rule", .string(rule.id)),
      ("title", .string(rule.title[language])),
    ]
    switch kind {
    case .gap:
      if let gap = rule.gap {
        members += [
          ("reason", .string(gap.reason[language])), ("decides", .string(gap.decides[language])),
          ("meanwhile", .string(gap.meanwhile[language])),
        ]
      }
    case .reading:
      if let reading = rule.reading {
        members += [
          ("chosen", .string(reading.chosen[language])),
          ("alternative", .string(reading.alternative[language])),
        ]
      }
    case .power: break
    }
    members.append(
      ("source", .array(rule.sources.map { .string("\($0.document) \($0.section)") })))
    return .object(members)
  }
}
