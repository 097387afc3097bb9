extension Advisor {
  /// Who is responsible and who to call over time, for a profile known on a reference date.
  ///
  /// Days before the reference date are judged by the same facts: only what dates bring differs.
  ///
  /// - Parameters:
  ///   - start: the first day; the reference date when nil.
  ///   - end: the last day; as far as what is known reaches when nil.
  /// - Throws: faults of the rules, or facts in the profile that contradict each other.
  /// - Requires: `end` is not before `start`.
  public func timeline(
    for profile: Profile, on date: CalendarDate, from start: CalendarDate? = nil,
    until end: CalendarDate? = nil
  ) throws(Diagnostics) -> Timeline {
    let outlook = Outlook(answering: answering, profile: profile, date: date)
    let finder = TimelineFinder(outlook: outlook, start: start ?? date, end: end)
    return Timeline(
      date: date, stretches: try finder.stretches(), missing: try missing(profile, date),
      hash: answering.rulebook.hash)
  }

  /// What to ask so that the answers on the reference date are decided.
  private func missing(_ profile: Profile, _ date: CalendarDate) throws(Diagnostics)
    -> [MissingFact]
  {
    let parts = try answering.parts(profile, on: date)
    do throws(Diagnostic) {
      guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
        let contact = try Verdict.joined(parts, TableName.contact.rawValue)
      else { throw missingTable(parts[0].inquiry) }
      if responsible.answer != nil, contact.answer != nil { return [] }
      return try Alternatives(
        answering: answering, date: date, profile: profile, parts: parts, responsible: responsible,
        contact: contact
      ).missing()
    } catch {
      throw Diagnostics([error])
    }
  }
}
