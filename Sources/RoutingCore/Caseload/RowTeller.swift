/// Tells what a row comes to, however it was settled: the same words either way.
public final class RowTeller {
  /// How much is told.
  public enum Extent: Sendable {
    /// Everything.
    case all
    /// Who is responsible, the level, and when somebody else becomes responsible.
    case counts
    /// Whether who is responsible and who to call are both decided.
    case status
  }

  let advisor: RowAdvisor
  let book: AnswerBook
  let language: Language
  let extent: Extent
  /// What is told of the last row.
  public let told = RowAdvice()

  /// A teller beside the advisor of one worker.
  public init(_ advisor: RowAdvisor, _ book: AnswerBook, telling extent: Extent = .all) {
    self.advisor = advisor
    self.book = book
    self.extent = extent
    language = book.language
  }

  /// Tells what became of a line.
  ///
  /// - Returns: false when the row turned out to be refused.
  public func tell(_ outcome: RowAdvisor.Outcome) -> Bool {
    switch outcome {
    case .blank, .refused: return false
    case .settled: return settled() || plainly()
    case .partly, .unsettled: return plainly()
    }
  }

  // MARK: What bit vectors settled

  /// Tells a row by its bit vectors; false when they leave something open.
  private func settled() -> Bool {
    told.clear()
    let place = advisor.agreementPlace
    let words = book.agreements[place]
    guard let responsible = words.told(advisor.answer(of: book.responsible), .responsible),
      let contact = words.told(advisor.answer(of: book.contact), .contact)
    else { return false }
    told.isDetermined = true
    if extent == .status { return true }
    told.agreement = words.id
    told.responsible.append(responsible)
    told.contact.append(contact)
    for rule in advisor.decidingRules(of: .responsible) { addRule(rule) }
    for rule in advisor.decidingRules(of: .contact) { addRule(rule) }
    if words.hasWindow {
      guard let window = words.told(advisor.answer(of: book.window), .window) else { return false }
      told.window.append(window)
    }
    if words.hasSuggestion {
      let answer = advisor.answer(of: book.suggestion)
      guard let suggestion = words.told(answer, .suggestedLevel) else { return false }
      told.suggestedLevel = suggestion
    }
    if words.hasHolder {
      guard let answer = advisor.answer(of: book.holder),
        let holder = words.told(answer, .holder)
      else { return false }
      if book.partner(of: answer.name) != book.partner(of: responsible.value),
        book.partner(of: answer.name) != nil, words.isParty(answer)
      {
        told.holder = holder
      }
    }
    if let level = book.level, let choice = advisor.statedChoice(of: level.fact) {
      told.level = level.choices[choice]
    }
    keepSuggestion()
    advisor.visitAssumptions { fact in
      if let name = book.plainFacts[fact] { told.assumed.append(name) }
    }
    return changes(words)
  }

  /// Tells what changes next and what is due.
  private func changes(_ words: AnswerBook.Agreement) -> Bool {
    var duties = Duties()
    if extent == .all {
      advisor.visitItems(of: book.actions) { number, isCertain in
        let rule = advisor.rules.allRules[number]
        switch rule.due {
        case nil: break
        case .moment:
          if let due = advisor.day(of: rule) { duties.add(duty(rule, due, isCertain)) }
        case .whileLasting(let fact):
          if let watched = words.watched(fact) { duties.wait(rule, isCertain, for: watched) }
        }
      }
    }
    let finding = visitChanges(&duties)
    told.duties += duties.all.compactMap(\.self)
    switch finding {
    case .told: return true
    case .several(let change): return tellNext(change)
    case .unknown: return false
    }
  }

  /// What bit vectors found of the coming changes.
  enum Finding {
    /// What changes next is told.
    case told
    /// It is known when, but plain evaluation has to tell in words to what.
    case several(RowChange)
    /// Plain evaluation has to tell.
    case unknown
  }

  /// What is due, some of it on a day on which an answer changes.
  struct Duties {
    /// In order; nil where the day is not known.
    private(set) var all: [RowAdvice.Duty?] = []
    private(set) var waiting: [(rule: Rule, isCertain: Bool, watched: Int, place: Int)] = []

    mutating func add(_ duty: RowAdvice.Duty) { all.append(duty) }

    mutating func wait(_ rule: Rule, _ isCertain: Bool, for watched: Int) {
      waiting.append((rule, isCertain, watched, all.count))
      all.append(nil)
    }

    /// Gives a day to those that wait for a change of a table.
    mutating func settle(
      _ duty: (Rule, Bool) -> RowAdvice.Duty, where isChanged: (_ watched: Int) -> Bool
    ) {
      waiting.removeAll { rule, isCertain, watched, place in
        guard isChanged(watched) else { return false }
        all[place] = duty(rule, isCertain)
        return true
      }
    }
  }

  /// Tells what changes next and the days that duties wait for.
  func visitChanges(_ duties: inout Duties) -> Finding {
    var isFirst = true
    var finding = Finding.told
    let isWhole = advisor.visitChangesOfAnswers { change in
      if isFirst, extent == .all {
        // Answers of several agreements are called what each of them calls them.
        if change.to.several == nil, !change.to.isOfSeveral {
          told.next = next(change)
        } else {
          finding = .several(change)
        }
      }
      isFirst = false
      if told.transition == nil, change.changes(Answers.responsible) {
        told.transition = change.day
      }
      duties.settle({ duty($0, change.day, $1) }, where: change.changes)
      return !duties.waiting.isEmpty || extent == .counts && told.transition == nil
    }
    return isWhole ? finding : .unknown
  }

  func duty(_ rule: Rule, _ due: DateRange, _ isCertain: Bool) -> RowAdvice.Duty {
    RowAdvice.Duty(rule: rule.id, title: book.title(of: rule), due: due, isCertain: isCertain)
  }

  private func next(_ change: RowChange) -> RowAdvice.Next {
    let words = book.agreements[advisor.agreementPlace]
    var others: [(label: String, to: String)] = []
    if change.isOtherAgreement { others.append((book.rulesLabel, words.name)) }
    for table in 2..<words.labels.count where change.changes(table) {
      let all = change.to.names(of: table).map { words.words(of: $0, watched: table).words }
      others.append((words.labels[table], Wording.either(all, language)))
    }
    func told(_ table: Int) -> [RowAdvice.Told] {
      guard change.changes(table) else { return [] }
      return change.to.names(of: table).map { words.words(of: $0, watched: table) }
    }
    return RowAdvice.Next(day: change.day, responsible: told(0), contact: told(1), others: others)
  }

  func addRule(_ rule: Rule) {
    if !told.rules.contains(rule.id) { told.rules.append(rule.id) }
  }

  /// A suggestion that says nothing new is none.
  func keepSuggestion() {
    guard let suggestion = told.suggestedLevel else { return }
    if suggestion.value == book.noLevel || suggestion.value == told.level?.value {
      told.suggestedLevel = nil
    }
  }
}
