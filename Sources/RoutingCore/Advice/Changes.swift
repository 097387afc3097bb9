/// Finds the coming days on which an answer changes.
struct Changes {
  let answering: Answering
  let profile: Profile
  let date: CalendarDate

  /// The coming changes in order; a day on which nothing compared changes is left out.
  ///
  /// - Parameter isEnough: whether what was found so far is all that is wanted.
  func all(until isEnough: ([Change]) -> Bool = { _ in false }) throws(Diagnostics) -> [Change] {
    let outlook = Outlook(answering: answering, profile: profile, date: date)
    var changes: [Change] = []
    guard var before = try outlook.answers(on: date) else { return [] }
    let points = TurningPoints(answering: answering, profile: profile, after: date).known()
    var pending: [Text] = []
    for point in points {
      guard let after = try outlook.answers(on: point.day.last) else { continue }
      // Where another day is known only in part, the answer is open for a while: that is told once
      // that day has certainly come.
      let mayCome = points.contains {
        $0.day.first <= point.day.last && point.day.last < $0.day.last
      }
      if !after.isDetermined, mayCome {
        pending += point.words
        continue
      }
      let all = point.words + pending.filter { !point.words.contains($0) }
      if let change = change(on: point.day, all, from: before, to: after) {
        changes.append(change)
        if isEnough(changes) { return changes }
      }
      before = after
      pending = []
    }
    return changes
  }

  private func change(
    on day: DateRange, _ reasons: [Text], from before: Outlook.Answers, to after: Outlook.Answers
  ) -> Change? {
    let responsible = before.responsible.isSame(as: after.responsible) ? nil : after.responsible
    let contact = before.contact.isSame(as: after.contact) ? nil : after.contact
    let others = after.others(changedSince: before)
    guard responsible != nil || contact != nil || !others.isEmpty else { return nil }
    return Change(
      day: day, reasons: reasons, responsible: responsible, contact: contact, others: others)
  }
}

extension Verdict {
  /// Whether both leave the same answers open.
  public func isSame(as other: Verdict) -> Bool {
    options.count == other.options.count
      && options.allSatisfy { option in other.options.contains { $0.value == option.value } }
  }

  /// The answers, by value.
  public var values: [String] { options.map(\.value) }

  /// Whether both lists, in which nothing is twice, hold the same values.
  static func areSame(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count && left.allSatisfy(right.contains)
  }

  /// The organisations it can be, each once.
  public var organisations: Text {
    var found: [Text] = []
    for option in options where !found.contains(option.organisation) {
      found.append(option.organisation)
    }
    return Text(nl: Wording.either(found.map(\.nl), .nl), en: Wording.either(found.map(\.en), .en))
  }

  /// The answers in words.
  public var words: Text {
    Text(
      nl: Wording.either(options.map(\.label.nl), .nl),
      en: Wording.either(options.map(\.label.en), .en))
  }

  /// What a table comes to over all agreements that may answer.
  static func joined(_ parts: [Answering.Part], _ name: String) throws(Diagnostic) -> Verdict? {
    var result: Verdict?
    for part in parts {
      guard let verdict = try part.inquiry.verdict(named: name) else { continue }
      result = result.map { $0.joined(with: verdict) } ?? verdict
    }
    return result
  }

  /// The answers that either leaves open.
  func joined(with other: Verdict) -> Verdict {
    var options = options
    for option in other.options {
      if let place = options.firstIndex(where: { $0.value == option.value }) {
        options[place] = options[place].joined(with: option)
      } else {
        options.append(option)
      }
    }
    return Verdict(table: table, label: label, options: options)
  }
}
