/// What the rules answer for one youth on other days than the reference date.
struct Outlook {
  let answering: Answering
  let profile: Profile
  /// The reference date: on that day the profile has to make sense.
  let date: CalendarDate

  /// What is compared from one day to the next.
  struct Answers {
    let responsible: Verdict
    let contact: Verdict
    let others: [Verdict]
    let agreement: Agreement

    /// Whether who is responsible and who to call are both decided.
    var isDetermined: Bool { responsible.answer != nil && contact.answer != nil }

    /// Whether who is responsible and who to call are the same.
    func isSame(as other: Answers) -> Bool {
      responsible.isSame(as: other.responsible) && contact.isSame(as: other.contact)
    }

    /// The other answers that are not what they were: from what to what.
    func others(changedSince before: Answers) -> [(label: Text, from: Text, to: Text)] {
      var changed: [(label: Text, from: Text, to: Text)] = []
      if before.agreement.id != agreement.id {
        let label = Text(nl: "regels", en: "rules")
        changed.append((label, before.agreement.name, agreement.name))
      }
      for verdict in others {
        guard let earlier = before.others.first(where: { $0.table == verdict.table }),
          !earlier.isSame(as: verdict)
        else { continue }
        changed.append((verdict.label, earlier.words, verdict.words))
      }
      return changed
    }
  }

  /// The profile as it is expected to be on a day.
  func profile(on day: CalendarDate) -> Profile {
    profile.moved(to: day, by: answering.rulebook.moves)
  }

  /// The agreements that answer on a day; nil when the profile cannot be about that day.
  func parts(on day: CalendarDate) throws(Diagnostics) -> [Answering.Part]? {
    do {
      return try answering.parts(profile(on: day), on: day)
    } catch {
      if day != date, error.all.allSatisfy({ $0.code == .contradiction }) { return nil }
      throw error
    }
  }

  /// The answers on a day; nil when the profile cannot be about that day.
  func answers(on day: CalendarDate) throws(Diagnostics) -> Answers? {
    guard let parts = try parts(on: day) else { return nil }
    do {
      // Asked by themselves, as an advice asks them: where a party depends on what is not known, asking
      // more at once would part the possibilities further.
      guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
        let contact = try Verdict.joined(parts, TableName.contact.rawValue),
        let agreement = parts.first?.ground.agreement
      else { return nil }
      var found: [TableName: Verdict] = [:]
      for part in parts {
        let verdicts = try part.inquiry.verdicts(
          Plan.watchedTables, by: part.inquiry.chain.watchPlan)
        found.merge(verdicts) { $0.joined(with: $1) }
      }
      let others = Plan.watchedTables.dropFirst(Plan.answerTables.count).compactMap { found[$0] }
      return Answers(
        responsible: responsible, contact: contact, others: others, agreement: agreement)
    } catch {
      if day != date, error.code == .contradiction { return nil }
      throw Diagnostics([error])
    }
  }
}
