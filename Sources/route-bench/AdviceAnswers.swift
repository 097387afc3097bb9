import RoutingCore

/// Answers rows with the advice a worklist needs: who is responsible, who to call, the level, the window,
/// the holder, what is to be done, and what changes next.
final class AdviceAnswers: ChunkWorker {
  private let advisor: RowAdvisor
  private let texts: AdviceTexts
  private(set) var counts = Counts()

  init(
    _ rules: CompiledRules, _ texts: AdviceTexts, _ columns: RowReader.Columns, path: String,
    on date: CalendarDate
  ) {
    advisor = RowAdvisor(rules, path: path, columns: columns, on: date)
    self.texts = texts
  }

  func work(on chunk: Chunk, into output: ByteSink) {
    chunk.visitLines { place, line in
      switch advisor.advise(&place, line: line) {
      case .blank: break
      case .refused: refuse(line, output)
      case .settled:
        counts.answered += 1
        settled(line, output)
      case .partly:
        counts.answered += 1
        let start = output.count
        key(output)
        finish(line, from: start, isPartly: true, output)
      case .unsettled: whole(line, output)
      }
    }
  }

  private func settled(_ line: Int, _ output: ByteSink) {
    let start = output.count
    key(output)
    for (table, name) in texts.firsts {
      guard let answer = advisor.answer(of: table) else { continue }
      name.write(0, to: output)
      texts.names.write(Int(answer.name), to: output)
      name.write(1, to: output)
      texts.rules.write(answer.rule, to: output)
      output.append(UInt8(ascii: "\""))
    }
    for (table, name) in texts.collects {
      name.write(0, to: output)
      let start = output.count
      advisor.visitItems(of: table) { rule, isCertain in
        output.append(UInt8(ascii: "\""))
        texts.rules.write(rule, to: output)
        output.append(isCertain ? "\"," : "?\",")
      }
      if output.count > start { output.cut(to: output.count - 1) }
      output.append(UInt8(ascii: "]"))
    }
    finish(line, from: start, isPartly: false, output)
  }

  /// Writes what changes next; the whole advice instead where that is all that tells.
  private func finish(_ line: Int, from start: Int, isPartly: Bool, _ output: ByteSink) {
    var isWhole = false
    if let answers = advisor.answers() {
      if isPartly || !answers.isDetermined { write(answers, isPartly: isPartly, output) }
      isWhole = advisor.visitChanges(from: answers) { change in
        write(change, output)
        return false
      }
    }
    if isWhole {
      output.append("}\n")
      return
    }
    output.cut(to: start)
    whole(line, output)
  }

  private func whole(_ line: Int, _ output: ByteSink) {
    if let advice = advisor.whole() { open(advice, output) } else { refuse(line, output) }
  }

  /// Writes the answers that are possible where there are several.
  private func write(_ answers: Answers, isPartly: Bool, _ output: ByteSink) {
    for (table, name) in texts.possible where isPartly || answers.names(of: table).count > 1 {
      name.write(0, to: output)
      for (place, answer) in answers.names(of: table).enumerated() {
        if place > 0 { output.append("|") }
        texts.names.write(Int(answer), to: output)
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  private func write(_ change: RowChange, _ output: ByteSink) {
    output.append(",\"next\":\"")
    output.append(change.day.first)
    if !change.day.isExact {
      output.append("/")
      output.append(change.day.last)
    }
    output.append("\"")
    for (table, name) in texts.changes where change.changes(table) {
      name.write(0, to: output)
      for (place, answer) in change.to.names(of: table).enumerated() {
        if place > 0 { output.append("|") }
        texts.names.write(Int(answer), to: output)
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  private func key(_ output: ByteSink) {
    output.append("{\"id\":")
    advisor.key.count > 0 ? output.append(advisor.key) : output.append("null")
  }

  private func refuse(_ line: Int, _ output: ByteSink) {
    counts.refused += 1
    TableTexts.refuse(advisor.faults, line: line, into: output)
  }

  private func open(_ advice: Advice, _ output: ByteSink) {
    counts.open += 1
    key(output)
    for verdict in [advice.responsible, advice.contact] {
      let values = verdict.options.map { "\"\($0.value)\"" }.joined(separator: ",")
      output.append(",\"\(verdict.table)\":[\(values)]")
    }
    if let change = advice.changes.first { output.append(",\"next\":\"\(change.day.last)\"") }
    output.append("}\n")
  }
}

/// What is written of every row, put together once.
final class AdviceTexts: Sendable {
  let names: Phrases
  /// The names of rules, by number.
  let rules: Phrases
  let firsts: [(RowAdvisor.Table, Phrases)]
  let collects: [(RowAdvisor.Table, Phrases)]
  let changes: [(Int, Phrases)]
  let possible: [(Int, Phrases)]

  private static let first: [TableName] = [
    .responsible, .contact, .suggestedLevel, .window, .holder,
  ]

  /// The tables that are asked.
  static let tables = (first + [.actions]).map(\.rawValue)

  init(_ rules: CompiledRules) {
    names = Phrases((0..<rules.nameCount).map { rules.name(Int32($0)) })
    self.rules = Phrases(rules.allRules.map(\.id))
    firsts = AdviceTexts.first.map {
      (
        RowAdvisor.table($0),
        Phrases([",\"\($0.rawValue)\":\"", "\",\"\($0.rawValue).rule\":\""])
      )
    }
    collects = [(RowAdvisor.table(.actions), Phrases([",\"\(TableName.actions.rawValue)\":["]))]
    possible = [
      (Answers.responsible, Phrases([",\"\(TableName.responsible.rawValue)\":\""])),
      (Answers.contact, Phrases([",\"\(TableName.contact.rawValue)\":\""])),
    ]
    changes = [
      (Answers.responsible, Phrases([",\"next.\(TableName.responsible.rawValue)\":\""])),
      (Answers.contact, Phrases([",\"next.\(TableName.contact.rawValue)\":\""])),
    ]
  }
}
