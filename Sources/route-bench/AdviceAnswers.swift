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
        finish(line, from: start, open: AdviceTexts.both, output)
      case .unsettled: whole(line, output)
      }
    }
  }

  private func settled(_ line: Int, _ output: ByteSink) {
    let start = output.count
    key(output)
    // Tables without one deciding rule, a bit each.
    var open = 0
    for (place, table) in texts.firsts.enumerated() {
      guard let answer = advisor.answer(of: table.table) else {
        open |= 1 << place
        continue
      }
      texts.keys.write(table.key, to: output)
      texts.names.write(Int(answer.name), to: output)
      texts.keys.write(table.key &+ 1, to: output)
      texts.rules.write(answer.rule, to: output)
      output.append(UInt8(ascii: "\""))
    }
    for table in texts.collects {
      texts.keys.write(table.key, to: output)
      let start = output.count
      advisor.visitItems(of: table.table) { rule, isCertain in
        output.append(UInt8(ascii: "\""))
        texts.rules.write(rule, to: output)
        output.append(isCertain ? "\"," : "?\",")
      }
      if output.count > start { output.cut(to: output.count - 1) }
      output.append(UInt8(ascii: "]"))
    }
    finish(line, from: start, open: open, output)
  }

  /// Writes what is still to be told of and what changes next; the whole advice instead where that is all
  /// that tells.
  private func finish(_ line: Int, from start: Int, open: Int, _ output: ByteSink) {
    var isWhole = false
    if let answers = advisor.answers() {
      write(answers, open, output)
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

  /// Writes the answers that are possible where no rule alone decides.
  private func write(_ answers: Answers, _ open: Int, _ output: ByteSink) {
    if open == 0 { return }
    for (place, (table, key)) in texts.possible.enumerated()
    where open & 1 << place != 0 && answers.has(table) {
      write(answers, of: table, key, output)
    }
  }

  private func write(_ answers: Answers, of table: Int, _ key: Int, _ output: ByteSink) {
    texts.keys.write(key, to: output)
    if let name = answers.name(of: table) {
      texts.names.write(Int(name), to: output)
    } else {
      for (place, name) in answers.names(of: table).enumerated() {
        if place > 0 { output.append("|") }
        texts.names.write(Int(name), to: output)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private func write(_ change: RowChange, _ output: ByteSink) {
    output.append(",\"next\":\"")
    output.append(change.day.first)
    if !change.day.isExact {
      output.append("/")
      output.append(change.day.last)
    }
    output.append("\"")
    for (table, key) in texts.changes where change.changes(table) {
      write(change.to, of: table, key, output)
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
      output.append(text: ",\"\(verdict.table)\":[\(values)]")
    }
    if let change = advice.changes.first { output.append(text: ",\"next\":\"\(change.day.last)\"") }
    output.append("}\n")
  }
}

/// What is written of every row, put together once.
final class AdviceTexts: Sendable {
  let names: Phrases
  /// The names of rules, by number.
  let rules: Phrases
  /// What stands before values.
  let keys: Phrases
  /// The tables of which one rule decides, with the key of the answer; the next key is that of the rule.
  let firsts: [(table: RowAdvisor.Table, key: Int)]
  let collects: [(table: RowAdvisor.Table, key: Int)]
  let changes: [(table: Int, key: Int)]
  /// Who is responsible and who to call, in the order of `firsts`.
  let possible: [(table: Int, key: Int)]

  /// The bits of who is responsible and who to call: the first two tables.
  static let both = 0b11

  private static let first: [TableName] = [
    .responsible, .contact, .suggestedLevel, .window, .holder,
  ]

  /// The tables that are asked.
  static let tables = (first + [.actions]).map(\.rawValue)

  init(_ rules: CompiledRules) {
    names = Phrases((0..<rules.nameCount).map { rules.name(Int32($0)) })
    self.rules = Phrases(rules.allRules.map(\.id))
    var keys: [String] = []
    func add(_ key: String) -> Int {
      keys.append(key)
      return keys.count - 1
    }
    firsts = AdviceTexts.first.map { name in
      let key = add(",\"\(name.rawValue)\":\"")
      _ = add("\",\"\(name.rawValue).rule\":\"")
      return (RowAdvisor.table(name), key)
    }
    collects = [(RowAdvisor.table(.actions), add(",\"\(TableName.actions.rawValue)\":["))]
    let told: [(Int, TableName)] = [
      (Answers.responsible, .responsible), (Answers.contact, .contact),
    ]
    possible = told.map { ($0, add(",\"\($1.rawValue)\":\"")) }
    changes = told.map { ($0, add(",\"next.\($1.rawValue)\":\"")) }
    self.keys = Phrases(keys)
  }
}
