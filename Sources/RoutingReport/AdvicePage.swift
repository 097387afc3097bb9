public import RoutingCore

/// The page a counsellor reads: who is responsible, who to call, and everything that could make that
/// wrong.
public struct AdvicePage: Speaking {
  let advice: Advice
  let language: Language

  /// The page of an advice.
  public init(_ advice: Advice, _ language: Language) {
    self.advice = advice
    self.language = language
  }

  /// The page.
  public var page: Page {
    var page = Page()
    page.entries(answer)
    page.entries(grounds)
    page.entries(doubts)
    page.entries(transfer)
    page.entries(work)
    page.entries(later)
    page.paragraph(closing)
    return page
  }

  // MARK: The answer

  private var answer: [Page.Entry] {
    [
      entry("Nu verantwoordelijk", "Responsible now", responsibleLines),
      entry("Bel", "Call", contactLines),
      entry("Let op", "Note", validity),
      entry("Waarom", "Why", reasons),
      entry("Lezing", "Reading", readings),
      entry("Niveau", "Level", levelLines),
      entry("Na vertrek", "After leaving", aftercareLines),
      entry("Doorstroompunt", "Doorstroompunt", doorstroompuntLines),
    ]
  }

  private var responsibleLines: [String] {
    guard let option = advice.responsible.answer else {
      return [undecided(advice.responsible)]
    }
    let until = advice.until.map { "; " + say("tot ", "until ") + day($0) } ?? ""
    return [option.label[language] + until]
  }

  private var contactLines: [String] {
    var lines: [String] = []
    if let option = advice.contact.answer {
      lines.append(option.label[language])
    } else {
      if let option = advice.provisional {
        lines.append(option.label[language] + say(" (voorlopig)", " (provisional)"))
      }
      lines.append(undecided(advice.contact))
    }
    return lines + routeLines
  }

  private var routeLines: [String] {
    var lines: [String] = []
    let route = advice.route
    let ways = [route.contact?.name, route.contact?.phone, route.contact?.email].compactMap { $0 }
      .joined(separator: ", ")
    if let find = route.find {
      lines.append(say("te vinden via: ", "to be found through: ") + find[language])
      if !ways.isEmpty {
        lines.append(
          say("geen nummer bekend; ", "no number known; ") + ways
            + say(" helpt verder", " helps you on"))
      }
    } else if !ways.isEmpty {
      lines.append(ways)
    }
    return lines + route.remarks.map { say("let op: ", "note: ") + $0[language] }
  }

  /// That an agreement does not hold yet, or no longer: what has ended does not silently live on.
  private var validity: [String] {
    advice.grounds.compactMap { ground in
      guard let considered = ground.considered, !considered.valid.contains(advice.date) else {
        return nil
      }
      let name = considered.name[language]
      let answers = say(
        "de wet en het landelijk kader antwoorden", "the law and the national frame answer")
      if let from = considered.valid.from, advice.date < from {
        return say(
          "nog niet van kracht: \(name) (vanaf \(day(from))); \(answers)",
          "not in force yet: \(name) (from \(day(from))); \(answers)")
      }
      let last = considered.valid.below.map { day($0.adding(days: -1)) } ?? ""
      return say(
        "niet meer van kracht: \(name) (tot en met \(last)); \(answers)",
        "no longer in force: \(name) (through \(last)); \(answers)")
    }
  }

  private var reasons: [String] {
    var lines: [String] = []
    for verdict in [advice.responsible, advice.contact] where verdict.answer != nil {
      guard let decision = verdict.answer?.decisions.first else { continue }
      let line =
        decision.rule.title[language] + standing(decision.rule, isFull: true)
        + reference([decision.rule])
      if !lines.contains(line) { lines.append(line) }
    }
    if let consult = advice.verdict(.consult)?.answer, let rule = consult.decisions.first?.rule,
      consult.value == "ja"
    {
      lines.append(
        say("Eerst raadplegen: ", "Consult first: ") + rule.title[language] + reference([rule]))
    }
    return lines
  }

  private var readings: [String] {
    var found: [(text: String, rules: [Rule])] = []
    for option in [advice.responsible, advice.contact].compactMap(\.answer) {
      for rule in (option.decisions + option.support).map(\.rule) {
        guard let reading = rule.reading else { continue }
        let text =
          reading.chosen[language] + say("; ook mogelijk: ", "; also possible: ")
          + reading.alternative[language]
        if let place = found.firstIndex(where: { $0.text == text }) {
          if !found[place].rules.contains(where: { $0.id == rule.id }) {
            found[place].rules.append(rule)
          }
        } else {
          found.append((text, [rule]))
        }
      }
    }
    return found.map { "- " + $0.text + reference($0.rules) }
  }

  private var levelLines: [String] {
    var lines = [advice.level?.label[language] ?? say("niet vastgesteld", "not assessed")]
    if let suggested = advice.verdict(.suggestedLevel)?.answer, suggested.value != "geen",
      suggested.value != advice.level?.value
    {
      lines.append(
        say("voorstel: ", "suggestion: ") + suggested.label[language]
          + say("; de professional beslist", "; the professional decides")
          + reference(suggested.decisions.prefix(1).map(\.rule)))
    }
    return lines
  }

  private var aftercareLines: [String] {
    guard let mode = advice.verdict(.aftercare),
      mode.options.contains(where: { $0.value != "geen" })
    else { return [] }
    let rules = mode.options.compactMap(\.decisions.first?.rule)
    var lines = [mode.words[language] + reference(rules)]
    for reading in rules.compactMap(\.reading) {
      lines.append(
        "- " + say("lezing: ", "reading: ") + reading.chosen[language]
          + say("; ook mogelijk: ", "; also possible: ") + reading.alternative[language])
    }
    return lines
  }

  private var doorstroompuntLines: [String] {
    var lines: [String] = []
    if let group = advice.verdict(.doorstroompunt) {
      lines.append(
        say("doelgroep: ", "target group: ") + group.words[language]
          + reference(group.options.compactMap(\.decisions.first?.rule)))
    }
    if let group = advice.verdict(.doorstroompuntByLaw) {
      lines.append(
        say("volgens de wet: ", "by law: ") + group.words[language]
          + reference(group.options.compactMap(\.decisions.first?.rule)))
    }
    return lines
  }

  private var closing: String {
    let edition = advice.grounds.map { "\($0.agreement.name[language]) \($0.agreement.edition)" }
      .joined(separator: "; ")
    return say(
      "Peildatum \(day(advice.date)). \(edition); regels \(advice.hash). "
        + "Dit is een advies: een professional beslist. Bij direct gevaar: bel 112.",
      "Reference date \(day(advice.date)). \(edition); rules \(advice.hash). "
        + "This is advice: a professional decides. In immediate danger: call 112.")
  }
}
