extension RowTeller {
  /// Tells a row by plain evaluation; false when that refuses it.
  func plainly() -> Bool {
    guard let inquiry = advisor.inquiry() else { return false }
    do {
      try tell(inquiry)
      return true
    } catch let fault as Diagnostic {
      advisor.refuse([fault])
    } catch let faults as Diagnostics {
      advisor.refuse(faults.all)
    } catch {
      preconditionFailure("only faults are thrown here")
    }
    return false
  }

  private func tell(_ inquiry: RowInquiry) throws {
    told.clear()
    told.isDetermined = inquiry.isDetermined
    if extent == .status { return }
    told.responsible = inquiry.responsible.options.map(word)
    told.suggestedLevel = try inquiry.verdict(.suggestedLevel)?.answer.map(word)
    if let level = book.level, let choice = advisor.statedChoice(of: level.fact) {
      told.level = level.choices[choice]
    }
    keepSuggestion()
    if extent == .all {
      told.agreement = inquiry.agreement.id
      told.contact = inquiry.contact.options.map(word)
      told.provisional = try inquiry.provisional().map(word)
      for option in inquiry.responsible.options + inquiry.contact.options {
        for decision in option.decisions { addRule(decision.rule) }
      }
      told.window = try inquiry.verdict(.window)?.options.map(word) ?? []
      told.holder = try inquiry.holder().map(word)
      told.assumed = inquiry.assumed().filter(book.plainNames.contains)
      told.missing = try inquiry.missing()
    }
    try tellChanges(inquiry)
  }

  private func tellChanges(_ inquiry: RowInquiry) throws {
    var duties = Duties()
    if extent == .all {
      for (rule, isCertain) in try inquiry.duties() {
        switch rule.due {
        case nil: break
        case .moment:
          if let due = inquiry.day(of: rule) { duties.add(duty(rule, due, isCertain)) }
        case .whileLasting(let fact):
          if let watched = inquiry.watched(fact) { duties.wait(rule, isCertain, for: watched) }
        }
      }
    }
    // What was asked of bit vectors before may have left them on another day.
    advisor.assessAgain()
    if inquiry.isDetermined {
      let waiting = duties
      var isTold = false
      switch visitChanges(&duties) {
      case .told: isTold = true
      case .several(let change): isTold = tellNext(change)
      case .unknown: break
      }
      if !isTold {
        duties = waiting
        let changes = try inquiry.changes { changes in
          extent == .counts ? changes.last?.responsible != nil : duties.waiting.isEmpty
        }
        tell(changes, inquiry, &duties)
      }
    }
    told.duties = duties.all.compactMap(\.self)
  }

  /// Tells the changes that plain evaluation finds.
  private func tell(_ changes: [Change], _ inquiry: RowInquiry, _ duties: inout Duties) {
    told.next = changes.first.map(next)
    told.transition = changes.first { $0.responsible != nil }?.day
    for change in changes {
      duties.settle({ duty($0, change.day, $1) }) { watched in
        let label = inquiry.label(ofWatched: watched)
        return change.others.contains { $0.label == label }
      }
    }
  }

  /// Tells in words what changes next; false when plain evaluation finds no answers on that day.
  func tellNext(_ change: RowChange) -> Bool {
    guard let after = advisor.plainAnswers(on: change.day.last) else { return false }
    func words(_ table: Int, _ verdict: Verdict) -> [RowAdvice.Told] {
      change.changes(table) ? verdict.options.map(word) : []
    }
    var others: [(label: String, to: String)] = []
    if change.isOtherAgreement { others.append((book.rulesLabel, after.agreement.name[language])) }
    for verdict in after.others {
      let place = Plan.watchedTables.firstIndex { $0.rawValue == verdict.table }
      guard let place, change.changes(place) else { continue }
      others.append((verdict.label[language], verdict.words[language]))
    }
    told.next = RowAdvice.Next(
      day: change.day, responsible: words(Answers.responsible, after.responsible),
      contact: words(Answers.contact, after.contact), others: others)
    return true
  }

  private func next(_ change: Change) -> RowAdvice.Next {
    RowAdvice.Next(
      day: change.day, responsible: change.responsible?.options.map(word) ?? [],
      contact: change.contact?.options.map(word) ?? [],
      others: change.others.map { ($0.label[language], $0.to[language]) })
  }

  private func word(_ option: Option) -> RowAdvice.Told {
    RowAdvice.Told(value: option.value, words: option.label[language])
  }
}
