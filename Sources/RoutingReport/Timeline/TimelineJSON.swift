public import RoutingCore

extension Timeline {
  /// The timeline for programs: every stretch with its rules and sources.
  public func json(_ language: Language) -> JSONValue {
    TimelineJSON(timeline: self, language: language).value
  }
}

/// Turns a timeline into JSON, with phrases in one language.
private struct TimelineJSON: Speaking {
  let timeline: Timeline
  let language: Language

  var value: JSONValue {
    .object([
      ("schema", .string("jongeren-route/timeline/1")),
      ("date", .string(timeline.date.description)),
      ("language", .string(language.rawValue)),
      ("determined", .bool(timeline.isDetermined)),
      ("stretches", .array(timeline.stretches.map { stretch($0) })),
      ("askNext", .array(timeline.missing.map { missing($0) })),
      ("rules", .object([("hash", .string(timeline.hash))])),
    ])
  }

  private func stretch(_ stretch: Timeline.Stretch) -> JSONValue {
    .object([
      ("from", .string(stretch.first.description)),
      ("through", stretch.last.map { .string($0.description) } ?? .null),
      ("begins", days(stretch.beginning)),
      ("reasons", .array(stretch.reasons.map { text($0) })),
      ("within", .array(stretch.within.map { text($0) })),
      ("fits", .bool(stretch.answer != nil)),
      ("determined", .bool(stretch.isDetermined)),
      ("agreement", stretch.answer.map { .string($0.agreement.id) } ?? .null),
      ("responsible", stretch.answer.map { verdict($0.responsible) } ?? .null),
      ("firstContact", stretch.answer.map { verdict($0.contact) } ?? .null),
      ("shifts", .array(stretch.shifts.map { shift($0) })),
      ("duties", .array(stretch.duties.map { duty($0) })),
    ])
  }

  private func duty(_ duty: Timeline.Duty) -> JSONValue {
    .object([
      ("day", .string(duty.day.description)), ("late", .bool(duty.isLate)),
      ("item", item(duty.item)),
    ])
  }

  private func shift(_ shift: Timeline.Shift) -> JSONValue {
    .object([
      ("day", .string(shift.day.description)),
      ("reasons", .array(shift.reasons.map { text($0) })), ("label", text(shift.label)),
      ("from", text(shift.from)), ("to", text(shift.to)),
    ])
  }
}
