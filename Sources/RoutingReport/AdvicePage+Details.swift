import RoutingCore

extension AdvicePage {
  /// Where the answer comes from, and why not others.
  var grounds: [Page.Entry] {
    [
      entry("Bron", "Source", sources),
      entry("Regels", "Rules", rulesLines),
      entry("Ook", "Also", otherAgreements),
      entry(
        "Waarom niet", "Why not",
        advice.rivals.prefix(5).map {
          "- \($0.party[language]): \($0.reason[language])\(reference([$0.rule]))"
        }),
    ]
  }

  private var sources: [String] {
    var sections: [(document: String, sections: [String])] = []
    for verdict in [advice.responsible, advice.contact] {
      for source in verdict.options.compactMap(\.decisions.first).flatMap(\.rule.sources) {
        let place = sections.firstIndex { $0.document == source.document }
        if let place, sections[place].sections.contains(source.section) { continue }
        if let place {
          sections[place].sections.append(source.section)
        } else {
          sections.append((source.document, [source.section]))
        }
      }
    }
    return sections.map { document, sections in
      let title = advice.documents.first { $0.id == document }?.title[language] ?? document
      return "\(title): \(sections.joined(separator: ", "))"
    }
  }

  /// School duties follow the school and municipal duties the home: both are named.
  private var otherAgreements: [String] {
    advice.also.map { other in
      let isSame =
        other.responsible.isSame(as: advice.responsible) && other.contact.isSame(as: advice.contact)
      let answer =
        isSame
        ? say("hetzelfde antwoord", "the same answer")
        : say("verantwoordelijk: ", "responsible: ") + other.responsible.words[language]
          + say("; bel: ", "; call: ") + other.contact.words[language]
      let rules = [other.responsible, other.contact].flatMap { verdict in
        verdict.options.compactMap(\.decisions.first?.rule)
      }
      return "- \(other.agreement.name[language]) (\(other.fact[language]) \(other.municipality)): "
        + answer + reference(rules)
    }
  }

  private var rulesLines: [String] {
    var lines: [String] = []
    if advice.grounds.count > 1 {
      lines.append(
        say(
          "welke regels gelden, hangt af van wat nog niet bekend is",
          "which rules hold depends on what is not known yet"))
    } else if let ground = advice.grounds.first {
      lines.append(ground.agreement.name[language] + reason(for: ground))
    }
    for other in advice.declined {
      lines.append(
        say("niet: ", "not: ") + other.agreement.name[language]
          + " (\(other.fact[language]) \(other.municipality)): "
          + other.decision.rule.title[language] + reference([other.decision.rule]))
    }
    return lines
  }

  /// Why these rules answer.
  private func reason(for ground: Ground) -> String {
    if let place = ground.place {
      return " (\(place.fact[language]) \(place.municipality))"
    }
    guard ground.agreement.kind == .frame else { return "" }
    guard let considered = ground.considered else {
      return "; "
        + say("hier zijn geen regionale afspraken bekend", "no regional agreement is known here")
    }
    guard let decision = ground.decision, considered.valid.contains(advice.date) else { return "" }
    return "; " + say("niet: ", "not: ") + "\(considered.name[language]): "
      + decision.rule.title[language] + reference([decision.rule])
  }

  /// What was assumed, what would change the answer, what to ask.
  var doubts: [Page.Entry] {
    [
      entry("Vraag eerst", "Ask first", questions),
      entry("Aangenomen", "Assumed", assumptions),
      entry("Dit verandert het antwoord", "This changes the answer", alternatives),
    ]
  }

  private var questions: [String] {
    guard let first = advice.missing.first else { return [] }
    var lines = ["\(first.question[language]) (\(first.fact)=...)"]
    let others = advice.missing.dropFirst().map(\.fact)
    if !others.isEmpty { lines.append(say("daarna: ", "then: ") + others.joined(separator: ", ")) }
    return lines
  }

  private var assumptions: [String] {
    let decisive = advice.assumptions.filter(\.matters)
    let others = advice.assumptions.count - decisive.count
    var lines: [String] = []
    if !decisive.isEmpty {
      lines.append(
        decisive.map { "\($0.label[language]): \($0.valueLabel[language])" }.joined(
          separator: " · "))
    }
    if others > 0 {
      lines.append(
        say(
          "en \(others) andere gebruikelijke waarden, die elk op zich het antwoord niet veranderen",
          "and \(others) other usual values, none of which alone changes the answer"))
    }
    return lines
  }

  private var alternatives: [String] {
    advice.alternatives.compactMap { alternative in
      let outcome = outcome(settled(alternative.responsible), settled(alternative.contact))
      if outcome.isEmpty { return nil }
      let values =
        alternative.values.count > 4
        ? say("een andere waarde", "another value")
        : Wording.either(alternative.values.map { $0.label[language] }, language)
      let rules = [alternative.responsible, alternative.contact].compactMap { verdict in
        verdict?.options.first?.decisions.first?.rule
      }
      return "- \(alternative.label[language]): \(values) → \(outcome)\(reference(unique(rules)))"
    }
  }

  /// A change worth reading: where nothing is decided yet, only what would decide it.
  private func settled(_ verdict: Verdict?) -> Verdict? {
    advice.isDetermined || verdict?.answer != nil ? verdict : nil
  }

  private func unique(_ rules: [Rule]) -> [Rule] {
    var seen: Set<String> = []
    return rules.filter { seen.insert($0.id).inserted }
  }

  private func outcome(_ responsible: Verdict?, _ contact: Verdict?) -> String {
    var parts: [String] = []
    if let responsible {
      parts.append(say("verantwoordelijk: ", "responsible: ") + responsible.words[language])
    }
    if let contact { parts.append(say("bel: ", "call: ") + contact.words[language]) }
    return parts.joined(separator: "; ")
  }

  /// Who brings the youth to whom, and who holds on.
  var transfer: [Page.Entry] {
    [
      entry("Overdracht", "Handover", handoverLines),
      entry("Houdt vast", "Holds on", holderLines),
      entry("Betrokken", "Involved", involved),
    ]
  }

  /// Who else is involved, each once with the reasons, leaving out who is named above already.
  private var involved: [String] {
    let items = advice.items(.involved)
    let certain = parties(in: items.filter(\.isCertain))
    let possible = parties(in: maybe(items)).filter { line in
      !certain.contains { $0.party == line.party }
    }
    return certain.map { "- " + reasons($0) } + possible.map { "- " + perhaps + reasons($0) }
  }

  /// What holds only for some of what is still unknown: to be seen, so that nobody lets it pass.
  ///
  /// While the answer itself is open the question comes first, and nearly everything is possible.
  private func maybe(_ items: [Item]) -> [Item] {
    advice.isDetermined ? items.filter { !$0.isCertain } : []
  }

  private var perhaps: String { say("misschien: ", "perhaps: ") }

  private func reasons(_ line: (party: Text, rules: [Rule])) -> String {
    let reasons = line.rules.map { $0.title[language] }.joined(separator: "; ")
    return "\(line.party[language]): \(reasons)\(reference(line.rules))"
  }

  private func parties(in items: [Item]) -> [(party: Text, rules: [Rule])] {
    let named = [advice.responsible, advice.contact].compactMap { $0.answer?.organisation }
    var found: [(party: Text, rules: [Rule])] = []
    for item in items {
      guard let party = item.party, let organisation = item.organisation,
        !named.contains(organisation)
      else { continue }
      if let place = found.firstIndex(where: { $0.party == party }) {
        found[place].rules.append(item.rule)
      } else {
        found.append((party, [item.rule]))
      }
    }
    return found
  }

  private var handoverLines: [String] {
    var lines: [String] = []
    if let contact = advice.contact.answer ?? advice.provisional {
      let name = contact.label[language]
      let caller = advice.handover.doors.first { $0.caller == advice.caller.value }
      if let caller {
        lines.append(
          say(
            "\(caller.label[language]) brengt de jongere zelf bij \(name)",
            "\(caller.label[language]) brings the youth to \(name) in person"))
      } else if advice.caller.value == "onbekend" {
        lines.append(
          say(
            "wie de jongere ook treft, brengt hem of haar bij \(name)",
            "whoever meets the youth brings him or her to \(name)"))
      }
      if let responsible = advice.responsible.answer, responsible.label != contact.label {
        lines.append(
          say(
            "\(name) houdt op de hoogte: \(responsible.label[language])",
            "\(name) keeps informed: \(responsible.label[language])"))
      }
    }
    if let consent = advice.verdict(.consent) {
      lines.append(
        say("toestemming nodig: ", "consent needed: ") + consent.words[language]
          + reference(consent.options.compactMap(\.decisions.first?.rule)))
    }
    return lines + items(.handover)
  }

  private var holderLines: [String] {
    guard let holder = advice.handover.holder, let rule = holder.decisions.first?.rule else {
      return []
    }
    return ["\(holder.label[language]): \(rule.title[language])\(reference([rule]))"]
  }

  /// What to do, what is on offer, how to escalate, and the limits.
  var work: [Page.Entry] {
    [
      entry("Te doen", "To do", items(.actions) + possible(.actions)),
      entry("Aanbod", "On offer", items(.offers)),
      entry("Opschalen", "Escalate", items(.escalation)),
      entry("Grenzen", "Limits", items(.limits) + possible(.limits)),
      entry("Niet geregeld", "Not arranged", gaps),
      entry("Wat de wet geeft", "What the law gives", items(.law)),
    ]
  }

  private func items(_ table: TableName) -> [String] {
    advice.items(table).filter(\.isCertain).map { "- " + line($0) }
  }

  private func possible(_ table: TableName) -> [String] {
    maybe(advice.items(table)).map { "- " + perhaps + line($0) }
  }

  private func line(_ item: Item) -> String {
    var line = ""
    if let party = item.party { line += party[language] + ": " }
    // Under what the law gives, everything is law.
    let isSaid = item.rule.basis == .wet && advice.items(.law).contains { $0.rule === item.rule }
    line += item.rule.title[language] + (isSaid ? "" : standing(item.rule))
    if let requires = item.rule.requires {
      line += "; " + say("eerst: ", "first: ") + requires[language]
    }
    if let due = item.due {
      let isLate = due.last <= advice.date
      line +=
        "; " + (isLate ? say("verstreken op ", "was due on ") : say("voor ", "before "))
        + day(due)
    }
    return line + reference([item.rule])
  }

  private var gaps: [String] {
    let rules =
      advice.items(.gaps).filter(\.isCertain).map(\.rule)
      + [advice.responsible, advice.contact].flatMap(\.options).compactMap(\.decisions.first?.rule)
    return unique(rules).compactMap { rule in
      guard let gap = rule.gap else { return nil }
      return "- \(gap.reason[language]); " + say("beslist: ", "decides: ") + gap.decides[language]
        + "; "
        + say("intussen: ", "meanwhile: ") + gap.meanwhile[language] + reference([rule])
    }
  }

  /// What changes when.
  var later: [Page.Entry] {
    [
      entry(
        "Straks", "Later",
        advice.changes.map { change in
          let reasons = change.reasons.map { $0[language] }.joined(separator: ", ")
          var parts: [String] = []
          let main = outcome(change.responsible, change.contact)
          if !main.isEmpty { parts.append(main) }
          parts += change.others.map { "\($0.label[language]): \($0.to[language])" }
          return "- \(change.day.words[language]) (\(reasons)): \(parts.joined(separator: "; "))"
        })
    ]
  }
}
