import RoutingCore

/// Answers rows with the rules that decide some tables: `{"id":…,"rule":…,"responsible":…,"actions":[…]}`.
final class TableAnswers: ChunkWorker {
  private let reader: RowReader
  private let assessor: Assessor
  private let texts: TableTexts
  /// How many rows were answered, and how many were not.
  private(set) var counts = Counts()

  init(
    _ rules: CompiledRules, _ texts: TableTexts, _ columns: RowReader.Columns, path: String,
    on date: CalendarDate
  ) {
    reader = RowReader(rules, path: path, columns: columns, on: date)
    assessor = Assessor(rules)
    self.texts = texts
  }

  func work(on chunk: Chunk, into output: ByteSink) {
    chunk.visitLines { place, line in
      switch reader.read(&place, line: line) {
      case .blank: break
      case .refused:
        counts.refused += 1
        TableTexts.refuse(reader.faults, line: line, into: output)
      case .row:
        let isCertain = assessor.assess(reader.row, on: reader.date) == .none
        counts.answered += isCertain ? 1 : 0
        counts.open += isCertain ? 0 : 1
        output.append("{\"id\":")
        reader.key.count > 0 ? output.append(reader.key) : output.append("null")
        if isCertain { texts.write(assessor.current, of: assessor.place, to: output) }
        output.append("}\n")
      }
    }
  }
}

/// How rows fared.
struct Counts {
  var answered = 0
  /// Rows bit vectors alone did not answer.
  var open = 0
  var refused = 0

  static func + (left: Counts, right: Counts) -> Counts {
    Counts(
      answered: left.answered + right.answered, open: left.open + right.open,
      refused: left.refused + right.refused)
  }
}

/// What rules are written as, put together once.
final class TableTexts: Sendable {
  private final class Table: Sendable {
    let place: Int
    let isFirst: Bool
    /// Per rule, what is written when it holds.
    let rules: Phrases
    /// What is written before the rules of a table that all answer.
    let opening: Phrases

    init(place: Int, isFirst: Bool, rules: Phrases, opening: Phrases) {
      self.place = place
      self.isFirst = isFirst
      self.rules = rules
      self.opening = opening
    }
  }

  /// Per agreement, its tables.
  private let tables: [[Table]]

  init(_ rules: CompiledRules, _ names: [String]) {
    tables = rules.chains.map { chain in
      var firsts = 0
      return names.compactMap { name in
        guard let place = chain.tables.firstIndex(where: { $0.name == name }) else { return nil }
        let table = chain.tables[place]
        let choices = chain.vocabulary[table.outcome].choices
        let isFirst = table.hitPolicy == .first
        if isFirst { firsts += 1 }
        let key = firsts > 1 ? "\(name).rule" : "rule"
        let texts = table.rules.map { rule in
          let answer = rule.answer.map { choices[$0].value } ?? rule.id
          return isFirst
            ? ",\"\(key)\":\"\(rule.id)\",\"\(name)\":\"\(answer)\"" : "\"\(answer)\","
        }
        return Table(
          place: place, isFirst: isFirst, rules: Phrases(texts),
          opening: Phrases([",\"\(name)\":["]))
      }
    }
  }

  /// Writes the rules that decided.
  func write(_ standing: Standing, of agreement: Int, to output: ByteSink) {
    for table in tables[agreement] {
      if table.isFirst {
        let rule = standing.rules[table.place]
        if rule >= 0 { table.rules.write(Int(rule), to: output) }
        continue
      }
      table.opening.write(0, to: output)
      let start = output.count
      standing.visitHits(of: table.place) { rule, isCertain in
        if isCertain { table.rules.write(rule, to: output) }
      }
      if output.count > start { output.cut(to: output.count - 1) }
      output.append(UInt8(ascii: "]"))
    }
  }

  /// Writes why a line was refused.
  static func refuse(_ faults: [Diagnostic], line: Int, into output: ByteSink) {
    let column = faults.first?.span?.position.column ?? 1
    let code = faults.first?.code.rawValue ?? ""
    output.append(
      text: "{\"line\":\(line),\"column\":\(column),\"refused\":\"\(code)\"}\n")
  }
}
