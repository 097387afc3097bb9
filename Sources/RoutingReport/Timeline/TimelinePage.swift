public import RoutingCore

/// The page of a timeline: the bars, and every stretch with why it begins and what falls due in it.
public struct TimelinePage: Speaking {
  let timeline: Timeline
  let language: Language

  /// The page of a timeline.
  public init(_ timeline: Timeline, _ language: Language) {
    self.timeline = timeline
    self.language = language
  }

  /// The page.
  public var page: Page {
    var page = Page()
    page.heading(title)
    if let remark = pastRemark { page.paragraph(remark) }
    let chart = TimelineChart(timeline, language)
    if chart.isDrawn {
      page.lines(chart.bars)
      page.lines(chart.key.map { Printable.visible($0) })
    }
    page.entries(
      timeline.stretches.enumerated().map { place, stretch in
        Page.Entry(
          label: "\(place + 1). \(stretch.first)",
          lines: lines(stretch, before: timeline.stretches.dropFirst(place + 1).first))
      })
    if let question = timeline.missing.first {
      page.entries([
        entry("Vraag eerst", "Ask first", ["\(question.question[language]) (\(question.fact)=...)"])
      ])
    }
    page.paragraph(closing)
    return page
  }

  /// What the timeline is and which days it is about.
  var title: String {
    let first = timeline.stretches.first?.first ?? timeline.date
    let from = day(first)
    guard let last = timeline.stretches.last?.last else {
      return say(
        "Wie is verantwoordelijk en wie belt u, vanaf \(from)",
        "Who is responsible and who to call, from \(from)")
    }
    return say(
      "Wie is verantwoordelijk en wie belt u, van \(from) tot en met \(day(last))",
      "Who is responsible and who to call, from \(from) up to and including \(day(last))")
  }

  /// How to read days before the reference date; nil when there are none.
  var pastRemark: String? {
    guard let first = timeline.stretches.first?.first, first < timeline.date else { return nil }
    return say(
      "Voor \(day(timeline.date)) gelden dezelfde feiten: alleen wat datums brengen is anders. "
        + "Wat er toen verder anders was, is niet bekend.",
      "Before \(day(timeline.date)) the same facts hold: only what dates bring differs. "
        + "What else was different then is not known.")
  }

  /// What the page stands on.
  var closing: String {
    say(
      "Peildatum \(day(timeline.date)). Regels \(timeline.hash). "
        + "Wat niet is genoemd, blijft zoals gebruikelijk; verandert er iets, vraag dan opnieuw. "
        + "Dit is een advies: een professional beslist. Bij direct gevaar: bel 112.",
      "Reference date \(day(timeline.date)). Rules \(timeline.hash). "
        + "What is not mentioned stays as usual; when something changes, ask again. "
        + "This is advice: a professional decides. In immediate danger: call 112.")
  }

  private func lines(_ stretch: Timeline.Stretch, before next: Timeline.Stretch?) -> [String] {
    var lines = [period(stretch, before: next)]
    if !stretch.reasons.isEmpty {
      lines.append(say("begint door: ", "begins with: ") + joined(stretch.reasons))
    }
    guard let answer = stretch.answer else {
      return lines + [
        say(
          "de feiten kunnen op deze dagen niet kloppen", "the facts cannot be true on these days")
      ]
    }
    lines.append(say("verantwoordelijk: ", "responsible: ") + words(answer.responsible))
    lines.append(say("bel: ", "call: ") + words(answer.contact))
    if !stretch.isDetermined, !stretch.within.isEmpty {
      lines.append(
        say("op een van deze dagen, niet bekend welke: ", "on one of these days, not known which: ")
          + joined(stretch.within))
    }
    let rules = deciding(answer)
    if !rules.isEmpty {
      lines.append(
        say("waarom: ", "why: ")
          + rules.map { $0.title[language] + standing($0) + reference([$0]) }.joined(
            separator: "; "))
    }
    return lines + shifts(stretch) + stretch.duties.map { "- " + words($0) }
  }

  /// The days of a stretch in words, honest about a beginning or end that is not known exactly.
  func period(_ stretch: Timeline.Stretch, before next: Timeline.Stretch?) -> String {
    let from = day(stretch.beginning)
    let isSure = stretch.beginning.isExact
    guard let last = stretch.last else {
      return (isSure ? say("vanaf ", "from ") : say("begint ", "begins ")) + from
    }
    let end =
      if let next, !next.beginning.isExact {
        say("tot een dag ", "until a day ") + day(next.beginning)
      } else if isSure, last == stretch.first {
        ""
      } else {
        say("tot en met ", "up to and including ") + day(last)
      }
    if end.isEmpty { return say("alleen ", "only ") + from }
    return isSure ? "\(from) \(end)" : say("begint ", "begins ") + "\(from); \(end)"
  }

  private func joined(_ reasons: [Text]) -> String {
    reasons.map { $0[language] }.joined(separator: ", ")
  }

  /// The rules that decide who is responsible and who to call, each once.
  private func deciding(_ answer: Timeline.Answer) -> [Rule] {
    var rules: [Rule] = []
    for verdict in [answer.responsible, answer.contact] {
      guard let rule = verdict.answer?.decisions.first?.rule else { continue }
      if !rules.contains(where: { $0 === rule }) { rules.append(rule) }
    }
    return rules
  }

  /// What else changes, a line for each day.
  private func shifts(_ stretch: Timeline.Stretch) -> [String] {
    let days = Set(stretch.shifts.map(\.day)).sorted()
    return days.map { day in
      let shifts = stretch.shifts.filter { $0.day == day }
      let words = shifts.map { "\($0.label[language]): \($0.to[language])" }
      let when =
        day == stretch.first
        ? say("ook anders", "also different")
        : say("vanaf ", "from ") + self.day(day) + " (" + joined(shifts[0].reasons) + ")"
      return "- \(when): \(words.joined(separator: "; "))"
    }
  }

  /// Something to do, with the day before which.
  ///
  /// - Parameter naming: whether the rule is named.
  func words(_ duty: Timeline.Duty, naming: Bool = true) -> String {
    let item = duty.item
    var line = say("te doen", "to do")
    if let due = item.due {
      line += duty.isLate ? say(", verstreken op ", ", was due on ") : say(" voor ", " before ")
      if !due.isExact, !duty.isLate { line += say("een dag ", "a day ") }
      line += day(due)
    }
    line += ": "
    if !item.isCertain { line += say("misschien: ", "perhaps: ") }
    if let party = item.party { line += party[language] + ": " }
    line += item.rule.title[language] + standing(item.rule)
    return naming ? line + reference([item.rule]) : line
  }
}
