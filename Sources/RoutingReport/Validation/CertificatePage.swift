import RoutingCore

/// What was proved of the rules, in words.
struct CertificatePage {
  private let certificate: Certificate
  private let isValid: Bool
  private let language: Language

  /// - Parameter isValid: whether nothing is wrong: only then is it stated as proved.
  init(_ certificate: Certificate, isValid: Bool, _ language: Language) {
    self.certificate = certificate
    self.isValid = isValid
    self.language = language
  }

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// The page.
  var page: Page {
    var page = Page()
    page.heading(
      isValid
        ? say("Bewezen voor elke jongere, op elke dag", "Proved for every youth, on every day")
        : say("Bekeken, en niet in orde bevonden", "Looked at, and found wanting"))
    page.entries(certificate.parts.map(entry) + counts)
    guard !certificate.greyAreas.isEmpty else { return page }
    page.heading(say("Grijze gebieden voor de agenda", "Grey areas for the agenda"))
    page.entries(certificate.greyAreas.map(entry))
    return page
  }

  private func entry(_ part: Certificate.Part) -> Page.Entry {
    let classes =
      part.classes.map { "\($0)" }
      ?? say(
        "meer dan \(Certificate.Part.mostClasses)", "more than \(Certificate.Part.mostClasses)")
    var lines = [
      "\(part.agreement.name[language]), \(part.agreement.edition)",
      say(
        "\(days(part.days)); soorten dagen: \(part.kindsOfDay), klassen jongeren: \(classes)",
        "\(days(part.days)); kinds of days: \(part.kindsOfDay), classes of youths: \(classes)"),
      say(
        "tabellen: \(part.tables), regels: \(part.rules), die van de wet meegeteld",
        "tables: \(part.tables), rules: \(part.rules), those of the law included"),
    ]
    if isValid, part.isClosed {
      lines.append(
        say(
          "gesloten keten: elke vraag heeft voor iedereen precies een antwoord",
          "closed chain: every question has exactly one answer for everybody"))
    }
    if isValid, part.isAlive {
      lines.append(
        say(
          "geen dode regel: elke regel kan voor iemand het antwoord zijn",
          "no dead rule: every rule can be the answer for somebody"))
    }
    if isValid, let sections = part.agreement.coverage?.sections {
      let cited = sections.count { !$0.rules.isEmpty || !$0.shown.isEmpty }
      lines.append(
        say(
          "documenten: alle \(sections.count) delen verantwoord, \(cited) ervan in regels",
          "documents: all \(sections.count) sections accounted for, \(cited) of them in rules"))
    }
    return Page.Entry(label: part.agreement.id, lines: lines)
  }

  private func days(_ days: DateRange) -> String {
    days == .anyDay
      ? say("alle dagen", "all days")
      : say("\(days.first) tot en met \(days.last)", "\(days.first) through \(days.last)")
  }

  private var counts: [Page.Entry] {
    let cases = certificate.cases
    var entries = [
      Page.Entry(
        label: say("Regels", "Rules"),
        lines: [
          say("\(certificate.rules) in de bestanden", "\(certificate.rules) in the files"),
          say(
            "aangehaalde artikelen en paragrafen: \(certificate.sources)",
            "articles and sections cited: \(certificate.sources)"),
          say("vingerafdruk \(certificate.hash)", "fingerprint \(certificate.hash)"),
        ]),
      Page.Entry(
        label: say("Voorbeeldgevallen", "Worked cases"),
        lines: [
          say(
            "\(cases.run) nagerekend, \(cases.passed) zoals het er staat",
            "\(cases.run) run, \(cases.passed) as stated")
        ]),
    ]
    if let mutants = certificate.mutants {
      entries.append(
        Page.Entry(
          label: say("Mutaties", "Mutations"),
          lines: [
            say(
              "\(mutants.made) gemaakt: \(mutants.caught) gezien door een voorbeeldgeval, "
                + "\(mutants.equivalent) veranderen bewezen niets, \(mutants.surviving) ongezien",
              "\(mutants.made) made: \(mutants.caught) noticed by a worked case, "
                + "\(mutants.equivalent) proved to change nothing, \(mutants.surviving) unnoticed")
          ]))
    }
    return entries
  }

  private func entry(_ area: Certificate.GreyArea) -> Page.Entry {
    let rule = area.rule
    var lines = ["\(kind(area.kind)): \(rule.title[language])"]
    switch area.kind {
    case .gap:
      guard let gap = rule.gap else { break }
      lines += [
        say("open: ", "open: ") + gap.reason[language],
        say("beslist: ", "decides: ") + gap.decides[language],
        say("ondertussen: ", "meanwhile: ") + gap.meanwhile[language],
      ]
    case .reading:
      guard let reading = rule.reading else { break }
      lines += [
        say("gekozen: ", "chosen: ") + reading.chosen[language],
        say("ook mogelijk: ", "also possible: ") + reading.alternative[language],
      ]
    case .power: break
    }
    let sources = rule.sources.map { "\($0.document) \($0.section)" }.joined(separator: ", ")
    lines.append(say("bron: ", "source: ") + sources)
    return Page.Entry(label: rule.id, lines: lines)
  }

  private func kind(_ kind: Certificate.GreyArea.Kind) -> String {
    switch kind {
    case .gap: say("geen afspraak", "no agreement")
    case .reading: say("lezing", "reading")
    case .power: say("bevoegdheid, geen plicht", "a power, no duty")
    }
  }
}
