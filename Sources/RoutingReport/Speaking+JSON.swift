import RoutingCore

/// The parts of an answer for programs, with phrases in one language.
extension Speaking {
  /// A phrase.
  func text(_ text: Text) -> JSONValue { .string(text[language]) }

  /// A text that may be absent.
  func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A day, or the days it lies in.
  func days(_ range: DateRange?) -> JSONValue {
    guard let range else { return .null }
    if range.isExact { return .string(range.first.description) }
    return .object([
      ("from", .string(range.first.description)), ("through", .string(range.last.description)),
    ])
  }

  /// A rule with where it comes from.
  func rule(_ rule: Rule) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(rule.id)), ("title", text(rule.title)),
      ("basis", .string(rule.basis.rawValue)),
      ("source", .array(rule.sources.map { .string("\($0.document) \($0.section)") })),
    ]
    if let reading = rule.reading {
      members.append(
        (
          "reading",
          .object([("chosen", text(reading.chosen)), ("alternative", text(reading.alternative))])
        ))
    }
    if let gap = rule.gap {
      members.append(
        (
          "gap",
          .object([
            ("reason", text(gap.reason)), ("decides", text(gap.decides)),
            ("meanwhile", text(gap.meanwhile)),
          ])
        ))
    }
    return .object(members)
  }

  /// An answer with the rules that lead to it.
  func option(_ option: Option) -> JSONValue {
    .object([
      ("value", .string(option.value)), ("label", text(option.label)),
      ("rules", .array(option.decisions.map { rule($0.rule) })),
      ("support", .array(option.support.map { rule($0.rule) })),
    ])
  }

  /// What a question comes to.
  func verdict(_ verdict: Verdict) -> JSONValue {
    .object([
      ("answer", verdict.answer.map { .string($0.value) } ?? .null),
      ("label", text(verdict.words)), ("options", .array(verdict.options.map { option($0) })),
    ])
  }

  /// A rule of those that apply together.
  func item(_ item: Item) -> JSONValue {
    .object([
      ("party", string(item.partyID)), ("label", item.party.map { text($0) } ?? .null),
      ("due", days(item.due)), ("requires", item.rule.requires.map { text($0) } ?? .null),
      ("certain", .bool(item.isCertain)), ("rule", rule(item.rule)),
    ])
  }

  /// A fact to ask for.
  func missing(_ missing: MissingFact) -> JSONValue {
    .object([("fact", .string(missing.fact)), ("question", text(missing.question))])
  }
}
