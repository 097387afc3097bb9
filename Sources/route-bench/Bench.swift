import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does what the command line asks.
struct Bench {
  let options: BenchOptions

  init(_ options: BenchOptions) { self.options = options }

  /// A rule set that bit vectors have no room for.
  struct TooLarge: Error {}

  func run() throws {
    switch options.mode {
    case .write(let count): try write(count)
    case .tables:
      let rules = try compiled(try rulebook())
      try stream(tableWorker(rules))
    case .advices:
      try stream(adviceWorker(try compiled(try rulebook(), tables: AdviceTexts.tables)))
    case .measure: try measure()
    }
  }

  func rulebook() throws -> Rulebook {
    if let folder = options.rules {
      return try RulebookLoader.load(try Descriptor.rules(in: folder))
    }
    return try RulebookLoader.load(
      NeutralRules.files(copies: options.copies), provenHash: "neutral")
  }

  /// The rules as bit vectors.
  ///
  /// - Parameter tables: the tables to ask; those of the options when nil, and all when there are none.
  func compiled(_ rulebook: Rulebook, tables: [String]? = nil) throws -> CompiledRules {
    let asked = tables ?? options.tables
    guard let rules = CompiledRules(rulebook, asking: asked.isEmpty ? nil : asked) else {
      throw TooLarge()
    }
    return rules
  }

  /// Makes workers that answer with tables.
  func tableWorker(_ rules: CompiledRules) -> () -> any ChunkWorker {
    let texts = TableTexts(rules, options.tables)
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    return {
      TableAnswers(rules, texts, columns, path: options.profiles ?? "-", on: options.date)
    }
  }

  /// Makes workers that answer with advices.
  func adviceWorker(_ rules: CompiledRules) -> () -> any ChunkWorker {
    let texts = AdviceTexts(rules)
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    return {
      AdviceAnswers(rules, texts, columns, path: options.profiles ?? "-", on: options.date)
    }
  }

  /// Answers a file on standard output.
  private func stream(_ make: () -> any ChunkWorker) throws {
    let workers = (0..<options.threads).map { _ in make() }
    let input = try Descriptor.open(options.profiles ?? "-")
    let pipeline = Pipeline(
      reading: { Descriptor.read(input, $0) }, writing: { Descriptor.write($0, to: 1) })
    if pipeline.run(workers) != .finished {
      throw Descriptor.Unreadable(path: options.profiles ?? "-")
    }
  }

  /// Makes up profiles, each a line.
  func make(_ count: Int, _ take: (String) -> Void) throws {
    if options.rules == nil {
      var youths = NeutralYouths()
      for _ in 0..<count { take(youths.next()) }
      return
    }
    let rulebook = try rulebook()
    let assessor = Assessor(try compiled(rulebook))
    let row = Row(facts: rulebook.vocabulary.facts.count)
    var youths = InventedYouths(rulebook, on: options.date, seed: 7, silence: options.silence)
    var made = 0
    while made < count {
      let facts = youths.next()
      let profile = try ProfileReader.read(
        nil, arguments: facts.map { "\($0.name)=\($0.value)" }, region: nil, on: options.date,
        for: rulebook)
      row.fill(profile, home: nil)
      // Nobody can be about whom facts contradict each other.
      if assessor.assess(row, on: options.date) == .contradiction { continue }
      let members = facts.map { ",\"\($0.name)\":\"\($0.value)\"" }.joined()
      take("{\"id\":\"j\(made)\"\(members)}\n")
      made += 1
    }
  }

  /// Writes made-up profiles.
  private func write(_ count: Int) throws {
    try make(count) { _ = Descriptor.write($0, to: 1) }
  }
}
