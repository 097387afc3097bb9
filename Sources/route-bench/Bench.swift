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
      try stream { try tableWorker(rules) }
    case .advices:
      let rules = try compiled(try rulebook())
      try stream { adviceWorker(rules) }
    case .measure: break
    }
  }

  func rulebook() throws -> Rulebook {
    if let folder = options.rules {
      return try RulebookLoader.load(try Descriptor.rules(in: folder))
    }
    return try RulebookLoader.load(
      NeutralRules.files(copies: options.copies), provenHash: "neutral")
  }

  private func compiled(_ rulebook: Rulebook) throws -> CompiledRules {
    guard
      let rules = CompiledRules(rulebook, asking: options.tables.isEmpty ? nil : options.tables)
    else { throw TooLarge() }
    return rules
  }

  private func tableWorker(_ rules: CompiledRules) throws -> () -> any ChunkWorker {
    let texts = TableTexts(rules, options.tables)
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    return {
      TableAnswers(rules, texts, columns, path: options.profiles ?? "-", on: options.date)
    }
  }

  private func adviceWorker(_ rules: CompiledRules) -> () -> any ChunkWorker {
    let texts = AdviceTexts(rules)
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    return {
      AdviceAnswers(rules, texts, columns, path: options.profiles ?? "-", on: options.date)
    }
  }

  /// Answers a file on standard output.
  private func stream(_ maker: () throws -> () -> any ChunkWorker) throws {
    let make = try maker()
    let workers = (0..<options.threads).map { _ in make() }
    let input = try Descriptor.open(options.profiles ?? "-")
    let pipeline = Pipeline(
      reading: { Descriptor.read(input, $0) }, writing: { Descriptor.write($0, to: 1) })
    if pipeline.run(workers) != .finished {
      throw Descriptor.Unreadable(path: options.profiles ?? "-")
    }
  }

  /// Writes made-up profiles.
  private func write(_ count: Int) throws {
    if options.rules == nil {
      var youths = NeutralYouths()
      for _ in 0..<count { _ = Descriptor.write(youths.next(), to: 1) }
      return
    }
    let rulebook = try rulebook()
    let assessor = Assessor(try compiled(rulebook))
    let row = Row(facts: rulebook.vocabulary.facts.count)
    var youths = InventedYouths(rulebook, on: options.date, seed: 7, silence: options.silence)
    var written = 0
    while written < count {
      let facts = youths.next()
      let profile = try ProfileReader.read(
        nil, arguments: facts.map { "\($0.name)=\($0.value)" }, region: nil, on: options.date,
        for: rulebook)
      row.fill(profile, home: nil)
      // Nobody can be about whom facts contradict each other.
      if assessor.assess(row, on: options.date) == .contradiction { continue }
      let members = facts.map { ",\"\($0.name)\":\"\($0.value)\"" }.joined()
      _ = Descriptor.write("{\"id\":\"j\(written)\"\(members)}\n", to: 1)
      written += 1
    }
  }
}
