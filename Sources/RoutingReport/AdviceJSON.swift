public import RoutingCore

extension Advice {
  /// The advice for programs: every field, with rule names and sources.
  public func json(_ language: Language) -> JSONValue {
    AdviceJSON(advice: self, language: language).value
  }
}

/// Turns an advice into JSON, with phrases in one language.
private struct AdviceJSON: Speaking {
  let advice: Advice
  let language: Language

  var value: JSONValue {
    var members: [(String, JSONValue)] = []
    members.append(("schema", .string("jongeren-route/advice/1")))
    members.append(("date", .string(advice.date.description)))
    members.append(("language", .string(language.rawValue)))
    members.append(("determined", .bool(advice.isDetermined)))
    members.append(("rules", rules))
    members.append(("responsible", verdict(advice.responsible)))
    members.append(("until", days(advice.until)))
    members.append(("firstContact", verdict(advice.contact)))
    members.append(("provisionalContact", advice.provisional.map { option($0) } ?? .null))
    members.append(("route", route))
    members.append(("also", .array(advice.also.map { opinion($0) })))
    members.append(("contactByQuestion", .array(advice.contactByQuestion.map { question($0) })))
    members.append(("level", advice.level.map { .string($0.value) } ?? .null))
    members.append(("decisions", .object(advice.verdicts.map { ($0.table, verdict($0)) })))
    let items = advice.items.map { ($0.table, JSONValue.array($0.items.map { item($0) })) }
    members.append(("items", .object(items)))
    members.append(("handover", handover))
    members.append(("whyNot", .array(advice.rivals.map { rival($0) })))
    members.append(("assumed", .array(advice.assumptions.map { assumption($0) })))
    members.append(("wouldChange", .array(advice.alternatives.map { alternative($0) })))
    members.append(("changes", .array(advice.changes.map { change($0) })))
    members.append(("askNext", .array(advice.missing.map { missing($0) })))
    let stated = advice.stated.filter { !$0.isSensitive }
    members.append(("stated", .object(stated.map { ($0.fact, text($0.value)) })))
    members.append(("documents", .object(advice.documents.map { ($0.id, text($0.title)) })))
    return .object(members)
  }

  private func question(_ question: (value: String, label: Text, contact: Verdict)) -> JSONValue {
    .object([
      ("question", .string(question.value)), ("label", text(question.label)),
      ("firstContact", verdict(question.contact)),
    ])
  }

  private func opinion(_ opinion: SecondOpinion) -> JSONValue {
    .object([
      ("agreement", .string(opinion.agreement.id)),
      ("municipality", .string(opinion.municipality)), ("because", text(opinion.fact)),
      ("responsible", verdict(opinion.responsible)), ("firstContact", verdict(opinion.contact)),
    ])
  }

  private func rival(_ rival: Rival) -> JSONValue {
    .object([
      ("party", text(rival.party)), ("reason", text(rival.reason)), ("rule", rule(rival.rule)),
    ])
  }

  private var rules: JSONValue {
    .object([
      (
        "answering",
        .array(
          advice.grounds.map { ground in
            .object([
              ("id", .string(ground.agreement.id)),
              ("kind", .string(ground.agreement.kind.rawValue)),
              ("name", text(ground.agreement.name)), ("edition", .string(ground.agreement.edition)),
              ("municipality", ground.place.map { .string($0.municipality) } ?? .null),
              ("considered", ground.considered.map { .string($0.id) } ?? .null),
              ("because", ground.decision.map { rule($0.rule) } ?? .null),
            ])
          })
      ),
      (
        "declined",
        .array(
          advice.declined.map { other in
            .object([
              ("id", .string(other.agreement.id)), ("municipality", .string(other.municipality)),
              ("because", rule(other.decision.rule)),
            ])
          })
      ),
      ("hash", .string(advice.hash)),
    ])
  }

  private var route: JSONValue {
    let contact = advice.route.contact
    return .object([
      ("name", string(contact?.name)), ("phone", string(contact?.phone)),
      ("email", string(contact?.email)),
      ("verified", contact?.verified.map { .string($0.description) } ?? .null),
      ("source", string(contact?.source)),
      ("find", advice.route.find.map { text($0) } ?? .null),
      ("remarks", .array(advice.route.remarks.map { text($0) })),
    ])
  }

  private var handover: JSONValue {
    .object([
      ("caller", .string(advice.caller.value)),
      (
        "bringsTo", (advice.contact.answer ?? advice.provisional).map { .string($0.value) } ?? .null
      ),
      ("doors", .array(advice.handover.doors.map { .string($0.caller) })),
      ("holder", advice.handover.holder.map { option($0) } ?? .null),
      ("holdsUntilTakeover", .bool(true)),
    ])
  }

  private func assumption(_ assumption: Assumption) -> JSONValue {
    .object([
      ("fact", .string(assumption.fact)), ("value", .string(assumption.value)),
      ("matters", .bool(assumption.matters)),
    ])
  }

  private func alternative(_ alternative: Alternative) -> JSONValue {
    .object([
      ("fact", .string(alternative.fact)),
      ("values", .array(alternative.values.map { .string($0.value) })),
      ("responsible", alternative.responsible.map { verdict($0) } ?? .null),
      ("firstContact", alternative.contact.map { verdict($0) } ?? .null),
    ])
  }

  private func change(_ change: Change) -> JSONValue {
    .object([
      ("day", days(change.day)), ("reasons", .array(change.reasons.map { text($0) })),
      ("responsible", change.responsible.map { verdict($0) } ?? .null),
      ("firstContact", change.contact.map { verdict($0) } ?? .null),
      (
        "others",
        .array(
          change.others.map {
            .object([("label", text($0.label)), ("from", text($0.from)), ("to", text($0.to))])
          })
      ),
    ])
  }
}
