/// What is told of one row of a caseload, in one language; filled again for every row.
public final class RowAdvice {
  /// An answer.
  public struct Told: Sendable {
    /// Its name in the rules.
    public let value: String
    /// In words.
    public let words: String
  }

  /// What changes next.
  public struct Next {
    /// The day, or the days it lies in.
    public let day: DateRange
    /// Who is responsible from then on; empty when that does not change.
    public let responsible: [Told]
    /// Who to call from then on; empty when that does not change.
    public let contact: [Told]
    /// What else changes, and to what.
    public let others: [(label: String, to: String)]
  }

  /// Something to do before a day.
  public struct Duty {
    /// The rule that asks it.
    public let rule: String
    /// In words.
    public let title: String
    /// The day, or the days it lies in.
    public let due: DateRange
    /// False when it depends on what is not known.
    public let isCertain: Bool
  }

  /// Whether who is responsible and who to call are both decided.
  public fileprivate(set) var isDetermined = false
  /// The agreement that answers.
  public fileprivate(set) var agreement = ""
  /// Who is responsible; several when that is not decided.
  public fileprivate(set) var responsible: [Told] = []
  /// Who to call; several when that is not decided.
  public fileprivate(set) var contact: [Told] = []
  /// Who to call meanwhile.
  public fileprivate(set) var provisional: Told?
  /// The level that was assessed.
  public fileprivate(set) var level: Told?
  /// The level that is suggested instead.
  public fileprivate(set) var suggestedLevel: Told?
  /// The school's window; several when that is not decided.
  public fileprivate(set) var window: [Told] = []
  /// Who may not let go yet, beside the one responsible.
  public fileprivate(set) var holder: Told?
  /// What changes next; nil when nothing that is known changes.
  public fileprivate(set) var next: Next?
  /// When somebody else becomes responsible; only when that is wanted.
  public fileprivate(set) var transition: DateRange?
  /// What is due, and when.
  public fileprivate(set) var duties: [Duty] = []
  /// The facts that were assumed, those about the private sphere left out.
  public fileprivate(set) var assumed: [String] = []
  /// The facts to ask for, the best first.
  public fileprivate(set) var missing: [String] = []
  /// The rules that decided who is responsible and who to call.
  public fileprivate(set) var rules: [String] = []

  fileprivate func clear() {
    responsible.removeAll(keepingCapacity: true)
    contact.removeAll(keepingCapacity: true)
    provisional = nil
    level = nil
    suggestedLevel = nil
    window.removeAll(keepingCapacity: true)
    holder = nil
    next = nil
    transition = nil
    duties.removeAll(keepingCapacity: true)
    assumed.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    rules.removeAll(keepingCapacity: true)
  }
}

/// Tells what a row comes to, however it was settled: the same words either way.
public final class RowTeller {
  private let advisor: RowAdvisor
  private let book: AnswerBook
  private let language: Language
  /// Whether it is told when somebody else becomes responsible.
  public var wantsTransition = false
  /// What is told of the last row.
  public let told = RowAdvice()

  /// A teller beside the advisor of one worker.
  public init(_ advisor: RowAdvisor, _ book: AnswerBook) {
    self.advisor = advisor
    self.book = book
    language = book.language
  }

  /// Tells what became of a line.
  ///
  /// - Returns: false when the row turned out to be refused.
  public func tell(_ outcome: RowAdvisor.Outcome) -> Bool {
    switch outcome {
    case .blank, .refused: return false
    case .settled:
      if settled() { return true }
      return tell(advisor.whole())
    case .partly: return tell(advisor.whole())
    case .open(let advice):
      tell(advice)
      return true
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
        book.partner(of: answer.name) != nil
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
    var waiting: [(rule: Rule, isCertain: Bool, watched: Int, place: Int)] = []
    var duties: [RowAdvice.Duty?] = []
    advisor.visitItems(of: book.actions) { number, isCertain in
      let rule = advisor.rules.allRules[number]
      switch rule.due {
      case nil: break
      case .moment:
        guard let due = advisor.day(of: rule) else { return }
        duties.append(duty(rule, due, isCertain))
      case .whileLasting(let fact):
        guard let watched = words.watched(fact) else { return }
        waiting.append((rule, isCertain, watched, duties.count))
        duties.append(nil)
      }
    }
    var isFirst = true
    var hasSeveral = false
    let isWhole = advisor.visitChangesOfAnswers { change in
      if isFirst {
        // Answers of several agreements are called what each of them calls them.
        hasSeveral = (0..<words.labels.count).contains { change.to.names(of: $0).count > 1 }
        if hasSeveral { return false }
        told.next = next(change)
      }
      isFirst = false
      if told.transition == nil, change.changes(0) { told.transition = change.day }
      waiting.removeAll { rule, isCertain, watched, place in
        guard change.changes(watched) else { return false }
        duties[place] = duty(rule, change.day, isCertain)
        return true
      }
      return !waiting.isEmpty || wantsTransition && told.transition == nil
    }
    told.duties += duties.compactMap(\.self)
    return isWhole && !hasSeveral
  }

  private func duty(_ rule: Rule, _ due: DateRange, _ isCertain: Bool) -> RowAdvice.Duty {
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

  private func addRule(_ rule: Rule) {
    if !told.rules.contains(rule.id) { told.rules.append(rule.id) }
  }

  /// A suggestion that says nothing new is none.
  private func keepSuggestion() {
    guard let suggestion = told.suggestedLevel else { return }
    if suggestion.value == book.noLevel || suggestion.value == told.level?.value {
      told.suggestedLevel = nil
    }
  }

  // MARK: The whole advice

  private func tell(_ advice: Advice) {
    told.clear()
    told.isDetermined = advice.isDetermined
    told.agreement = advice.grounds.first?.agreement.id ?? ""
    told.responsible = advice.responsible.options.map(word)
    told.contact = advice.contact.options.map(word)
    told.provisional = advice.provisional.map(word)
    for option in advice.responsible.options + advice.contact.options {
      for decision in option.decisions { addRule(decision.rule) }
    }
    told.window = advice.verdict(.window)?.options.map(word) ?? []
    told.suggestedLevel = advice.verdict(.suggestedLevel)?.answer.map(word)
    told.level = advice.level.map(word)
    keepSuggestion()
    told.holder = advice.handover.holder.map(word)
    told.next = advice.changes.first.map { change in
      RowAdvice.Next(
        day: change.day, responsible: change.responsible?.options.map(word) ?? [],
        contact: change.contact?.options.map(word) ?? [],
        others: change.others.map { ($0.label[language], $0.to[language]) })
    }
    told.transition = advice.until
    for item in advice.items(.actions) {
      guard let due = item.due else { continue }
      told.duties.append(duty(item.rule, due, item.isCertain))
    }
    for assumption in advice.assumptions where book.plainNames.contains(assumption.fact) {
      told.assumed.append(assumption.fact)
    }
    told.missing = advice.missing.map(\.fact)
  }

  private func word(_ option: Option) -> RowAdvice.Told {
    RowAdvice.Told(value: option.value, words: option.label[language])
  }
}
