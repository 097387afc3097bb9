/// What is wrong with an agreement beside its tables: its days, and who can be reached.
struct AgreementFindings {
  let proof: ChainProof
  /// The day on which it is judged.
  let date: CalendarDate

  private var chain: Chain { proof.chain }
  private var agreement: Agreement { chain.agreement }
  private var parties: PartyList { chain.rulebook.parties }

  /// An agreement that does not answer on the day, with what answers instead.
  func validity() -> [Diagnostic] {
    // The frame answers on every day: its period only tells since when its sources do.
    guard agreement.kind == .agreement, !agreement.valid.contains(date),
      let frame = chain.rulebook.frame
    else { return [] }
    let message: Text
    if let from = agreement.valid.from, date < from {
      message = Text(
        nl: "deze afspraken gelden pas vanaf \(from); tot dan antwoordt \(frame.name.nl)",
        en: "this agreement holds from \(from) only; until then answers: \(frame.name.en)")
    } else {
      let below = agreement.valid.below ?? date
      message = Text(
        nl: "deze afspraken zijn op \(below) afgelopen; sindsdien antwoordt \(frame.name.nl)",
        en: "this agreement ended on \(below); since then answers: \(frame.name.en)")
    }
    let help = Text(
      nl:
        "pas `valid` aan zodra er nieuwe afspraken zijn, of controleer met --on op een andere dag",
      en: "change `valid` when there is a new agreement, or check with --on on another day")
    return [Diagnostic(.notValid, message, help: help, at: agreement.span)]
  }

  /// Rules that can answer with somebody who cannot be reached.
  func deadEnds(among tables: Range<Int>) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<Int> = []
    for place in tables where chain.tables[place].hitPolicy == .first {
      for (index, rule) in chain.tables[place].rules.enumerated() {
        guard let party = chain.party(answeredBy: rule, of: place) else { continue }
        for named in meant(by: party) where !isReachable(named) && seen.insert(named).inserted {
          let id = parties.all[named].id
          findings.append(
            Diagnostic(
              .deadEnd,
              Text(
                nl: "`\(rule.id)` kan antwoorden met `\(id)`, en die is langs geen weg te bereiken",
                en: "`\(rule.id)` can answer with `\(id)`, who cannot be reached in any way"),
              help: Text(
                nl:
                  "geef de partij een `find`, een contact, of de afspraken een `desk` die te bereiken is",
                en:
                  "give the party a `find`, a contact, or the agreement a `desk` that can be reached"
              ),
              at: rule.nameSpan,
              example: proof.example(of: index, in: place, isDeciding: true)))
        }
      }
    }
    return findings
  }

  /// Everybody a party can stand for.
  private func meant(by party: Int, depth: Int = 0) -> [Int] {
    guard case .reference(let name) = parties.all[party].kind else { return [party] }
    guard depth < 8, let fact = chain.vocabulary.index(of: name) else { return [] }
    return chain.vocabulary[fact].choices.compactMap { $0.party.flatMap(parties.index) }
      .flatMap { meant(by: $0, depth: depth + 1) }
  }

  private func isReachable(_ party: Int) -> Bool {
    if hasWay(party) { return true }
    return agreement.desk.map(hasWay) ?? false
  }

  private func hasWay(_ party: Int) -> Bool {
    let partner = parties.partner(of: party)
    return parties.find(party) != nil
      || agreement.contacts.contains { contact in
        (contact.party == party || contact.party == partner) && contact.municipality == nil
          && contact.school == nil && (contact.phone != nil || contact.email != nil)
      }
  }

  /// Published contacts that are unfit on the day, or become so before the agreement ends.
  func contacts() -> [Diagnostic] {
    agreement.contacts.compactMap { contact in
      let label = parties.all[contact.party].id
      if let staleness = contact.staleness(on: date) {
        return Diagnostic(
          .staleContact,
          Text(
            nl: "het contact van `\(label)` is niet meer te vertrouwen: \(staleness.nl)",
            en: "the contact of `\(label)` cannot be trusted any more: \(staleness.en)"),
          help: Text(
            nl: "controleer het en zet de dag bij `verified`",
            en: "check it and put the day at `verified`"), at: contact.span)
      }
      if let verified = contact.verified, verified > date {
        return Diagnostic(
          .staleContact,
          Text(
            nl:
              "het contact van `\(label)` is gecontroleerd op \(verified), en die dag moet nog komen",
            en: "the contact of `\(label)` was checked on \(verified), a day still to come"),
          help: Text(nl: "verbeter `verified`", en: "mend `verified`"), at: contact.span)
      }
      guard let end = contact.validThrough, let below = agreement.valid.below,
        end.adding(days: 1) < below
      else { return nil }
      return Diagnostic(
        .staleContact,
        Text(
          nl: "het contact van `\(label)` geldt tot en met \(end), en de afspraken tot \(below)",
          en: "the contact of `\(label)` holds through \(end), and the agreement until \(below)"),
        help: Text(
          nl: "noem wie er daarna te bereiken is", en: "name who can be reached after that"),
        at: contact.span)
    }
  }
}
