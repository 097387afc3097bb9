public import RoutingCore

extension Timeline {
  /// The timeline as a calendar file: who takes over when, and what is due.
  ///
  /// No fact of the youth is in it, and no reason that would tell one.
  public func calendar(_ language: Language) -> String {
    TimelineCalendar(timeline: self, language: language).calendar.text
  }
}

/// Turns a timeline into events.
private struct TimelineCalendar: Speaking {
  let timeline: Timeline
  let language: Language

  var calendar: ICalendar {
    let stretches = timeline.stretches
    let changes = zip(stretches, stretches.dropFirst()).map { event(from: $0, to: $1) }
    let duties = stretches.flatMap(\.duties).compactMap { event(for: $0) }
    let events = (changes + duties).sorted { ($0.first, $0.uid) < ($1.first, $1.uid) }
    return ICalendar(name: "jongeren-route", stamp: timeline.date, events: events)
  }

  /// A change of who is responsible or who to call, as long as the stretch where that is open.
  private func event(from before: Timeline.Stretch, to after: Timeline.Stretch) -> ICalendar.Event {
    var parts: [String] = []
    if let answer = after.answer {
      if before.answer?.responsible.isSame(as: answer.responsible) != true {
        parts.append(say("verantwoordelijk: ", "responsible: ") + words(answer.responsible))
      }
      if before.answer?.contact.isSame(as: answer.contact) != true {
        parts.append(say("bel: ", "call: ") + words(answer.contact))
      }
    } else {
      parts.append(say("vraag het advies opnieuw", "ask for the advice again"))
    }
    let days = after.beginning
    let last = after.isDetermined ? days.last : after.last ?? days.last
    let verdicts = [after.answer?.responsible, after.answer?.contact]
    let parties = verdicts.map { $0?.options.map(\.value).sorted().joined(separator: " ") ?? "" }
    return ICalendar.Event(
      uid: uid("wissel", days.first, parties.joined(separator: "/")), first: days.first,
      last: last, summary: capitalised(parts.joined(separator: "; ")), description: advice)
  }

  /// Something due, on the last day on which it is in time; nil without a day or when it is late.
  private func event(for duty: Timeline.Duty) -> ICalendar.Event? {
    guard duty.item.due != nil, !duty.isLate else { return nil }
    let party = duty.item.party.map { $0[language] + ": " } ?? ""
    let perhaps = duty.item.isCertain ? "" : say("misschien: ", "perhaps: ")
    return ICalendar.Event(
      uid: uid("actie", duty.day, duty.item.rule.id), first: duty.day, last: duty.day,
      summary: say("Uiterlijk vandaag: ", "Today at the latest: ") + perhaps + party
        + duty.item.rule.title[language],
      description: advice)
  }

  private var advice: String {
    say(
      "Dit is een advies: een professional beslist. Bij direct gevaar: bel 112.",
      "This is advice: a professional decides. In immediate danger: call 112.")
  }

  /// A name made of nothing but what the file itself tells: the event and the last change.
  ///
  /// The last change tells the calendars of two youths apart, and stays the same when the file is made
  /// again later.
  private func uid(_ kind: String, _ day: CalendarDate, _ what: String) -> String {
    let last = timeline.stretches.last?.first ?? day
    var fingerprint = ContentHash()
    fingerprint.update(Array("\(kind) \(day) \(what) \(last)".utf8))
    return "\(kind)-\(day)-\(fingerprint.digits)@jongeren-route"
  }
}
