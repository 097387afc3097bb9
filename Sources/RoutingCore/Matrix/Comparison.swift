/// In what agreements differ: a few questions, each answered by every agreement.
public struct Comparison: Sendable {
  /// A question with an answer per agreement.
  public struct Row: Sendable {
    /// The question.
    public let title: Text
    /// Whom it is about, in words.
    public let conditions: [Text]
    /// The answers, in the order of the agreements.
    public let cells: [Cell]

    /// Whether some agreement answers otherwise than others.
    public var differs: Bool { cells.contains { $0.words != cells[0].words } }
  }

  /// What an agreement answers.
  public struct Cell: Sendable {
    /// The answer.
    public let words: Text
    /// The rules it comes from.
    public let rules: [Rule]
    /// Who else answers, when the agreement itself does not.
    public let answering: [Agreement]
  }

  /// The agreements compared.
  public let agreements: [Agreement]
  /// The reference date.
  public let date: CalendarDate
  /// The questions.
  public let rows: [Row]
}

extension MatrixMaker {
  /// The questions of `matrix.json`, answered by each agreement from its rules.
  ///
  /// - Throws: a fault when the rules have no `matrix.json`, or a fault of the rules.
  public func comparison(of agreements: [Agreement]) throws(Diagnostics) -> Comparison {
    let rows = try charts().comparison.map { question throws(Diagnostics) in
      Comparison.Row(
        title: question.title, conditions: question.situation.conditions(in: rulebook),
        cells: try agreements.map { agreement throws(Diagnostics) in
          let maker = CellMaker(answering: answering, date: date, agreement: agreement)
          return try maker.answer(question)
        })
    }
    return Comparison(agreements: agreements, date: date, rows: rows)
  }
}

extension Charts.Question {
  fileprivate var title: Text { situation.title }
}

extension CellMaker {
  fileprivate func answer(_ question: Charts.Question) throws(Diagnostics) -> Comparison.Cell {
    if case .along(let fact) = question.kind { return try values(of: fact, question.situation) }
    switch try youths(question.situation) {
    case .nobody(let reason): return Comparison.Cell(words: reason, rules: [], answering: [])
    case .some(let profile, let parts):
      do {
        switch question.kind {
        case .table(let table, let wantsEnd):
          return try answer(of: table, profile, parts, wantsEnd: wantsEnd)
        case .added(let table, let more):
          return try added(to: table, question.situation, more, parts)
        case .along: preconditionFailure("answered above")
        }
      } catch let fault as Diagnostic {
        throw Diagnostics([fault])
      } catch let faults as Diagnostics {
        throw faults
      } catch {
        preconditionFailure("only faults are thrown here")
      }
    }
  }

  private func cell(_ words: Text, _ rules: [Rule], _ parts: [Answering.Part]) -> Comparison.Cell {
    Comparison.Cell(
      words: words, rules: rules,
      answering: parts.grounds.map(\.agreement).filter { $0.id != agreement.id })
  }

  /// What a table answers, and what puts an end to that.
  private func answer(
    of table: String, _ profile: Profile, _ parts: [Answering.Part], wantsEnd: Bool
  ) throws -> Comparison.Cell {
    guard let verdict = try Verdict.joined(parts, table) else {
      return cell(Text(nl: "niet geregeld", en: "not settled"), [], parts)
    }
    var words = verdict.words
    if wantsEnd, let end = try end(of: verdict, profile) { words = words + Text("; ") + end }
    return cell(words, verdict.options.compactMap(\.decisions.first?.rule), parts)
  }

  /// What puts an end to who is responsible or who to call, for one of these youths.
  private func end(of verdict: Verdict, _ profile: Profile) throws -> Text? {
    let rulebook = answering.rulebook
    guard let youth = ExampleYouth(rulebook: rulebook, date: date).youth(profile) else {
      return nil
    }
    let known = try rulebook.profile(of: youth)
    let changes = try Changes(answering: answering, profile: known, date: date).all()
    let first = changes.first { change in
      verdict.table == TableName.contact.rawValue
        ? change.contact != nil : change.responsible != nil
    }
    return first.map { change in
      let reasons = change.reasons
      return Text(nl: "eindigt: ", en: "ends: ")
        + Text(nl: Wording.all(reasons.map(\.nl), .nl), en: Wording.all(reasons.map(\.en), .en))
    }
  }

  /// Who or what a collecting table adds when more is known.
  private func added(
    to table: String, _ situation: Situation, _ more: Situation, _ before: [Answering.Part]
  ) throws -> Comparison.Cell {
    guard case .some(_, let parts) = try youths(situation.and(more)),
      let name = TableName(rawValue: table)
    else { return cell(Text(nl: "komt niet voor", en: "does not occur"), [], before) }
    let known = Set(try items(name, before).map(\.rule.id))
    let found = try items(name, parts).filter { !known.contains($0.rule.id) }
    if found.isEmpty { return cell(Text(nl: "niemand erbij", en: "nobody more"), [], parts) }
    let labels = found.map { rule, party in
      party.map { answering.rulebook.parties.fullLabel($0) } ?? rule.title
    }
    return cell(
      Text(nl: Wording.all(labels.map(\.nl), .nl), en: Wording.all(labels.map(\.en), .en)),
      found.map(\.rule), parts)
  }

  /// The values of a fact for which the agreement itself answers.
  private func values(of fact: String, _ situation: Situation) throws(Diagnostics)
    -> Comparison.Cell
  {
    let axis = FactAxis(
      rulebook: answering.rulebook, chains: [answering.chain(agreement)], date: date)
    let steps: [Situation]
    do { steps = try axis.situations(along: fact) } catch { throw Diagnostics([error]) }
    var rules: [Rule] = []
    var stretches: [HalfOpenRange<Int>] = []
    var words: [Text] = []
    for step in steps {
      guard case .some(_, let parts) = try youths(situation.and(step)) else { continue }
      if parts.contains(where: { $0.ground.agreement.id != agreement.id }) {
        rules += parts.compactMap(\.ground.decision?.rule)
        continue
      }
      guard let stretch = step.stretch else {
        words.append(step.title)
        continue
      }
      if let last = stretches.last, last.below == stretch.from {
        stretches[stretches.count - 1] = HalfOpenRange(from: last.from, below: stretch.below)
      } else {
        stretches.append(stretch)
      }
    }
    words += stretches.map(\.words)
    let none = Text(nl: "geldt dan niet", en: "does not hold then")
    return Comparison.Cell(
      words: words.isEmpty
        ? none : Text(nl: Wording.all(words.map(\.nl), .nl), en: Wording.all(words.map(\.en), .en)),
      rules: rules, answering: [])
  }
}

extension HalfOpenRange<Int> {
  /// A stretch of numbers from zero up in words: `16 tot 27`, `vanaf 12`.
  fileprivate var words: Text {
    switch (from ?? 0, below) {
    case (0, nil): Text(nl: "alle", en: "all")
    case (0, let below?): Text(nl: "tot \(below)", en: "below \(below)")
    case (let from, nil): Text(nl: "vanaf \(from)", en: "from \(from)")
    case (let from, let below?): Text(nl: "\(from) tot \(below)", en: "\(from) to \(below)")
    }
  }
}
